import type { CommandInput } from './command-input.js';
import type { ExitCode } from './exit-code.js';
import type { World } from './world.js';

/** A command: reads, computes, writes. */
export interface CommandModule {
  readonly run: (input: CommandInput, world: World) => Promise<ExitCode>;
}

/** Commands by their names. Each is loaded when it is called, with the libraries that it needs and no others. */
export type Commands = Readonly<Record<string, () => Promise<CommandModule>>>;
