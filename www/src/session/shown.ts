/** What is shown of a program: the part of a playground's state that a link holds and that outlives a reload. */
import type { Axis } from '../messages.ts';
import type { Panics } from '../process/messages.ts';
import type { Viewport } from '../timeline/viewport.ts';
import type { SessionState } from './state.ts';

export interface Shown {
  /** The selected step; null for the last. */
  readonly step: number | null;
  readonly axis: Axis;
  /** The part of the timeline in sight, in the unit of the axis; null for all of it. */
  readonly zoom: Viewport | null;
  readonly panics: Panics | 'both';
  /** The disk that the program begins on; null for the files of its `//@` lines. */
  readonly disk: Uint8Array | null;
  /** Whether what follows the selected step is hidden. */
  readonly hidden: boolean;
  readonly form: 'picture' | 'table' | 'log';
}

/** What is shown of a program that is opened for the first time. */
export const AS_OPENED: Shown = {
  step: 0,
  axis: 'step',
  zoom: null,
  panics: 'unwind',
  disk: null,
  hidden: true,
  form: 'picture',
};

/** A larger disk is neither kept nor put into a link, in bytes: storage and addresses are small. */
export const LARGEST_DISK = 256 * 1024;

/** What a playground shows now. */
export function shownIn(state: SessionState): Shown {
  const { step, timeline } = state.look.get();
  const disk = state.disk.get();
  return {
    step,
    axis: timeline.axis,
    zoom: timeline.part,
    panics: state.panics.get(),
    disk: disk && disk.length <= LARGEST_DISK ? disk : null,
    hidden: state.hidden.get(),
    form: state.form.get(),
  };
}
