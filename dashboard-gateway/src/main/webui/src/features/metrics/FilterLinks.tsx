import type { PageLink } from '../../shared/routing/link';
import { LinkTo } from '../../shared/routing/LinkTo';
import styles from './FilterLinks.module.css';

interface FilterLinksProps<T extends string> {
  readonly label: string;
  /** What it is called when nothing is chosen. */
  readonly all?: string;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly value: T | undefined;
  readonly linkTo: (value: T | undefined) => PageLink;
}

/** What a list can be narrowed to, as links: each is an address that can be kept. */
export function FilterLinks<T extends string>({
  label,
  all = 'All',
  choices,
  value,
  linkTo,
}: FilterLinksProps<T>) {
  return (
    <nav className={styles.links} aria-label={label}>
      <LinkTo link={linkTo(undefined)} className={styles.link} current={value === undefined}>
        {all}
      </LinkTo>
      {choices.map((choice) => (
        <LinkTo
          key={choice.value}
          link={linkTo(choice.value)}
          className={styles.link}
          current={choice.value === value}
        >
          {choice.label}
        </LinkTo>
      ))}
    </nav>
  );
}
