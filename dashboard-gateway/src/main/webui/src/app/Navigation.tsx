import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { NAVIGATION, type NavGroup, type NavLink } from './navigation';
import styles from './Navigation.module.css';

/** The way to every page. */
export function Navigation() {
  return (
    <nav aria-label="Pages" className={styles.nav}>
      <ul>
        {NAVIGATION.map((entry) => (
          <li key={entry.label}>{'links' in entry ? <Group group={entry} /> : <Entry link={entry} />}</li>
        ))}
      </ul>
    </nav>
  );
}

function Group({ group }: { group: NavGroup }) {
  const heading = useId();
  return (
    <div className={styles.group}>
      <span id={heading}>{group.label}</span>
      <ul aria-labelledby={heading}>
        {group.links.map((link) => (
          <li key={link.label}>
            <Entry link={link} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Entry({ link }: { link: NavLink }) {
  return (
    <Link to={link.to} className={styles.link} activeOptions={{ includeSearch: false }}>
      {link.label}
    </Link>
  );
}
