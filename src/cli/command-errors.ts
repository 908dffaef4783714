import type { CommanderError } from 'commander';
import { nearestName } from '../catalogue/nearest-name.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { commandTable } from './command-table.js';

const hard = (code: string, args: Diagnostic['args']): Diagnostic => ({ code, severity: 'hard', place: {}, args });

/** The command that the words name, if they name one. */
function namedCommand(argv: readonly string[]): string | undefined {
  return Object.entries(commandTable.commands).find(([name, { alias }]) =>
    argv.some((word) => word === name || word === alias),
  )?.[0];
}

/** What commander found wrong with the command line, as a finding of ours. */
export function describeCommandError(error: CommanderError, argv: readonly string[]): Diagnostic {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const command = namedCommand(argv);
  const help = command === undefined ? 'tianshu -h' : `tianshu ${command} -h`;
  switch (error.code) {
    case 'commander.unknownCommand': {
      const names = Object.entries(commandTable.commands).flatMap(([name, { alias }]) => [name, alias]);
      return hard('unknown-command', { command: quoted, help, ...suggested(nearestName(quoted, names)) });
    }
    case 'commander.unknownOption': {
      const own = command === undefined ? [] : (commandTable.commands[command]?.options ?? []);
      const flags = [...own, ...commandTable.program.options].map(({ flags }) => /--[\w-]+/.exec(flags)?.[0] ?? flags);
      return hard('unknown-option', { option: quoted, help, ...suggested(nearestName(quoted, flags)) });
    }
    case 'commander.missingArgument':
      return hard('missing-argument', { argument: quoted, help });
    case 'commander.optionMissingArgument':
      return hard('option-needs-value', { option: quoted, help });
    case 'commander.excessArguments':
      return hard('too-many-arguments', { help });
    default:
      return hard('bad-command-line', { what: error.message.replace(/^error: /, ''), help });
  }
}

const suggested = (suggestion: string | undefined) => (suggestion === undefined ? {} : { suggestion });
