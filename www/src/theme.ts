/** Light or dark: as the system wishes, unless the person has said otherwise. */
import { Value } from './session/value.ts';

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'leakproof.theme';

/** What the person chose; kept for the next visit. */
export const theme = new Value<Theme>(read());

/** Puts the choice on the document, now and whenever it changes. */
export function applyTheme(): void {
  const apply = (value: Theme) => {
    if (value === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = value;
  };
  apply(theme.get());
  theme.watch((value) => {
    apply(value);
    // Storage can be refused (private windows, embedding): the choice then lasts as long as the page.
    try {
      localStorage.setItem(KEY, value);
    } catch {}
  });
}

/** Whether the page is dark at the moment. */
export function isDark(): boolean {
  const value = theme.get();
  return value === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : value === 'dark';
}

function read(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}
