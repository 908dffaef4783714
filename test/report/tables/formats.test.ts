import exceljs from 'exceljs';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { formatCsvTable } from '../../../src/report/tables/format-csv.js';
import { formatMarkdownTable } from '../../../src/report/tables/format-markdown.js';
import { formatTerminalTable } from '../../../src/report/tables/format-terminal.js';
import type { Table } from '../../../src/report/tables/table.js';
import { writeWorkbook } from '../../../src/report/tables/write-workbook.js';

const table: Table = {
  title: '增速',
  columns: [
    { key: 'refArea', heading: '地区', kind: 'text' },
    { key: 'level', heading: '数值', kind: 'number' },
    { key: 'yoy', heading: '同比(%)', kind: 'number', bars: true },
  ],
  rows: [
    [{ text: '内蒙古自治区' }, { text: '5.80', number: { digits: 580n, decimals: 2 } }, { text: '' }],
    [
      { text: '=1+1|"x"' },
      { text: '-1204.5', number: { digits: -12045n, decimals: 1 } },
      { text: '-3.0', number: { digits: -30n, decimals: 1 }, tone: 'down' },
    ],
  ],
  notes: ['注：公布值'],
};

describe('on a terminal', () => {
  it('columns line up by the width of Chinese characters, figures to the right', () => {
    expect(formatTerminalTable({ ...table, notes: [] })).toBe(
      [
        '增速',
        '',
        '地区             数值  同比(%)',
        '────────────  ───────  ───────',
        '内蒙古自治区     5.80',
        '=1+1|"x"      -1204.5     -3.0',
      ].join('\n'),
    );
    const lines = formatTerminalTable(table).split('\n').slice(2, 6);
    expect(lines.map((line) => stringWidth(line.slice(0, line.lastIndexOf('.') + 1)))).toEqual([0, 0, 19, 29]);
  });

  it('colour is put around cells, never counted', () => {
    const painted = formatTerminalTable(table, (text, tone) => (tone === 'down' ? `<${text}>` : text));
    expect(painted).toContain('-1204.5  <   -3.0>');
  });

  it('what a file says cannot move the cursor', () => {
    const evil: Table = { ...table, rows: [[{ text: '\u001b[2J河北' }]] };
    expect(formatTerminalTable(evil)).not.toContain('\u001b');
  });
});

describe('as csv', () => {
  it('a text that would run as a formula is defused, a negative figure is left alone', () => {
    expect(formatCsvTable(table)).toBe('地区,数值,同比(%)\n内蒙古自治区,5.80,\n"\'=1+1|""x""",-1204.5,-3.0\n');
  });
});

describe('as markdown', () => {
  it('marks are escaped', () => {
    expect(formatMarkdownTable(table).split('\n').slice(2, 6)).toEqual([
      '| 地区 | 数值 | 同比(%) |',
      '| --- | ---: | ---: |',
      '| 内蒙古自治区 | 5.80 |  |',
      '| =1+1\\|"x" | -1204.5 | -3.0 |',
    ]);
  });
});

describe('as a workbook', () => {
  it('figures are numbers with their decimals, texts never formulas, the header stays in sight', async () => {
    const book = new exceljs.Workbook();
    await book.xlsx.load((await writeWorkbook(table, '增速')).buffer as ArrayBuffer);
    const sheet = book.getWorksheet('增速')!;
    expect(sheet.getCell('B3').value).toBe(5.8);
    expect(sheet.getCell('B3').numFmt).toBe('0.00');
    expect(sheet.getCell('B4').value).toBe(-1204.5);
    expect(sheet.getCell('A4').value).toBe('\'=1+1|"x"');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
    expect(sheet.getCell('A6').value).toBe('注：公布值');
  });

  it('a figure with more digits than a workbook can hold stays text', async () => {
    const long: Table = {
      ...table,
      rows: [[{ text: 'x' }, { text: '12345678901234567.1', number: { digits: 123456789012345671n, decimals: 1 } }]],
    };
    const book = new exceljs.Workbook();
    await book.xlsx.load((await writeWorkbook(long, 'x')).buffer as ArrayBuffer);
    expect(book.worksheets[0]!.getCell('B3').value).toBe('12345678901234567.1');
  });

  it('the same table gives the same bytes', async () => {
    const first = await writeWorkbook(table, '增速');
    await new Promise((done) => setTimeout(done, 2100));
    expect(Buffer.compare(first, await writeWorkbook(table, '增速'))).toBe(0);
  });
});
