import { commandRunner } from '../work.js';

export { explainFailure } from '../explain-failure.js';

/** The commands that make tables of returns. */
export const runCommand = commandRunner({
  growth: () => import('../commands/growth.js'),
  rank: () => import('../commands/rank.js'),
});
