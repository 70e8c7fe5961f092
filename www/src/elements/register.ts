/** Gives each element its tag. The classes themselves can be imported without this happening. */
import { LpApp } from './lp-app.ts';
import { LpBeside } from './lp-beside.ts';
import { LpEditor } from './lp-editor.ts';
import { LpExport } from './lp-export.ts';
import { LpKeys } from './lp-keys.ts';
import { LpKills } from './lp-kills.ts';
import { LpLog } from './lp-log.ts';
import { LpMachine } from './lp-machine.ts';
import { LpMoment } from './lp-moment.ts';
import { LpNotice } from './lp-notice.ts';
import { LpProblems } from './lp-problems.ts';
import { LpScenarios } from './lp-scenarios.ts';
import { LpSteps } from './lp-steps.ts';
import { LpTable } from './lp-table.ts';
import { LpTimeline } from './lp-timeline.ts';
import { LpTriggers } from './lp-triggers.ts';
import { LpView } from './lp-view.ts';

const ELEMENTS = {
  'lp-beside': LpBeside,
  'lp-editor': LpEditor,
  'lp-export': LpExport,
  'lp-keys': LpKeys,
  'lp-kills': LpKills,
  'lp-log': LpLog,
  'lp-machine': LpMachine,
  'lp-moment': LpMoment,
  'lp-notice': LpNotice,
  'lp-problems': LpProblems,
  'lp-scenarios': LpScenarios,
  'lp-steps': LpSteps,
  'lp-table': LpTable,
  'lp-timeline': LpTimeline,
  'lp-triggers': LpTriggers,
  'lp-view': LpView,
  // The last, so that what it is made of is there when it begins.
  'lp-app': LpApp,
} as const;

type Elements = { [tag in keyof typeof ELEMENTS]: InstanceType<(typeof ELEMENTS)[tag]> };

export function register(): void {
  for (const [tag, element] of Object.entries(ELEMENTS)) customElements.define(tag, element);
}

declare global {
  interface HTMLElementTagNameMap extends Elements {}
}
