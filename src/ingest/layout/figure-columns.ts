import type { HeadingPhrase } from '../../catalogue/heading-phrase.js';
import type { Meaning, PreparedRow } from '../deliver.js';
import type { LeftOut } from '../reading.js';
import { type Around, type FigureMeaning, figureMeaning, type NoMeaning } from './figure-meaning.js';
import type { Shape } from './shape.js';
import type { SheetParts } from './sheet-parts.js';
import type { TableRow } from './table-rows.js';

/** The meaning of the cells of one column in rows of one kind, but for their region. */
export interface Figure {
  readonly meaning: Omit<Meaning, 'refArea'>;
  readonly prepared: PreparedRow;
}

interface Parts {
  readonly parts: SheetParts;
  readonly shape: Shape;
  readonly phrases: readonly HeadingPhrase[];
  readonly around: Around;
}

const isMeaning = (m: FigureMeaning | NoMeaning): m is FigureMeaning => !('reason' in m);

/** Fields of a row's labels that decide what its figures mean. */
function keyOf({ phrase, above }: TableRow): string {
  const { depth: _d, indent: _i, refArea: _a, ofWhich: _o, ...rest } = phrase;
  return JSON.stringify([rest, above]);
}

/** Finds what the columns mean in each kind of row, once, and reports once what cannot be told. */
export class FigureColumns {
  readonly #parts: Parts;
  readonly left: LeftOut[] = [];
  readonly #known = new Map<string, readonly (Figure | undefined)[]>();
  readonly #reported = new Set<string>();
  /** Unknown name → labels above it where it was seen first. */
  readonly #seen = new Map<string, string>();
  #last: { readonly phrase: HeadingPhrase; readonly figures: readonly (Figure | undefined)[] } | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Figures of a row, column by column; undefined where a column says nothing in such a row. */
  ofRow(row: TableRow): readonly (Figure | undefined)[] {
    // Rows that name only a region share one phrase.
    if (this.#last?.phrase === row.phrase && row.above.length === 0) return this.#last.figures;
    const key = keyOf(row);
    let figures = this.#known.get(key);
    if (figures === undefined) {
      figures = this.#parts.phrases.map((phrase, i) => this.#figure(phrase, row, i, key));
      this.#known.set(key, figures);
    }
    this.#last = { phrase: row.phrase, figures };
    return figures;
  }

  /** Units of the levels. */
  units(): ReadonlySet<string> {
    const all = [...this.#known.values()].flat();
    return new Set(all.flatMap((f) => (f?.meaning.measure === 'level' ? [f.meaning.unit] : [])));
  }

  reportOnce(key: string, report: () => void): void {
    if (this.#reported.has(key)) return;
    this.#reported.add(key);
    report();
  }

  #figure(phrase: HeadingPhrase, row: TableRow, index: number, key: string): Figure | undefined {
    const { parts, shape, around } = this.#parts;
    const { findings, names } = parts.work;
    const { column, refused } = shape.values[index]!;
    const place = parts.to.placeOf(row.row, column);
    if (refused !== undefined) {
      const text = parts.view.heading(refused, column);
      this.reportOnce(`heading ${column}`, () => {
        findings.add('heading-refused', parts.to.placeOf(refused, column), { text });
        this.left.push({ reason: 'heading-refused', columns: [column, column], text });
      });
      return undefined;
    }
    const found = figureMeaning(phrase, row.phrase, around);
    if (!isMeaning(found)) {
      const each =
        found.reason === 'period-missing' ? '' : found.reason === 'not-observed' ? column : `${column} ${key}`;
      this.reportOnce(`${found.reason} ${each}`, () => this.#report(found, row.row, column));
      const reason = found.reason === 'not-observed' ? found.measure : found.reason;
      this.reportOnce(`left ${reason} ${column}`, () =>
        this.left.push({ reason, columns: [column, column], text: this.#headingOf(column) }),
      );
      return undefined;
    }
    const { remarks, ...plain } = found;
    for (const remark of remarks)
      this.reportOnce(`${remark} ${found.name}`, () =>
        findings.add(remark, place, { name: found.indicator?.name ?? found.name }),
      );
    const name = found.indicator === undefined ? this.#tellApart(found.name, row) : found.name;
    if (found.indicator === undefined && names.catalogue !== undefined && !remarks.includes('indicator-unnamed'))
      names.noteStrangeIndicator(name, place);
    const meaning = { ...plain, name };
    return { meaning, prepared: parts.to.prepare(meaning) };
  }

  /** 快递业务 below 业务量 and below 业务收入, where no catalogue tells them apart: the labels above go before the second. */
  #tellApart(name: string, row: TableRow): string {
    // 同比增长 below 同城 is of 同城: no label of its own stands below another then.
    const above = row.above.at(-1) === name ? row.above.slice(0, -1) : row.above;
    const path = above.filter((a) => a !== '').join('/');
    const first = this.#seen.get(name);
    if (first === undefined) this.#seen.set(name, path);
    return first === undefined || first === path || path === '' ? name : `${path}/${name}`;
  }

  #report(m: NoMeaning, row: number, column: number): void {
    const { parts, around } = this.#parts;
    const { findings } = parts.work;
    const place = parts.to.placeOf(row, column);
    const heading = this.#headingOf(column);
    switch (m.reason) {
      case 'not-observed':
        findings.add('column-not-observed', place, { column: heading, measure: m.measure });
        return;
      case 'unit-contradiction':
        findings.add('unit-contradiction', place, { text: m.name, unit: m.unit, expected: m.expected });
        break;
      case 'period-misfit':
      case 'period-year-missing':
        findings.add(m.reason, place, { column: heading, period: m.text });
        break;
      default:
        findings.add(m.reason, place, around.fallbackName === '' ? {} : { name: around.fallbackName });
    }
  }

  #headingOf(column: number): string {
    return this.#parts.shape.values.find((v) => v.column === column)?.headings.join(' / ') ?? '';
  }
}
