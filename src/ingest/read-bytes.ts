import { OpcError } from '../opc/opc-error.js';
import type { Zip } from '../opc/zip-reader.js';
import { decodeBytes } from './decode.js';
import type { Sheet } from './read-sheet.js';
import { readTextReturn } from './read-text.js';
import type { ReturnFormat, SheetReading } from './reading.js';
import type { FileReading, Work } from './work.js';

/** What the first bytes say a file is. */
export type Container = 'zip' | 'compound' | 'text' | 'empty';

export function containerOf(head: Uint8Array): Container {
  if (head.length === 0) return 'empty';
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return 'zip';
  if (head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 && head[3] === 0xe0) return 'compound';
  return 'text';
}

async function headOf(work: Work): Promise<Uint8Array> {
  for await (const chunk of work.source.stream()) if (chunk.length > 0) return chunk.subarray(0, 64 * 1024);
  return new Uint8Array(0);
}

/** Reads a file by what its bytes are, whatever its name says. */
export async function readBytes(work: Work): Promise<FileReading> {
  const head = await headOf(work);
  switch (containerOf(head)) {
    case 'empty':
      work.findings.add('file-empty', {});
      return { format: 'csv', sheets: [] };
    case 'zip':
      return readZipped(work);
    case 'compound':
      return readForeign(await work.source.read(), /\.et$/iu.test(work.source.name) ? 'et' : 'xls', work);
    default:
      return looksMarkedUp(head) ? readMarkedUp(work) : readTextReturn(work);
  }
}

const BYTES_OF_CELL = 36;
const MOST_EXPECTED = 4_000_000;

/** About how many cells the sheets of a workbook hold, by the size of their parts. */
const expectedCells = ({ entries }: Zip): number =>
  Math.min(
    MOST_EXPECTED,
    Math.floor(entries.reduce((sum, e) => (/worksheets\//.test(e.name) ? sum + e.size : sum), 0) / BYTES_OF_CELL),
  );

async function readZipped(work: Work): Promise<FileReading> {
  try {
    const { openZip } = await import('../opc/zip-reader.js');
    const bytes = await work.source.read();
    const zip = openZip(bytes);
    const format: ReturnFormat = zip.has('xl/workbook.bin') ? 'xlsb' : zip.has('content.xml') ? 'ods' : 'xlsx';
    if (format === 'xlsx') work.table.reserve(expectedCells(zip));
    if (format === 'xlsx') return { format, sheets: await readXlsx(bytes, work) };
    return readForeign(bytes, format, work);
  } catch (error) {
    if (!(error instanceof OpcError)) throw error;
    work.findings.add('workbook-broken', {}, { reason: error.code, ...error.args });
    return { format: 'xlsx', sheets: [] };
  }
}

/** HTML or XML: systems that export tables save them under the name .xls. */
function looksMarkedUp(head: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(head.subarray(0, 4096)).replaceAll('\0', '');
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<(?:!doctype\s+html|html|head|body|table|meta|style|div|\?xml|!--)/iu.test(
    text,
  );
}

async function readMarkedUp(work: Work): Promise<FileReading> {
  const decoded = decodeBytes(await work.source.read());
  if (decoded.kind === 'text')
    return { ...(await readForeign(decoded.text, 'html', work)), encoding: decoded.encoding };
  if (decoded.kind === 'damaged') work.findings.add('encoding-damaged', {}, { offset: decoded.offset });
  else work.findings.add('encoding-unknown', {});
  return { format: 'html', sheets: [] };
}

async function readForeign(content: Uint8Array | string, format: ReturnFormat, work: Work): Promise<FileReading> {
  const { ForeignError, openForeign } = await import('./foreign/open-foreign.js');
  try {
    return { format, sheets: await readSheets(await openForeign(content), work) };
  } catch (error) {
    if (!(error instanceof ForeignError)) throw error;
    work.findings.add('workbook-broken', {}, { reason: error.message });
    return { format, sheets: [] };
  }
}

/** Reads the sheets that people see. A hidden one is left out, unless a form names it. */
async function readSheets(sheets: AsyncIterable<Sheet> | Iterable<Sheet>, work: Work): Promise<SheetReading[]> {
  const { readSheet } = await import('./read-sheet.js');
  const layout = work.form?.layout;
  const wanted = layout?.kind === 'table' ? layout.sheets : undefined;
  const readings: SheetReading[] = [];
  for await (const sheet of sheets) {
    const { grid, hidden, name = '' } = sheet;
    if (wanted === undefined ? !hidden : wanted.includes(name)) readings.push(kept(await readSheet(sheet, work), work));
    else {
      if (hidden && grid.size > 0) work.findings.add('sheet-hidden', { sheet: name }, { sheet: name });
      readings.push(kept({ name, hidden, rows: grid.rows, columns: grid.columns, tables: [], grid }, work));
    }
  }
  if (readings.every((r) => r.rows === 0)) work.findings.add('file-empty', {});
  return readings;
}

/** Rows of one role that a picture may show; of data it shows fewer. */
const PICTURED = 20;
const PICTURED_DATA = 3;

/** A reading with the cells that are wanted of it: the others are let go before the next sheet is read. */
function kept(reading: SheetReading, { context }: Work): SheetReading {
  const { grid, tables } = reading;
  if (grid === undefined || context.keepCells) return reading;
  const rows = new Set<number>();
  for (const { rowRoles } of tables)
    for (const { from, to, role } of rowRoles)
      for (let row = from; row <= Math.min(to, from + (role === 'data' ? PICTURED_DATA : PICTURED) - 1); row++)
        rows.add(row);
  const excerpt = grid.excerpt([...rows].sort((a, b) => a - b));
  grid.release();
  return { ...reading, grid: excerpt };
}

async function readXlsx(bytes: Uint8Array, work: Work): Promise<SheetReading[]> {
  const { openWorkbook } = await import('./xlsx/open-workbook.js');
  return readSheets(openWorkbook(bytes), work);
}
