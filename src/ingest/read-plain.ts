/**
 * The fast road of a tidy text file in UTF-8:
 *
 *   bytes -> whole lines   checked to be UTF-8 on the way, never held whole      (plain-lines)
 *         -> header        found in the first lines, by the general grammar      (tidy-header)
 *         -> rows          from bytes to meanings, without a text a field        (plain-rows)
 *         -> first quote   from here on the whole grammar of csv reads           (csv)
 *
 * What it finds is what the general road finds, to the last place. A file that turns out not to be UTF-8 throws NotPlain: it is to
 * be read anew, with nothing kept of what was delivered and found.
 */
import type { TidyLayout } from '../catalogue/form-layout.js';
import { type Delimiter, parseQuoted, sniffDelimiter } from './csv.js';
import { bomOf } from './decode.js';
import { Deliverer } from './deliver.js';
import { MOST_COLUMNS } from './grid.js';
import { afterLineEnd, endOfLine, type Lines, plainLines } from './plain-lines.js';
import { PlainRows } from './plain-rows.js';
import { HEAD, headText } from './text-stream.js';
import type { TidyRows } from './tidy.js';
import { findTidyHeader, HEADER_WITHIN } from './tidy-header.js';
import { acceptsHeader, readTidyRows } from './tidy-reading.js';
import type { FileReading, Work } from './work.js';

const LF = 0x0a;
/** No line of a figure with its names is shorter: a bound on the room that is made beforehand. */
const SHORTEST_LINE = 16;

/** Reads a tidy text file in UTF-8; undefined, and nothing delivered, where its first lines are not those of one. */
export async function readPlain(work: Work): Promise<FileReading | undefined> {
  const declared = work.form?.layout;
  if (declared?.kind === 'table') return undefined;
  const layout: TidyLayout | undefined = declared;
  const lines = plainLines(work.source.stream(), HEAD);
  try {
    const { value: first } = await lines.next();
    if (!first) return undefined;
    const bom = bomOf(first.bytes);
    if (bom !== undefined && bom.encoding !== 'utf-8-bom') return undefined;
    const delimiter = sniffDelimiter(headText(first.bytes.subarray(0, first.held), 'utf-8'));
    const head = headRows(first, bom?.length ?? 0, delimiter);
    const rows = head.map(({ fields }) => fields);
    if (rows.some((fields) => fields.length > MOST_COLUMNS)) return undefined;
    const found = findTidyHeader(rows, layout);
    if (found === undefined || !acceptsHeader(found.header, layout)) return undefined;
    const { header, at } = found;
    const to = new Deliverer(work.table, work.findings, work.source.name);
    const feed = (reader: TidyRows) => {
      makeRoom(work, first, reader.figures.length);
      const plain = new PlainRows(header, at + 1, delimiter, reader, to);
      return readRows(plain, reader, delimiter, below(first, head[at]!.end, lines));
    };
    const sheet = await readTidyRows(header, at + 1, feed, { work, layout, to, above: rows.slice(0, at) });
    return { format: 'csv', encoding: bom?.encoding ?? 'utf-8', sheets: [sheet] };
  } finally {
    await lines.return();
  }
}

interface HeadRow {
  readonly fields: readonly string[];
  /** Where the next one begins. */
  readonly end: number;
}

/** The first rows, up to a quote. */
function headRows({ bytes, end }: Lines, from: number, delimiter: Delimiter): readonly HeadRow[] {
  const rows: HeadRow[] = [];
  for (let at = from; at < end && rows.length < HEADER_WITHIN; ) {
    const until = endOfLine(bytes, at);
    const text = bytes.toString('utf8', at, until);
    if (text.includes('"')) break;
    at = afterLineEnd(bytes, until);
    rows.push({ fields: text.split(delimiter), end: at });
  }
  return rows;
}

/** The lines below the header, and all that come after. */
async function* below(first: Lines, from: number, rest: AsyncIterable<Lines>): AsyncGenerator<Lines, void, void> {
  const { bytes, words, end, held } = first;
  yield { bytes, words, from, end, held };
  yield* rest;
}

/** Reads the rows and gives the number of the last. */
async function readRows(
  plain: PlainRows,
  reader: TidyRows,
  delimiter: Delimiter,
  lines: AsyncGenerator<Lines, void, void>,
): Promise<number> {
  for (;;) {
    const { value, done } = await lines.next();
    if (done) return plain.row;
    const quoted = plain.read(value);
    if (quoted >= value.end) continue;
    let { row } = plain;
    const texts = textFrom({ ...value, from: quoted }, lines);
    for await (const batch of parseQuoted(texts, delimiter, row))
      for (const fields of batch) reader.read(fields, ++row);
    return row;
  }
}

async function* textFrom(first: Lines, rest: AsyncIterable<Lines>): AsyncGenerator<string> {
  yield first.bytes.toString('utf8', first.from, first.end);
  for await (const { bytes, from, end } of rest) yield bytes.toString('utf8', from, end);
}

/** Makes room for the rows that the file's size lets expect, so that the table does not grow by copying. */
function makeRoom({ source, table }: Work, { bytes, end }: Lines, figures: number): void {
  let lines = 1;
  for (let at = bytes.indexOf(LF); at >= 0 && at < end; at = bytes.indexOf(LF, at + 1)) lines += 1;
  table.reserve(Math.ceil((source.size / Math.max(end / lines, SHORTEST_LINE)) * 1.02) * figures);
}
