import type { Lang } from '../report/messages/language.js';
import { speakFully } from '../report/messages/speak.js';
import type { CommandInput } from './command-input.js';
import type { Commands } from './command-module.js';
import type { ExitCode } from './exit-code.js';
import type { explainFailure } from './explain-failure.js';
import { Files } from './files.js';
import { progressOn } from './progress.js';
import type { Surroundings } from './surroundings.js';
import type { World } from './world.js';

/** What the command line says, beside the words for the command itself. */
export interface Asked {
  readonly lang: Lang;
  /** `--lang`, default Chinese, whatever the locale. */
  readonly fileLang: Lang;
  readonly projectFile: string | undefined;
}

/** Runs one command in the world that surrounds the program. */
export type RunWork = (name: string, input: CommandInput, asked: Asked, around: Surroundings) => Promise<ExitCode>;

/** A file of the program with all that commands need once they are known. Help, and nothing else, does without. */
export interface WorkScript {
  readonly runCommand: RunWork;
  readonly explainFailure: typeof explainFailure;
}

export function commandRunner(commands: Commands): RunWork {
  return async (name, input, { lang, fileLang, projectFile }, { cwd, env, stdout, stderr, beforeWork }) => {
    await beforeWork?.();
    await import('./plain-schemas.js');
    const { run } = await commands[name]!();
    const dumb = env['TERM'] === 'dumb';
    const tell = (text: string) => void stderr.write(`${text}\n`);
    const world: World = {
      files: new Files(cwd),
      lang,
      fileLang,
      projectFile,
      print: (text) => void stdout.write(`${text}\n`),
      write: (text) => void stdout.write(text),
      printSaid: (said, args = {}) => void stdout.write(`${speakFully({ code: said, args }, lang)}\n`),
      tell,
      say: (said, args = {}) => tell(speakFully({ code: said, args }, lang)),
      showProgress: progressOn(stderr),
      colour: stdout.isTTY === true && !env['NO_COLOR'] && !dumb,
      progress: stderr.isTTY === true && !dumb,
    };
    return run(input, world);
  };
}
