import * as z from 'zod';
import { capturedBy, compilePattern, encode, type Pattern, type PatternMatch, patternSchema } from './pattern.js';
import statementData from './statements.yaml';
import type { Token } from './token.js';

const schema = patternSchema.extend({
  holds: z.enum([
    'first',
    'sign',
    'flat',
    'two-digits',
    'turned-up',
    'turned-down',
    'profit',
    'loss',
    'record',
    'record-of-months',
    'within',
  ]),
  silent: z.literal(true).optional(),
});

/** Words that claim something of a figure, compiled as the sentence patterns are. */
export type Statement = Pattern & z.output<typeof schema>;
export type StatementMatch = PatternMatch & { readonly pattern: Statement };

let compiled: readonly Statement[] | undefined;
/** The statements of the table, in its order. */
export function statements(): readonly Statement[] {
  compiled ??= z.array(schema).parse(statementData).map(compilePattern);
  return compiled;
}

/** 稳步增长: where the data cannot answer, no more than a word. */
export const isSilent = (pattern: string): boolean => statements().some((s) => s.id === pattern && s.silent === true);

/** The first statement that reads these words, all of them. */
export function matchStatement(words: readonly Token[]): StatementMatch | undefined {
  const code = encode(words);
  for (const pattern of statements()) {
    const groups = pattern.expression.exec(code)?.indices?.groups;
    if (groups) return capturedBy({ pattern, groups }, code, words);
  }
  return undefined;
}
