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

/** Parses decoded text, chunk by chunk, into rows of fields. Throws CsvError for quotes that do not close. */
export async function* parseCsv(
  chunks: AsyncIterable<string> | Iterable<string>,
  delimiter: Delimiter,
): AsyncGenerator<readonly string[]> {
  const [{ parse }, { Readable }] = await Promise.all([import('csv-parse'), import('node:stream')]);
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: 16_000_000,
  });
  const input = Readable.from(chunks);
  input.on('error', (error) => parser.destroy(error));
  try {
    for await (const record of input.pipe(parser)) yield record as readonly string[];
  } catch (error) {
    const { code, lines } = error as { code?: string; lines?: number };
    if (typeof code === 'string' && code.startsWith('CSV_')) throw new CsvError(code, lines ?? 0);
    throw error;
  } finally {
    input.destroy();
    parser.destroy();
  }
}
