import type { LinkProps } from '@tanstack/react-router';

export interface NavLink {
  readonly label: string;
  readonly to: NonNullable<LinkProps['to']>;
}

export interface NavGroup {
  readonly label: string;
  readonly links: readonly NavLink[];
}

/** What the navigation leads to, in its order. */
export const NAVIGATION: readonly (NavLink | NavGroup)[] = [
  { label: 'Overview', to: '/overview' },
  { label: 'Work orders', to: '/work-orders' },
  {
    label: 'Inventory',
    links: [
      { label: 'ABC', to: '/inventory/abc' },
      { label: 'Aging', to: '/inventory/aging' },
      { label: 'Slow and dead', to: '/inventory/slow-dead' },
      { label: 'Turns', to: '/inventory/turns' },
    ],
  },
  { label: 'Runs', to: '/runs' },
  { label: 'Feed', to: '/feed' },
];
