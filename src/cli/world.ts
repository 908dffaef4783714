import type { Lang } from '../report/messages/language.js';
import type { MessageArguments } from '../report/messages/template.js';
import type { Files } from './files.js';
import type { ShowProgress } from './progress.js';

/** All that a command may touch. Tests give it another one. */
export interface World {
  readonly files: Files;
  /** The language of messages. */
  readonly lang: Lang;
  /** The language of written files and of JSON: `--lang`, default Chinese, whatever the locale. */
  readonly fileLang: Lang;
  /** `--project`, where it was given. */
  readonly projectFile: string | undefined;
  /** Results. */
  readonly print: (text: string) => void;
  /** A piece of the results, as it stands. */
  readonly write: (text: string) => void;
  /** A line of the result, worded in the person's language. */
  readonly printSaid: (code: string, args?: MessageArguments) => void;
  /** Messages, as they stand. */
  readonly tell: (text: string) => void;
  /** A message of ours, worded in the person's language. */
  readonly say: (code: string, args?: MessageArguments) => void;
  /** How far a long work is, for a person at a terminal. */
  readonly showProgress: ShowProgress;
  /** Whether results go to a terminal that shows colour. */
  readonly colour: boolean;
  /** Whether messages go to a terminal, where a bar may show how far a long run has come. */
  readonly progress?: boolean;
}
