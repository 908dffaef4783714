import type { Catalogue } from '../catalogue/catalogue.js';
import type { Indicator } from '../catalogue/schema.js';
import type { RefArea, RefAreaTable } from '../model/ref-area.js';
import { formatPeriodInChinese } from '../model/time-period-text.js';
import type { Columns } from './columns.js';
import { linkSeries, type SeriesLinks } from './series-links.js';
import { type Edit, Tally } from './tally.js';

/** Members of an area, as rows of the cube name them. */
export interface Members {
  /** Interned ids of the members that were delivered at all. */
  readonly seen: readonly number[];
  readonly all: readonly RefArea[];
  /** Delivered units below the same area that are not among its members: 雄安新区 under 河北省, 济源市 under 河南省. */
  readonly beside: readonly number[];
  /** Whether such units exist that were never delivered. */
  readonly besideUnseen: readonly RefArea[];
}

/** What every edit rule may look at, and where it writes down what it saw. */
export class Survey {
  readonly columns: Columns;
  readonly catalogue: Catalogue | undefined;
  readonly refAreas: RefAreaTable;
  /** By interned indicator id; undefined where the catalogue does not know the name. */
  readonly indicators: readonly (Indicator | undefined)[];
  readonly tallies: Tally[] = [];
  /** Codes of the areas that have delivered members, delivered themselves or not. */
  readonly parents: readonly string[];
  readonly #members = new Map<string, Members>();
  readonly #parent: Int32Array;
  readonly #children: ReadonlyMap<string | undefined, readonly RefArea[]>;
  #links: SeriesLinks | undefined;
  #order: { readonly rows: Int32Array; readonly start: Int32Array } | undefined;

  constructor(columns: Columns, catalogue: Catalogue | undefined, refAreas: RefAreaTable) {
    this.columns = columns;
    this.catalogue = catalogue;
    this.refAreas = refAreas;
    const { table } = columns;
    this.indicators = table.indicators.texts().map((id) => catalogue?.get(id));
    this.#children = childrenOf(refAreas);
    const parents = new Map<string, number>();
    this.#parent = Int32Array.from(table.refAreas.texts(), (code) => {
      const parent = this.#parentOf(code);
      if (parent === undefined) return -1;
      if (!parents.has(parent)) parents.set(parent, parents.size);
      return parents.get(parent) ?? -1;
    });
    this.parents = [...parents.keys()];
    for (const code of this.parents) this.#members.set(code, this.#gather(code));
  }

  /** Opens the books of a rule. */
  open(edit: Edit): Tally {
    const tally = new Tally(edit);
    this.tallies.push(tally);
    return tally;
  }

  /** Members of an area, by its code. */
  membersOf(code: string): Members | undefined {
    return this.#members.get(code);
  }

  /** Number (in `parents`) of the area whose member this is (an interned id), −1 for none. */
  parentOf(area: number): number {
    return this.#parent[area] ?? -1;
  }

  /** Neighbours of every level in its own series, found once and shared by the rules. */
  get links(): SeriesLinks {
    this.#links ??= linkSeries(this.columns);
    return this.#links;
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

  #gather(code: string): Members {
    const { refAreas } = this.columns.table;
    const all = this.refAreas.members(code);
    const seen = all.map((a) => refAreas.find(a.code)).filter((id) => id >= 0);
    const others = (this.#children.get(code) ?? []).filter((a) => !all.includes(a) && a.level !== 'other');
    const beside = others.map((a) => refAreas.find(a.code)).filter((id) => id >= 0);
    return { seen, all, beside, besideUnseen: others.filter((a) => refAreas.find(a.code) < 0) };
  }

  #sortByIndicator() {
    const { table } = this.columns;
    const start = new Int32Array(table.indicators.size + 2);
    for (let i = 0; i < table.length; i++) start[table.indicator[i]! + 2]! += 1;
    for (let k = 1; k < start.length; k++) start[k]! += start[k - 1]!;
    const rows = new Int32Array(table.length);
    for (let i = 0; i < table.length; i++) rows[start[table.indicator[i]! + 1]!++] = i;
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
