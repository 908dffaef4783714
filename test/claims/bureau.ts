import { parseCatalogueText } from '../../src/catalogue/load-catalogue.js';
import { dictionary } from '../../src/claims/dictionary.js';
import type { ReadingContext } from '../../src/claims/reading-context.js';
import { notate } from './notation.js';
import { areas, claimsIn, handan } from './reading.js';

const yaml = `id: bureau
name: 统计公报
subjects: [{ name: 全市经济, opening: true }]
indicators:
  - { id: gdp, name: 地区生产总值, unit: 亿元, kind: flow, growth: published }
  - { id: gdp1, name: 第一产业增加值, aliases: [第一产业], unit: 亿元, kind: flow }
  - { id: gdp2, name: 第二产业增加值, aliases: [第二产业], unit: 亿元, kind: flow }
  - { id: gdp3, name: 第三产业增加值, aliases: [第三产业], unit: 亿元, kind: flow }
  - { id: industry, name: 规模以上工业增加值, unit: 亿元, kind: flow, growth: published }
  - { id: hightech, name: 高技术制造业增加值, unit: 亿元, kind: flow, growth: published }
  - { id: house-area, name: 商品房销售面积, unit: 万平方米, kind: flow }
  - { id: house-sale, name: 商品房销售额, unit: 亿元, kind: flow }
  - { id: trade, name: 进出口总值, unit: 亿元, kind: flow }
  - { id: asean, name: 对东盟进出口, unit: 亿元, kind: flow }
  - { id: eu, name: 对欧盟进出口, unit: 亿元, kind: flow }
  - { id: us, name: 对美国进出口, unit: 亿元, kind: flow }
  - { id: revenue, name: 一般公共预算收入, unit: 亿元, kind: flow }
  - { id: spend, name: 一般公共预算支出, unit: 亿元, kind: flow }
  - { id: loans, name: 各项贷款余额, unit: 亿元, kind: stock }
  - { id: income-city, name: 城镇居民人均可支配收入, unit: 元, kind: flow, additive: false }
  - { id: income-rural, name: 农村居民人均可支配收入, unit: 元, kind: flow, additive: false }
  - { id: power, name: 全社会用电量, aliases: [用电量], unit: 亿千瓦时, kind: flow }
  - { id: power-ind, name: 工业用电量, unit: 亿千瓦时, kind: flow }
  - { id: power-made, name: 制造业用电量, unit: 亿千瓦时, kind: flow }
  - { id: generation, name: 发电量, unit: 亿千瓦时, kind: flow }
  - { id: wind, name: 风电发电量, aliases: [风电], unit: 亿千瓦时, kind: flow }
  - { id: solar, name: 光伏发电量, aliases: [光伏], unit: 亿千瓦时, kind: flow }
  - { id: visitors, name: 接待游客人数, aliases: [接待游客], unit: 万人次, kind: flow }
  - { id: tourism, name: 旅游收入, unit: 亿元, kind: flow }
  - { id: entities, name: 经营主体, unit: 万户, kind: stock }
partitions:
  - { whole: gdp, by: 产业, parts: [gdp1, gdp2, gdp3], exhaustive: true }
  - { whole: trade, by: 国别, parts: [asean, eu, us], exhaustive: false }
  - { whole: generation, by: 电源, parts: [wind, solar], exhaustive: false }
`;

const parsed = parseCatalogueText(yaml, 'bureau.yaml');
if (parsed.kind !== 'valid') throw new Error(JSON.stringify(parsed));

/** A city's statistics bureau: what the bulletins of other industries speak of. */
export const bureau: ReadingContext = {
  ...handan,
  dictionary: dictionary({ ...handan.dictionary.vocabulary, catalogue: parsed.catalogue }),
};

/** The readings of a text in the notation of patterns.yaml, without the region and the year that all share. */
export const readBureau = (text: string): readonly string[] =>
  claimsIn(text, bureau).map((c) => notate(c, areas).replaceAll(', 邯郸市, 2019)', ')'));
