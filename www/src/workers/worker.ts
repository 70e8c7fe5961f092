/** The worker: gets the WebAssembly and responds to the page's requests, one after the other. */
import init, { legend, Playground, type Picture as Raw } from '../../pkg/leakproof.js';
import { reason } from '../format.ts';
import {
  sightIn,
  type FromWorker,
  type Depths,
  type Look,
  type NumberedRequest,
  type Payload,
  type Picture,
  type Request,
  type SentSight,
  type ToWorker,
} from '../messages.ts';

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
};

let playground: Playground;
/** How many runs have been taken over. */
let runs = 0;
/** How deep the scopes of the last run are nested; null before that was asked. */
let nesting: Depths | null = null;
/** What the pictures show that were sent last. */
let pictured = '';

scope.onmessage = ({ data }) => {
  if (data.kind === 'load') void load(data.module);
  else respond(data);
};

async function load(module: WebAssembly.Module): Promise<void> {
  try {
    await init({ module_or_path: module });
    playground = new Playground();
    // The page requests nothing before this.
    scope.postMessage({ kind: 'ready', legend: legend() });
  } catch (error) {
    // A rejection in a worker would reach nobody by itself.
    fail(error);
  }
}

function fail(error: unknown): void {
  scope.postMessage({ kind: 'failed', message: reason(error) });
}

function respond({ number, request }: NumberedRequest): void {
  try {
    const payload = payloadOf(request);
    scope.postMessage({ kind: 'response', number, payload }, buffers(payload));
  } catch (error) {
    fail(error);
  }
}

function payloadOf(request: Request): Payload {
  switch (request.kind) {
    case 'run': {
      const { source, disk } = request.text;
      const ran = playground.run(source, disk, request.traced);
      begin();
      // Where a process would die, the run that is shown is the one of the instance that does.
      return { ran, sight: ran.run && !ran.wouldDie ? sight(request.look) : null };
    }
    case 'inherit': {
      const { source, disk } = request.text;
      const { image, took, diedOf, time } = request.remains;
      const ran = playground.inherit(source, disk, { diedOf, time, took }, image);
      begin();
      return { ran, sight: ran.run && sight(request.look) };
    }
    case 'beside': {
      const { source, disk } = request.text;
      const { image, took, diedOf, time } = request.remains;
      if (!playground.hasRun()) return null;
      playground.putBeside(source, disk, { diedOf, time, took }, image);
      begin();
      return sight(request.look);
    }
    case 'kills': {
      const { source, disk } = request.text;
      const { whole, killed } = request;
      const images = killed.map(({ image }) => image);
      const times = Float64Array.from(killed, ({ time }) => time);
      return playground.kills(source, disk, whole.image, images, times) ?? null;
    }
    case 'disk':
      return playground.hasRun() ? playground.diskLeft() : null;
    case 'look':
      return playground.hasRun() ? sight(request.look) : null;
    case 'about': {
      if (!playground.hasRun()) return null;
      const { at, resource, until } = request;
      const step = 'step' in at ? at.step : playground.stepAt(at.axis, at.position);
      return playground.about(step, resource, until);
    }
    case 'export':
      return playground.hasRun() ? playground.export(request.form) : null;
    default:
      return request satisfies never;
  }
}

/** Forgets what was known of the runs before. */
function begin(): void {
  runs++;
  nesting = null;
}

/**
 * What is seen of the last run. While a run is scrubbed its pictures stay, so they are not made again; where what
 * follows the selected step is hidden, each step has a picture of its own.
 */
function sight(look: Look): SentSight {
  const seen = { ...playground.look(look), ...(nesting ??= depths(look)) };
  const shows = JSON.stringify([runs, look.timeline, look.hidden ? look.step : null]);
  if (shows === pictured) return { ...seen, picture: null, pictureBeside: null };
  pictured = shows;
  const beside = playground.pictureBeside(look);
  return {
    ...seen,
    picture: picture(playground.picture(look)),
    pictureBeside: beside ? picture(beside) : null,
  };
}

/** How deep the scopes of the whole run are nested. A picture one pixel wide tells, at the cost of its pixels. */
function depths(look: Look): Depths {
  const all: Look = { ...look, hidden: false, timeline: { axis: 'step', part: null, width: 1, firstLane: 0, lanes: 0 } };
  const nested = (raw: Raw | undefined) => (raw ? 1 + picture(raw).scopes.depth.reduce((one, other) => Math.max(one, other), 0) : 0);
  return { depths: nested(playground.picture(all)), depthsBeside: nested(playground.pictureBeside(all)) };
}

function picture(raw: Raw): Picture {
  try {
    return {
      bars: columns(raw.bars, ['x0', 'x1', 'lane', 'state', 'resource', 'count', 'flags']),
      marks: columns(raw.marks, ['x', 'lane', 'kind', 'count', 'step']),
      ruler: columns(raw.ruler, ['x', 'lane', 'kind', 'count', 'step']),
      scopes: columns(raw.scopes, ['x0', 'x1', 'depth', 'state', 'scope', 'count']),
      phases: columns(raw.phases, ['x0', 'x1', 'traveller', 'count']),
    };
  } finally {
    raw.free();
  }
}

/** Takes the columns out of WebAssembly and gives back what held them there. */
function columns<T extends { free(): void }, K extends keyof T>(table: T, names: readonly K[]): Pick<T, K> {
  try {
    return Object.fromEntries(names.map((name) => [name, table[name]])) as Pick<T, K>;
  } finally {
    table.free();
  }
}

/** The memory of the pictures in a response, to be handed over instead of copied. */
function buffers(payload: Payload): Transferable[] {
  const sight = sightIn(payload);
  const pictures = [sight?.picture, sight?.pictureBeside].filter((picture) => picture != null);
  const tables: readonly Readonly<Record<string, { buffer: ArrayBufferLike }>>[] = pictures.flatMap(Object.values);
  return tables.flatMap((table) => Object.values(table).map(({ buffer }) => buffer as ArrayBuffer));
}
