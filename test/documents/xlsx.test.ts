import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/documents/open-document.js';
import { formatNumber } from '../../src/documents/xlsx/number-format.js';
import { storedNumber } from '../../src/documents/xlsx/write-xlsx.js';
import { readXml } from '../../src/opc/xml.js';
import { openZip } from '../../src/opc/zip-reader.js';
import { replaceAll } from './slots.js';
import { xlsx } from './xlsx-builder.js';

const partOf = (bytes: Uint8Array, name: string): string => new TextDecoder().decode(openZip(bytes).read(name));
const sheet1 = (bytes: Uint8Array): string => partOf(bytes, 'xl/worksheets/sheet1.xml');

/** A title, a unit line, headings in two rows with merged cells, slots, a sum. */
const STRINGS = [
  '主要指标',
  '单位：万件、%',
  '指标',
  '2019年',
  '累计',
  '同比',
  '快递业务量',
  '其中：同城',
  '×',
  '×%',
  '合计',
].map((t) => `<t>${t}</t>`);
const s = (ref: string, index: number, style = 0): string => `<c r="${ref}" s="${style}" t="s"><v>${index}</v></c>`;
const template = (): Uint8Array =>
  xlsx({
    strings: [
      ...STRINGS,
      '<r><t>全市完成</t></r><r><rPr><b/></rPr><t>×</t></r><r><t xml:space="preserve">万件 </t></r>',
    ],
    calcChain: true,
    sheets: [
      {
        name: '表1',
        data: [
          `<row r="1">${s('A1', 0)}</row>`,
          `<row r="2">${s('C2', 1)}</row>`,
          `<row r="3">${s('A3', 2)}${s('B3', 3)}</row>`,
          `<row r="4">${s('B4', 4)}${s('C4', 5)}</row>`,
          `<row r="5">${s('A5', 6)}${s('B5', 8, 1)}${s('C5', 9)}</row>`,
          `<row r="6">${s('A6', 7)}${s('B6', 8, 3)}${s('C6', 9, 2)}</row>`,
          `<row r="7">${s('A7', 10)}<c r="B7" s="4"><f>SUM(B5:B6)</f><v>1234.56</v></c></row>`,
          `<row r="9">${s('A9', 11)}</row>`,
        ].join(''),
        after:
          '<mergeCells count="3"><mergeCell ref="A1:C1"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:C3"/></mergeCells>',
      },
      { name: '隐藏', state: 'hidden', data: `<row r="1">${s('A1', 8)}</row>` },
    ],
    extra: { 'xl/charts/chart1.xml': '<c:chartSpace xmlns:c="u"/>' },
  });

describe('tables side by side', () => {
  const text = (ref: string, content: string) => `<c r="${ref}" t="inlineStr"><is><t>${content}</t></is></c>`;
  const headingsAt = async (rows: readonly string[], after = '') => {
    const data = rows.map((cells, i) => `<row r="${i + 1}">${cells}</row>`).join('');
    const { document } = await openDocument('表.xlsx', xlsx({ sheets: [{ name: '表', data, after }] }));
    return document.blocks.filter((b) => b.text === '×').map((b) => [b.place.cell, b.headings]);
  };

  it('are tables of their own, under the title of both', async () => {
    const found = await headingsAt(
      [
        text('A1', '2019年主要指标'),
        text('A2', '指标') + text('B2', '全市') + text('D2', '地区') + text('E2', '业务量'),
        text('A3', '业务量') + text('B3', '×') + text('D3', '邯郸') + text('E3', '×'),
        text('A4', '收入') + text('B4', '×') + text('D4', '邢台') + text('E4', '×'),
      ],
      '<mergeCells count="1"><mergeCell ref="A1:E1"/></mergeCells>',
    );
    const caption = '2019年主要指标';
    expect(found).toEqual([
      ['B3', { row: ['业务量'], column: ['全市'], caption }],
      ['B4', { row: ['收入'], column: ['全市'], caption }],
      ['E3', { row: ['邯郸'], column: ['业务量'], caption }],
      ['E4', { row: ['邢台'], column: ['业务量'], caption }],
    ]);
  });

  it('are one table where the empty column only parts its values', async () => {
    const found = await headingsAt([
      text('A1', '地区') + text('B1', '业务量') + text('D1', '收入'),
      text('A2', '邯郸') + text('B2', '×') + text('D2', '×'),
    ]);
    expect(found).toEqual([
      ['B2', { row: ['邯郸'], column: ['业务量'] }],
      ['D2', { row: ['邯郸'], column: ['收入'] }],
    ]);
  });
});

