import type { Catalogue } from '../catalogue/catalogue.js';
import { parseUnit } from '../model/unit.js';
import { lexicon } from './lexicon/lexicon.js';
import type { Token, TokenClass } from './token.js';

/** The units that may stand behind a number, longest first. */
export interface UnitTable {
  readonly pattern: RegExp;
  readonly kinds: ReadonlyMap<string, TokenClass>;
}

const escapeForExpression = (s: string): string => s.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Units of the catalogue and of the lexicon, with any scale in front and 余 or 多 inside: 万余家. */
export function unitTable(catalogue: Catalogue): UnitTable {
  const { counters, percent, points, times, places } = lexicon().units;
  const ofCatalogue = catalogue.indicators.map((i) => parseUnit(i.unit)?.base ?? i.unit);
  const kinds = new Map<string, TokenClass>();
  for (const base of [...counters, ...ofCatalogue]) kinds.set(base, 'unit');
  for (const [list, kind] of [
    [percent, 'percent'],
    [points, 'points'],
    [times, 'times'],
    [places, 'places'],
  ] as const)
    for (const text of list) kinds.set(text, kind);
  const longestFirst = (list: Iterable<string>) =>
    [...list]
      .sort((x, y) => y.length - x.length)
      .map(escapeForExpression)
      .join('|');
  const relative = longestFirst([...percent, ...points, ...times]);
  const pattern = new RegExp(
    `(?<relative>${relative})|(?<scale>万亿|[十百千]?[万亿]|[百千])?(?<more>[余多])?(?<base>${longestFirst(kinds.keys())})|(?<bare>万亿|[万亿])`,
    'uy',
  );
  return { pattern, kinds };
}

const BEFORE: Readonly<Record<string, TokenClass>> = { 余: 'after-number-above', 多: 'after-number-above' };

/** The unit that follows a number, with the approximators around it. Empty where none follows. */
export function matchUnit(text: string, at: number, { pattern, kinds }: UnitTable): readonly Token[] {
  const tokens: Token[] = [];
  let from = at;
  while (/[ \u00a0\u2002-\u200a\u202f\u3000]/.test(text[from] ?? '')) from += 1;
  const above = BEFORE[text[from] ?? ''];
  if (above) {
    tokens.push({ text: text[from]!, start: from, end: from + 1, classes: [above] });
    from += 1;
  }
  pattern.lastIndex = from;
  const m = pattern.exec(text);
  if (!m) return above ? tokens : [];
  const { relative, scale = '', more, base = '', bare } = m.groups as Record<string, string | undefined>;
  const unit = parseUnit(relative ?? bare ?? scale + base);
  const kind =
    relative !== undefined
      ? kinds.get(relative)!
      : bare !== undefined
        ? 'unit'
        : scale === ''
          ? (kinds.get(base) ?? 'unit')
          : 'unit';
  const end = from + m[0].length;
  const classes: TokenClass[] = kind === 'places' ? ['places', 'unit'] : [kind];
  tokens.push({
    text: m[0],
    start: from,
    end,
    classes,
    ...(unit ? { unit } : {}),
    ...(more ? { approximator: 'after-number-above' } : {}),
  });
  return [...tokens, ...approximatorBehind(text, end)];
}

/** 以上, 左右, 多 behind a number and its unit. */
export function approximatorBehind(text: string, at: number): readonly Token[] {
  const after = /^(?:以上|左右|上下|余|多|强(?=[，。；、]))/u.exec(text.slice(at, at + 3))?.[0];
  if (after === undefined) return [];
  const c: TokenClass =
    after === '以上' ? 'after-number-at-least' : /[余多强]/u.test(after) ? 'after-number-above' : 'after-number-about';
  return [{ text: after, start: at, end: at + after.length, classes: [c] }];
}
