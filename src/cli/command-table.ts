import type { Lang } from '../report/messages/language.js';
import table from './commands.yaml';

/** A text in both languages. */
export type Bilingual = Readonly<Record<Lang, string>>;

export interface OptionText extends Bilingual {
  /** As commander reads them: -o, --output <file>. */
  readonly flags: string;
  /** May be given more than once; all values are kept. */
  readonly repeatable?: boolean;
}

export interface CommandText {
  /** The command's Chinese name. */
  readonly alias: string;
  /** As commander reads it: <template>, [files...]. */
  readonly arguments: string;
  readonly summary: Bilingual;
  /** More that a person should know; shown by the command's own help. */
  readonly details?: Bilingual;
  readonly example: string;
  readonly options: readonly OptionText[];
}

export interface CommandTable {
  readonly program: {
    readonly summary: Bilingual;
    readonly example: Bilingual & { readonly command: string };
    readonly closing: Bilingual;
    readonly words: Readonly<Record<'usage' | 'arguments' | 'options' | 'global' | 'commands' | 'example', Bilingual>>;
    readonly options: readonly OptionText[];
  };
  readonly commands: Readonly<Record<string, CommandText>>;
}

/** As the file stands: options that several commands share are a list within the list. */
type Written = CommandTable & {
  readonly commands: Readonly<Record<string, { readonly options: readonly (OptionText | readonly OptionText[])[] }>>;
};

/** A test reads the file with a strict schema; at run time a schema library would cost more than the whole help. */
const { program, commands } = table as Written;

export const commandTable: CommandTable = {
  program,
  commands: Object.fromEntries(
    Object.entries(commands).map(([name, command]) => [name, { ...command, options: command.options.flat() }]),
  ),
};
