import { FRAME_MEASURES, type FrameMeasure, FrameMeasures } from '../../measures/columns/frame-measures.js';
import { LevelFrames } from '../../measures/columns/level-frames.js';
import { ASK, NOTHING, NUMBER, RankColumn } from '../../measures/columns/number-column.js';
import type { MeasureContext } from '../../measures/context.js';
import type { PeerGroup } from '../../measures/query.js';
import { isFigure } from '../../model/figure.js';
import { Analysis, type RankOf, type SelectedCell } from './analysis.js';
import { ANALYSIS_COLUMNS, type AnalysisColumnName, type Answer } from './analysis-columns.js';
import { peersOf } from './peers-of.js';
import { placesFor, type SelectedFrame, type Selection, selectFrames } from './select-rows.js';

/** What a table of `growth` or `rank` is made of. */
export interface AnalysisTableSpec {
  readonly context: MeasureContext;
  readonly peers: PeerGroup | undefined;
  readonly selection: Selection;
  readonly columns: readonly AnalysisColumnName[];
  /** Rows in the order of this rank, and of ranked areas only; without it in the order of the regions. */
  readonly rankedBy?: RankOf | undefined;
  /** Whether a reader is told the remarks about cells: those that carry one then go by `evaluate`. */
  readonly remarks: boolean;
}

export const isFrameMeasure = (name: AnalysisColumnName): name is FrameMeasure & AnalysisColumnName =>
  (FRAME_MEASURES as readonly string[]).includes(name);

const orderedBy = (of: RankOf) => (of === 'level' ? 'rank-level' : 'rank-yoy');
/** Behind every rank, and small enough to carry a row beside it. */
const LAST = 2 ** 31;

/**
 * The rows of a table, frame by frame (one indicator, one period): plain cells from columns of numbers, every other one by
 * `evaluate`. Nothing is kept of a frame when the next one is loaded.
 */
export class AnalysisRows {
  readonly spec: AnalysisTableSpec;
  readonly analysis: Analysis;
  readonly measures: FrameMeasures;
  readonly #frames: LevelFrames;
  /** By area id: whether the table has rows of it. */
  readonly #wanted: Uint8Array;
  #selected: SelectedFrame | undefined;
  /** Of each row of the frame that is loaded: its slot in the columns, −1 for a cell that was not delivered. */
  slots: Int32Array;
  #named: string[] = [];
  count = 0;

