import { setFlagsFromString } from 'node:v8';

/** Bytecodes that a function runs before V8 asks itself whether to optimise it; V8's own figure is a tenth of it. */
const INTERRUPT_BUDGET = 600_000;

/**
 * Lets V8 wait before it optimises. A command that fills one report is over before optimised code has paid for its
 * compilation, which was a quarter of the processor time of a small table; a command that reads millions of rows meets
 * its optimised code a few milliseconds later and compiles less that it must throw away. A V8 that does not know the
 * flag goes on as ever; no result depends on it.
 */
export function beSlowToOptimise(): void {
  setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}
