/** The states of an item, the one that needs attention most first. */
export const STATES = ['DEAD', 'SLOW', 'ACTIVE', 'NEW', 'NONE'] as const;
export type State = (typeof STATES)[number];

/** The same as the URL names them. */
export const FLAGS = ['dead', 'slow', 'active', 'new', 'none'] as const;
export type Flag = (typeof FLAGS)[number];

export function stateOf(flag: Flag): State {
  return STATES[FLAGS.indexOf(flag)] ?? 'NONE';
}

export function flagOf(state: State): Flag {
  return FLAGS[STATES.indexOf(state)] ?? 'none';
}

const COLORS: Readonly<Record<State, string>> = {
  DEAD: 'var(--bad)',
  SLOW: 'var(--curve)',
  ACTIVE: 'var(--class-a)',
  NEW: 'var(--class-b)',
  NONE: 'var(--class-none)',
};

export function stateColor(state: string): string {
  return COLORS[STATES.find((known) => known === state) ?? 'NONE'];
}
