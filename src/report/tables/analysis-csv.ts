import { ASK, NOTHING, NUMBER, type NumberColumn } from '../../measures/columns/number-column.js';
import { formatDecimal } from '../../model/decimal.js';
import type { Interner } from '../../model/interner.js';
import type { Lang } from '../messages/language.js';
import type { AnalysisColumnName } from './analysis-columns.js';
import { type AnalysisRows, isFrameMeasure } from './analysis-rows.js';
import { analysisColumns, nameOfArea, nameOfIndicator, periodText, shownDecimal } from './analysis-table.js';
import { ChunkText, type Piece, pieceOf } from './chunk-text.js';
import { csvText } from './format-csv.js';

const CHUNK = 1 << 18;
const COMMA = 0x2c;

/** A text as a field, with what divides it from the next. */
const fieldOf = (text: string, behind = ','): Piece => pieceOf(csvText(text) + behind);

/** Fields for the texts of an interner, by number: each made once. */
class Fields {
  readonly #made: (Piece | undefined)[];
  readonly #texts: Interner;
  readonly #fieldOf: (text: string) => Piece;

  constructor(texts: Interner, fieldOf: (text: string) => Piece) {
    this.#made = Array.from<undefined>({ length: texts.size });
    this.#texts = texts;
    this.#fieldOf = fieldOf;
  }

  at(id: number): Piece {
    return this.#made[id] ?? this.#make(id);
  }

  #make(id: number): Piece {
    const piece = this.#fieldOf(this.#texts.text(id));
    this.#made[id] = piece;
    return piece;
  }
}

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
  readonly #areas: Fields;
  readonly #codes: Fields;
  readonly #units: Fields;
  readonly #columns: readonly CsvColumn[];

  constructor(rows: AnalysisRows, lang: Lang, out: ChunkText) {
    const { refAreas, units } = rows.spec.context.cube.observations;
    this.#rows = rows;
    this.#lang = lang;
    this.#out = out;
    this.#areas = new Fields(refAreas, (code) => fieldOf(nameOfArea(code, rows.analysis)));
    this.#codes = new Fields(refAreas, (code) => fieldOf(code));
    this.#units = new Fields(units, (unit) => fieldOf(unit, '\n'));
    this.#columns = rows.spec.columns.map((name) => {
      const column = isFrameMeasure(name) ? rows.measures.column(name) : undefined;
      return { name, kind: column?.kind, digits: column?.digits, decimals: column?.decimals };
    });
  }

  putHeader(): void {
    const headings = analysisColumns(this.#rows.spec.columns, this.#lang).map(({ heading }) => csvText(heading));
    this.#out.put(pieceOf(`${headings.join(',')}\n`));
  }

  putFrame(count: number): void {
    const { indicator, timePeriod, analysis, slots, measures } = this.#rows;
    const texts = [nameOfIndicator(indicator, analysis), periodText(timePeriod, this.#lang)];
    const front = pieceOf(`${texts.map(csvText).join(',')},`);
    const usualUnit = fieldOf(analysis.context.catalogue.get(indicator)?.unit ?? '', '\n');
    const out = this.#out;
    const { areas, units, values } = measures.levels;
    for (let row = 0; row < count; row++) {
      const slot = slots[row]!;
      out.put(front);
      out.put(slot >= 0 ? this.#areas.at(areas[slot]!) : fieldOf(nameOfArea(this.#rows.refAreaAt(row), analysis)));
      this.#putAnswers(row, slot);
      const kind = slot >= 0 ? values.kind[slot]! : ASK;
      if (kind === NUMBER) out.put(this.#units.at(units[slot]!));
      else out.put(kind === NOTHING ? usualUnit : fieldOf(this.#rows.unitAt(row), '\n'));
    }
  }

  #putAnswers(row: number, slot: number): void {
    const out = this.#out;
    const columns = this.#columns;
    for (let i = 0; i < columns.length; i++) {
      const { name, kind, digits, decimals } = columns[i]!;
      const known = slot >= 0 && kind !== undefined ? kind[slot]! : ASK;
      if (known === NUMBER) out.putDecimal(digits![slot]!, decimals![slot]!, COMMA);
      else if (known === NOTHING) out.putByte(COMMA);
      else if (slot >= 0 && name === 'code') out.put(this.#codes.at(this.#rows.measures.levels.areas[slot]!));
      else out.put(this.#askedField(row, name));
    }
  }

  #askedField(row: number, name: AnalysisColumnName): Piece {
    const { analysis, indicator } = this.#rows;
    const answer = this.#rows.answerAt(row, name);
    const shown = shownDecimal(answer, indicator, analysis);
    if (shown !== undefined) return pieceOf(`${formatDecimal(shown)},`);
    return fieldOf(answer.kind === 'text' ? answer.text[this.#lang] : '');
  }
}
