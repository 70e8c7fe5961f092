/** Light or dark: as the system wishes, unless the person has said otherwise. */
import { Value, type Watchable } from './session/value.ts';

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

/** Whether the system replaces the colours of pages by its own few. */
export function isForced(): boolean {
  return matchMedia('(forced-colors: active)').matches;
}

/** Everything that changes the page's colours: the person's choice, and the system's. */
export const colours: Watchable = {
  watch(watcher) {
    const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query));
    for (const query of queries) query.addEventListener('change', watcher);
    const stop = theme.watch(watcher);
    return () => {
      stop();
      for (const query of queries) query.removeEventListener('change', watcher);
    };
  },
};

function read(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}
