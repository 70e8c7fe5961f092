/** Mouse and finger on a timeline: select steps, zoom, move, and get a tip about the thing under the pointer. */
import type { LitElement, ReactiveController } from 'lit';
import type { ScopeName, Sight } from '../messages.ts';
import type { Session } from '../session/session.ts';
import { endOf } from '../timeline/ends.ts';
import { hit, type Hit } from '../timeline/hit.ts';
import type { Layout } from '../timeline/layout.ts';
import { describe, describeScope } from './tip.ts';

/** A text about a thing on the timeline, and the place of the thing on the canvas. */
export interface Tip {
  readonly x: number;
  readonly y: number;
  /** With code between backticks. */
  readonly lines: readonly string[];
}

/** The timeline that the pointers are on. */
export interface Ground {
  readonly session: Session;
  readonly canvas: HTMLCanvasElement;
  readonly sight: Sight;
  readonly layout: Layout;
}

/** How far from the middle of a sign a pointer may be, in CSS pixels; a finger is less exact. */
const REACH = { mouse: 9, touch: 18 };
/** How far a pointer that is pressed moves before it draws the selected step along. */
const SLACK = { mouse: 2, touch: 8 };

export class TimelinePointer implements ReactiveController {
  /** The tip about the thing under the pointer. */
  tip: Tip | null = null;
  readonly #host: LitElement;
  readonly #ground: () => Ground | null;
  /** The last thing that a request was about; responses about others come too late. */
  #asked: string | null = null;
  readonly #fingers = new Map<number, PointerEvent>();
  /** Where the pointer was pressed, until it has left that place. */
  #pressed: PointerEvent | null = null;

  /** `ground`: the timeline as it is drawn now; null before there is one. */
  constructor(host: LitElement, ground: () => Ground | null) {
    this.#host = host;
    this.#ground = ground;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('pointerdown', this.#elsewhere, { capture: true });
    document.addEventListener('keydown', this.#escape);
  }

  hostDisconnected(): void {
    document.removeEventListener('pointerdown', this.#elsewhere, { capture: true });
    document.removeEventListener('keydown', this.#escape);
  }

  press(event: PointerEvent): void {
    const ground = this.#ground();
    if (!ground || event.button !== 0) return;
    const { session, sight, layout } = ground;
    this.#fingers.set(event.pointerId, event);
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    session.playback.playing.set(false);
    if (this.#fingers.size > 1) return;
    this.#pressed = event;
    const { x, y } = place(event, ground);
    const under = hit(sight, layout, x, y, REACH[kind(event)]);
    this.#point(under, x, y, ground);
    if (under?.what === 'mark') session.state.select(under.step);
    else if (under?.what === 'scope' && under.count === 1) session.state.select(endOf(scopeOf(sight, under.scope)) ?? session.state.selected());
    else void this.#scrubTo(x, ground);
  }

  move(event: PointerEvent): void {
    const ground = this.#ground();
    if (!ground) return;
    const { session, sight, layout } = ground;
    const { x, y } = place(event, ground);
    const before = this.#fingers.get(event.pointerId);
    if (!before) {
      this.#point(hit(sight, layout, x, y, REACH[kind(event)]), x, y, ground);
      return;
    }
    const other = [...this.#fingers.values()].find(({ pointerId }) => pointerId !== event.pointerId);
    if (other) {
      const [was, is] = [before, event].map((each) => Math.max(Math.abs(each.clientX - other.clientX), 12)) as [number, number];
      session.view.zoomAt(is / was, positionAt(place(other, ground).x, ground), sight);
    } else if (this.#hasLeft(event)) {
      this.clear();
      void this.#scrubTo(x, ground);
    }
    this.#fingers.set(event.pointerId, event);
  }

  release(event: PointerEvent): void {
    this.#fingers.delete(event.pointerId);
  }

  /** The tip of a touched thing stays: with the finger still on it, nobody can read it. */
  leave(event: PointerEvent): void {
    if (event.pointerType !== 'touch') this.clear();
  }

  /** Zooms, or moves along the axis; returns whether it did, so that nothing scrolls as well. */
  wheel(event: WheelEvent, canScroll: boolean): boolean {
    const ground = this.#ground();
    if (!ground) return false;
    const { session, sight, canvas, layout } = ground;
    const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
    if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
      session.view.pan(sideways / (layout.width - 2 * layout.measures.pad));
      return true;
    }
    // Where lanes are out of sight, the wheel scrolls to them as everywhere; pinching always zooms.
    if (!event.ctrlKey && canScroll) return false;
    const centre = positionAt(event.clientX - canvas.getBoundingClientRect().left, ground);
    session.view.zoomAt(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), centre, sight);
    return true;
  }

  /** Takes the tip away, and lights up nothing. */
  clear(): void {
    if (!this.tip && this.#asked === null) return;
    this.#asked = null;
    this.#say(null);
    this.#ground()?.session.state.pointed.set(null);
  }

  #elsewhere = (event: PointerEvent): void => {
    const canvas = this.#ground()?.canvas;
    if (this.tip && canvas && !event.composedPath().includes(canvas)) this.clear();
  };

  /** A tip covers other things, so Escape takes it away. */
  #escape = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') this.clear();
  };

  #hasLeft(event: PointerEvent): boolean {
    const from = this.#pressed;
    if (from?.pointerId === event.pointerId && Math.abs(event.clientX - from.clientX) < SLACK[kind(event)]) return false;
    this.#pressed = null;
    return true;
  }

  #say(tip: Tip | null): void {
    this.tip = tip;
    this.#host.requestUpdate();
  }