  constructor(spec: AnalysisTableSpec) {
    const { context, selection, columns, rankedBy, remarks } = spec;
    const { refAreas } = context.cube.observations;
    this.spec = spec;
    this.analysis = new Analysis(context, spec.peers);
    this.#frames = new LevelFrames(context.cube, placesFor(selection, context));
    const order: FrameMeasure[] = rankedBy === undefined ? [] : [orderedBy(rankedBy)];
    this.measures = new FrameMeasures(context, this.#frames, [...columns.filter(isFrameMeasure), ...order], {
      peersOf: (code) => peersOf(code, spec.peers, context),
      remarks,
    });
    const chosen = selection.refAreas && new Set(selection.refAreas);
    const wanted = (code: string) => (chosen?.has(code) ?? true) && this.#hasPlace(code);
    this.#wanted = Uint8Array.from(refAreas.texts(), (code) => (wanted(code) ? 1 : 0));
    this.slots = new Int32Array(refAreas.size + (chosen?.size ?? 0));
  }

  /** Whether the selection holds nothing at all. */
  get isEmpty(): boolean {
    const { selection, context } = this.spec;
    for (const { named, frame } of selectFrames(selection, this.#frames, context)) {
      if (named) return named.length === 0;
      if (selection.refAreas === undefined) return false;
      this.measures.levels.load(frame);
      const codes = selection.refAreas.map((code) => context.cube.observations.refAreas.find(code));
      if (codes.some((area) => area >= 0 && this.measures.levels.slotOf(area) >= 0)) return false;
    }
    return true;
  }

  /** How much of the table has been gone through, from 0 to 1. */
  get done(): number {
    const frame = this.#selected?.frame;
    return frame === undefined ? 0 : frame / this.#frames.length;
  }

  /** A ranking has rows only for those who have peers. */
  #hasPlace(code: string): boolean {
    const { rankedBy, peers, context } = this.spec;
    return rankedBy === undefined || peersOf(code, peers, context) !== undefined;
  }

  get indicator(): string {
    return this.#selected!.indicator;
  }

  get timePeriod(): SelectedFrame['timePeriod'] {
    return this.#selected!.timePeriod;
  }

  /** Code of the area of a row. */
  refAreaAt(row: number): string {
    const { refArea, refAreas } = this.spec.context.cube.observations;
    return this.#named[row] ?? refAreas.text(refArea[this.measures.levels.rows[this.slots[row]!]!]!);
  }

  cellAt(row: number): SelectedCell {
    return { indicator: this.indicator, refArea: this.refAreaAt(row), timePeriod: this.timePeriod };
  }

  /** What a column says of a row. */
  answerAt(row: number, name: AnalysisColumnName): Answer {
    const slot = this.slots[row]!;
    if (slot >= 0 && isFrameMeasure(name)) {
      const column = this.measures.column(name);
      const kind = column.kind[slot];
      if (kind === NUMBER) {
        const tied = column instanceof RankColumn && column.tied[slot] === 1;
        return { kind: 'number', digits: column.digits[slot]!, decimals: column.decimals[slot]!, tied };
      }
      if (kind === NOTHING && !this.spec.remarks) return { kind: 'none', why: undefined };
    }
    return ANALYSIS_COLUMNS[name].answer(this.cellAt(row), this.analysis);
  }

  /** The unit of the level, or the one that the catalogue gives where there is none. */
  unitAt(row: number): string {
    const { catalogue, cube } = this.spec.context;
    const slot = this.slots[row]!;
    const { levels } = this.measures;
    if (slot >= 0 && levels.values.kind[slot] === NUMBER) return cube.observations.units.text(levels.units[slot]!);
    const asked = slot < 0 || levels.values.kind[slot] === ASK ? this.analysis.level(this.cellAt(row)) : undefined;
    return asked && isFigure(asked) ? asked.unit : (catalogue.get(this.indicator)?.unit ?? '');
  }

  /** Loads one frame of the table after the other. */
  *frames(): Iterable<this> {
    const { selection, context } = this.spec;
    for (const selected of selectFrames(selection, this.#frames, context)) {
      this.#load(selected);
      if (this.count > 0) yield this;
    }
  }

  #load(selected: SelectedFrame): void {
    const { levels } = this.measures;
    const { refAreas } = this.spec.context.cube.observations;
    this.#selected = selected;
    this.measures.load(selected.frame);
    this.#named = (selected.named ?? []).filter((code) => this.#hasPlace(code));
    this.count = 0;
    if (selected.named)
      for (const code of this.#named) {
        const area = refAreas.find(code);
        this.slots[this.count++] = area < 0 ? -1 : levels.slotOf(area);
      }
    else
      for (let slot = 0; slot < levels.count; slot++)
        if (this.#wanted[levels.areas[slot]!] === 1) this.slots[this.count++] = slot;
    if (this.spec.rankedBy !== undefined) this.#orderBy(this.spec.rankedBy);
  }

  /** Best rank first; what has no rank stands last. Equals keep their order. */
  #orderBy(of: RankOf): void {
    const { count } = this;
    // Rank and row in one number, so that the numbers sort as the rows should.
    const keys = Float64Array.from({ length: count }, (_, row) => this.#rankAt(row, of) * count + row).sort();
    const [slots, named] = [this.slots.slice(0, count), this.#named];
    for (let place = 0; place < count; place++) this.slots[place] = slots[keys[place]! % count]!;
    this.#named = named.length === 0 ? named : Array.from(keys, (key) => named[key % count]!);
  }

  #rankAt(row: number, of: RankOf): number {
    const slot = this.slots[row]!;
    const column = this.measures.rankColumn(orderedBy(of));
    if (slot >= 0 && column.kind[slot] === NUMBER) return column.digits[slot]!;
    if (slot >= 0 && column.kind[slot] === NOTHING) return LAST;
    const found = this.analysis.rank(this.cellAt(row), of);
    return 'reason' in found ? LAST : Math.min(found.rank, LAST);
  }
}
