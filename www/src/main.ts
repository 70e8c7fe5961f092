/** Starts the page: its colours, its elements, and what the person last worked on or the first scenario. */
import { register } from './elements/register.ts';
import { followTextSize } from './text-size.ts';
import { applyTheme } from './theme.ts';

applyTheme();
followTextSize();
// Building the page keeps the browser busy: the WebAssembly that has arrived goes on its way before that.
await new Promise((resolve) => setTimeout(resolve));
register();
