import { cannot } from '../cannot-run.js';
import type { CommandInput } from '../command-input.js';
import type { ExitCode } from '../exit-code.js';
import { runAnalysis } from '../run-analysis.js';
import type { World } from '../world.js';

/** Ranks of level and of growth among the peers, best first. */
export async function run(input: CommandInput, world: World): Promise<ExitCode> {
  const by = input.text('by') ?? 'level';
  if (by !== 'level' && by !== 'growth') throw cannot('rank-by-what', { found: by });
  return runAnalysis(input, world, {
    columns: ['level', 'rank-level', 'yoy', 'rank-yoy'],
    rankOf: by,
    ranked: true,
    sheet: '排名',
  });
}
