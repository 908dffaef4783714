/** How the fields of a text file are divided. */
export type Delimiter = ',' | '\t' | ';' | '|';
const DELIMITERS: readonly Delimiter[] = [',', '\t', ';', '|'];

/** The delimiter that divides the first lines most evenly; a comma where nothing does. Quoted fields do not count. */
export function sniffDelimiter(head: string): Delimiter {
  const lines = head
    .replace(/"(?:[^"]|"")*"/gu, '')
    .split(/\r\n|\n|\r/u)
    // A line of quoted fields has nothing left but its delimiters, which may be tabs.
    .filter((line) => line !== '')
    .slice(0, 200);
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const count = line.split(delimiter).length - 1;
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    const score = Math.max(0, ...counts.values());
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

export class CsvError extends Error {
  readonly line: number;
  readonly reason: string;
  constructor(reason: string, line: number) {
    super(`${reason} at line ${line}`);
    this.reason = reason;
    this.line = line;
  }
}

type Chunks = AsyncIterable<string> | Iterable<string>;
type Rows = readonly (readonly string[])[];

/** Parses decoded text, chunk by chunk, into rows of fields. Throws CsvError for quotes that do not close. */
export async function* parseCsv(chunks: Chunks, delimiter: Delimiter): AsyncGenerator<readonly string[]> {
  for await (const rows of parseCsvInBatches(chunks, delimiter)) yield* rows;
}

/** Characters of the longest record that is read. */
export const LONGEST_RECORD = 16_000_000;

/** A blank line: a file may have millions of them. */
const BLANK: readonly string[] = [''];

/** Text that one step divides. */
const PIECE = 1 << 20;

async function* inPieces(chunks: Chunks): AsyncGenerator<string> {
  for await (const chunk of chunks) for (let at = 0; at < chunk.length; at += PIECE) yield chunk.slice(at, at + PIECE);
}

/**
 * As `parseCsv`, many rows at a time. Up to the first quote of a file a row is its line, divided at the delimiters; from the
 * line of that quote on, the whole grammar reads.
 */
export async function* parseCsvInBatches(chunks: Chunks, delimiter: Delimiter): AsyncGenerator<Rows> {
  const pieces = inPieces(chunks);
  let rest = '';
  let lines = 0;
  for (;;) {
    const next = await pieces.next();
    const piece = next.done ? '' : next.value;
    if (piece.includes('"')) {
      yield* parseQuoted(joined(rest + piece, pieces), delimiter, lines);
      return;
    }
    const end = next.done ? 0 : afterLastLine(piece);
    if (!next.done && end === 0) {
      rest += piece;
      if (rest.length > LONGEST_RECORD) throw new CsvError('CSV_MAX_RECORD_SIZE', lines + 1);
      continue;
    }
    const whole = (rest + piece.slice(0, end)).split(/\r\n|\n|\r/u);
    if (whole.at(-1) === '') whole.pop();
    rest = piece.slice(end);
    lines += whole.length;
    if (whole.length > 0) yield whole.map((line) => (line === '' ? BLANK : line.split(delimiter)));
    if (next.done) return;
  }
}

/** Where the last whole line of a piece ends; a CR at the very end may be the half of a line end. */
const afterLastLine = (piece: string): number =>
  Math.max(piece.lastIndexOf('\n'), piece.slice(0, -1).lastIndexOf('\r')) + 1;

async function* joined(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

const BATCH = 1000;

/** The whole grammar. `linesBefore`: lines of the file above these. */
export async function* parseQuoted(
  chunks: AsyncIterable<string>,
  delimiter: Delimiter,
  linesBefore: number,
): AsyncGenerator<Rows> {
  const [{ parse }, { Readable }] = await Promise.all([import('csv-parse'), import('node:stream')]);
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_RECORD,
  });
  const input = Readable.from(chunks);
  input.on('error', (error) => parser.destroy(error));
  let batch: (readonly string[])[] = [];
  try {
    for await (const record of input.pipe(parser)) {
      batch.push(record as readonly string[]);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  } catch (error) {
    const { code, lines } = error as { code?: string; lines?: number };
    if (typeof code === 'string' && code.startsWith('CSV_')) throw new CsvError(code, linesBefore + (lines ?? 0));
    throw error;
  } finally {
    input.destroy();
    parser.destroy();
  }
}
