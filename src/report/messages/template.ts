import type { MessageArgument } from '../../model/diagnostic.js';
import type { Lang } from './language.js';
import { sanitise } from './sanitise.js';

export type MessageArguments = Readonly<Record<string, MessageArgument>>;

/** `{name}`, or `{name? text that stands only where name is given, with {name} in it}`. */
const PART = /\{(?<optional>[\w-]+)\?(?<text>(?:[^{}]|\{[\w-]+\})*)\}|\{(?<name>[\w-]+)\}/g;

/** Names of the arguments that a message cannot do without, and of those that it can use. */
export function argumentsOf(template: string): {
  readonly needed: readonly string[];
  readonly optional: readonly string[];
} {
  const needed = new Set<string>();
  const optional = new Set<string>();
  for (const { groups } of template.matchAll(PART)) {
    if (groups?.['name'] !== undefined) needed.add(groups['name']);
    if (groups?.['optional'] !== undefined) optional.add(groups['optional']);
  }
  return { needed: [...needed], optional: [...optional].filter((name) => !needed.has(name)) };
}

/** Puts the arguments into a message. Text from files is made safe; a list is joined as the language does. */
export function fillMessage(template: string, args: MessageArguments, lang: Lang): string {
  return template.replace(PART, (_whole, ...rest) => {
    const { name, optional, text } = rest.at(-1) as Record<string, string | undefined>;
    if (name !== undefined) return formatArgument(args[name], lang) ?? `{${name}}`;
    const given = formatArgument(args[optional ?? ''], lang);
    return given === undefined || given === '' ? '' : fillMessage(text ?? '', args, lang);
  });
}

function formatArgument(value: MessageArgument | undefined, lang: Lang): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'object') return value.map((item) => sanitise(item)).join(lang === 'zh' ? '、' : ', ');
  return sanitise(String(value));
}
