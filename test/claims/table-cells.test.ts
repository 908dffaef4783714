import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/claims/read-document.js';
import type { Block } from '../../src/model/document.js';
import { notate } from './notation.js';
import { areas, handan } from './reading.js';

/** One row of slots under headings; the row's own headings in front. */
const row = (own: readonly string[], columns: readonly string[], caption?: string) =>
  readDocument(
    {
      format: 'md',
      blocks: columns.map(
        (column): Block => ({
          kind: 'cell',
          text: '×',
          place: { line: 1, column: 1 },
          headings: { row: own, column: [column], ...(caption === undefined ? {} : { caption }) },
        }),
      ),
    },
    handan,
  ).map((c) => notate(c, areas));

describe('a column that does not say of what leans on the column to its left', () => {
  it('takes its indicator', () => {
    expect(row(['石家庄市'], ['快递业务量（万件）', '同比（%）', '快递业务收入（亿元）', '同比（%）'])).toEqual([
      'level(express-volume, 石家庄市, 2019)',
      'growth(express-volume, 石家庄市, 2019)',
      'level(express-revenue, 石家庄市, 2019)',
      'growth(express-revenue, 石家庄市, 2019)',
    ]);
  });

  it('tells what a rank beside it ranks', () => {
    const ranks = (...columns: readonly string[]) => row(['石家庄市'], columns).filter((r) => r.startsWith('rank'));
    const [level, growth] = ['level', 'growth'].map((of) => `rank(${of}(express-volume, 石家庄市, 2019), 河北省)`);
    expect(ranks('快递业务量（万件）', '排名', '同比（%）', '排名')).toEqual([level, growth]);
    expect(ranks('快递业务量（万件）', '排名')).toEqual([level]);
    expect(ranks('快递业务量（万件）', '同比（%）', '排名')).toEqual([`${level} or ${growth}`]);
  });

  it('takes its period', () => {
    expect(row(['快递业务量（万件）'], ['9月', '同比（%）', '1-9月累计', '同比（%）'])).toEqual([
      'level(express-volume, 邯郸市, 2019-09)',
      'growth(express-volume, 邯郸市, 2019-09)',
      'level(express-volume, 邯郸市, 2019-01..09)',
      'growth(express-volume, 邯郸市, 2019-01..09)',
    ]);
  });

  it('what is completed is the plan, by the actual figures', () => {
    expect(row(['快递业务量（万件）'], ['1-9月累计', '全年计划', '完成计划（%）'])).toEqual([
      'level(express-volume, 邯郸市, 2019-01..09)',
      'level(express-volume, 邯郸市, plan 2019)',
      'completion(express-volume, 邯郸市, 2019-01..09)',
    ]);
  });

  it('is not read where the column to its left was not', () => {
    const [unread, leaning] = row(['石家庄市'], ['冷链业务量（万件）', '同比（%）']);
    expect(unread).toContain('unknown-words');
    expect(leaning).toContain('unknown-words');
  });
});
