import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCellNumber } from '../../src/ingest/number-text.js';
import { formatDecimal } from '../../src/model/decimal.js';

const read = (text: string) => {
  const cell = parseCellNumber(text);
  return cell.kind === 'number'
    ? formatDecimal(cell.value) + (cell.percent ? '%' : '')
    : `${cell.kind} ${cell.kind === 'missing' ? cell.status : cell.reason}`;
};

describe('the grammar of numbers', () => {
  it.each([
    ['1234.50', '1234.50'],
    ['1,234,567.8', '1234567.8'],
    ['1 234 567', '1234567'],
    ['１２３４．５', '1234.5'],
    ['−5.9', '-5.9'],
    ['－5.9', '-5.9'],
    ['- 5.9', '-5.9'],
    ['+15.8', '15.8'],
    ['　17.0 ', '17.0'],
    ['15.8％', '15.8%'],
    ['8.4 %', '8.4%'],
    ['230.5①', '230.5'],
    ['230.5[注1]', '230.5'],
    ['230.5*', '230.5'],
    ['0130400', '130400'],
    ['-0.0', '0.0'],
  ])('reads %s as %s', (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each([
    ['12abc', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['1e999', 'exponent'],
    ['1E5', 'exponent'],
    ['1,23', 'not-a-number'],
    ['1234,567', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['.5', 'not-a-number'],
    ['5.', 'not-a-number'],
    ['(12.3)', 'not-a-number'],
    ['12万件', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['2024-01-02', 'date'],
    ['1月2日', 'date'],
    ['1-2', 'date'],
    ['1/2', 'date'],
    ['2-Jan', 'date'],
    ['#REF!', 'formula-error'],
    ['#N/A', 'formula-error'],
    ['TRUE', 'boolean'],
    ['9'.repeat(60), 'too-long'],
    ['9'.repeat(100_000), 'too-long'],
  ])('refuses %s', (text, reason) => {
    expect(read(text)).toBe(`refused ${reason}`);
  });

  it.each([
    ['', 'O'],
    [' 　', 'O'],
    ['#', 'L'],
    ['—', 'N'],
    ['——', 'N'],
    ['-', 'K'],
    ['…', 'M'],
    ['......', 'M'],
    ['NA', 'M'],
    ['保密', 'C'],
  ])('keeps the missing marker “%s” apart as %s', (text, status) => {
    expect(read(text)).toBe(`missing ${status}`);
  });

  it('gives back every decimal that is written in any of its spellings', () => {
    const decimal = fc.tuple(fc.bigInt(-(10n ** 18n), 10n ** 18n), fc.integer({ min: 0, max: 6 }));
    const spelling = fc.constantFrom<(s: string) => string>(
      (s) => s,
      (s) => ` ${s}　`,
      (s) => s.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
      (s) => s.replace('-', '−'),
      (s) => s.replace(/\d+/, (w) => w.replace(/\B(?=(\d{3})+$)/g, ',')),
    );
    fc.assert(
      fc.property(decimal, spelling, ([digits, decimals], spell) => {
        const plain = formatDecimal({ digits, decimals });
        expect(read(spell(plain))).toBe(plain);
      }),
    );
  });
});
