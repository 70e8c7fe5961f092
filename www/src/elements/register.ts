/** Gives each element its tag. The classes themselves can be imported without this happening. */
import { LpApp } from './lp-app.ts';
import { LpAxis } from './lp-axis.ts';
import { LpBeside } from './lp-beside.ts';
import { LpCopy } from './lp-copy.ts';
import { LpDivider } from './lp-divider.ts';
import { LpDrop } from './lp-drop.ts';
import { LpEditor } from './lp-editor.ts';
import { LpExport } from './lp-export.ts';
import { LpGuide } from './lp-guide.ts';
import { LpKeys } from './lp-keys.ts';
import { LpKills } from './lp-kills.ts';
import { LpLegend } from './lp-legend.ts';
import { LpLog } from './lp-log.ts';
import { LpMenu } from './lp-menu.ts';
import { LpMoment } from './lp-moment.ts';
import { LpNotice } from './lp-notice.ts';
import { LpOutdated } from './lp-outdated.ts';
import { LpOutput } from './lp-output.ts';
import { LpPlayground } from './lp-playground.ts';
import { LpProblems } from './lp-problems.ts';
import { LpPrograms } from './lp-programs.ts';
import { LpScenarios } from './lp-scenarios.ts';
import { LpSettings } from './lp-settings.ts';
import { LpShare } from './lp-share.ts';
import { LpStep } from './lp-step.ts';
import { LpSteps } from './lp-steps.ts';
import { LpTable } from './lp-table.ts';
import { LpTerm } from './lp-term.ts';
import { LpTimeline } from './lp-timeline.ts';
import { LpTools } from './lp-tools.ts';
import { LpVerdict } from './lp-verdict.ts';

const ELEMENTS = {
  'lp-axis': LpAxis,
  'lp-beside': LpBeside,
  'lp-copy': LpCopy,
  'lp-divider': LpDivider,
  'lp-drop': LpDrop,
  'lp-editor': LpEditor,
  'lp-export': LpExport,
  'lp-guide': LpGuide,
  'lp-keys': LpKeys,
  'lp-kills': LpKills,
  'lp-legend': LpLegend,
  'lp-log': LpLog,
  'lp-menu': LpMenu,
  'lp-moment': LpMoment,
  'lp-notice': LpNotice,
  'lp-outdated': LpOutdated,
  'lp-output': LpOutput,
  'lp-problems': LpProblems,
  'lp-programs': LpPrograms,
  'lp-scenarios': LpScenarios,
  'lp-settings': LpSettings,
  'lp-share': LpShare,
  'lp-step': LpStep,
  'lp-steps': LpSteps,
  'lp-table': LpTable,
  'lp-term': LpTerm,
  'lp-timeline': LpTimeline,
  'lp-tools': LpTools,
  'lp-verdict': LpVerdict,
  // Last, so that its parts are defined when it begins.
  'lp-playground': LpPlayground,
  'lp-app': LpApp,
} as const;

type Elements = { [tag in keyof typeof ELEMENTS]: InstanceType<(typeof ELEMENTS)[tag]> };

export function register(): void {
  for (const [tag, element] of Object.entries(ELEMENTS)) customElements.define(tag, element);
}

declare global {
  interface HTMLElementTagNameMap extends Elements {}
}
