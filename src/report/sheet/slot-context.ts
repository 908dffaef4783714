import type { Block, Document } from '../../model/document.js';
import { beginsWith, endsWith, normaliseContext } from './context-text.js';
import { withoutSigns } from './sign-word.js';

/** A place in a document that a row of the sheet, or a remembered answer, may belong to. */
export interface Spot {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** The words by which a place is found again, whatever else in the document changes. */
export interface SlotContext {
  readonly before: string;
  readonly after: string;
  /** Among places that even this context does not tell apart: the nth of so many. */
  readonly alike?: { readonly nth: number; readonly of: number };
}

/** Between blocks, and between the headings of a table cell. */
const BORDER = '｜';
const FARTHEST = 200;
/** The least context, in characters, where the document has that much. */
const LEAST = 6;
/** Sentences longer than this are cut. */
const LONGEST_SENTENCE = 60;
const AFTER = 20;
const STOP = /[。！？!?；;｜]/u;
const PAUSE = /[。！？!?；;，,｜]/u;

/** The text around every spot of a document, and the shortest context that tells each apart from all others. */
export class Surroundings {
  readonly #spots: readonly Spot[];
  readonly #around: readonly { readonly before: string; readonly after: string }[];
  readonly #plain: readonly { readonly before: string; readonly after: string }[];
  readonly #endings = new Map<string, number[]>();
  #filled: readonly { readonly before: string; readonly after: string; readonly shape: string }[] | undefined;
  readonly #filledEndings = new Map<string, number[]>();

  constructor({ blocks }: Document, spots: readonly Spot[]) {
    this.#spots = spots;
    this.#around = spots.map((spot) => around(blocks, spot));
    this.#plain = this.#around.map(({ before, after }) => ({
      before: normaliseContext(before),
      after: normaliseContext(after),
    }));
    this.#plain.forEach(({ before }, i) => {
      put(this.#endings, before.slice(-ENDING), i);
    });
  }

  /** Indices of the spots that stand in a context, in the order of the document. */
  spotsIn(context: Pick<SlotContext, 'before' | 'after'>): readonly number[] {
    const before = normaliseContext(context.before);
    const after = normaliseContext(context.after);
    const ending = before.slice(-ENDING);
    const indexed = before.length >= ENDING && !ending.includes('?');
    const candidates = indexed ? (this.#endings.get(ending) ?? []) : this.#spots.map((_, i) => i);
    return candidates.filter((i) => {
      const plain = this.#plain[i]!;
      return endsWith(plain.before, before) && beginsWith(plain.after, after);
    });
  }

  /** As `spotsIn`, in a text where slots around the spot have been filled and words of sign have followed the figures. */
  filledSpotsIn(context: Pick<SlotContext, 'before' | 'after'>): readonly number[] {
    this.#filled ??= this.#plain.map(({ before, after }, i) => {
      const own = withoutSigns(before);
      put(this.#filledEndings, own.slice(-ENDING), i);
      return { before: own, after: withoutSigns(after), shape: shapeOf(own) };
    });
    const before = withoutSigns(normaliseContext(context.before));
    const after = withoutSigns(normaliseContext(context.after));
    const stands = (i: number) =>
      endsWith(this.#filled![i]!.before, before, 'filled') && beginsWith(this.#filled![i]!.after, after, 'filled');
    // Where only figures were filled in, the shapes agree: a quick sieve. Names need the slow comparison of all.
    const shape = shapeOf(before);
    const ending = before.slice(-ENDING);
    const indexed = ending.length === ENDING && !/[?×]/u.test(ending);
    const all = indexed ? (this.#filledEndings.get(ending) ?? []) : this.#spots.map((_, i) => i);
    const alike = all.filter((i) => this.#filled![i]!.shape.endsWith(shape));
    return (alike.length > 0 ? alike : all).filter(stands);
  }

  /** The words before and after a spot, as far as it takes to tell it apart. */
  contextOf(index: number): SlotContext {
    const { before, after } = this.#around[index]!;
    let context: SlotContext = { before: '', after: '' };
    for (const wider of widening(before, after)) {
      context = wider;
      if (this.spotsIn(wider).length === 1) return wider;
    }
    const same = this.spotsIn(context);
    return { ...context, alike: { nth: same.indexOf(index) + 1, of: same.length } };
  }
}

const ENDING = 4;

function put(index: Map<string, number[]>, key: string, i: number): void {
  const known = index.get(key);
  if (known) known.push(i);
  else index.set(key, [i]);
}

/** A text without its figures. */
const shapeOf = (text: string): string => text.replace(/\d+(?:[,.]\d+)*/gu, '×');

/** What stands before and after a spot: in a table its headings, else the text of the document as it flows. */
function around(blocks: readonly Block[], { block, start, end }: Spot): { before: string; after: string } {
  const { text, headings } = blocks[block]!;
  let before = text.slice(Math.max(0, start - FARTHEST), start);
  let after = text.slice(end, end + FARTHEST);
  const named = headings
    ? [headings.caption ?? '', ...headings.row, ...headings.column].filter((h) => h.trim() !== '')
    : [];
  if (named.length > 0) before = [...named, before].join(BORDER);
  else {
    for (let i = block - 1; i >= 0 && before.length < FARTHEST; i--)
      before = blocks[i]!.text.slice(-FARTHEST) + BORDER + before;
    for (let i = block + 1; i < blocks.length && after.length < FARTHEST; i++)
      after += BORDER + blocks[i]!.text.slice(0, FARTHEST);
  }
  return { before: wholeCharacters(oneLine(before).slice(-FARTHEST)), after: oneLine(after).slice(0, FARTHEST) };
}

/** A break inside a block would break the row of a sheet. */
const oneLine = (text: string): string => text.replace(/[\r\n\v\f\u2028\u2029]+/gu, BORDER);

const wholeCharacters = (text: string): string => (/^[\udc00-\udfff]/.test(text) ? text.slice(1) : text);

/** Contexts from near to far: the sentence up to the slot and the clause after it, then one sentence more at a time. */
function* widening(before: string, after: string): Generator<SlotContext> {
  const clause = upTo(PAUSE, after);
  const sentence = upTo(STOP, after);
  const cut = (from: number) => wholeCharacters(before.slice(from)).replace(/^[\s｜]+/u, '');
  let from = /｜$/u.test(before) ? before.length : sentenceStart(before, before.length);
  if (before.length - from > LONGEST_SENTENCE) from = before.length - LONGEST_SENTENCE;
  while (from > 0 && before.length - from + clause.length < LEAST) from = sentenceStart(before, from);
  yield { before: cut(from), after: clause };
  yield { before: cut(from), after: sentence };
  while (from > 0) {
    from = sentenceStart(before, from);
    yield { before: cut(from), after: sentence };
  }
  yield { before: cut(0), after: wholeCharacters(after.slice(0, FARTHEST / 2)) };
}

/** Where the sentence begins that ends before `end`. */
function sentenceStart(text: string, end: number): number {
  for (let i = end - 2; i >= 0; i--) if (STOP.test(text[i]!)) return i + 1;
  return 0;
}

/** What follows, to the first mark of a kind, within bounds. A border of blocks is left out. */
function upTo(mark: RegExp, text: string): string {
  const found = text.slice(0, AFTER).search(mark);
  if (found < 0) return text.slice(0, AFTER).replace(/[\ud800-\udbff]$/, '');
  return text.slice(0, text[found] === BORDER ? found : found + 1);
}
