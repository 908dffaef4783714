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
  readonly refused?: { readonly column: number; readonly text: string; readonly asPeriod: boolean };
}

const NOTHING: HeadingPhrase = { rest: '' };

/** Text of a label; a blank one takes the text above it where a label further in is written. */
function labelTexts(view: SheetView, row: number, labels: readonly LabelColumn[], last: Map<number, string>): string[] {
  const own = labels.map(({ column }) => view.heading(row, column));
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

/** Reads the labels of the rows of a table, from top to bottom. */
export function* tableRows(parts: RowsParts): Generator<TableRow> {
  const { view, shape, roles, parse, names } = parts;
  const columns = shape.labels.filter(
    ({ column }) => !['serial', 'code', 'note', undefined].includes(roles.get(column)),
  );
  const ofRole = (role: LabelRole) => columns.filter(({ column }) => roles.get(column) === role);
  const indicators = ofRole('indicator');
  const areaColumns = ofRole('region');
  const areas = new AreaLabels(labelsOf(view, shape, areaColumns), names, parts.around, parts.home);
  const tree = new LabelTree(names.catalogue);
  const last = new Map<number, string>();
  for (let row = shape.body[0]; row <= shape.body[1]; row++) {
    const texts = labelTexts(view, row, columns, last);
    const labelled = texts.some((t) => t.trim() !== '');
    const figures = shape.values.some(({ column }) => view.class(row, column) !== EMPTY);
    if (!labelled && !figures) continue;
    if (!figures && isNote(texts.find((t) => t.trim() !== '') ?? '')) {
      yield { row, role: 'note', phrase: NOTHING, refArea: undefined, above: [], text: texts.join(' ').trim() };
      continue;
    }
    let phrase: HeadingPhrase = NOTHING;
    let refArea: string | undefined;
    let above: readonly string[] = [];
    let isTotal = false;
    let refused: TableRow['refused'];
    columns.forEach(({ column }, i) => {
      const text = texts[i]!;
      if (text.trim() === '') return;
      const role = roles.get(column);
      if (view.seen(row, column) === DUBIOUS && role !== 'period') refused = { column, text, asPeriod: false };
      if (role === 'region') {
        isTotal = isTotalWord(text);
        refArea = areas.resolve(text, isTotal, () => parts.placeOf(row, column));
        return;
      }
      const said = parse(text);
      switch (role) {
        case 'indicator': {
          const inner = indicators.at(-1)?.column === column;
          const below = inner && indicators.length === 1 ? tree.next(said) : { phrase: said, above: [] };
          above = below.above.map((p) => p.name ?? p.rest);
          phrase = sameName(below.phrase, phrase) ? phrase : mergePhrases(below.phrase, phrase, names.catalogue);
          if (said.refArea !== undefined) refArea ??= said.refArea;
          break;
        }
        case 'period':
          if (said.period === undefined && said.accumulation === undefined) refused = { column, text, asPeriod: true };
          phrase = mergePhrases({ ...said, rest: '' }, phrase, names.catalogue);
          break;
        default:
          phrase = mergePhrases({ ...said, rest: '' }, phrase, names.catalogue);
      }
    });
    const text = texts
      .map((t) => t.trim())
      .filter((t) => t !== '')
      .join(' ');
    const alone = !figures && refArea === undefined && phrase.period === undefined;
    const role: RowRole = alone ? 'label' : isTotal ? 'total' : 'data';
    yield { row, role, phrase, refArea, above, text, ...(refused ? { refused } : {}) };
  }
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
