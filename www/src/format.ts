/** Numbers, and what went wrong, as a person reads them. */

/** Nanoseconds in the unit that suits them: `0 ns`, `850 ns`, `1.2 µs`, `42 ms`, `3.5 s`. */
export function duration(nanoseconds: number): string {
  const units: readonly (readonly [number, string])[] = [
    [1e9, 's'],
    [1e6, 'ms'],
    [1e3, 'µs'],
  ];
  for (const [size, unit] of units) {
    if (nanoseconds >= size * 0.9995) return `${short(nanoseconds / size)} ${unit}`;
  }
  return `${Math.round(nanoseconds)} ns`;
}

/** What to say of something thrown. */
export function reason(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Three digits where they carry something. */
function short(value: number): string {
  if (value >= 99.95) return String(Math.round(value));
  return value.toFixed(value >= 9.995 ? 1 : 2).replace(/\.?0+$/, '');
}

// Made once: to make one takes as long as a hundred numbers.
const WHOLE = new Intl.NumberFormat('en-GB');

/** A whole number with its thousands set apart. */
export function count(value: number): string {
  return WHOLE.format(value);
}

/** `1 file`, `2 files`. */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** A moment in milliseconds since 1970: `today at 14:05`, `12 Nov 2026`. */
export function moment(milliseconds: number, now: number): string {
  const isToday = DATE.format(milliseconds) === DATE.format(now);
  return isToday ? `today at ${TIME.format(milliseconds)}` : DATE.format(milliseconds);
}
