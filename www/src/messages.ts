/**
 * Every message between the page and its worker, in one place.
 *
 * The page sends numbered requests, and the worker responds to each with its number. The journal never
 * leaves the worker: the page requests the piece that it shows. The types of the pieces are generated
 * from `src/web` by the build of the WebAssembly.
 */
import type { About, Axis, Diagnostic, Export, Kills, Legend, Look, Ran, Seen } from '../pkg/leakproof.js';
import type { Remains } from './process/messages.ts';

export type * from '../pkg/leakproof.js';

/** Whose fault a diagnostic is. */
export type Category = Diagnostic['category'];

/** The groups of events that the log can show or leave out, in the order of their bits. */
export const GROUPS = ['resources', 'scopes', 'errors', 'output'] as const;

/** The timeline in pixels, in columns; what the codes mean says the {@link Legend}. */
export interface Picture {
  /** Resources, on lanes. */
  readonly bars: Columns<'x0' | 'x1', 'lane' | 'state' | 'resource' | 'count' | 'flags'>;
  /** Events of the resources, on the same lanes. */
  readonly marks: Columns<'x', 'lane' | 'kind' | 'count' | 'step'>;
  /** Events that concern no resource. */
  readonly ruler: Columns<'x', 'lane' | 'kind' | 'count' | 'step'>;
  /** Scopes, across all lanes. */
  readonly scopes: Columns<'x0' | 'x1', 'depth' | 'state' | 'scope' | 'count'>;
  /** Errors and panics on their way, across all lanes. */
  readonly phases: Columns<'x0' | 'x1', 'traveller' | 'count'>;
}

/** Columns of one length; pixels in the first, codes and numbers in the second. */
export type Columns<Pixels extends string, Codes extends string> = {
  readonly [column in Pixels]: Float32Array;
} & { readonly [column in Codes]: Uint32Array };

/** How many scopes are nested in each other at most, in the whole run, whatever of it is shown: the layout follows from it. */
export interface Depths {
  readonly depths: number;
  /** The same of the run beside the shown one; 0 if there is none. */
  readonly depthsBeside: number;
}

/** What is on the screen, all of it of the same step. */
export interface Sight extends Seen, Depths {
  readonly picture: Picture;
  /** The same part of the run that is shown beside this one, if there is one. */
  readonly pictureBeside: Picture | null;
}

/** A sight on its way to the page: a picture that the last one had already is not sent again. */
export interface SentSight extends Seen, Depths {
  /** Null for the pictures of the sight before. */
  readonly picture: Picture | null;
  readonly pictureBeside: Picture | null;
}

/** A text, and the disk that it begins on: what another program has left, or null for its directives' own. */
export interface Text {
  readonly source: string;
  readonly disk: Uint8Array | null;
}

/** What the page can request of the worker. */
export type Request =
  /** Run a program, and show this of it. A program that cannot run leaves the last one in place. */
  | {
      readonly kind: 'run';
      readonly text: Text;
      readonly look: Look;
      /** Whether its events go to the console and the performance panel too. */
      readonly traced: boolean;
    }
  /** Take over what a program left that ran in a worker of its own, reap it if it died, and show this of it. */
  | { readonly kind: 'inherit'; readonly text: Text; readonly remains: Remains; readonly look: Look }
  /** Take over another run of the program that was shown last, and show it beside that. */
  | { readonly kind: 'beside'; readonly text: Text; readonly remains: Remains; readonly look: Look }
  /** Compare what a program has left that was killed at every moment with a run that was not killed. */
  | { readonly kind: 'kills'; readonly text: Text; readonly whole: Remains; readonly killed: readonly Remains[] }
  /** The disk as the last run has left it. */
  | { readonly kind: 'disk' }
  /** Show another piece of the last program that ran. */
  | { readonly kind: 'look'; readonly look: Look }
  /** What is the case at a position of an axis, or at a step, about something pointed at. */
  | {
      readonly kind: 'about';
      readonly at: { readonly step: number } | { readonly axis: Axis; readonly position: number };
      /** 0 for none. */
      readonly resource: number;
      /** The last step of which anything is shown, where what follows it is hidden. */
      readonly until: number | null;
    }
  /** The whole of the last run as a text. */
  | { readonly kind: 'export'; readonly form: Export };

/** The response to each kind of request; null where no program has run yet. */
export interface Responses {
  run: { readonly ran: Ran; readonly sight: Sight | null };
  inherit: { readonly ran: Ran; readonly sight: Sight | null };
  beside: Sight | null;
  kills: Kills | null;
  disk: Uint8Array | null;
  look: Sight | null;
  about: About | null;
  export: string | null;
}

/** Any response on its way to the page. */
export type Payload = { readonly ran: Ran; readonly sight: SentSight | null } | SentSight | About | Kills | Uint8Array | string | null;

/** The sight in a response, if it has one. */
export function sightIn(payload: Payload): SentSight | null {
  if (payload === null || typeof payload === 'string') return null;
  if ('sight' in payload) return payload.sight;
  return 'picture' in payload ? payload : null;
}

/** A request with its number. */
export interface NumberedRequest {
  readonly kind: 'request';
  readonly number: number;
  readonly request: Request;
}

/** From the page to the worker. */
export type ToWorker =
  /** The WebAssembly, compiled once for all workers. */
  | { readonly kind: 'load'; readonly module: WebAssembly.Module }
  | NumberedRequest;

/** From the worker to the page. */
export type FromWorker =
  /** The WebAssembly is loaded: the worker responds from here on. */
  | { readonly kind: 'ready'; readonly legend: Legend }
  /** The response to the request of that number. */
  | { readonly kind: 'response'; readonly number: number; readonly payload: Payload }
  /** Our own code failed, on a request or while it was loaded; the worker is not to be trusted from here on. */
  | { readonly kind: 'failed'; readonly message: string };
