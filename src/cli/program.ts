import { Command, Option } from 'commander';
import type { Lang } from '../report/messages/language.js';
import { CommandInput } from './command-input.js';
import { type CommandText, commandTable, type OptionText } from './command-table.js';
import { commandHelp, programHelp } from './help-text.js';

export type RunCommand = (name: string, input: CommandInput, projectFile: string | undefined) => Promise<void>;

type Print = (text: string) => void;

/** Name of an option as people type it, without dashes: '-o, --output <file>' → output. */
const longName = (flags: string): string => /--([\w-]+)/.exec(flags)?.[1] ?? flags;

function commanderOption({ flags, repeatable }: OptionText): Option {
  const option = new Option(flags);
  return repeatable
    ? option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value])
    : option;
}

/** The command line, built from `commands.yaml`; running a command is left to `runCommand`. */
export function buildProgram(lang: Lang, version: string, print: Print, runCommand: RunCommand): Command {
  const shared = commandTable.program.options.filter(({ flags }) => !/--(?:help|version)/.test(flags));
  const program = new Command('tianshu')
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: () => {} })
    .configureHelp({ formatHelp: () => `${programHelp(lang)}\n` })
    .helpCommand(false)
    .helpOption('-h, --help')
    .version(version, '-V, --version');
  for (const option of shared) program.addOption(commanderOption(option));
  for (const [name, text] of Object.entries(commandTable.commands))
    program.addCommand(buildCommand(name, text, shared, lang, print, runCommand));
  return program;
}

function buildCommand(
  name: string,
  text: CommandText,
  shared: readonly OptionText[],
  lang: Lang,
  print: Print,
  runCommand: RunCommand,
): Command {
  const command = new Command(name)
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: () => {} })
    .configureHelp({ formatHelp: () => `${commandHelp(name, text, lang)}\n` })
    .helpOption('-h, --help')
    .alias(text.alias);
  for (const argument of text.arguments.split(' ').filter((x) => x !== '')) command.argument(argument);
  for (const option of text.options) command.addOption(commanderOption(option));
  const declared = new Set([...text.options, ...shared].map(({ flags }) => longName(flags)));
  return command.action(async () => {
    const options = new Map<string, unknown>();
    for (const option of command.options)
      options.set(longName(option.flags), command.getOptionValue(option.attributeName()));
    const { project } = command.optsWithGlobals<{ project?: string }>();
    await runCommand(name, new CommandInput(command.args, options, declared), project);
  });
}