describe('a workbook as a template', () => {
  it('is read cell by cell, with the headings of its table', async () => {
    const { document } = await openDocument('表.xlsx', template());
    const slots = document.blocks.filter((b) => b.text.includes('×'));
    expect(slots.map((b) => [b.place.sheet, b.place.cell, b.text])).toEqual([
      ['表1', 'B5', '×'],
      ['表1', 'C5', '×%'],
      ['表1', 'B6', '×'],
      ['表1', 'C6', '×%'],
      ['表1', 'A9', '全市完成×万件 '],
    ]);
    const caption = '主要指标 单位：万件、%';
    expect(slots[1]?.headings).toEqual({ row: ['快递业务量'], column: ['2019年', '同比'], caption });
    expect(slots[2]?.headings).toEqual({ row: ['其中：同城'], column: ['2019年', '累计'], caption });
    expect(document.blocks.find((b) => b.place.cell === 'B7')?.text).toBe('1,234.6');
  });

  it('is filled: numbers where charts and formulas need them, text where the format says text', async () => {
    const before = template();
    const opened = await openDocument('表.xlsx', before);
    const after = opened.write(replaceAll(opened.document, '×', (n) => `${n + 1}2.50`));
    const xml = sheet1(after);
    expect(xml).toContain('<c r="B5" s="1"><v>12.50</v></c>');
    expect(xml).toContain('<c r="C5" s="0" t="inlineStr"><is><t xml:space="preserve">22.50%</t></is></c>');
    expect(xml).toContain('<c r="B6" s="3" t="inlineStr"><is><t xml:space="preserve">32.50</t></is></c>');
    expect(xml).toContain('<c r="C6" s="2"><v>0.4250</v></c>');
    expect(xml).toContain(
      '<r><rPr><b/></rPr><t xml:space="preserve">52.50</t></r><r><t xml:space="preserve">万件 </t></r>',
    );
    const again = await openDocument('表.xlsx', after);
    expect(again.document.blocks.map((b) => b.text).filter((t) => /2\.5/.test(t))).toEqual([
      '12.50',
      '22.50%',
      '32.50',
      '42.5%',
      '全市完成52.50万件 ',
    ]);
  });

  it('keeps every other part byte for byte, and asks Excel to compute again', async () => {
    const before = template();
    const opened = await openDocument('表.xlsx', before);
    const after = opened.write(replaceAll(opened.document, '×', () => '1'));
    const [a, b] = [openZip(before), openZip(after)];
    const changed = a.names.filter((n) => Buffer.compare(a.stored(a.find(n)!), b.stored(b.find(n)!)) !== 0);
    expect(changed).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
    expect(partOf(after, 'xl/workbook.xml')).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
    expect(sheet1(after)).toContain('<c r="B7" s="4"><f>SUM(B5:B6)</f></c>');
  });

  it('forgets the results of formulas that rest on a filled sheet, on other sheets too', async () => {
    const sheet = (name: string, formula: string) => ({
      name,
      data: `<row r="1"><c r="A1"><f>${formula}</f><v>7</v></c>${name === '甲' ? s('B1', 0) : ''}</row>`,
    });
    const sheets = [sheet('甲', 'B1*2'), sheet('乙', '甲!A1'), sheet('丙', '乙!A1'), sheet('丁', '1+1')];
    const opened = await openDocument('表.xlsx', xlsx({ strings: ['<t>×</t>'], sheets }));
    const after = opened.write(replaceAll(opened.document, '×', () => '5'));
    const kept = [1, 2, 3, 4].map((n) => partOf(after, `xl/worksheets/sheet${n}.xml`).includes('<v>7</v>'));
    expect(kept).toEqual([false, false, false, true]);
  });

  it('loses the calculation chain with the formula that is written over', async () => {
    const opened = await openDocument('表.xlsx', template());
    const block = opened.document.blocks.findIndex((b) => b.place.cell === 'B7');
    const text = opened.document.blocks[block]!.text;
    const after = opened.write([{ block, start: 0, end: text.length, text: '1234.5', kind: 'fill' }]);
    expect(sheet1(after)).toContain('<c r="B7" s="4"><v>1234.5</v></c>');
    expect(openZip(after).has('xl/calcChain.xml')).toBe(false);
    expect(partOf(after, '[Content_Types].xml') + partOf(after, 'xl/_rels/workbook.xml.rels')).not.toContain(
      'calcChain',
    );
    for (const name of openZip(after).names) readXml(openZip(after).read(name), {}, { part: name });
  });

  it('carries the provenance of its cells', async () => {
    const opened = await openDocument('表.xlsx', template());
    const edits = replaceAll(opened.document, '×', () => '12.345');
    const provenance = edits.map(({ block, start, end }, n) => ({ block, start, end, data: { n: String(n) } }));
    const again = await openDocument('表.xlsx', opened.write(edits, { provenance }));
    expect(again.provenance.map((e) => [e.data['n'], e.written, e.state])).toEqual([
      ['0', '12.35', 'same'],
      ['1', '12.345%', 'same'],
      ['2', '12.345', 'same'],
      ['3', '12.3%', 'same'],
      ['4', '全市完成12.345万件 ', 'same'],
    ]);
  });
});

describe('a number in a cell', () => {
  it.each([
    ['1234.56', '0.00', '1234.56'],
    ['0.285', '0.00%', '28.50%'],
    ['0.2849999999999999', '0.0%', '28.5%'],
    ['1234567.05', '#,##0.0_ ', '1,234,567.1'],
    ['-0.04', '0.0', '0.0'],
    ['17', 'General', '17'],
    ['0.10000000000000001', 'General', '0.1'],
    ['1.5E-3', 'General', '0.0015'],
    ['43709', 'yyyy"年"m"月"', '2019年9月'],
    ['12.50', '0.##', '12.5'],
    ['5', '[Red]0.0;[Blue]-0.0', '5.0'],
  ])('%s in the format %s is shown as %s', (stored, format, shown) => {
    expect(formatNumber(stored, format, false)).toBe(shown);
  });

  it.each([
    ['43.65', 'General', '43.65'],
    ['-0.5', '0.0', '-0.5'],
    ['12.3%', '0.0%', '0.123'],
    ['5%', '0%', '0.05'],
    ['112.3%', '0.0%', '1.123'],
    ['12.3%', 'General', undefined],
    ['12.3', '0.0%', undefined],
    ['007', 'General', undefined],
    ['1', '@', undefined],
    ['持平', 'General', undefined],
  ])('%s in the format %s is stored as %s', (text, format, stored) => {
    expect(storedNumber(text, format)).toBe(stored);
  });
});
