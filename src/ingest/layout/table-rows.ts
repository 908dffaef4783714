import type { HeadingPhrase } from '../../catalogue/heading-phrase.js';
import { headingWord, plainHeading } from '../../catalogue/heading-words.js';
import type { Place } from '../../model/diagnostic.js';
import type { Names } from '../names.js';
import type { RowRole } from '../reading.js';
import { AreaLabels } from './areas.js';
import type { LabelRole } from './axes.js';
import { LabelTree } from './labels.js';
import { mergePhrases, namesIndicator } from './merge-phrases.js';
import { isNote } from './rows.js';
import type { LabelColumn, Shape } from './shape.js';
import { DUBIOUS, EMPTY, MARKER, NUMBER, type SheetView } from './view.js';

/** A row of figures with the meaning of its labels. */
export interface TableRow {
  readonly row: number;
  readonly role: RowRole;
  readonly phrase: HeadingPhrase;
  /** Region code or delivered name, where a label names one. */
  readonly refArea: string | undefined;
  /** Labels that this one stands below, outermost first: they tell apart equal names. */
  readonly above: readonly string[];
  readonly text: string;
  /** The cell of a label that is none (a day that was 1-2), or no period where one is wanted. */
  readonly refused?: { readonly column: number; readonly text: string; readonly asPeriod: boolean } | undefined;
}

const NOTHING: HeadingPhrase = { rest: '' };

/** Text of a label; a blank one takes the text above it where a label further in is written. */
function labelTexts(view: SheetView, row: number, labels: readonly LabelColumn[], last: Map<number, string>): string[] {
  const own = labels.map(({ column }) => view.label(row, column));
  if (own.length < 2) return own;
  return own.map((text, i) => {
    const { column } = labels[i]!;
    if (text.trim() !== '') {
      last.set(column, text);
      for (const inner of labels.slice(i + 1)) last.delete(inner.column);
      return text;
    }
    return own.slice(i + 1).some((t) => t.trim() !== '') ? (last.get(column) ?? '') : '';
  });
}

interface RowsParts {
  readonly view: SheetView;
  readonly shape: Shape;
  readonly roles: ReadonlyMap<number, LabelRole>;
  readonly parse: (text: string) => HeadingPhrase;
  readonly names: Names;
  readonly around: string | undefined;
  readonly home: string | undefined;
  readonly placeOf: (row: number, column: number) => Place;
}

/** What the labels of one row say. */
interface RowLabels {
  phrase: HeadingPhrase;
  refArea: string | undefined;
  above: readonly string[];
  isTotal: boolean;
  refused: TableRow['refused'];
}

const NONE: readonly string[] = [];

/** Reads the labels of the rows of a table, from top to bottom. */
export class TableRows {
  readonly #view: SheetView;
  readonly #shape: Shape;
  readonly #columns: readonly LabelColumn[];
  readonly #reader: LabelReader;
  readonly #last = new Map<number, string>();
  /** The only column that names a row, where it names regions, each by itself. */
  readonly regions: number | undefined;

