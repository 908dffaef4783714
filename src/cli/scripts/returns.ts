import { commandRunner } from '../work.js';

export { explainFailure } from '../explain-failure.js';

/** The commands that look into returns. */
export const runCommand = commandRunner({
  init: () => import('../commands/init.js'),
  inspect: () => import('../commands/inspect.js'),
  check: () => import('../commands/check.js'),
});
