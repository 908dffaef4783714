/** Longest line that can be a heading, in characters. */
const LONGEST = 45;
const SENTENCE_END = /[。；;！!？?，：:]["”’）)]?$|[。；！？]/u;
const NUMBERINGS: readonly (readonly [RegExp, number])[] = [
  [/^第[一二三四五六七八九十百]+[编部][分]?/u, 1],
  [/^第[一二三四五六七八九十百]+章/u, 1],
  [/^第[一二三四五六七八九十百]+节/u, 2],
  [/^[一二三四五六七八九十]{1,3}[、.．]/u, 1],
  [/^[（(][一二三四五六七八九十]{1,3}[)）]/u, 2],
];

/**
 * Level of a heading by its number: 一、 is 1, （一） is 2, 第…章 1, 第…节 2. Undefined for a line that is long, ends or contains a
 * sentence, or has no such number: （一）…。 with its text behind it is a paragraph.
 */
export function numberedHeadingLevel(line: string): number | undefined {
  const text = line.trim();
  if (text.length > LONGEST || SENTENCE_END.test(text)) return undefined;
  const found = NUMBERINGS.find(([pattern]) => pattern.test(text));
  return found && text.replace(found[0], '').trim() !== '' ? found[1] : undefined;
}

/** A number or a slot with its unit: such a line makes a claim. */
const FIGURE = /[×╳✕\d]\s*(?:[%％‰]|[十百千万亿]*[件元人个家吨分]|[万亿])/u;

/**
 * Whether the first line of a text is its title: short, without sentence punctuation or a figure with its unit, and not itself a
 * numbered heading. A text of one line has none.
 */
export function looksLikeTitle(line: string): boolean {
  const text = line.trim();
  if (text === '' || text.length > LONGEST || /[。；，！？：;!?:]/u.test(text) || FIGURE.test(text)) return false;
  return numberedHeadingLevel(text) === undefined;
}

/** A lone line is no title, however short. */
export const withoutLoneTitle = <T extends { readonly kind: string }>(blocks: readonly T[]): readonly T[] =>
  blocks.length === 1 && blocks[0]?.kind === 'title' ? [{ ...blocks[0], kind: 'paragraph' }] : blocks;
