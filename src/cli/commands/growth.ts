import type { CommandInput } from '../command-input.js';
import type { ExitCode } from '../exit-code.js';
import { runAnalysis } from '../run-analysis.js';
import type { World } from '../world.js';

/** Levels and growth of indicators, regions and periods. */
export function run(input: CommandInput, world: World): Promise<ExitCode> {
  return runAnalysis(input, world, { columns: ['level', 'yoy'], rankOf: 'growth', ranked: false, sheet: '增速' });
}
