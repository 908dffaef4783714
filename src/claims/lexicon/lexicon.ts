import * as z from 'zod';
import { type ComparatorBase, type Direction, LEXICON_CLASSES, type LexiconClass, type TokenClass } from '../token.js';
import changes from './changes.yaml';
import comparators from './comparators.yaml';
import lists from './lists.yaml';
import notes from './notes.yaml';
import peerNouns from './peer-nouns.yaml';
import rhetoric from './rhetoric.yaml';
import units from './units.yaml';
import views from './views.yaml';
import wideAreas from './wide-areas.yaml';
import words from './words.yaml';

const text = z.string().min(1);
const wordsSchema = z.partialRecord(
  z.enum(LEXICON_CLASSES),
  z.array(z.union([text, z.array(text)])).transform((list) => list.flat()),
);
const pairsSchema = z.array(z.strictObject({ up: text, down: text }));
const changesSchema = z.strictObject({
  change: pairsSchema,
  'net-change': pairsSchema,
  'over-plan': pairsSchema,
  drag: pairsSchema,
  pace: pairsSchema,
  relation: pairsSchema,
  'relation-after': pairsSchema,
  reach: pairsSchema,
  place: pairsSchema,
  ahead: pairsSchema,
  nouns: pairsSchema,
});
const comparatorsSchema = z.array(
  z.strictObject({
    says: z.union([text, z.array(text)]).transform((s) => (typeof s === 'string' ? [s] : s)),
    base: z.enum(['last-year', 'preceding', 'last-month', 'last-quarter', 'year-end', 'plan', 'named']),
    of: z.literal('year').optional(),
  }),
);
const listsSchema = z.array(
  z.union([
    z.strictObject({ says: z.array(text), groups: z.array(text) }),
    z.strictObject({ says: z.array(text), regions: z.array(text) }),
  ]),
);
const wideSchema = z.array(
  z.strictObject({ says: z.array(text), level: z.enum(['country', 'province', 'prefecture', 'county', 'district']) }),
);
const peerNounsSchema = z.array(
  z.strictObject({ says: z.array(text), level: z.enum(['province', 'prefecture', 'county', 'any']) }),
);
const unitsSchema = z.strictObject({
  counters: z.array(text),
  percent: z.array(text),
  points: z.array(text),
  times: z.array(text),
  places: z.array(text),
});

/** A word with everything the tables say of it. */
export interface LexiconWord {
  readonly classes: TokenClass[];
  readonly direction: Partial<Record<TokenClass, Direction>>;
  base?: ComparatorBase;
}

/** The words of the grammar, from the tables of this folder. */
export interface Lexicon {
  readonly words: ReadonlyMap<string, LexiconWord>;
  /** Comparators that name a period: `{period}` splits what stands before and after. */
  readonly namedComparators: readonly { readonly before: string; readonly after: string }[];
  readonly groupLists: ReadonlyMap<string, readonly string[]>;
  readonly regionLists: ReadonlyMap<string, readonly string[]>;
  readonly wideAreas: ReadonlyMap<string, 'country' | 'province' | 'prefecture' | 'county' | 'district'>;
  /** 设区市, 省份: the level of the regions that are counted or ranked. Longest first. */
  readonly peerNouns: readonly (readonly [string, string])[];
  readonly notes: readonly string[];
  readonly views: RegExp;
  /** Phrases without any figure in them, up to the end of their clause. */
  readonly rhetoric: RegExp;
  readonly units: z.output<typeof unitsSchema>;
  /** 增幅 ↔ 降幅 */
  readonly nounPartners: ReadonlyMap<string, Direction>;
}

const PAIR_CLASSES = [
  'change',
  'net-change',
  'over-plan',
  'drag',
  'pace',
  'relation',
  'relation-after',
  'reach',
  'place',
  'ahead',
] as const;

function compileWords(
  pairs: z.output<typeof changesSchema>,
  bases: z.output<typeof comparatorsSchema>,
): Map<string, LexiconWord> {
  const found = new Map<string, LexiconWord>();
  const wordOf = (w: string): LexiconWord => {
    const known = found.get(w);
    if (known) return known;
    const created: LexiconWord = { classes: [], direction: {} };
    found.set(w, created);
    return created;
  };
  const classify = (w: string, c: TokenClass) => {
    const word = wordOf(w);
    if (!word.classes.includes(c)) word.classes.push(c);
    return word;
  };
  for (const c of PAIR_CLASSES)
    for (const { up, down } of pairs[c]) {
      classify(up, c).direction[c] ??= { sign: 1, partner: down };
      classify(down, c).direction[c] ??= { sign: -1, partner: up };
    }
  for (const [c, list] of Object.entries(wordsSchema.parse(words)) as [LexiconClass, string[]][])
    for (const w of list) classify(w, c);
  for (const { says, base } of bases)
    for (const w of says) if (base !== 'named') classify(w, 'comparator').base = { kind: base };
  return found;
}

function compile(): Lexicon {
  const pairs = changesSchema.parse(changes);
  const bases = comparatorsSchema.parse(comparators);
  const together = listsSchema.parse(lists);
  const named = bases
    .filter((c) => c.base === 'named')
    .flatMap((c) => c.says.map((s) => ({ before: s.split('{period}')[0]!, after: s.split('{period}')[1]! })))
    .sort((a, b) => b.after.length - a.after.length);
  return {
    words: compileWords(pairs, bases),
    namedComparators: named,
    groupLists: new Map(together.flatMap((l) => ('groups' in l ? l.says.map((s) => [s, l.groups] as const) : []))),
    regionLists: new Map(together.flatMap((l) => ('regions' in l ? l.says.map((s) => [s, l.regions] as const) : []))),
    wideAreas: new Map(wideSchema.parse(wideAreas).flatMap((w) => w.says.map((s) => [s, w.level] as const))),
    peerNouns: peerNounsSchema
      .parse(peerNouns)
      .flatMap((p) => p.says.map((s) => [s, p.level] as const))
      .sort((a, b) => b[0].length - a[0].length),
    notes: z.array(text).parse(notes),
    rhetoric: new RegExp(`(?:${z.array(text).parse(rhetoric).join('|')})(?=\\s*(?:[，。；：、！（）()]|$))`, 'uy'),
    views: new RegExp(z.array(text).parse(views).join('|'), 'uy'),
    units: unitsSchema.parse(units),
    nounPartners: new Map<string, Direction>(
      pairs.nouns.flatMap(({ up, down }): [string, Direction][] => [
        [up, { sign: 1, partner: down }],
        [down, { sign: -1, partner: up }],
      ]),
    ),
  };
}

let compiled: Lexicon | undefined;
/** The lexicon, compiled once. */
export function lexicon(): Lexicon {
  compiled ??= compile();
  return compiled;
}
