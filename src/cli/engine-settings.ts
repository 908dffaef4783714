import { setFlagsFromString } from 'node:v8';

/**
 * How V8 runs a command. As it comes it is set for servers: it compiles early what may run for days. A command that fills one
 * report is over before compiled code has paid for its compilation; one that reads millions of rows meets its compiled code a
 * few milliseconds later. No result depends on a setting, and a V8 that does not know one goes on as ever.
 */
const SETTINGS = [
  // Bytecodes that a function runs before V8 thinks of optimising it; V8's own figure is a tenth of it. To optimise was a
  // quarter of the processor time of a small table.
  '--interrupt-budget=600000',
  // How often a pattern is interpreted before machine code is made of it, once by V8's own measure, and no passes over the
  // interpreted form: most of the grammar's patterns meet a few sentences. A sixth of the time to fill a report.
  '--regexp-tier-up-ticks=50',
  '--no-regexp-peephole-optimization',
  // The heap of new objects stays as small as it begins. V8 doubles it as objects survive, to 2 × 16 MB; what a command makes
  // while it reads either dies at once or stays for good, so that the room beyond the first is never of use.
  '--semi-space-growth-factor=1',
];

/** Sets V8 for a process that runs one command. */
export function setEngine(): void {
  for (const setting of SETTINGS) setFlagsFromString(setting);
}
