import type { Catalogue } from '../catalogue/catalogue.js';
import type { Indicator } from '../catalogue/schema.js';
import type { Cube } from '../model/cube.js';
import type { RefArea, RefAreaTable } from '../model/ref-area.js';
import { formatPeriodInChinese } from '../model/time-period-text.js';
import { Columns } from './columns.js';
import { Slices } from './slices.js';
import { type Edit, Tally } from './tally.js';

/** An area and its members, of which some were delivered: the peers of a ranking, the parts of a regional sum. */
export interface Family {
  /** Interned id of the area itself; −1 where it was not delivered. */
  readonly area: number;
  /** Interned ids of the members that were delivered at all. */
  readonly seen: Int32Array;
  readonly all: readonly RefArea[];
  /** Delivered units below the same area that are not among its members: 雄安新区 under 河北省, 济源市 under 河南省. */
  readonly beside: Int32Array;
  /** Whether such units exist that were never delivered. */
  readonly besideUnseen: readonly RefArea[];
}

/** What every edit rule may look at, and where it writes down what it saw. */
export class Survey {
  readonly columns: Columns;
  readonly slices: Slices;
  readonly catalogue: Catalogue | undefined;
  readonly refAreas: RefAreaTable;
  /** By interned indicator id; undefined where the catalogue does not know the name. */
  readonly indicators: readonly (Indicator | undefined)[];
  readonly tallies: Tally[] = [];
  /** Every area that has delivered members, delivered itself or not. */
  readonly families: readonly Family[];
  readonly #familyOf: Int32Array;
  readonly #familyBelow: Int32Array;
  readonly #children: ReadonlyMap<string | undefined, readonly RefArea[]>;
  #order: { readonly rows: Int32Array; readonly start: Int32Array } | undefined;

  constructor(cube: Cube, catalogue: Catalogue | undefined, refAreas: RefAreaTable) {
    const columns = new Columns(cube.observations);
    this.columns = columns;
    this.slices = new Slices(columns, cube);
    this.catalogue = catalogue;
    this.refAreas = refAreas;
    const { table } = columns;
    this.indicators = table.indicators.texts().map((id) => catalogue?.get(id));
    this.#children = childrenOf(refAreas);
    const parents = new Map<string, number>();
    this.#familyOf = Int32Array.from(table.refAreas.texts(), (code) => {
      const parent = this.#parentOf(code);
      if (parent === undefined) return -1;
      const number = parents.get(parent) ?? parents.size;
      parents.set(parent, number);
      return number;
    });
    this.families = [...parents.keys()].map((code) => this.#gather(code));
    this.#familyBelow = Int32Array.from(table.refAreas.texts(), (code) => parents.get(code) ?? -1);
  }

  /** Opens the books of a rule. */
  open(edit: Edit): Tally {
    const tally = new Tally(edit);
    this.tallies.push(tally);
    return tally;
  }

  /** The family in which an area (an interned id) is a member. */
  familyOf(area: number): Family | undefined {
    return this.families[this.#familyOf[area] ?? -1];
  }

  /** The family of the members of an area (an interned id). */
  membersOf(area: number): Family | undefined {
    return this.families[this.#familyBelow[area] ?? -1];
  }

  /** Rows of one indicator (interned id), in order of delivery. */
  rowsOf(indicator: number): Int32Array {
    this.#order ??= this.#sortByIndicator();
    const { rows, start } = this.#order;
    return rows.subarray(start[indicator]!, start[indicator + 1]!);
  }

  areaName(area: number): string {
    const code = this.columns.table.refAreas.text(area);
    return this.refAreas.get(code)?.name ?? code;
  }

  indicatorName(indicator: number): string {
    return this.indicators[indicator]?.name ?? this.columns.table.indicators.text(indicator);
  }

  periodName(row: number): string {
    return formatPeriodInChinese(this.columns.table.periodAt(row));
  }

  /** 河北省2024年快递业务量 */
  describe(row: number): string {
    const { refArea, indicator, scenario } = this.columns.table;
    const plan = scenario[row] === 0 ? '' : '计划';
    return `${this.areaName(refArea[row]!)}${this.periodName(row)}${this.indicatorName(indicator[row]!)}${plan}`;
  }

  #parentOf(code: string): string | undefined {
    const area = this.refAreas.get(code);
    const parent = area?.parent;
    return area && parent !== undefined && this.refAreas.members(parent).includes(area) ? parent : undefined;
  }

  #gather(code: string): Family {
    const { refAreas } = this.columns.table;
    const all = this.refAreas.members(code);
    const seen = Int32Array.from(all, (a) => refAreas.find(a.code)).filter((id) => id >= 0);
    const others = (this.#children.get(code) ?? []).filter((a) => !all.includes(a) && a.level !== 'other');
    const beside = Int32Array.from(others, (a) => refAreas.find(a.code)).filter((id) => id >= 0);
    return {
      area: refAreas.find(code),
      seen,
      all,
      beside,
      besideUnseen: others.filter((a) => refAreas.find(a.code) < 0),
    };
  }

  #sortByIndicator() {
    const { indicators, indicator, length } = this.columns.table;
    const start = new Int32Array(indicators.size + 2);
    for (let i = 0; i < length; i++) start[indicator[i]! + 2]! += 1;
    for (let k = 1; k < start.length; k++) start[k]! += start[k - 1]!;
    const rows = new Int32Array(length);
    for (let i = 0; i < length; i++) rows[start[indicator[i]! + 1]!++] = i;
    return { rows, start };
  }
}

function childrenOf({ areas }: RefAreaTable): ReadonlyMap<string | undefined, readonly RefArea[]> {
  const children = new Map<string | undefined, RefArea[]>();
  for (const area of areas) {
    const list = children.get(area.parent);
    if (list) list.push(area);
    else children.set(area.parent, [area]);
  }
  return children;
}
