import type { Diagnostic } from '../model/diagnostic.js';
import { formatDiagnostic } from '../report/messages/diagnostic-line.js';
import type { Lang } from '../report/messages/language.js';
import { isCannotRun } from './cannot-run.js';
import { packageVersion } from './package-root.js';

/** Says why the program could not do its work; of what should never happen also where, for a report of the bug. */
export function explainFailure(
  error: unknown,
  lang: Lang,
  tell: (text: string) => void,
  { command, debug }: { readonly command: string; readonly debug: boolean },
): void {
  const show = (diagnostic: Diagnostic) => tell(formatDiagnostic(diagnostic, lang));
  if (isCannotRun(error)) {
    error.diagnostics.forEach(show);
    return;
  }
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const where = `tianshu ${packageVersion()}, node ${process.version}, ${command === '' ? '-' : command}`;
  show({ code: 'bug', severity: 'hard', place: {}, args: { what, where } });
  if (debug && error instanceof Error) tell(error.stack ?? '');
}
