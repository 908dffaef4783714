/**
 * The road of one run:
 *   1. the language, from --lang or the locale
 *   2. the command line, by commander, from commands.yaml
 *   3. the command: the script of its kind and its own file, loaded only now: read, compute, write
 *   4. the exit code: 0 clean, 1 findings, 2 could not run
 */
import { CommanderError } from 'commander';
import { CannotRun, cannot } from './cannot-run.js';
import { describeCommandError } from './command-errors.js';
import type { ExitCode } from './exit-code.js';
import { programHelp } from './help-text.js';
import { askedLanguage, localeLanguage } from './language.js';
import { packageVersion } from './package-root.js';
import { buildProgram, type RunCommand } from './program.js';
import { loadScript, loadSmallestScript } from './scripts.js';
import type { Surroundings } from './surroundings.js';

export type { Surroundings } from './surroundings.js';

/** Runs one command line and says how it ended. Never throws. */
export async function run(around: Surroundings): Promise<ExitCode> {
  const { argv, env, stdout, stderr } = around;
  const asked = askedLanguage(argv);
  const lang = asked.lang ?? localeLanguage(env, systemLocale);
  const tell = (text: string) => void stderr.write(`${text}\n`);
  let command = '';
  let code: ExitCode = 0;
  const runCommand: RunCommand = async (name, input, projectFile) => {
    command = name;
    const { runCommand } = await loadScript[name]!();
    code = await runCommand(name, input, { lang, fileLang: asked.lang ?? 'zh', projectFile }, around);
  };
  try {
    if (asked.unknown !== undefined) throw cannot('unknown-language', { language: asked.unknown });
    if (argv.length === 0) {
      tell(programHelp(lang));
      return 2;
    }
    const program = buildProgram(lang, packageVersion(), (text) => void stdout.write(text), runCommand);
    await program.parseAsync(argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const { explainFailure } = await (loadScript[command] ?? loadSmallestScript)();
    const reason = error instanceof CommanderError ? new CannotRun(describeCommandError(error, argv)) : error;
    explainFailure(reason, lang, tell, { command, debug: env['TIANSHU_DEBUG'] !== undefined });
    return 2;
  }
}

/** Only Windows keeps a language of its own beside the environment; to ask for it takes as long as all of --help. */
const systemLocale = (): string =>
  process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : 'en';
