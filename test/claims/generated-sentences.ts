import { lexicon } from '../../src/claims/lexicon/lexicon.js';
import type { TokenClass } from '../../src/claims/token.js';

/*
 * Sentences made from what they mean: a claim model (indicator, region, period, measure) is drawn first, then a way to say it
 * from the tables of words. What each slot means is known before anything is read.
 *
 *   random ──> Scene (who, where, when) ──> head clause ──> further clauses ──> text with × and the meaning of each, in the
 *   notation of test/claims/notation.ts
 */
export interface GeneratedSentence {
  readonly text: string;
  readonly means: readonly string[];
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Random = () => number;
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

const INDICATORS = [
  { id: 'express-volume', names: ['快递业务量', '快递量'], units: ['万件', '亿件', '件'] },
  { id: 'express-volume-same-city', names: ['同城快递业务量', '同城业务量'], units: ['万件'] },
  { id: 'express-volume-intercity', names: ['异地快递业务量'], units: ['万件', '亿件'] },
  { id: 'express-revenue', names: ['快递业务收入'], units: ['万元', '亿元'] },
  { id: 'industry-revenue', names: ['邮政行业业务收入', '邮政业业务收入'], units: ['亿元', '万元'] },
] as const;
const AREAS = [
  { name: '邯郸市', says: ['', '全市', '我市', '邯郸市', '邯郸'] },
  { name: '石家庄市', says: ['石家庄市', '石家庄'] },
  { name: '河北省', says: ['全省', '河北省'] },
] as const;
const PERIODS = [
  { says: ['', '2019年，', '2019年', '全年，'], now: '2019', before: '2018' },
  { says: ['2019年9月，', '9月份，', '9月'], now: '2019-09', before: '2018-09' },
  { says: ['2019年1—9月，', '前三季度，', '1-9月'], now: '2019-01..09', before: '2018-01..09' },
  { says: ['2018年，'], now: '2018', before: '2017' },
] as const;

/** Words of a class, from the tables. */
const wordsOf = (c: TokenClass): readonly string[] =>
  [...lexicon().words].flatMap(([word, entry]) => (entry.classes.includes(c) ? [word] : []));
const onlyOf = (c: TokenClass): readonly string[] =>
  [...lexicon().words].flatMap(([word, entry]) => (entry.classes.length === 1 && entry.classes[0] === c ? [word] : []));
/** 比上年全年 compares with the whole year even behind a month. */
const lastYear = () =>
  [...lexicon().words].flatMap(([word, { base }]) =>
    base?.kind === 'last-year' && !word.includes('全年') ? [word] : [],
  );

interface Said {
  readonly random: Random;
  readonly cell: string;
  readonly base: string;
  readonly id: string;
  readonly area: string;
  readonly now: string;
  readonly before: string;
  readonly unit: string;
}

interface Clause {
  readonly text: string;
  readonly means: readonly string[];
}

const level = ({ cell }: Said) => `level(${cell})`;
const growth = ({ cell }: Said) => `growth(${cell})`;

/** Clauses that lean on the head: each says by its own words what it measures. */
const FURTHER: readonly ((said: Said) => Clause | undefined)[] = [
  (s) => ({
    text: `${pick(s.random, ['', ...lastYear()])}${pick(s.random, wordsOf('change'))}×%`,
    means: [growth(s)],
  }),
  (s) => ({
    text: `${pick(s.random, [...wordsOf('growth-noun'), ...wordsOf('growth-noun-up'), ...wordsOf('growth-noun-down')])}${pick(s.random, ['', '为', '达', '达到'])}×%`,
    means: [growth(s)],
  }),
  (s) => ({
    text: `${pick(s.random, lastYear())}${pick(s.random, wordsOf('change'))}×${s.unit}`,
    means: [`increase(${s.cell})`],
  }),
  (s) => ({ text: `${pick(s.random, wordsOf('net-change'))}×${s.unit}`, means: [`increase(${s.cell})`] }),
  (s) =>
    s.area === '河北省'
      ? undefined
      : {
          text: `${pick(s.random, wordsOf('growth-noun'))}${pick(s.random, onlyOf('rank'))}全省第×${pick(s.random, ['', '位'])}`,
          means: [`rank(${growth(s)}, 河北省)`],
        },
  (s) =>
    s.area === '河北省'
      ? undefined
      : {
          text: `${pick(s.random, wordsOf('level-noun'))}${pick(s.random, onlyOf('rank'))}全省第×位`,
          means: [`rank(${level(s)}, 河北省)`],
        },
  (s) =>
    s.area === '河北省'
      ? undefined
      : {
          text: `${pick(s.random, wordsOf('growth-noun'))}${pick(s.random, wordsOf('relation'))}全省${pick(s.random, ['', '平均水平', '平均'])}×个百分点`,
          means: [`difference(${growth(s)}, 河北省)`],
        },
  (s) =>
    s.area === '河北省'
      ? undefined
      : {
          text: `${pick(s.random, ['占全省的', '占全省的比重为', '占全省比重达'])}×%`,
          means: [`share(${s.id}, ${s.area}/河北省, ${s.now})`],
        },
  (s) => ({ text: `${pick(s.random, ['是', '相当于'])}上年同期的×倍`, means: [`multiple(${s.cell})`] }),
];

/** Ends a chain: a change behind an average is one of the average. */
const averaged = (s: Said): Clause => ({
  text: `${pick(s.random, wordsOf('per-day'))}${pick(s.random, ['', '完成', '达'])}×${s.unit}`,
  means: [`average(${s.cell})`],
});

/** A sentence of one subject, or a list of subjects with 分别. */
export function generateSentence(seed: number): GeneratedSentence {
  const random = randomFrom(seed);
  const shape = random();
  if (shape < 0.12) return listOfIndicators(random);
  if (shape < 0.2) return listOfAreas(random);
  if (shape < 0.26) return listOfYears(random);
  const clauses = [subject(random)];
  if (random() < 0.35) clauses.push(subject(random, '；', clauses[0]!.scene));
  return { text: `${clauses.map((c) => c.text).join('；')}。`, means: clauses.flatMap((c) => c.means) };
}

interface Scene {
  readonly area: (typeof AREAS)[number];
  readonly period: (typeof PERIODS)[number];
}

function subject(random: Random, after = '', given?: Scene): Clause & { readonly scene: Scene } {
  const indicator = pick(random, INDICATORS);
  const scene = given ?? { area: pick(random, AREAS), period: pick(random, PERIODS) };
  const cell = `${indicator.id}, ${scene.area.name}, ${scene.period.now}`;
  const unit = pick(random, indicator.units);
  const said: Said = {
    random,
    cell,
    base: cell.replace(scene.period.now, scene.period.before),
    id: indicator.id,
    area: scene.area.name,
    now: scene.period.now,
    before: scene.period.before,
    unit,
  };
  const name = pick(random, indicator.names);
  const where = after === '' ? pick(random, scene.area.says) : '';
  const when = after === '' ? pick(random, scene.period.says) : '';
  const front = when.endsWith('，') || where === '' || random() < 0.5 ? `${when}${where}` : `${where}${when}`;
  const opening = random() < 0.8 ? leveled(said) : FURTHER[0]!(said)!;
  const further: Clause[] = [];
  for (let i = Math.floor(random() * 4); i > 0; i--) {
    const clause = pick(random, FURTHER)(said);
    if (clause) further.push(clause);
  }
  if (random() < 0.15) further.push(averaged(said));
  return {
    scene,
    text: [`${front}${name}${opening.text}`, ...further.map((c) => c.text)].join('，'),
    means: [...opening.means, ...further.flatMap((c) => c.means)],
  };
}

const leveled = (s: Said): Clause => ({
  text: `${pick(s.random, [...wordsOf('link'), ''])}${pick(s.random, ['', '', '', '近', '超', '约', '突破'])}×${s.unit}`,
  means: [level(s)],
});

function listOfIndicators(random: Random): GeneratedSentence {
  const [a, b] = [INDICATORS[0], pick(random, [INDICATORS[3], INDICATORS[4], INDICATORS[2]])];
  const area = pick(random, AREAS);
  const period = pick(random, PERIODS);
  const means = (of: string) => [a, b].map((i) => `${of}(${i.id}, ${area.name}, ${period.now})`);
  const verb = pick(random, wordsOf('change'));
  return {
    text: `${pick(random, period.says)}${pick(random, area.says)}${a.names[0]}${pick(random, ['和', '、', '与'])}${b.names[0]}分别${pick(random, ['完成', '达到', '实现'])}×${a.units[0]}${pick(random, ['和', '、'])}×${b.units[0]}，${pick(random, lastYear())}分别${verb}×%${pick(random, ['和', '、'])}×%。`,
    means: [...means('level'), ...means('growth')],
  };
}

function listOfAreas(random: Random): GeneratedSentence {
  const indicator = pick(random, INDICATORS);
  const period = pick(random, PERIODS);
  const names = ['石家庄市', '唐山市', '邯郸市'];
  const means = (of: string) => names.map((n) => `${of}(${indicator.id}, ${n}, ${period.now})`);
  return {
    text: `${pick(random, period.says)}石家庄、唐山、邯郸${pick(random, ['', '三市'])}${pick(random, indicator.names)}分别完成×${indicator.units[0]}、×${indicator.units[0]}和×${indicator.units[0]}，同比分别${pick(random, wordsOf('change'))}×%、×%和×%。`,
    means: [...means('level'), ...means('growth')],
  };
}

function listOfYears(random: Random): GeneratedSentence {
  const indicator = pick(random, INDICATORS);
  const unit = indicator.units[0];
  return {
    text: `${pick(random, ['2018年、2019年', '2018年和2019年', '2018—2019年，', '2018、2019年，'])}${pick(random, indicator.names)}分别${pick(random, ['完成', '为'])}×${unit}${pick(random, ['和', '、'])}×${unit}。`,
    means: ['2018', '2019'].map((y) => `level(${indicator.id}, 邯郸市, ${y})`),
  };
}
