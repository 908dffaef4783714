import * as z from 'zod';
import patternData from './patterns.yaml';
import { BEFORE_NUMBER, has, type Token, type TokenClass } from './token.js';

const text = z.string().min(1);
export const patternSchema = z.strictObject({
  id: text,
  measure: z.enum([
    'level',
    'growth',
    'share',
    'rank',
    'increase',
    'multiple',
    'average-growth',
    'completion',
    'ahead-of-time',
    'contribution',
    'pull',
    'unit-price',
  ]),
  of: z
    .enum([
      'difference',
      'relation',
      'relation-to-indicator',
      'change-of-last',
      'times',
      'at-base',
      'net',
      'rate',
      'score',
      'change',
      'bare',
      'yearly',
      'over-plan',
      'per-million',
      'plan',
      'of-derived',
      'month-and-year',
      'behind',
      'relation-of-mean',
      'to-mean',
      'mean',
      'both',
      'against',
    ])
    .optional(),
  reads: text,
  examples: z.array(z.strictObject({ text, means: z.array(text) })).min(1),
});
export type PatternData = z.output<typeof patternSchema>;

/** A sentence pattern, compiled to a regular expression over word classes. */
export interface Pattern extends PatternData {
  readonly expression: RegExp;
  readonly captures: readonly string[];
}

/** Words that set the scene and may stand before any pattern. */
const SCENE: readonly TokenClass[] = [
  'term',
  'area',
  'wide-area',
  'period',
  'of-which',
  'conjunction',
  'plan',
  'actual',
  'estimate',
  'goal',
  'from',
  'reach',
  'turn',
  'those',
  'cumulative',
  'current-month',
  'current-quarter',
  'per-day',
  'per-month',
  'per-head',
  'years-back',
  'total',
  'same-period',
];
/** Whether a word only sets the scene. A comparator at the head of a sentence does too. */
export const isSceneWord = (t: Token): boolean =>
  t.classes.some((c) => SCENE.includes(c) || c === 'comparator' || c === 'respectively' || c === 'each');
const NUMBER = '#';

/** A word is written as <class,class,…>, so that one expression can look for any of its classes. */
export function encode(tokens: readonly Token[]): string {
  return tokens
    .map((t) => `<,${[...t.classes, ...(has(t, ...BEFORE_NUMBER) ? ['approximate'] : [])].join(',')},>`)
    .join('');
}

const classExpression = (c: string): string => `<[^<>]*,${c},[^<>]*>`;

function compileItem(item: string, captures: string[]): string {
  const m = /^(?:(\w+)=)?(.+?)([?*+]?)$/.exec(item)!;
  const [, name, word = '', quantifier = ''] = m;
  const body = word === NUMBER ? NUMBER : classExpression(word === 'amount' ? 'unit' : word);
  if (name === undefined) return `(?:${body})${quantifier}`;
  captures.push(name);
  return `(?<${name}_${captures.length}>(?:${body})${quantifier})`;
}

/** Compiles "base=comparator? verb=change # percent"; brackets group, and may be captured and repeated as a whole. */
export function compilePattern<D extends PatternData>(data: D): D & Pattern {
  const captures: string[] = [];
  const words = data.reads.trim().split(/\s+/);
  let source = '';
  for (const word of words) {
    const opening = /^(?:(\w+)=)?\($/.exec(word);
    const closing = /^\)([?*+]?)$/.exec(word);
    if (opening) {
      if (opening[1] !== undefined) captures.push(opening[1]);
      source += opening[1] === undefined ? '(?:(?:' : `(?<${opening[1]}_${captures.length}>(?:`;
    } else if (closing) source += `)${closing[1]})`;
    else source += word === '|' ? '|' : compileItem(word, captures);
  }
  const scene = SCENE.map(classExpression).join('|');
  return { ...data, captures, expression: new RegExp(`^(?<scene>(?:${scene})*?)${source}$`, 'd') };
}

let compiled: readonly Pattern[] | undefined;
/** The patterns of the table, in its order. */
export function patterns(): readonly Pattern[] {
  compiled ??= z.array(patternSchema).parse(patternData).map(compilePattern);
  return compiled;
}

/** A pattern that fits: which words set the scene, and which stand under each name. */
export interface PatternMatch {
  readonly pattern: Pattern;
  readonly scene: readonly Token[];
  readonly captured: Readonly<Record<string, readonly Token[]>>;
}

type Match = { readonly pattern: Pattern; readonly groups: NonNullable<RegExpIndicesArray['groups']> };
/** Speeches say the same kind of thing over and over: what a run of word classes matched is kept. */
const known = new Map<string, Match | null>();
const MOST_KNOWN = 5000;

function firstMatch(code: string): Match | null {
  const before = known.get(code);
  if (before !== undefined) return before;
  let found: Match | null = null;
  for (const pattern of patterns()) {
    const m = pattern.expression.exec(code);
    if (m) {
      found = { pattern, groups: m.indices?.groups ?? {} };
      break;
    }
  }
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(code, found);
  return found;
}

/** The first pattern that reads these words: those before the number, then those behind it. */
export function matchPattern(before: readonly Token[], behind: readonly Token[]): PatternMatch | undefined {
  const code = `${encode(before)}${NUMBER}${encode(behind)}`;
  const match = firstMatch(code);
  return match === null ? undefined : capturedBy(match, code, [...before, undefined, ...behind]);
}

/** Which words stand under each name of a pattern. */
export function capturedBy<P extends Pattern>(
  { pattern, groups }: { readonly pattern: P; readonly groups: Match['groups'] },
  code: string,
  all: readonly (Token | undefined)[],
): PatternMatch & { readonly pattern: P } {
  const starts: number[] = [];
  for (const m of code.matchAll(/[<#]/g)) starts.push(m.index);
  const tokensIn = (range: readonly [number, number] | undefined): Token[] =>
    range === undefined
      ? []
      : all.filter((t, i): t is Token => t !== undefined && starts[i]! >= range[0] && starts[i]! < range[1]);
  const captured: Record<string, Token[]> = {};
  pattern.captures.forEach((name, i) => {
    const found = tokensIn(groups[`${name}_${i + 1}`]);
    captured[name] = [...(captured[name] ?? []), ...found];
  });
  return { pattern, scene: tokensIn(groups['scene']), captured };
}
