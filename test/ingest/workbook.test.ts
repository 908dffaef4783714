import * as XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openForeign } from '../../src/ingest/foreign/open-foreign.js';
import type { Grid } from '../../src/ingest/grid.js';
import { openWorkbook } from '../../src/ingest/xlsx/open-workbook.js';

async function gridsOf(bytes: Uint8Array): Promise<{ name: string; hidden: boolean; grid: Grid }[]> {
  const sheets = [];
  for await (const sheet of openWorkbook(bytes)) sheets.push(sheet);
  return sheets;
}
const firstGrid = async (bytes: Uint8Array): Promise<Grid> => (await gridsOf(bytes))[0]!.grid;

const SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
/** A workbook of one sheet whose XML is given. */
function workbook(sheet: string, parts: Record<string, string> = {}, workbookPr = ''): Uint8Array {
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
  const rels = (inner: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const files: Record<string, string> = {
    '_rels/.rels': rels(relation('r', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook ${SHEET} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${workbookPr}<sheets><sheet name="表" sheetId="1" r:id="s"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(
      relation('s', 'worksheet', 'worksheets/sheet1.xml') +
        relation('t', 'sharedStrings', 'sharedStrings.xml') +
        relation('y', 'styles', 'styles.xml'),
    ),
    'xl/worksheets/sheet1.xml':
      sheet.startsWith('<?') || sheet.startsWith('<!') ? sheet : `<worksheet ${SHEET}>${sheet}</worksheet>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}
const data = (rows: string) => `<sheetData>${rows}</sheetData>`;

describe('the workbook reader', () => {
  it('reads numbers, texts, formulas, errors and booleans at their addresses', async () => {
    const grid = await firstGrid(
      workbook(
        data(
          '<row r="2"><c r="B2"><v>3.40000000000001</v></c><c r="D2" t="s"><v>0</v></c><c r="E2" t="inlineStr"><is><r><t>富</t></r><r><t xml:space="preserve"> 文本</t></r><rPh><t>fu</t></rPh></is></c></row>' +
            '<row r="4"><c r="A4"><f>1+1</f><v>2</v></c><c r="B4" t="str"><f>"a"</f><v>a&amp;b</v></c><c r="C4" t="e"><v>#REF!</v></c><c r="D4" t="b"><v>1</v></c><c r="E4"><f>A1</f></c><c r="F4" s="0"/></row>',
        ),
        { 'xl/sharedStrings.xml': `<sst ${SHEET}><si><r><t>合</t></r><r><t>计_x000a_</t></r></si></sst>` },
      ),
    );
    const cells = ['B2', 'D2', 'E2', 'A4', 'B4', 'C4', 'D4', 'E4', 'F4'].map((a) => {
      const [column, row] = [a.charCodeAt(0) - 64, Number(a.slice(1))];
      return `${a} ${grid.kind(row, column)} ${grid.text(row, column)}`;
    });
    expect(cells).toEqual([
      'B2 number 3.4',
      'D2 text 合计\n',
      'E2 text 富 文本',
      'A4 number 2',
      'B4 text a&b',
      'C4 error #REF!',
      'D4 boolean TRUE',
      'E4 error =',
      'F4 empty ',
    ]);
  });

  it('takes decimals, percent and dates from the number formats, 1900 and 1904', async () => {
    const formats = [
      '0.00',
      '0.0%',
      'yyyy"年"m"月"',
      'm"月"d"日"',
      '#,##0.0_ ;[Red]-#,##0.0',
      'General',
      '0!.0,"万"',
      '@',
    ];
    const styles = `<styleSheet ${SHEET}><numFmts>${formats.map((f, i) => `<numFmt numFmtId="${200 + i}" formatCode="${f.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellXfs>${formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join('')}</cellXfs></styleSheet>`;
    const cells = [17, 0.158, 45292, 45293, 1234.5, 0.1, 12345, 7]
      .map((v, i) => `<c r="${'ABCDEFGH'[i]}1" s="${i}"><v>${v}</v></c>`)
      .join('');
    const read = async (workbookPr: string) => {
      const grid = await firstGrid(
        workbook(data(`<row r="1">${cells}</row>`), { 'xl/styles.xml': styles }, workbookPr),
      );
      return formats.map((_, i) => grid.text(1, i + 1));
    };
    expect(await read('')).toEqual(['17.00', '15.8%', '2024-01', '2024-01-02', '1234.5', '0.1', '12345 (scaled)', '7']);
    expect((await read('<workbookPr date1904="1"/>')).slice(2, 4)).toEqual(['2028-01-02', '2028-01-03']);
  });

  it('reads merges, hidden rows, columns and sheets', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('看得见');
    sheet.getCell('A1').value = 'x';
    sheet.mergeCells('A1:C2');
    sheet.getCell('A3').value = 1;
    sheet.getRow(3).hidden = true;
    sheet.getColumn(2).hidden = true;
    book.addWorksheet('看不见', { state: 'hidden' }).getCell('A1').value = 1;
    const sheets = await gridsOf(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(sheets.map((s) => [s.name, s.hidden])).toEqual([
      ['看得见', false],
      ['看不见', true],
    ]);
    const { grid } = sheets[0]!;
    expect(grid.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 3 }]);
    expect([...grid.hiddenRows, ...grid.hiddenColumns]).toEqual([3, 2]);
  });

  it.each([
    ['a DOCTYPE', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>', 'xml-doctype'],
    [
      'an end that is missing',
      '<?xml version="1.0"?><worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c>',
      'xml-malformed',
    ],
    ['rows out of order', data('<row r="2"/><row r="1"/>'), 'xml-malformed'],
    ['cells out of order', data('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>'), 'xml-malformed'],
    ['an address of another row', data('<row r="1"><c r="A2"><v>1</v></c></row>'), 'xml-malformed'],
    ['a column beyond the last', data('<row r="1"><c r="XFE1"><v>1</v></c></row>'), 'xml-malformed'],
    ['a row beyond the last', data('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'), 'xml-malformed'],
  ])('refuses %s', async (_, sheet, code) => {
    await expect(gridsOf(workbook(sheet))).rejects.toMatchObject({ code });
  });

  it('keeps what is no number in a cell of numbers, for the grammar to refuse', async () => {
    const grid = await firstGrid(
      workbook(
        data(
          '<row r="1"><c r="A1"><v>12abc</v></c><c r="B1"><v>1e999</v></c><c r="C1"><v>1E-2</v></c><c r="D1"><v>12345678901234567890</v></c></row>',
        ),
      ),
    );
    expect([1, 2, 3, 4].map((c) => grid.text(1, c))).toEqual(['12abc', '1e999', '0.01', '12345678901234567890']);
  });

  it('is not hurt by huge dimensions, phantom rows, or a million merges', async () => {
    const merges = Array.from({ length: 300_000 }, (_, i) => `<mergeCell ref="A${i + 2}:B${i + 2}"/>`).join('');
    const phantom = Array.from(
      { length: 100_000 },
      (_, i) => `<row r="${i + 2}" s="1"><c r="A${i + 2}" s="0"/></row>`,
    ).join('');
    const bytes = workbook(
      `<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" hidden="0"/></cols>${data(`<row r="1"><c r="A1"><v>1</v></c></row>${phantom}`)}<mergeCells>${merges}<mergeCell ref="A1:XFD1048576"/></mergeCells>`,
    );
    const started = performance.now();
    const [sheet] = await gridsOf(bytes);
    expect(sheet).toMatchObject({ mergesDropped: 280_001 });
    expect([sheet!.grid.rows, sheet!.grid.size]).toEqual([1, 1]);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('against other readers, cell by cell', () => {
  const text = fc
    .string({ unit: fc.constantFrom(...'填数统计 ab&<>"\'_x000A_，。①\n'), minLength: 1, maxLength: 12 })
    .filter((t) => t.trim() !== '');
  const number = fc.oneof(
    fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
    fc
      .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 6 }))
      .map(([n, d]) => n / 10 ** d),
  );
  const cell = fc.oneof(text, number, fc.boolean(), fc.constant(null));
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });

  it('exceljs writes, we read what it wrote', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        const book = new ExcelJS.Workbook();
        const sheet = book.addWorksheet('s');
        table.forEach((row, r) => {
          row.forEach((value, c) => {
            if (value !== null) sheet.getCell(r + 1, c + 1).value = value;
          });
        });
        const grid = await firstGrid(new Uint8Array(await book.xlsx.writeBuffer()));
        const again = new ExcelJS.Workbook();
        await again.xlsx.load((await book.xlsx.writeBuffer()) as ArrayBuffer);
        table.forEach((row, r) => {
          row.forEach((_, c) => {
            const theirs = again.worksheets[0]!.getCell(r + 1, c + 1).value;
            const [kind, raw] = [grid.kind(r + 1, c + 1), grid.raw(r + 1, c + 1)];
            if (theirs === null) expect(kind).toBe('empty');
            else if (typeof theirs === 'number') expect([kind, Number(raw)]).toEqual(['number', theirs]);
            else if (typeof theirs === 'boolean') expect([kind, raw]).toEqual(['boolean', theirs ? 'TRUE' : 'FALSE']);
            else expect([kind, raw]).toEqual(['text', theirs]);
          });
        });
      }),
      { numRuns: 40 },
    );
  });

  it('the same cells as xlsx by us, and as xls and ods by the pinned reader', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        const plain = table.map((row) =>
          row.map((v) => (typeof v === 'string' ? v.replace(/[\n_]/g, '') || '甲' : typeof v === 'boolean' ? null : v)),
        );
        const book = XLSX.utils.book_new();
        XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(plain), 's');
        const bytes = (type: 'xlsx' | 'biff8') =>
          new Uint8Array(XLSX.write(book, { bookType: type, type: 'buffer' }) as Buffer);
        const ours = await firstGrid(bytes('xlsx'));
        const theirs = (await openForeign(bytes('biff8')))[0]!.grid;
        plain.forEach((row, r) => {
          row.forEach((_, c) => {
            const at = [r + 1, c + 1] as const;
            expect([ours.kind(...at), ours.text(...at)]).toEqual([theirs.kind(...at), theirs.text(...at)]);
          });
        });
      }),
      { numRuns: 12 },
    );
  });
});
