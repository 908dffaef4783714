import type { TextBuilder } from './source-text.js';

/** What stands in a text where something is shown that is no text: code, a picture. */
export const OBJECT = '\uFFFC';

interface Token {
  readonly kind: 'text' | 'hidden' | 'object' | 'break';
  readonly start: number;
  readonly end: number;
}

/** Markup that begins with a character of its own, tried in order. Each pattern runs in linear time over a line. */
const MARKUP: readonly { readonly pattern: RegExp; readonly kind: Token['kind'] | 'delimiter' | 'escape' }[] = [
  { pattern: /\\(?=[!-/:-@[-`{-~])/y, kind: 'escape' },
  { pattern: /(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/y, kind: 'object' },
  { pattern: /<(?:[a-z][a-z\d+.-]*:|[^\s<>@]+@)[^\s<>]*>/iy, kind: 'object' },
  { pattern: /<br\b[^<>]*>/iy, kind: 'break' },
  { pattern: /<\/?[a-z][^<>]*>/iy, kind: 'hidden' },
  { pattern: /<!--[^<>]*-->/y, kind: 'hidden' },
  { pattern: /!\[[^[\]]*\](?:\([^()\s]*(?:\s+"[^"]*")?\)|\[[^[\]]*\])?/y, kind: 'object' },
  { pattern: /\[\^[^[\]\s]+\]/y, kind: 'hidden' },
  { pattern: /\*{1,3}|~~|_+/y, kind: 'delimiter' },
];
const LINK_END = /\]\((?:<[^<>]*>|[^()\s]*)(?:\s+(?:"[^"]*"|'[^']*'))?\)|\]\[[^[\]]*\]/y;
const WORD = /[\p{Letter}\p{Number}]/u;

/** End of a match that begins at `at`, or −1. */
function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** Whether the delimiter run text[start, end) may open or close emphasis. A run of three or more underscores is a blank to fill. */
function flanks(text: string, start: number, end: number): { opens: boolean; closes: boolean } {
  const before = text[start - 1] ?? ' ';
  const after = text[end] ?? ' ';
  const intraword = text[start] === '_';
  if (intraword && end - start > 2) return { opens: false, closes: false };
  return {
    opens: /\S/.test(after) && !(intraword && WORD.test(before)),
    closes: /\S/.test(before) && !(intraword && WORD.test(after)),
  };
}

/** Marks the delimiter runs that pair up as hidden; lone ones are text (3*5, 完成__万件). */
function pairDelimiters(text: string, runs: readonly { start: number; end: number }[]): ReadonlySet<number> {
  const hidden = new Set<number>();
  const open = new Map<string, number[]>();
  for (const { start, end } of runs) {
    const mark = text.slice(start, end);
    const { opens, closes } = flanks(text, start, end);
    const waiting = open.get(mark) ?? [];
    open.set(mark, waiting);
    const partner = closes ? waiting.pop() : undefined;
    if (partner !== undefined) hidden.add(partner).add(start);
    else if (opens) waiting.push(start);
  }
  return hidden;
}

/** Adds a link's brackets and address to the hidden marks when the `]` at `at` ends one; the end of it, or −1. */
function closeLink(text: string, at: number, brackets: number[], marks: Token[]): number {
  const bracket = brackets.pop();
  const end = bracket === undefined ? -1 : matchEnd(LINK_END, text, at);
  if (bracket === undefined || end < 0) return -1;
  marks.push({ kind: 'hidden', start: bracket, end: bracket + 1 }, { kind: 'hidden', start: at, end });
  return end;
}

function findMarks(text: string): readonly Token[] {
  const marks: Token[] = [];
  const runs: { start: number; end: number }[] = [];
  const brackets: number[] = [];
  for (let at = 0; at < text.length; ) {
    let end = text[at] === ']' ? closeLink(text, at, brackets, marks) : -1;
    for (const { pattern, kind } of '\\`<![*_~'.includes(text[at]!) ? MARKUP : []) {
      end = matchEnd(pattern, text, at);
      if (end < 0) continue;
      if (kind === 'delimiter') runs.push({ start: at, end });
      else marks.push({ kind: kind === 'escape' ? 'hidden' : kind, start: at, end });
      if (kind === 'escape') end += 1;
      break;
    }
    if (end < 0 && text[at] === '[') brackets.push(at);
    at = end < 0 ? at + 1 : end;
  }
  const paired = pairDelimiters(text, runs);
  for (const run of runs) if (paired.has(run.start)) marks.push({ kind: 'hidden', ...run });
  return marks.sort((a, b) => a.start - b.start);
}

function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (const mark of findMarks(text)) {
    if (mark.start > from) tokens.push({ kind: 'text', start: from, end: mark.start });
    tokens.push(mark);
    from = mark.end;
  }
  if (from < text.length) tokens.push({ kind: 'text', start: from, end: text.length });
  return tokens;
}

/**
 * Adds a line of markdown to a block as people read it: emphasis, links and escapes without their marks, code and pictures as one
 * object character. `source` is where the line stands.
 */
export function addInline(builder: TextBuilder, text: string, source: number): void {
  for (const token of tokenize(text)) {
    const length = token.end - token.start;
    if (token.kind === 'text') builder.literal(text.slice(token.start, token.end), source + token.start);
    else if (token.kind === 'object') builder.standIn(OBJECT, source + token.start, length);
    else if (token.kind === 'break') builder.standIn('\n', source + token.start, length);
  }
}
