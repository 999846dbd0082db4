import type { ReactNode } from 'react';
import { clockTime } from '../../shared/format';
import { useNow } from '../../shared/useNow';
import type { ConnectionState } from '../states';
import { useConnection, useLive } from './LiveContext';
import styles from './LiveIndicator.module.css';
import { StackLight, type Lamp } from './StackLight';
import { useSteady } from './useSteady';

interface Shown {
  readonly lamp: Lamp;
  readonly word: string;
  readonly retry?: boolean;
}

/** What the connection's state means to the person in front of the page. */
function shown(state: ConnectionState): Shown {
  switch (state.name) {
    case 'idle':
      return { lamp: 'off', word: 'Connecting' };
    case 'connecting':
      if (state.planned) {
        return { lamp: 'amber', word: 'Catching up' };
      }
      return { lamp: 'amber', word: state.lostAt === null ? 'Connecting' : 'Reconnecting' };
    case 'catching-up':
      return { lamp: 'amber', word: 'Catching up' };
    case 'live':
      return state.degraded
        ? { lamp: 'amber', word: 'Live, events delayed' }
        : { lamp: 'green', word: 'Live' };
    case 'reconnecting':
      return { lamp: 'amber', word: 'Reconnecting', retry: true };
    case 'polling':
      return { lamp: 'amber', word: 'Polling', retry: true };
    case 'offline':
      return { lamp: 'red', word: `Offline since ${clockTime(state.lostAt)}`, retry: true };
    case 'signed-out':
      return { lamp: 'red', word: 'Signed out' };
  }
}

/** Always visible: whether what is on screen is what is so. */
export function LiveIndicator({ onSignIn }: { onSignIn: () => void }) {
  const state = useSteady(useConnection());
  const { link } = useLive();
  const { lamp, word, retry } = shown(state);
  return (
    <div className={styles.indicator} data-state={state.name} data-testid="live-state">
      <StackLight lamp={lamp} />
      <span role="status" className={styles.word}>
        {word}
      </span>
      <Countdown state={state} />
      {retry === true ? <Action onClick={() => link.send({ type: 'retry-now' })}>Retry now</Action> : null}
      {state.name === 'signed-out' ? <Action onClick={onSignIn}>Sign in</Action> : null}
    </div>
  );
}

/** Silent for screen readers: a number spoken each second would drown everything else. */
function Countdown({ state }: { state: ConnectionState }) {
  const now = useNow(500);
  if ((state.name !== 'reconnecting' && state.name !== 'offline') || ('attempt' in state && state.attempt)) {
    return null;
  }
  return (
    <span className={styles.countdown} aria-hidden="true">
      {`${state.name === 'offline' ? 'next try ' : ''}in ${Math.max(0, Math.ceil((state.retryAt - now) / 1_000))} s`}
    </span>
  );
}

function Action({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className={styles.action} onClick={onClick}>
      {children}
    </button>
  );
}
