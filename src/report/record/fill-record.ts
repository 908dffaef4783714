import type { ClaimKind } from '../../claims/claim.js';
import type { TokenClass } from '../../claims/token.js';
import type { Query } from '../../measures/query.js';
import { type Rational, rational } from '../../model/rational.js';
import { parseQuery } from './query-schema.js';

/** Who gave a number that was filled: the data, the facts file, a completed sheet, or a decision kept from an earlier one. */
export const ORIGINS = ['data', 'fact', 'sheet', 'remembered'] as const;
export type Origin = (typeof ORIGINS)[number];

/** What was asked of the data and what they said. */
export interface RecordedFigure {
  readonly query: Query;
  /** Exact, in `unit`. */
  readonly value: Rational;
  readonly unit: string;
}

/** The words around a number as they stood when it was filled; other filled numbers among them read as ×. */
export interface RecordedWords {
  /** Of its sentence. */
  readonly before: string;
  readonly after: string;
  /** Of its cell, in one line; '' outside of tables. */
  readonly headings: string;
}

/**
 * What a draft carries of one number that was filled. It travels in the file as plain strings, which people may read and other
 * programs may spoil: what does not parse is left out.
 */
export interface FillRecord {
  readonly origin: Origin;
  readonly kind: ClaimKind | undefined;
  /** In words, in the language of the file. */
  readonly meaning: string;
  readonly figure: RecordedFigure | undefined;
  /** Unit that the sentence asks for: 万件. '' where it names none. */
  readonly unit: string;
  /** What the verb in front said when it was filled: 增长 is 1, 下降 −1. */
  readonly sign: 1 | -1 | undefined;
  readonly approximator: TokenClass | undefined;
  readonly words: RecordedWords | undefined;
}

type Data = Readonly<Record<string, string>>;

/** For the file. `formula` and `sources` are for people alone. */
export function formatRecord(record: FillRecord, formula: string, sources: string): Data {
  const { figure, words } = record;
  const fields: Record<string, string | undefined> = {
    origin: record.origin,
    kind: record.kind,
    meaning: record.meaning,
    formula,
    unit: figure?.unit,
    sources,
    value: figure && `${figure.value.num}/${figure.value.den}`,
    query: figure && JSON.stringify(figure.query),
    in: record.unit,
    sign: record.sign === undefined ? '' : String(record.sign),
    approximator: record.approximator,
    before: words?.before,
    after: words?.after,
    headings: words?.headings,
  };
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined && field[1] !== ''),
  );
}

/** From the file. */
export function parseRecord(data: Data): FillRecord {
  const { query, value, unit, sign, before, after, headings } = data;
  const asked = query === undefined ? undefined : parseQuery(query);
  const exact = parseValue(value);
  return {
    origin: ORIGINS.find((o) => o === data['origin']) ?? 'data',
    kind: /^[a-z-]{1,20}$/.test(data['kind'] ?? '') ? (data['kind'] as ClaimKind) : undefined,
    meaning: data['meaning'] ?? '',
    figure: asked && exact && unit !== undefined ? { query: asked, value: exact, unit } : undefined,
    unit: data['in'] ?? '',
    sign: sign === '1' ? 1 : sign === '-1' ? -1 : undefined,
    approximator: /^(?:before|after)-number-[a-z-]{1,20}$/.test(data['approximator'] ?? '')
      ? (data['approximator'] as TokenClass)
      : undefined,
    words: { before: before ?? '', after: after ?? '', headings: headings ?? '' },
  };
}

function parseValue(text: string | undefined): Rational | undefined {
  const [, num, den] = /^(-?\d{1,400})\/(\d{1,400})$/.exec(text ?? '') ?? [];
  return num === undefined || den === undefined || BigInt(den) === 0n ? undefined : rational(BigInt(num), BigInt(den));
}
