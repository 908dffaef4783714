import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltInCatalogue } from '../../src/catalogue/built-in.js';
import type { Catalogue } from '../../src/catalogue/catalogue.js';
import { parseRegions } from '../../src/catalogue/regions.js';
import { COUNTRY } from '../../src/model/ref-area.js';

const root = join(import.meta.dirname, '../..');
const regions = parseRegions(readFileSync(join(root, 'src/catalogue/regions.csv'), 'utf8'));
const published = join(root, '../shared/data/postal');

let postal: Catalogue;
beforeAll(async () => {
  postal = (await loadBuiltInCatalogue('postal'))!;
});
const idOf = (name: string) => postal.named(name)?.id;

describe('names of the postal industry', () => {
  it('every name and alias of an indicator leads back to it alone', () => {
    for (const indicator of postal.indicators)
      for (const name of [indicator.name, ...indicator.aliases])
        expect([name, idOf(name)]).toEqual([name, indicator.id]);
  });

  it.each([
    ['邮政寄递服务业务量', 'universal-service-volume'],
    ['国际/港澳台快递业务量', 'express-volume-international'],
    ['国际/港澳台业务量', 'express-volume-international'],
    ['国际及港澳台快递业务收入', 'express-revenue-international'],
    ['同城业务量', 'express-volume-same-city'],
    ['快递服务企业业务量', 'express-volume'],
    ['快递业业务收入', 'express-revenue'],
    ['快件量', 'express-volume'],
    ['邮政业业务总量', 'industry-output'],
    ['订销报纸累计数', 'newspapers'],
    ['邮政函件业务', 'letters'],
    ['GDP', 'gross-domestic-product'],
  ])('%s is %s', (name, id) => {
    expect(idOf(name)).toBe(id);
  });

  it('a bare measure word is a word, to be completed by its scope', () => {
    expect(postal.terms('业务收入').map((t) => t.kind)).toEqual(['word']);
    expect(postal.compose({ subject: postal.openingSubject, word: '业务收入' })?.id).toBe('industry-revenue');
    expect(postal.compose({ subject: '快递', word: '业务收入' })?.id).toBe('express-revenue');
    expect(postal.compose({ subject: '快递', segment: '同城', word: '业务收入' })?.id).toBe(
      'express-revenue-same-city',
    );
  });

  it('快递业务 alone names no indicator: tables print it over volume and over revenue', () => {
    expect(postal.terms('快递业务').map((t) => t.kind)).toEqual(['subject']);
  });

  it('every indicator of the published tables is known', (context) => {
    if (!existsSync(published)) return context.skip('the published tables (../shared/data/postal) are not here');
    const names = new Set<string>();
    for (const file of readdirSync(published).filter((f) => f.endsWith('.csv'))) {
      const [head = '', ...lines] = readFileSync(join(published, file), 'utf8').trim().split(/\r?\n/);
      const column = head.split(',').indexOf('indicator');
      for (const line of lines) names.add(line.split(',')[column] ?? '');
    }
    expect(names.size).toBeGreaterThan(20);
    expect([...names].filter((name) => idOf(name) === undefined)).toEqual([]);
  });
});

describe('groups of regions', () => {
  it('have members that the region table knows, each once', () => {
    for (const [group, members] of Object.entries(postal.data.groups)) {
      const codes = members.map((name) => regions.named(name).map((a) => a.code));
      expect([group, codes.filter((c) => c.length !== 1)]).toEqual([group, []]);
      expect(new Set(codes.flat()).size).toBe(members.length);
    }
  });

  it('东部, 中部 and 西部 hold each of the 31 provinces once', () => {
    const { 东部 = [], 中部 = [], 西部 = [] } = postal.data.groups;
    expect([东部.length, 中部.length, 西部.length]).toEqual([11, 8, 12]);
    const all = [...东部, ...中部, ...西部].map((name) => regions.named(name)[0]?.code).sort();
    expect(all).toEqual(
      regions
        .members(COUNTRY)
        .map((a) => a.code)
        .sort(),
    );
  });

  it('省会城市 are the 27 capitals, one in each province that is no municipality', () => {
    const capitals = (postal.data.groups['省会城市'] ?? []).map((name) => regions.named(name)[0]?.parent);
    expect(new Set(capitals).size).toBe(27);
  });
});
