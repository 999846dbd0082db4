export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const STORED = 'andon-theme';
const dark = window.matchMedia('(prefers-color-scheme: dark)');

export function storedTheme(): Theme {
  const stored = window.localStorage.getItem(STORED);
  return THEMES.find((theme) => theme === stored) ?? 'system';
}

export function applyTheme(theme: Theme): void {
  window.localStorage.setItem(STORED, theme);
  const chosen = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
  document.documentElement.dataset.theme = chosen;
}

/** Follows the system for as long as no other choice was made. */
export function followSystemTheme(): void {
  dark.addEventListener('change', () => applyTheme(storedTheme()));
}
