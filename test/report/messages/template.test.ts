import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPlace } from '../../../src/report/messages/place-text.js';
import { sanitise } from '../../../src/report/messages/sanitise.js';
import { argumentsOf, fillMessage } from '../../../src/report/messages/template.js';

describe('a message', () => {
  it('takes its arguments, and joins a list as the language does', () => {
    const args = { count: 2, missing: ['邯郸市', '邢台市'] };
    expect(fillMessage('缺 {count} 个：{missing}', args, 'zh')).toBe('缺 2 个：邯郸市、邢台市');
    expect(fillMessage('{count} missing: {missing}', args, 'en')).toBe('2 missing: 邯郸市, 邢台市');
  });

  it('says an optional part only where its argument is there', () => {
    const text = '没有“{name}”{near?；是不是“{near}”？}';
    expect(fillMessage(text, { name: 'a', near: 'b' }, 'zh')).toBe('没有“a”；是不是“b”？');
    expect(fillMessage(text, { name: 'a' }, 'zh')).toBe('没有“a”');
    expect(fillMessage(text, { name: 'a', near: '' }, 'zh')).toBe('没有“a”');
    expect(argumentsOf(text)).toEqual({ needed: ['name'], optional: ['near'] });
  });

  it('is not fooled by an argument that looks like a message', () => {
    expect(fillMessage('{a}', { a: '{b}', b: 'x' }, 'zh')).toBe('{b}');
  });
});

describe('text from a file', () => {
  it('never carries a control character to a terminal', () => {
    expect(sanitise('a\u001b[31mb\r\nc\u202ed\u0007')).toBe('a [31mb c d ');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const shown = sanitise(text);
        expect(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/.test(shown)).toBe(false);
        expect(shown.length).toBeLessThanOrEqual(201);
      }),
    );
  });

  it('is cut where it is too long, never inside a character', () => {
    expect(sanitise('ab😀cd', 3)).toBe('ab…');
  });
});

describe('a place', () => {
  it.each([
    [{ file: 'a.md', line: 3, column: 14 }, 'a.md:3:14'],
    [{ file: 'a.xlsx', sheet: '表1', cell: 'B7' }, 'a.xlsx [表1] B7'],
    [{ file: 'a.csv', cell: 'B7' }, 'a.csv B7'],
    [{ file: 'a.docx', part: 'footnotes', line: 2, column: 5 }, 'a.docx footnotes:2:5'],
    [{ file: 'a.docx', part: 'body', line: 2 }, 'a.docx:2'],
    [{ file: 'a.csv' }, 'a.csv'],
    [{}, ''],
  ])('%j reads %s', (place, text) => {
    expect(formatPlace(place)).toBe(text);
  });
});