  /** Selects the step at a place of the canvas: the last that has happened there. */
  async #scrubTo(x: number, ground: Ground): Promise<void> {
    const { session, sight } = ground;
    const step = await stepAt(positionAt(x, ground), session, sight);
    if (step !== null) session.state.select(step);
  }

  /** Lights up the thing under the pointer in all panels, and shows its tip. */
  #point(under: Hit | null, x: number, y: number, ground: Ground): void {
    if (!under) {
      this.clear();
      return;
    }
    if (this.tip) this.#say({ ...this.tip, x, y });
    const key = JSON.stringify([under, under.what === 'bar' ? Math.round(x / 8) : 0, ground.sight.moment.step]);
    if (key === this.#asked) return;
    this.#asked = key;
    if (under.what === 'scope') this.#pointAtScope(under, x, y, ground);
    else void this.#ask(under, key, x, y, ground);
  }

  #pointAtScope({ scope, count }: Extract<Hit, { what: 'scope' }>, x: number, y: number, { session: { state }, sight }: Ground): void {
    const name = scopeOf(sight, scope);
    const isOne = count === 1 && name !== undefined;
    this.#say({ x, y, lines: isOne ? describeScope(name, sight.picture, state.legend.get()) : [`${count} scopes; zoom in to tell them apart`] });
    state.pointed.set(isOne ? { scope, line: name.line } : null);
  }

  async #ask(under: Extract<Hit, { what: 'mark' | 'bar' }>, key: string, x: number, y: number, ground: Ground): Promise<void> {
    const { state, engine } = ground.session;
    const { hidden, step: selected, timeline } = state.look.get();
    const at = under.what === 'mark' ? { step: under.step } : { axis: timeline.axis, position: positionAt(x, ground) };
    const { resource } = under;
    // A lost worker is said elsewhere; there is just nothing to say about this.
    const about = await engine.request({ kind: 'about', at, resource, until: hidden ? selected : null }).catch(() => null);
    if (key !== this.#asked || !about) return;
    this.#say({ x, y, lines: describe(about, under, state.legend.get()) });
    const line = under.what === 'mark' ? about.line : (about.life?.line ?? 0);
    state.pointed.set({ line, ...(resource ? { resource } : {}), ...(under.what === 'mark' ? { step: under.step } : {}) });
  }
}

/** The step at a position of the axis: the last that has happened there. Null if the worker is lost. */
export async function stepAt(wanted: number, { state, engine }: Session, sight: Sight): Promise<number | null> {
  const { axis } = state.look.get().timeline;
  const position = Math.min(Math.max(wanted, 0), sight.length);
  if (axis === 'step') return Math.round(position);
  // A lost worker is said elsewhere.
  const about = await engine.request({ kind: 'about', at: { axis, position }, resource: 0, until: null }).catch(() => null);
  return about?.step ?? null;
}

function scopeOf({ scopes }: Sight, wanted: number): ScopeName | undefined {
  return scopes.find(({ scope }) => scope === wanted);
}

function kind({ pointerType }: PointerEvent): 'mouse' | 'touch' {
  return pointerType === 'touch' ? 'touch' : 'mouse';
}

function place(event: PointerEvent, { canvas }: Ground): { x: number; y: number } {
  const box = canvas.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

function positionAt(x: number, { session, sight, layout }: Ground): number {
  return session.view.positionAt(x - layout.measures.pad, sight);
}
