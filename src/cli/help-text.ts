import type { Lang } from '../report/messages/language.js';
import { type CommandText, commandTable, type OptionText } from './command-table.js';

/** Columns that a text of ours takes: Chinese characters and full-width marks take two. */
const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + (c >= '\u1100' ? 2 : 1), 0);

interface Item {
  readonly term: string;
  readonly text: string;
}

const WIDTH = 100;

function formatItems(title: string, items: readonly Item[]): string {
  const column = Math.max(...items.map((item) => widthOf(item.term))) + 2;
  const lines = items.map(
    ({ term, text }) => `  ${term}${' '.repeat(column - widthOf(term))}${wrap(text, column + 2)}`,
  );
  return [`${title}`, ...lines].join('\n');
}

/** Breaks a text at spaces, or after any full-width character, so that it stays beside its term. */
function wrap(text: string, indent: number): string {
  const lines = [''];
  let used = indent;
  for (const piece of text.match(/[\u1100-\uffff]|[^\s\u1100-\uffff]+\s*|\s+/gu) ?? []) {
    const width = widthOf(piece.trimEnd());
    const opens = /^[，。；：、）」]/u.test(piece);
    if (used + width > WIDTH && !opens) {
      lines.push(' '.repeat(indent));
      used = indent;
    }
    lines[lines.length - 1] += piece;
    used += widthOf(piece);
  }
  return lines.map((line) => line.trimEnd()).join('\n');
}

const itemOf = (lang: Lang) => (option: OptionText) => ({ term: option.flags, text: option[lang] });

/** `tianshu --help` */
export function programHelp(lang: Lang): string {
  const { program, commands } = commandTable;
  const { words } = program;
  const list = Object.entries(commands).map(([name, command]) => ({
    term: `${name} ${command.alias}`,
    text: command.summary[lang],
  }));
  return [
    `tianshu · ${program.summary[lang]}`,
    `${words.usage[lang]}: tianshu ${lang === 'zh' ? '<命令> [选项]' : '<command> [options]'}`,
    formatItems(words.commands[lang], list),
    formatItems(words.options[lang], program.options.map(itemOf(lang))),
    `${words.example[lang]}\n  ${program.example.command}\n      ${program.example[lang]}`,
    program.closing[lang],
  ].join('\n\n');
}

/** `tianshu fill --help` */
export function commandHelp(name: string, command: CommandText, lang: Lang): string {
  const { words, options } = commandTable.program;
  const usage = ['tianshu', name, command.arguments, lang === 'zh' ? '[选项]' : '[options]'].filter((x) => x !== '');
  return [
    `tianshu ${name} (${command.alias}) · ${command.summary[lang]}`,
    `${words.usage[lang]}: ${usage.join(' ')}`,
    ...(command.details ? [wrap(command.details[lang], 0)] : []),
    ...(command.options.length > 0 ? [formatItems(words.options[lang], command.options.map(itemOf(lang)))] : []),
    formatItems(words.global[lang], options.slice(0, 3).map(itemOf(lang))),
    `${words.example[lang]}\n  ${command.example}`,
  ].join('\n\n');
}
