import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtInCatalogues, loadBuiltInCatalogue } from '../../src/catalogue/built-in.js';
import { parseCatalogue, parseCatalogueText } from '../../src/catalogue/load-catalogue.js';

const root = join(import.meta.dirname, '../..');
const problemsOf = (text: string) => {
  const loaded = parseCatalogueText(text, 'mine.yaml');
  return loaded.kind === 'valid' ? [] : loaded.problems;
};

const small = (more: string) => `id: mine
name: 我的行业
subjects:
  - {name: 旅游, aliases: [旅游业务]}
segments:
  - name: 国内
indicators:
  - {id: revenue, name: 旅游业务收入, unit: 亿元, kind: flow, subject: 旅游, word: 业务收入}
${more}`;

describe('a catalogue of one’s own', () => {
  it('is taken when it is sound', () => {
    expect(problemsOf(small(''))).toEqual([]);
  });

  it('the shipped ones and the second industry are sound', async () => {
    for (const id of builtInCatalogues) {
      const text = readFileSync(join(root, `src/catalogue/${id}.yaml`), 'utf8');
      expect(problemsOf(text)).toEqual([]);
      expect((await loadBuiltInCatalogue(id))?.id).toBe(id);
    }
    expect(problemsOf(readFileSync(join(root, 'fixtures/catalogues/commerce-tourism.yaml'), 'utf8'))).toEqual([]);
  });

  it('there is no built-in catalogue of another name', async () => {
    expect(await loadBuiltInCatalogue('astronomy')).toBeUndefined();
    expect(await loadBuiltInCatalogue('constructor')).toBeUndefined();
  });

  it.each([
    [
      'two indicators share a name',
      '  - {id: b, name: 收入, aliases: [旅游业务收入], unit: 元, kind: flow}',
      'catalogue-name-ambiguous',
      9,
    ],
    [
      'a composed name is another’s alias',
      '  - {id: b, name: 收入, aliases: [旅游业务业务收入], unit: 元, kind: flow}',
      'catalogue-name-ambiguous',
      9,
    ],
    ['an id stands twice', '  - {id: revenue, name: 收入, unit: 元, kind: flow}', 'catalogue-id-twice', 9],
    [
      'the subject is unknown',
      '  - {id: b, name: 收入, unit: 元, kind: flow, subject: 餐饮}',
      'catalogue-unknown-subject',
      9,
    ],
    [
      'the segment is unknown',
      '  - {id: b, name: 收入, unit: 元, kind: flow, segment: 餐饮}',
      'catalogue-unknown-segment',
      9,
    ],
    [
      'two indicators are composed alike',
      '  - {id: b, name: 收入, unit: 元, kind: flow, subject: 旅游, word: 业务收入}',
      'catalogue-composition-twice',
      9,
    ],
    ['a unit is only a scale', '  - {id: b, name: 收入, unit: 万, kind: flow}', 'catalogue-unit-unreadable', 9],
    ['a name is full-width', '  - {id: b, name: ＧＤＰ, unit: 元, kind: flow}', 'catalogue-name-not-normal', 9],
    [
      'a part is unknown',
      'partitions:\n  - {whole: revenue, by: 类型, parts: [rooms]}',
      'catalogue-unknown-indicator',
      10,
    ],
    [
      'a part is its own whole',
      'partitions:\n  - {whole: revenue, by: 类型, parts: [revenue]}',
      'catalogue-part-of-itself',
      10,
    ],
    ['a key is misspelt', '  - {id: b, name: 收入, units: 元, unit: 元, kind: flow}', 'definition-unknown-key', 9],
    ['a key is missing', '  - {id: b, name: 收入, kind: flow}', 'definition-missing', 9],
    ['a word is not of the list', '  - {id: b, name: 收入, unit: 元, kind: flows}', 'definition-not-allowed', 9],
    ['the text is no YAML', '  - {id: b', 'definition-syntax', 9],
    ['a key stands twice', 'name: 又一个', 'definition-syntax', 9],
  ])('is refused with its line where %s', (_case, more, code, line) => {
    const problems = problemsOf(small(more));
    expect(problems.map((p) => p.code)).toEqual([code]);
    expect(problems[0]?.place.file).toBe('mine.yaml');
    expect(problems[0]?.place.line).toBeGreaterThanOrEqual(line);
  });

  it('exhaustive parts must be counted as their whole is', () => {
    const text = small(
      '  - {id: rooms, name: 客房数, unit: 间, kind: stock}\npartitions:\n  - {whole: revenue, by: 类型, parts: [rooms]}',
    );
    expect(problemsOf(text).map((p) => p.code)).toEqual(['catalogue-part-unit']);
  });

  it('a name that a longest match would tear is refused', () => {
    const torn = small('')
      .replace('{name: 旅游, aliases: [旅游业务]}', '{name: 旅游业务}')
      .replace('name: 旅游业务收入', 'name: 营收')
      .replace('subject: 旅游,', 'subject: 旅游业务,');
    expect(problemsOf(torn).map((p) => [p.code, p.args['whole']])).toEqual([['catalogue-name-torn', '旅游业务收入']]);
  });

  it('a misspelt key is answered with the nearest one', () => {
    const [problem] = problemsOf(small('  - {id: b, name: 收入, unit: 元, kind: flow, alias: [x]}'));
    expect(problem?.args).toMatchObject({ key: 'alias', path: 'indicators[2].alias', near: 'aliases' });
  });

  it('a value that is no table says so', () => {
    const loaded = parseCatalogue(['x']);
    expect(loaded.kind === 'invalid' && loaded.problems.map((p) => p.code)).toEqual(['definition-wrong-type']);
  });

  it('an alias bomb is refused', () => {
    const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghij'
      .split('')
      .map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefghij'[i]}`).join(', ')}]`)
      .join('\n')}`;
    expect(problemsOf(bomb).map((p) => p.code)).toEqual(['definition-syntax']);
  });
});
