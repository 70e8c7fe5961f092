/** Starts the page: the elements, the worker, the first scenario. */
import { Conductor } from './conductor.ts';
import { register } from './elements/register.ts';
import { engine } from './playground.ts';
import { SCENARIOS } from './scenarios.ts';
import * as state from './state/run.ts';
import { followPlaying } from './state/steps.ts';
import { applyTheme } from './state/theme.ts';

applyTheme();
followPlaying();
new Conductor(engine);
register();

const first = SCENARIOS[0];
if (first) {
  state.scenarioName.set(first.name);
  state.source.set(first.source);
}
