import { parseDecimal } from '../../model/decimal.js';
import type { CellsJson, ObservationsJson, RevisionsJson } from '../json-schemas/inspect.js';
import type { Lang } from '../messages/language.js';
import { speak } from '../messages/speak.js';
import { type Table, type TableCell, type TableColumn, textCell } from '../tables/table.js';
import type { InspectContext } from './inspect-json.js';

type Source = ObservationsJson['observations'][number]['source'];

const column = (key: string, lang: Lang, kind: TableColumn['kind'] = 'text'): TableColumn => ({
  key,
  heading: speak({ code: `column-${key}`, args: {} }, lang),
  kind,
});

const sourceText = ({ file, sheet, cell }: Source): string =>
  `${file}${sheet === undefined ? '' : ` [${sheet}]`} ${cell}`;

const nameIndicator = (id: string, { catalogue }: InspectContext): string => catalogue?.get(id)?.name ?? id;
const nameArea = (code: string, { refAreas }: InspectContext): string => refAreas.get(code)?.name ?? code;

/** A figure stays a figure in every format; a cell without one is empty. */
function valueCell(digits: string | null): TableCell {
  const number = digits === null ? undefined : parseDecimal(digits);
  return number === undefined ? textCell('') : { text: digits ?? '', number };
}

/** Every observation, one a row. */
export function observationsTable({ observations }: ObservationsJson, context: InspectContext): Table {
  const { lang } = context;
  return {
    columns: [
      column('indicator', lang),
      column('refArea', lang),
      column('timePeriod', lang),
      column('accumulation', lang),
      column('measure', lang),
      column('scenario', lang),
      column('obsValue', lang, 'number'),
      column('unitMeasure', lang),
      column('obsStatus', lang),
      column('source', lang),
    ],
    rows: observations.map((o) =>
      [
        nameIndicator(o.indicator, context),
        nameArea(o.refArea, context),
        o.timePeriod,
        o.accumulation,
        o.measure,
        o.scenario,
        valueCell(o.obsValue),
        o.unitMeasure,
        o.obsStatus,
        sourceText(o.source),
      ].map((cell) => (typeof cell === 'string' ? textCell(cell) : cell)),
    ),
    notes: [],
  };
}

/** Every cell that is not empty. */
export function cellsTable({ sheets }: CellsJson, lang: Lang): Table {
  return {
    columns: [
      column('sheet', lang),
      column('cell', lang),
      column('type', lang),
      column('raw', lang),
      column('value', lang),
    ],
    rows: sheets.flatMap(({ name, cells }) =>
      cells.map(({ cell, type, raw, value }) => [name ?? '', cell, type, raw, value].map((text) => ({ text }))),
    ),
    notes: [],
  };
}

/** Every cell that was delivered more than once: what it was, what it became. */
export function revisionsTable({ revisions }: RevisionsJson, context: InspectContext): Table {
  const { lang } = context;
  const keys = ['indicator', 'refArea', 'timePeriod', 'measure'];
  return {
    columns: [
      ...keys.map((key) => column(key, lang)),
      column('obsValue', lang, 'number'),
      column('unitMeasure', lang),
      column('stands', lang),
      column('source', lang),
    ],
    rows: revisions.flatMap((r) =>
      r.deliveries.map((d) =>
        [
          nameIndicator(r.indicator, context),
          nameArea(r.refArea, context),
          r.timePeriod,
          r.measure,
          d.obsValue === null ? speak({ code: `mark-${d.obsStatus}`, args: {} }, lang) : valueCell(d.obsValue),
          d.unitMeasure,
          d.stands ? '✓' : '',
          sourceText(d.source),
        ].map((cell) => (typeof cell === 'string' ? textCell(cell) : cell)),
      ),
    ),
    notes: revisions.length === 0 ? [speak({ code: 'inspect-no-revisions', args: {} }, lang)] : [],
  };
}
