import type { Diagnostic } from '../model/diagnostic.js';

/** The command cannot do its work, and why: shown as plain sentences, exit code 2. */
export class CannotRun extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(...diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((d) => d.code).join(', '));
    this.name = 'CannotRun';
    this.diagnostics = diagnostics;
  }
}

/** Told by its name: the program is built as several scripts, and each has a class of its own. */
export const isCannotRun = (error: unknown): error is CannotRun =>
  error instanceof Error && error.name === 'CannotRun' && 'diagnostics' in error;

/** A reason of the command line itself. */
export function cannot(code: string, args: Diagnostic['args'] = {}, place: Diagnostic['place'] = {}): CannotRun {
  return new CannotRun({ code, severity: 'hard', place, args });
}
