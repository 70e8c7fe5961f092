/** The program for long runs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const text = readFileSync(join(import.meta.dirname, 'long-run.txt'), 'utf8');
/** One turn: two resources acquired, bound, released, eight bytes written, a scope entered and left. */
const EVENTS_OF_A_TURN = 15;

/** A program whose journal has about so many events. */
export const program = (events) => text.replace('TURNS', String(Math.ceil(events / EVENTS_OF_A_TURN)));
