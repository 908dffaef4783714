import { commandRunner } from '../work.js';

export { explainFailure } from '../explain-failure.js';

/** The commands that read texts and fill them. */
export const runCommand = commandRunner({
  plan: () => import('../commands/plan.js'),
  fill: () => import('../commands/fill.js'),
  verify: () => import('../commands/verify.js'),
  explain: () => import('../commands/explain.js'),
});
