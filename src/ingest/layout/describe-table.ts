import type { HeadingPhrase } from '../../catalogue/heading-phrase.js';
import type { ColumnRole, Dimension, LeftOut, RowRole, Span, TableReading } from '../reading.js';
import type { Axes } from './axes.js';
import type { ContextPiece } from './context.js';
import type { Band } from './find-bands.js';
import { namesIndicator } from './merge-phrases.js';
import { joinSpans } from './row-spans.js';
import type { Shape } from './shape.js';

interface Parts {
  readonly shape: Shape;
  readonly band: Band;
  readonly axes: Axes | undefined;
  /** Rows below the headings. */
  readonly rows: readonly Span<RowRole>[];
  readonly phrases: readonly HeadingPhrase[];
  readonly pieces: ReadonlyMap<number, readonly ContextPiece[]>;
  readonly left: readonly LeftOut[];
  readonly from: number;
  readonly to: number;
}

const ROLE_OF: Partial<Record<ContextPiece['source'], RowRole>> = {
  caption: 'caption',
  'unit-line': 'unit',
  preamble: 'preamble',
  title: 'title',
};

function rowRoles({ shape, band, rows, pieces }: Parts): Span<RowRole>[] {
  const above = [...pieces].map(([row, list]): Span<RowRole> => {
    const [piece] = list;
    return {
      from: row,
      to: row,
      role: (piece && ROLE_OF[piece.source]) ?? 'title',
      text: list.map((p) => p.text.trim()).join(' '),
    };
  });
  const headers = [...shape.headerRows, ...shape.numberRows].map(
    (row): Span<RowRole> => ({ from: row, to: row, role: shape.numberRows.includes(row) ? 'left-out' : 'header' }),
  );
  const [from, to] = band.notes;
  const notes: Span<RowRole>[] = to >= from ? [{ from, to, role: 'note' }] : [];
  return joinSpans([...above, ...headers, ...rows, ...notes].sort((a, b) => a.from - b.from));
}

function columnRoles({ shape, axes }: Parts): Span<ColumnRole>[] {
  const one = (column: number, role: ColumnRole, text: string): Span<ColumnRole> => ({
    from: column,
    to: column,
    role,
    text,
  });
  return [
    ...shape.labels.map((l) => one(l.column, axes?.labels.get(l.column) ?? 'left-out', l.heading)),
    ...shape.values.map((v) => one(v.column, 'value', v.headings.join(' / '))),
    ...shape.texts.map((t) => one(t.column, t.dimension === 'note' ? 'note' : 'left-out', t.heading)),
  ].sort((a, b) => a.from - b.from);
}

function dimensionsOf(phrases: readonly HeadingPhrase[], areRegions: boolean): Dimension[] {
  const has = (test: (p: HeadingPhrase) => boolean) => phrases.some(test);
  const found: Dimension[] = [];
  if (areRegions) found.push('region');
  if (has(namesIndicator)) found.push('indicator');
  if (has((p) => p.period !== undefined)) found.push('period');
  if (has((p) => p.measure !== undefined || p.accumulation !== undefined)) found.push('measure');
  return found;
}

/** How a table was understood, for people. */
export function describeTable(parts: Parts): TableReading {
  const { shape, band, axes, phrases, pieces, left, from, to } = parts;
  const all = [...pieces.values()].flat();
  const rows = new Set<Dimension>();
  for (const role of axes?.labels.values() ?? [])
    if (role === 'region' || role === 'indicator' || role === 'period' || role === 'measure') rows.add(role);
  const units = all.find((p) => p.source === 'unit-line')?.units ?? all.find((p) => p.units.length > 0)?.units;
  const texts = shape.texts.map(
    (t): LeftOut => ({
      reason: t.dimension === 'note' ? 'note-column' : 'text-column',
      columns: [t.column, t.column],
      text: t.heading,
    }),
  );
  return {
    layout: 'table',
    rows: [...rows],
    columns: dimensionsOf(phrases, axes?.columnsAreRegions ?? false),
    top: Math.min(band.head[0], shape.body[0]),
    bottom: Math.max(shape.body[1], band.notes[1]),
    left: shape.rect.left,
    right: shape.rect.right,
    evidence: axes?.evidence ?? [],
    rowRoles: rowRoles(parts),
    columnRoles: columnRoles(parts),
    title: all.find((p) => p.source === 'title')?.text.trim(),
    unit: units?.join('、'),
    period: all.find((p) => p.period !== undefined)?.text.trim(),
    leftOut: [...texts, ...left],
    observations: { from, to },
  };
}
