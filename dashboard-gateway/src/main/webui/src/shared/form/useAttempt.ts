import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { AttemptKey } from './attemptKey';

export interface Attempt<B, R> {
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly result: R | undefined;
  /** Does nothing while the last try is on its way. */
  readonly submit: (body: B) => void;
}

/**
 * Sends what a person filled in, once however often they press.
 *
 * @param send gets the key that makes the service act once
 */
export function useAttempt<B, R>(
  send: (body: B, key: string) => Promise<R>,
  onDone: (result: R) => void,
): Attempt<B, R> {
  const [key] = useState(() => new AttemptKey());
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: (body: B) => send(body, key.of(body)),
    // The connection's state tells whether there is a network: a try must fail rather than wait for one.
    networkMode: 'always',
    onSuccess: (result) => {
      key.succeeded();
      onDone(result);
    },
  });
  return {
    error,
    isPending,
    result: data,
    submit: (body) => {
      if (!isPending) {
        mutate(body);
      }
    },
  };
}
