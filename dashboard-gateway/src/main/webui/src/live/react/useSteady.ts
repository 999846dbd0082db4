import { useEffect, useState } from 'react';
import type { ConnectionState } from '../states';

const BLINK_MS = 600;

/**
 * The state as it is worth showing: a stream that is renewed for a fresh token is live again in a blink, and a word
 * that changes and changes back would only disturb. Anything that lasts, or is not about catching up, shows.
 */
export function useSteady(state: ConnectionState): ConnectionState {
  const [steady, setSteady] = useState(state);
  const blinks =
    steady.name === 'live' &&
    (state.name === 'catching-up' || (state.name === 'connecting' && state.planned));
  if (!blinks && steady !== state) {
    setSteady(state);
  }
  useEffect(() => {
    if (!blinks) {
      return undefined;
    }
    const timer = setTimeout(() => setSteady(state), BLINK_MS);
    return () => clearTimeout(timer);
  }, [blinks, state]);
  return blinks ? steady : state;
}
