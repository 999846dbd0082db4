import { useEffect, useState } from 'react';

const MARKED_MS = 2_000;

/** True for two seconds after `value` became another one; not for the first value. */
export function useChanged(value: string | number | null): boolean {
  const [last, setLast] = useState(value);
  const [changes, setChanges] = useState(0);
  const [marked, setMarked] = useState(false);
  if (last !== value) {
    setLast(value);
    if (last !== null) {
      setChanges(changes + 1);
      setMarked(true);
    }
  }
  useEffect(() => {
    if (changes === 0) {
      return undefined;
    }
    const timer = setTimeout(() => setMarked(false), MARKED_MS);
    return () => clearTimeout(timer);
  }, [changes]);
  return marked;
}
