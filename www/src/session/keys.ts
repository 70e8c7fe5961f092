/** A playground's keys. None is taken from the browser, the editor or a control that has the focus. */
import type { Move } from './playback.ts';

/** What the keys do. */
export interface Actions {
  step(move: Move): void;
  play(): void;
  zoom(factor: number): void;
  pan(share: number): void;
  whole(): void;
  toggleAxis(): void;
  goToEditor(): void;
  showKeys(): void;
}

/** Carries out a key if it is one of the playground's; returns whether it was. */
export function press(event: KeyboardEvent, actions: Actions): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  if (event.key === 'F8') {
    actions.step(event.shiftKey ? 'back' : 'forward');
    return true;
  }
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement) || takesText(target)) return false;
  // A slider moves by these keys itself.
  if (target instanceof HTMLInputElement && /^(Arrow|Home|End)/.test(event.key)) return false;
  const act = event.shiftKey ? shifted(actions)[event.key] : plain(actions)[event.key.toLowerCase()];
  const always = { '?': () => actions.showKeys(), '+': () => actions.zoom(1.6) }[event.key];
  const found = act ?? always;
  found?.();
  return found !== undefined;
}

function plain(actions: Actions): Readonly<Record<string, () => void>> {
  return {
    arrowleft: () => actions.step('back'),
    arrowright: () => actions.step('forward'),
    home: () => actions.step('first'),
    end: () => actions.step('last'),
    p: () => actions.play(),
    '=': () => actions.zoom(1.6),
    '-': () => actions.zoom(1 / 1.6),
    '0': () => actions.whole(),
    t: () => actions.toggleAxis(),
    e: () => actions.goToEditor(),
  };
}

function shifted(actions: Actions): Readonly<Record<string, () => void>> {
  return {
    ArrowLeft: () => actions.pan(-0.25),
    ArrowRight: () => actions.pan(0.25),
  };
}

/** Whether letters typed into it are text. */
function takesText(target: HTMLElement): boolean {
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !/^(range|checkbox|radio|button)$/.test(target.type);
}
