/** Starts the page: the elements, the worker, what the person last worked on or the first scenario. */
import { register } from './elements/register.ts';
import { SCENARIOS } from './scenarios.ts';
import { keep, restore } from './state/kept.ts';
import * as state from './state/run.ts';
import { followPlaying } from './state/steps.ts';
import { applyTheme } from './state/theme.ts';

applyTheme();
followPlaying();
// Building the page keeps the browser busy: what has come of the WebAssembly goes on its way before that.
await new Promise((resolve) => setTimeout(resolve));
register();

const first = SCENARIOS[0];
if (!restore() && first) {
  state.scenarioName.set(first.name);
  state.source.set(first.source);
}
keep();
