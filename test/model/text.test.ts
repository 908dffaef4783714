import { describe, expect, it } from 'vitest';
import { type Block, placeInBlock } from '../../src/model/document.js';
import { applyEdits } from '../../src/model/edit.js';
import { Interner } from '../../src/model/interner.js';
import { cellAddress, formatSource } from '../../src/model/observation.js';

describe('places and edits', () => {
  it('a cell is named as spreadsheets do', () => {
    expect([cellAddress(7, 2), cellAddress(1, 26), cellAddress(1, 27), cellAddress(3, 703)]).toEqual([
      'B7',
      'Z1',
      'AA1',
      'AAA3',
    ]);
    expect(formatSource({ file: 'data/a.xlsx', sheet: '表1', row: 7, column: 2 })).toBe('data/a.xlsx [表1] B7');
  });

  it('a line break in a paragraph of plain text starts a line, in Word it does not', () => {
    const block: Block = { kind: 'paragraph', text: '甲乙\n丙丁', place: { line: 4, column: 3 } };
    expect(placeInBlock(block, 1)).toMatchObject({ line: 4, column: 4 });
    expect(placeInBlock(block, 4)).toMatchObject({ line: 5, column: 2 });
    expect(placeInBlock({ ...block, place: { part: 'body', line: 4 } }, 4)).toMatchObject({ line: 4, column: 5 });
  });

  it('an anchor tells where hidden markup has moved the text', () => {
    const block: Block = {
      kind: 'paragraph',
      text: '甲乙丙',
      place: { line: 1, column: 1 },
      anchors: [{ offset: 1, line: 1, column: 4 }],
    };
    expect(placeInBlock(block, 0)).toMatchObject({ line: 1, column: 1 });
    expect(placeInBlock(block, 2)).toMatchObject({ line: 1, column: 5 });
  });

  it('edits are put in from any order, and may not overlap', () => {
    const fill = (start: number, end: number, text: string) => ({ block: 0, start, end, text, kind: 'fill' as const });
    expect(applyEdits('完成×万件，增长×%', [fill(8, 9, '15.0'), fill(2, 3, '43.65')])).toBe('完成43.65万件，增长15.0%');
    expect(() => applyEdits('×××', [fill(0, 2, 'a'), fill(1, 3, 'b')])).toThrow(RangeError);
  });

  it('an interner numbers texts in order of first sight', () => {
    const texts = new Interner();
    expect(['甲', '乙', '甲'].map((t) => texts.intern(t))).toEqual([0, 1, 0]);
    expect([texts.find('乙'), texts.find('丙'), texts.text(1), texts.size]).toEqual([1, -1, '乙', 2]);
    expect(() => texts.text(9)).toThrow(RangeError);
  });
});
