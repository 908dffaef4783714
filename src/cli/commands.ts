import type { CommandInput } from './command-input.js';
import type { ExitCode } from './exit-code.js';
import type { World } from './world.js';

/** A command: reads, computes, writes. */
export interface CommandModule {
  readonly run: (input: CommandInput, world: World) => Promise<ExitCode>;
}

/** Each command is loaded when it is called, with the libraries that it needs and no others. */
export const loadCommand: Readonly<Record<string, () => Promise<CommandModule>>> = {
  init: () => import('./commands/init.js'),
  inspect: () => import('./commands/inspect.js'),
  check: () => import('./commands/check.js'),
  growth: () => import('./commands/growth.js'),
  rank: () => import('./commands/rank.js'),
  plan: () => import('./commands/plan.js'),
  fill: () => import('./commands/fill.js'),
  verify: () => import('./commands/verify.js'),
  explain: () => import('./commands/explain.js'),
};
