import { useState } from 'react';
import styles from './shell.module.css';
import { applyTheme, storedTheme, THEMES, type Theme } from './theme';

const NAMES: Readonly<Record<Theme, string>> = { system: 'System', light: 'Light', dark: 'Dark' };

export function ThemeChoice() {
  const [theme, setTheme] = useState(storedTheme);
  return (
    <label className={styles.theme}>
      <span>Appearance</span>
      <select
        value={theme}
        onChange={(event) => {
          const chosen = THEMES.find((one) => one === event.target.value) ?? 'system';
          applyTheme(chosen);
          setTheme(chosen);
        }}
      >
        {THEMES.map((one) => (
          <option key={one} value={one}>
            {NAMES[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
