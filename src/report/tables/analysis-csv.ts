import { ASK, NOTHING, NUMBER, type NumberColumn } from '../../measures/columns/number-column.js';
import { formatDecimal } from '../../model/decimal.js';
import type { Interner } from '../../model/interner.js';
import type { Lang } from '../messages/language.js';
import type { AnalysisColumnName } from './analysis-columns.js';
import { type AnalysisRows, isFrameMeasure } from './analysis-rows.js';
import { analysisColumns, nameOfArea, nameOfIndicator, periodText, shownDecimal } from './analysis-table.js';
import { ChunkText } from './chunk-text.js';
import { csvText } from './format-csv.js';

const CHUNK = 1 << 18;
const COMMA = 0x2c;
const LINE_END = 0x0a;

/** The bytes of a text as a field. */
const fieldOf = (text: string): Uint8Array => new TextEncoder().encode(csvText(text));

/** Fields for the texts of an interner, by number: each made once. */
class Fields {
  readonly #made: Uint8Array[] = [];
  readonly #texts: Interner;
  readonly #wordOf: (text: string) => string;

  constructor(texts: Interner, wordOf: (text: string) => string = (text) => text) {
    this.#texts = texts;
    this.#wordOf = wordOf;
  }

  at(id: number): Uint8Array {
    this.#made[id] ??= fieldOf(this.#wordOf(this.#texts.text(id)));
    return this.#made[id];
  }
}

/**
 * The rows of a table as a csv file, in chunks of bytes: header and rows as `formatCsvTable` writes them, each number from its
 * column straight to its digits. A chunk is good until the next one is asked for.
 */
export function* analysisCsv(rows: AnalysisRows, lang: Lang): Iterable<Uint8Array> {
  const out = new ChunkText(CHUNK + (CHUNK >> 2));
  const line = new CsvLine(rows, lang, out);
  line.header();
  for (const { count } of rows.frames()) {
    line.beginFrame();
    for (let row = 0; row < count; row++) {
      line.write(row);
      if (out.length >= CHUNK) yield out.take();
    }
  }
  yield out.take();
}

/** A column with its numbers, where it is one of numbers: the same object from frame to frame. */
interface CsvColumn {
  readonly name: AnalysisColumnName;
  readonly numbers: NumberColumn | undefined;
}

class CsvLine {
  readonly #rows: AnalysisRows;
  readonly #lang: Lang;
  readonly #out: ChunkText;
  readonly #areas: Fields;
  readonly #codes: Fields;
  readonly #units: Fields;
  readonly #columns: readonly CsvColumn[];
  #front: Uint8Array = new Uint8Array();
  #usualUnit: Uint8Array = new Uint8Array();

  constructor(rows: AnalysisRows, lang: Lang, out: ChunkText) {
    const { refAreas, units } = rows.spec.context.cube.observations;
    this.#rows = rows;
    this.#lang = lang;
    this.#out = out;
    this.#areas = new Fields(refAreas, (code) => nameOfArea(code, rows.analysis));
    this.#codes = new Fields(refAreas);
    this.#units = new Fields(units);
    this.#columns = rows.spec.columns.map((name) => ({
      name,
      numbers: isFrameMeasure(name) ? rows.measures.column(name) : undefined,
    }));
  }

  header(): void {
    const headings = analysisColumns(this.#rows.spec.columns, this.#lang).map(({ heading }) => csvText(heading));
    this.#out.put(new TextEncoder().encode(`${headings.join(',')}\n`));
  }

  /** What all rows of a frame begin with. */
  beginFrame(): void {
    const { indicator, timePeriod, analysis } = this.#rows;
    const texts = [nameOfIndicator(indicator, analysis), periodText(timePeriod, this.#lang)];
    this.#front = new TextEncoder().encode(`${texts.map(csvText).join(',')},`);
    this.#usualUnit = fieldOf(analysis.context.catalogue.get(indicator)?.unit ?? '');
  }

  write(row: number): void {
    const { slots, measures, analysis } = this.#rows;
    const { levels } = measures;
    const slot = slots[row]!;
    this.#out.put(this.#front);
    if (slot >= 0) this.#out.put(this.#areas.at(levels.areas[slot]!));
    else this.#out.put(fieldOf(nameOfArea(this.#rows.refAreaAt(row), analysis)));
    for (const column of this.#columns) {
      this.#out.putByte(COMMA);
      this.#writeAnswer(row, slot, column);
    }
    this.#out.putByte(COMMA);
    const kind = slot < 0 ? undefined : levels.values.kind[slot];
    if (kind === NUMBER) this.#out.put(this.#units.at(levels.unitAt(slot)));
    else if (kind === NOTHING) this.#out.put(this.#usualUnit);
    else this.#out.put(fieldOf(this.#rows.unitAt(row)));
    this.#out.putByte(LINE_END);
  }

  #writeAnswer(row: number, slot: number, { name, numbers }: CsvColumn): void {
    if (slot >= 0 && numbers !== undefined) {
      const kind = numbers.kind[slot]!;
      if (kind === NUMBER) this.#out.putDecimal(numbers.digits[slot]!, numbers.decimals[slot]!);
      if (kind !== ASK) return;
    }
    if (slot >= 0 && name === 'code') this.#out.put(this.#codes.at(this.#rows.measures.levels.areas[slot]!));
    else this.#writeAsked(row, name);
  }

  #writeAsked(row: number, name: AnalysisColumnName): void {
    const { analysis, indicator } = this.#rows;
    const answer = this.#rows.answerAt(row, name);
    const shown = shownDecimal(answer, indicator, analysis);
    if (answer.kind === 'text') this.#out.put(fieldOf(answer.text[this.#lang]));
    else if (shown !== undefined) this.#out.put(new TextEncoder().encode(formatDecimal(shown)));
  }
}
