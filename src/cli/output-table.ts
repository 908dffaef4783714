import { extname } from 'node:path';
import type { Table, TableCell } from '../report/tables/table.js';
import { cannot } from './cannot-run.js';
import type { World } from './world.js';

export const TABLE_FORMATS = ['table', 'csv', 'json', 'xlsx', 'md'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** Endings that say a format by another name; an empty one is that for people. */
const ENDINGS: Readonly<Record<string, string>> = { xml: 'junit', txt: '', log: '', '': '' };

/** The format asked for; else the one that the output file's name says; else the one for people. */
export function chooseFormat<F extends string>(
  asked: string | undefined,
  output: string | undefined,
  known: readonly F[],
  byDefault: F,
): F {
  const ending = output === undefined ? '' : extname(output).slice(1).toLowerCase();
  const wanted = asked ?? ENDINGS[ending] ?? ending;
  if (asked === undefined && wanted === '') return byDefault;
  const format = known.find((name) => name === wanted);
  if (format === undefined) throw cannot('unknown-format', { format: wanted, known });
  return format;
}

/** What a command gives: the same result as a table for people, and as JSON for programs. */
export interface TableOutput {
  readonly table: Table;
  readonly json: unknown;
  readonly format: TableFormat;
  readonly output: string | undefined;
  /** Name of the sheet in a workbook. */
  readonly sheet: string;
}

/** Writes a result to the file that was named, else to standard output. */
export async function outputTable({ table, json, format, output, sheet }: TableOutput, world: World): Promise<void> {
  const content = await formatTable(format, table, json, sheet, world, output === undefined);
  if (output !== undefined) return world.files.save(output, content);
  if (typeof content !== 'string') throw cannot('needs-output-file', { format });
  world.print(content.replace(/\n$/, ''));
}

/** Writes a result that comes piece by piece: to the file that was named, whole or not at all, else to standard output. */
export async function outputChunks(
  chunks: Iterable<Uint8Array | string>,
  output: string | undefined,
  world: World,
): Promise<void> {
  if (output !== undefined) return world.files.saveChunks(output, chunks);
  const decoder = new TextDecoder();
  for (const chunk of chunks) world.write(typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }));
}

async function formatTable(
  format: TableFormat,
  table: Table,
  json: unknown,
  sheet: string,
  world: World,
  toScreen: boolean,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'json':
      return formatJson(json);
    case 'csv':
      return (await import('../report/tables/format-csv.js')).formatCsvTable(table);
    case 'md':
      return (await import('../report/tables/format-markdown.js')).formatMarkdownTable(table);
    case 'xlsx':
      return (await import('../report/tables/write-workbook.js')).writeWorkbook(table, sheet);
    case 'table': {
      const { formatTerminalTable } = await import('../report/tables/format-terminal.js');
      const text =
        toScreen && world.colour ? formatTerminalTable(table, await loadPaint()) : formatTerminalTable(table);
      return `${text}\n`;
    }
  }
}

export const formatJson = (json: unknown): string => `${JSON.stringify(json, null, 2)}\n`;

/** Colours for a terminal. The library is loaded only where there is one. */
export async function loadPaint(): Promise<(text: string, tone: NonNullable<TableCell['tone']>) => string> {
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  const paints = {
    up: chalk.red,
    down: chalk.green,
    quiet: chalk.gray,
    strong: chalk.bold,
    bad: chalk.red,
    warn: chalk.yellow,
  };
  return (text, tone) => paints[tone](text);
}