  constructor(parts: RowsParts) {
    const { view, shape, roles } = parts;
    this.#view = view;
    this.#shape = shape;
    this.#columns = shape.labels.filter(
      ({ column }) => !['serial', 'code', 'note', undefined].includes(roles.get(column)),
    );
    this.#reader = new LabelReader(parts, this.#columns);
    const [only, another] = this.#columns;
    const regionsOnly = only !== undefined && another === undefined && roles.get(only.column) === 'region';
    this.regions = regionsOnly && !this.#reader.readsInOrder ? only.column : undefined;
  }

  /** What a row says; undefined where it is blank. */
  read(row: number): TableRow | undefined {
    const texts = labelTexts(this.#view, row, this.#columns, this.#last);
    const text = joined(texts);
    const figures = hasFigures(this.#view, this.#shape, row);
    if (text === '' && !figures) return undefined;
    if (!figures && isNote(texts.find((t) => t.trim() !== '') ?? ''))
      return { row, role: 'note', phrase: NOTHING, refArea: undefined, above: NONE, text };
    if (!figures && this.#reader.isCaption(texts))
      return { row, role: 'label', phrase: NOTHING, refArea: undefined, above: NONE, text };
    const { phrase, refArea, above, isTotal, refused } = this.#reader.read(texts, row);
    const alone = !figures && refArea === undefined && phrase.period === undefined;
    const role: RowRole = alone ? 'label' : isTotal ? 'total' : 'data';
    return { row, role, phrase, refArea, above, text, refused };
  }
}

/** Whether a row is one of figures that says no more than its region. */
export const namesRegionOnly = ({ role, phrase, refArea, refused }: TableRow): boolean =>
  role === 'data' && phrase === NOTHING && refArea !== undefined && refused === undefined;

/** Takes the labels of one row together. Tables may have a million rows: nothing is made here that a row does not need. */
class LabelReader {
  readonly #parts: RowsParts;
  readonly #columns: readonly LabelColumn[];
  readonly #areas: AreaLabels;
  readonly #tree: LabelTree;
  /** The one column of indicators: its labels stand below each other. */
  readonly #treeColumn: number | undefined;

  constructor(parts: RowsParts, columns: readonly LabelColumn[]) {
    const { view, shape, roles, names, around, home, placeOf } = parts;
    const ofRole = (role: LabelRole) => columns.filter(({ column }) => roles.get(column) === role);
    const indicators = ofRole('indicator');
    this.#parts = parts;
    this.#columns = columns;
    this.#areas = new AreaLabels(labelsOf(view, shape, ofRole('region')), names, around, home, placeOf);
    this.#tree = new LabelTree(names.catalogue);
    this.#treeColumn = indicators.length === 1 ? indicators[0]?.column : undefined;
  }

  get readsInOrder(): boolean {
    return this.#areas.readsInOrder;
  }

  /** 一、快递业务量（万件） alone in a column of regions: it names the indicator of the rows below it. */
  isCaption(texts: readonly string[]): boolean {
    const { roles, parse, names } = this.#parts;
    if (this.#columns.some(({ column }) => roles.get(column) === 'indicator')) return false;
    const said = texts.map((t) => t.trim()).filter((t) => t !== '');
    const [only] = said;
    return only !== undefined && said.length === 1 && (saysWhat(parse(only)) || names.isGroup(only));
  }

  read(texts: readonly string[], row: number): RowLabels {
    const { view, roles, parse } = this.#parts;
    const labels: RowLabels = { phrase: NOTHING, refArea: undefined, above: NONE, isTotal: false, refused: undefined };
    for (let i = 0; i < texts.length; i++) {
      const text = texts[i]!;
      if (text.trim() === '') continue;
      const { column } = this.#columns[i]!;
      const role = roles.get(column);
      if (role !== 'period' && view.seen(row, column) === DUBIOUS) labels.refused = { column, text, asPeriod: false };
      if (role === 'region') {
        labels.isTotal = isTotalWord(text);
        labels.refArea = this.#areas.resolve(text, labels.isTotal, row, column);
      } else if (role === 'indicator') this.#readIndicator(parse(text), column, labels);
      else {
        const said = parse(text);
        if (role === 'period' && said.period === undefined && said.accumulation === undefined)
          labels.refused = { column, text, asPeriod: true };
        this.#take({ ...said, rest: '' }, labels);
      }
    }
    return labels;
  }

  #readIndicator(said: HeadingPhrase, column: number, labels: RowLabels): void {
    if (column === this.#treeColumn) {
      const { phrase, above } = this.#tree.next(said);
      labels.above = above.map((p) => p.name ?? p.rest);
      if (!sameName(phrase, labels.phrase)) this.#take(phrase, labels);
    } else {
      labels.above = NONE;
      if (!sameName(said, labels.phrase)) this.#take(said, labels);
    }
    if (said.refArea !== undefined) labels.refArea ??= said.refArea;
  }

  #take(said: HeadingPhrase, labels: RowLabels): void {
    labels.phrase = mergePhrases(said, labels.phrase, this.#parts.names.catalogue);
  }
}

/** Whether a phrase says what is counted: a known indicator, or a name with its unit. */
export const saysWhat = (p: HeadingPhrase): boolean =>
  p.refArea === undefined && (p.indicator !== undefined || (namesIndicator(p) && p.unit !== undefined));

const joined = (texts: readonly string[]): string =>
  texts.length === 1
    ? texts[0]!.trim()
    : texts
        .map((t) => t.trim())
        .filter((t) => t !== '')
        .join(' ');

function hasFigures(view: SheetView, { values }: Shape, row: number): boolean {
  for (let i = 0; i < values.length; i++) if (view.class(row, values[i]!.column) !== EMPTY) return true;
  return false;
}

const LONGEST_TOTAL = 12;
const isTotalWord = (text: string): boolean =>
  text.length <= LONGEST_TOTAL && headingWord(plainHeading(text.replace(/[①-⑳*]+$/u, '')))?.says.total === true;

/** 一般公共预算支出 in two label columns of one row: said twice, meant once. */
const sameName = (a: HeadingPhrase, b: HeadingPhrase): boolean =>
  namesIndicator(a) && namesIndicator(b) && (a.indicator ?? a.name) === (b.indicator ?? b.name);

function* labelsOf(view: SheetView, { body }: Shape, columns: readonly LabelColumn[]): Generator<string> {
  for (const { column } of columns)
    for (let row = body[0]; row <= body[1]; row++) {
      const kind = view.seen(row, column);
      if (kind !== EMPTY && kind !== MARKER && kind !== NUMBER) yield view.heading(row, column);
    }
}
