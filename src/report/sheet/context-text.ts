/**
 * Texts of a context are compared as a reader sees them: full-width and half-width forms, spaces and the glyph of a slot
 * make no difference, nor does the apostrophe with which a spreadsheet keeps a text from being a formula.
 */
const SLOT = '×';
const GLYPHS = /[╳✕✖☓×]+(?:[.．][╳✕✖☓×]+)?|[_＿]{2,}/gu;
const APOSTROPHE = /^'(?=\s*[=+\-@＝＋－＠\d])/u;

export const normaliseContext = (text: string): string =>
  text
    .replace(APOSTROPHE, '')
    .replace(GLYPHS, SLOT)
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff]+/gu, '');

/** What one character of a pattern may stand for: itself, or a run of `least` to `most` characters of a kind. */
interface Wild {
  readonly least: number;
  readonly most: number;
  readonly allows: (character: string) => boolean;
}

/** A question mark is what an old encoding leaves of a character that it lacks. */
const LOST: Wild = { least: 0, most: 2, allows: () => true };
/** A slot may meanwhile be filled: with a figure or a name, within its clause. */
const FILLED: Wild = { least: 1, most: 16, allows: (c) => !/[,，。；;:：、｜|]/u.test(c) };

/** How strictly a pattern is read. `filled`: slots of the pattern may stand for what fills them. */
export type Reading = 'as-written' | 'filled';

const wildOf = (character: string, reading: Reading): Wild | undefined =>
  character === '?' ? LOST : character === SLOT && reading === 'filled' ? FILLED : undefined;

/** Lengths of the beginnings of `text` that `pattern` can stand for. Bounded: pattern × text steps. */
function matchedLengths(pattern: string, text: string, reading: Reading): ReadonlySet<number> {
  let at = new Set([0]);
  for (const character of pattern) {
    const wild = wildOf(character, reading);
    const next = new Set<number>();
    for (const from of at) {
      if (!wild) {
        if (text.startsWith(character, from)) next.add(from + character.length);
        continue;
      }
      if (wild.least === 0) next.add(from);
      for (let n = 1; n <= wild.most && from + n <= text.length; n++) {
        if (!wild.allows(text[from + n - 1]!)) break;
        if (n >= wild.least) next.add(from + n);
      }
    }
    if (next.size === 0) return next;
    at = next;
  }
  return at;
}

const isPlain = (pattern: string, reading: Reading): boolean =>
  !pattern.includes('?') && (reading === 'as-written' || !pattern.includes(SLOT));

/** Whether a text begins with a pattern; both are normalised. */
export function beginsWith(text: string, pattern: string, reading: Reading = 'as-written'): boolean {
  if (isPlain(pattern, reading)) return text.startsWith(pattern);
  return matchedLengths(pattern, text, reading).size > 0;
}

/** Whether a text ends with a pattern; both are normalised. */
export function endsWith(text: string, pattern: string, reading: Reading = 'as-written'): boolean {
  if (isPlain(pattern, reading)) return text.endsWith(pattern);
  // Most texts fail at the last literal characters: no need to try the rest.
  const tail = pattern.slice(Math.max(pattern.lastIndexOf('?'), pattern.lastIndexOf(SLOT)) + 1);
  if (!text.endsWith(tail)) return false;
  const reversed = (s: string) => [...s].reverse().join('');
  const wild = [...pattern].filter((c) => wildOf(c, reading)).length;
  const near = text.slice(-(pattern.length + FILLED.most * wild));
  return matchedLengths(reversed(pattern), reversed(near), reading).size > 0;
}
