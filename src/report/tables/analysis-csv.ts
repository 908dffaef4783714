import { ASK, NOTHING, NUMBER, type NumberColumn } from '../../measures/columns/number-column.js';
import { formatDecimal } from '../../model/decimal.js';
import type { Lang } from '../messages/language.js';
import type { AnalysisColumnName } from './analysis-columns.js';
import { type AnalysisRows, isFrameMeasure } from './analysis-rows.js';
import { analysisColumns, nameOfArea, nameOfIndicator, periodText, shownDecimal } from './analysis-table.js';
import { ChunkText, isWritable } from './chunk-text.js';
import { csvText } from './format-csv.js';
import { PackedTexts } from './packed-texts.js';

const CHUNK = 1 << 18;
const COMMA = 0x2c;

/**
 * The rows of a table as a csv file, in chunks of bytes: header and rows as `formatCsvTable` writes them, each number from its
 * column straight to its digits. A chunk is good until the next one is asked for.
 */
export function* analysisCsv(rows: AnalysisRows, lang: Lang): Iterable<Uint8Array> {
  const out = new ChunkText(CHUNK + (CHUNK >> 2));
  const lines = new CsvLines(rows, lang, out);
  lines.putHeader();
  for (const frame of rows.frames()) {
    lines.putFrame(frame.count);
    if (out.length >= CHUNK) yield out.take();
  }
  yield out.take();
}

/** A column with its numbers, where it is one of numbers: the same arrays from frame to frame. */
interface CsvColumn {
  readonly name: AnalysisColumnName;
  readonly kind: NumberColumn['kind'] | undefined;
  readonly digits: NumberColumn['digits'] | undefined;
  readonly decimals: NumberColumn['decimals'] | undefined;
}

/** The lines of a frame. */
class CsvLines {
  readonly #rows: AnalysisRows;
  readonly #lang: Lang;
  readonly #out: ChunkText;
  /** Of each area the fields that say the same in every frame: its name, and its code where that is the first column. */
  readonly #areas: PackedTexts;
  readonly #codes: PackedTexts;
  /** Units, with the line end. */
  readonly #units: PackedTexts;
  readonly #columns: readonly CsvColumn[];
  /** How many of the columns the fields of the area hold. */
  readonly #held: number;

  constructor(rows: AnalysisRows, lang: Lang, out: ChunkText) {
    const { context, columns } = rows.spec;
    const { refAreas, units } = context.cube.observations;
    const codes = refAreas.texts().map((code) => `${csvText(code)},`);
    const names = refAreas.texts().map((code) => `${csvText(nameOfArea(code, rows.analysis))},`);
    this.#rows = rows;
    this.#lang = lang;
    this.#out = out;
    this.#held = columns[0] === 'code' ? 1 : 0;
    this.#areas = new PackedTexts(this.#held === 0 ? names : names.map((name, area) => name + codes[area]));
    this.#codes = new PackedTexts(codes);
    this.#units = new PackedTexts(units.texts().map((unit) => `${csvText(unit)}\n`));
    this.#columns = columns.map((name) => {
      const column = isFrameMeasure(name) ? rows.measures.column(name) : undefined;
      return { name, kind: column?.kind, digits: column?.digits, decimals: column?.decimals };
    });
  }

  putHeader(): void {
    const headings = analysisColumns(this.#rows.spec.columns, this.#lang).map(({ heading }) => csvText(heading));
    this.#out.putText(`${headings.join(',')}\n`);
  }

  putFrame(count: number): void {
    const { indicator, timePeriod, analysis, slots, measures } = this.#rows;
    const usualUnit = `${csvText(analysis.context.catalogue.get(indicator)?.unit ?? '')}\n`;
    const out = this.#out;
    const { areas, units, values } = measures.levels;
    const from = out.length;
    out.putText(`${csvText(nameOfIndicator(indicator, analysis))},${csvText(periodText(timePeriod, this.#lang))},`);
    const length = out.length - from;
    for (let row = 0; row < count; row++) {
      const slot = slots[row]!;
      if (row > 0) out.repeat(from, length);
      if (slot >= 0) out.put(this.#areas, areas[slot]!);
      else out.putText(`${csvText(nameOfArea(this.#rows.refAreaAt(row), analysis))},`);
      this.#putAnswers(row, slot);
      const kind = slot >= 0 ? values.kind[slot]! : ASK;
      if (kind === NUMBER) out.put(this.#units, units[slot]!);
      else if (kind === NOTHING) out.putText(usualUnit);
      else out.putText(`${csvText(this.#rows.unitAt(row))}\n`);
    }
  }

  #putAnswers(row: number, slot: number): void {
    const out = this.#out;
    const columns = this.#columns;
    for (let i = slot >= 0 ? this.#held : 0; i < columns.length; i++) {
      const { name, kind, digits, decimals } = columns[i]!;
      const known = slot >= 0 && kind !== undefined ? kind[slot]! : ASK;
      if (known === NUMBER && isWritable(decimals![slot]!)) out.putDecimal(digits![slot]!, decimals![slot]!, COMMA);
      else if (known === NOTHING) out.putByte(COMMA);
      else if (slot >= 0 && name === 'code') out.put(this.#codes, this.#rows.measures.levels.areas[slot]!);
      else out.putText(this.#askedField(row, name));
    }
  }

  #askedField(row: number, name: AnalysisColumnName): string {
    const { analysis, indicator } = this.#rows;
    const answer = this.#rows.answerAt(row, name);
    const shown = shownDecimal(answer, indicator, analysis);
    if (shown !== undefined) return `${formatDecimal(shown)},`;
    return `${csvText(answer.kind === 'text' ? answer.text[this.#lang] : '')},`;
  }
}
