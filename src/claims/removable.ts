import { has, type Token } from './token.js';

/** Words that claim something of a figure where they stand alone, and nothing beside its number. */
export const STATING = [
  'turn-up',
  'turn-down',
  'to-profit',
  'to-loss',
  'record',
  'record-of-months',
  'two-digit',
] as const;
const REMOVABLE = ['filler', 'link', 'space', 'ordinal', ...STATING] as const;

/** Words that take no place in a pattern: 已, 完成, and notes in brackets that are known to be harmless. */
export const isRemovable = (t: Token): boolean =>
  t.classes.every((c) => (REMOVABLE as readonly string[]).includes(c)) || (has(t, 'note') && !t.doubtful);
