import { groupNames } from './group-names.js';
import { lexicon } from './lexicon/lexicon.js';
import { type UnitTable, unitTable } from './number-unit.js';
import { shortNames } from './short-names.js';
import type { Token, TokenClass } from './token.js';
import type { Vocabulary } from './vocabulary.js';

/** What a word of the dictionary stands for, wherever it stands. */
export type Entry = Omit<Token, 'text' | 'start' | 'end'>;

/** A vocabulary compiled for longest match. */
export interface Dictionary {
  readonly vocabulary: Vocabulary;
  /** Names of indicators and regions, whole. */
  readonly names: ReadonlyMap<string, Entry>;
  readonly byFirst: ReadonlyMap<string, readonly (readonly [string, Entry])[]>;
  readonly notes: RegExp;
  readonly units: UnitTable;
}

/** The area of a level that is the home region or lies around it. */
export function areaAround(level: string, { refAreas, home }: Vocabulary): string | undefined {
  for (let at = refAreas.get(home); at; at = at.parent === undefined ? undefined : refAreas.get(at.parent)) {
    const itself = at.level === level || (level === 'prefecture' && at.level === 'province' && /市$/u.test(at.name));
    const district = level === 'district' && /区$/u.test(at.name) && at.level !== 'prefecture';
    if (itself || district) return at.code;
  }
  return undefined;
}

/** Compiles a vocabulary: the catalogue's names, the regions that a report may name, and the words of the grammar. */
export function dictionary(vocabulary: Vocabulary): Dictionary {
  const entries = new Map<string, { classes: TokenClass[] } & Omit<Entry, 'classes'>>();
  const add = (text: string, classes: readonly TokenClass[], more: Omit<Entry, 'classes'> = {}) => {
    const known = entries.get(text);
    if (!known) entries.set(text, { classes: [...classes], ...more });
    else
      entries.set(text, {
        ...known,
        ...more,
        classes: [...known.classes, ...classes.filter((c) => !known.classes.includes(c))],
      });
  };
  const { catalogue, refAreas, home, groups } = vocabulary;
  const words = lexicon();
  for (const name of catalogue.names()) add(name, ['term']);
  for (const [short, names] of shortNames(catalogue))
    if (!words.words.has(short)) add(short, ['term'], { means: names });
  for (const area of refAreas.areas) {
    const far = area.level === 'county' && area.code !== home && !refAreas.isWithin(area.code, home);
    if (far) continue;
    for (const name of new Set([area.name, area.shortName, ...area.aliases])) {
      const codes = refAreas.named(name, home).map((a) => a.code);
      if (codes.length > 0) add(name, ['area'], { areas: codes });
    }
  }
  for (const [name, { length }] of Object.entries(groups))
    for (const spelled of groupNames(name, length)) add(spelled, ['area'], { areas: [`group:${name}`] });
  for (const [says, names] of words.groupLists)
    if (names.every((n) => groups[n])) add(says, ['area'], { areas: names.map((n) => `group:${n}`), list: true });
  for (const [says, names] of words.regionLists) {
    const codes = names.flatMap((n) => refAreas.named(n).map((a) => a.code));
    if (!groups[says] && codes.length === names.length) add(says, ['area'], { areas: codes, list: true });
  }
  for (const [says, level] of words.wideAreas) {
    const code = areaAround(level, vocabulary);
    if (code !== undefined) add(says, ['wide-area'], { areas: [code] });
  }
  for (const [text, word] of words.words)
    add(text, word.classes, { direction: word.direction, ...(word.base ? { base: word.base } : {}) });
  const byFirst = new Map<string, (readonly [string, Entry])[]>();
  for (const [text, entry] of entries) {
    const first = text[0]!;
    const list = byFirst.get(first);
    if (list) list.push([text, entry]);
    else byFirst.set(first, [[text, entry]]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b[0].length - a[0].length);
  const noteTexts = [...words.notes, ...catalogue.data.notes];
  return {
    vocabulary,
    names: new Map([...entries].filter(([, { classes }]) => classes[0] === 'term' || classes[0] === 'area')),
    byFirst,
    notes: new RegExp(`^\\s*(?:${noteTexts.join('|')})(?:[，,、；;]\\s*下同)?\\s*$`, 'u'),
    units: unitTable(catalogue),
  };
}
