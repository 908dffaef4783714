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

/** Whether the first line of a text is its title: short, no sentence punctuation, and not itself a numbered heading. */
export function looksLikeTitle(line: string): boolean {
  const text = line.trim();
  return (
    text !== '' &&
    text.length <= LONGEST &&
    !/[。；，！？：;!?:]/u.test(text) &&
    numberedHeadingLevel(text) === undefined
  );
}
