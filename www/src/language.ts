/** The languages that a program can be written in. */

export const LANGUAGES = ['rust'] as const;

export type Language = (typeof LANGUAGES)[number];
