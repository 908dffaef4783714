/**
 * The road of one run:
 *   1. the language, from --lang or the locale
 *   2. the command line, by commander, from commands.yaml
 *   3. the command's own file, loaded only now: read, compute, write
 *   4. the exit code: 0 clean, 1 findings, 2 could not run
 */
import { CommanderError } from 'commander';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Lang } from '../report/messages/language.js';
import { CannotRun } from './cannot-run.js';
import type { CommandInput } from './command-input.js';
import { loadCommand } from './commands.js';
import type { ExitCode } from './exit-code.js';
import { Files } from './files.js';
import { programHelp } from './help-text.js';
import { askedLanguage, localeLanguage } from './language.js';
import { packageVersion } from './package-root.js';
import { buildProgram } from './program.js';
import { progressOn } from './progress.js';
import type { World } from './world.js';

/** What surrounds the program: the process, or a test's stand-in. */
export interface Surroundings {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: { readonly isTTY?: boolean; write(text: string): unknown };
  readonly stderr: { readonly isTTY?: boolean; write(text: string): unknown };
  /** What the process does for a command that will read and compute, and not for help. */
  readonly beforeWork?: () => Promise<void>;
}

/** Runs one command line and says how it ended. Never throws. */
export async function run(around: Surroundings): Promise<ExitCode> {
  const { argv, env, stdout, stderr } = around;
  const asked = askedLanguage(argv);
  const lang = asked.lang ?? localeLanguage(env, systemLocale);
  const tell = (text: string) => void stderr.write(`${text}\n`);
  let command = '';
  let code: ExitCode = 0;
  const runCommand = async (name: string, input: CommandInput, projectFile: string | undefined) => {
    command = name;
    await around.beforeWork?.();
    const [module, { speakFully }] = await Promise.all([loadCommand[name]!(), import('../report/messages/speak.js')]);
    const colour = stdout.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
    const world: World = {
      files: new Files(around.cwd),
      lang,
      fileLang: asked.lang ?? 'zh',
      projectFile,
      print: (text) => void stdout.write(`${text}\n`),
      write: (text) => void stdout.write(text),
      printSaid: (said, args = {}) => void stdout.write(`${speakFully({ code: said, args }, lang)}\n`),
      tell,
      say: (said, args = {}) => tell(speakFully({ code: said, args }, lang)),
      showProgress: progressOn(stderr),
      colour,
      progress: stderr.isTTY === true && env['TERM'] !== 'dumb',
    };
    code = await module.run(input, world);
  };
  try {
    if (asked.unknown !== undefined) throw unknownLanguage(asked.unknown);
    if (argv.length === 0) {
      tell(programHelp(lang));
      return 2;
    }
    const program = buildProgram(lang, packageVersion(), (text) => void stdout.write(text), runCommand);
    await program.parseAsync(argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    await explain(error, argv, lang, tell, { command, debug: env['TIANSHU_DEBUG'] !== undefined });
    return 2;
  }
}

/** Only Windows keeps a language of its own beside the environment; to ask for it takes as long as all of --help. */
const systemLocale = (): string =>
  process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : 'en';

const unknownLanguage = (language: string): CannotRun =>
  new CannotRun({ code: 'unknown-language', severity: 'hard', place: {}, args: { language } });

async function explain(
  error: unknown,
  argv: readonly string[],
  lang: Lang,
  tell: (text: string) => void,
  { command, debug }: { readonly command: string; readonly debug: boolean },
): Promise<void> {
  const { formatDiagnostic } = await import('../report/messages/diagnostic-line.js');
  const show = (diagnostic: Diagnostic) => tell(formatDiagnostic(diagnostic, lang));
  if (error instanceof CannotRun) return error.diagnostics.forEach(show);
  if (error instanceof CommanderError) {
    const { describeCommandError } = await import('./command-errors.js');
    return show(describeCommandError(error, argv));
  }
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const where = `tianshu ${packageVersion()}, node ${process.version}, ${command === '' ? '-' : command}`;
  show({ code: 'bug', severity: 'hard', place: {}, args: { what, where } });
  if (debug && error instanceof Error) tell(error.stack ?? '');
}
