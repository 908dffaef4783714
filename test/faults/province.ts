import type { Dice } from './dice.js';

/*
 * Invented figures of a province, its prefectures and the country, month by month for two years, and the arithmetic of a
 * report on them: plain integers in hundredths of 万件 or 万元, worked out here without any code of the tool.
 */

export const PREFECTURES = [
  '石家庄市',
  '唐山市',
  '秦皇岛市',
  '邯郸市',
  '邢台市',
  '保定市',
  '张家口市',
  '承德市',
  '沧州市',
  '廊坊市',
  '衡水市',
] as const;
export const PROVINCE = '河北省';
export const COUNTRY = '全国';

/** Months of a year, both ends included. */
export interface Months {
  readonly year: number;
  readonly from: number;
  readonly to: number;
}

/** Names as the returns print them, by the short name that the texts of the corpus use. */
export const INDICATORS = {
  volume: { name: '快递业务量', unit: '万件' },
  'same-city': { name: '同城快递业务量', unit: '万件' },
  intercity: { name: '异地快递业务量', unit: '万件' },
  international: { name: '国际及港澳台快递业务量', unit: '万件' },
  revenue: { name: '快递业务收入', unit: '万元' },
  industry: { name: '邮政行业业务收入', unit: '万元' },
  letters: { name: '函件业务量', unit: '万件' },
  parcels: { name: '包裹业务量', unit: '万件' },
} as const;
export type IndicatorName = keyof typeof INDICATORS;
export const isIndicator = (text: string): text is IndicatorName => Object.hasOwn(INDICATORS, text);

export const REPORT_YEAR = 2024;

export class Province {
  readonly home: string;
  /** The others, the largest first. */
  readonly others: readonly string[];
  readonly #cells = new Map<string, bigint>();

  constructor(dice: Dice) {
    for (const area of PREFECTURES) this.#invent(area, dice.between(0.4, 6), dice);
    const shuffled = dice.shuffled(PREFECTURES);
    this.home = shuffled[0]!;
    this.others = shuffled.slice(1);
    for (const [key, value] of [...this.#cells]) {
      const province = key.replace(/^[^|]*/u, PROVINCE);
      this.#cells.set(province, (this.#cells.get(province) ?? 0n) + value);
    }
    for (const [key, value] of [...this.#cells])
      if (key.startsWith(PROVINCE)) {
        const factor = BigInt(Math.round(dice.between(1900, 2600)));
        this.#cells.set(key.replace(PROVINCE, COUNTRY), (value * factor) / 100n);
      }
  }

  #invent(area: string, scale: number, dice: Dice): void {
    const growth = dice.between(-0.12, 0.4);
    const local = dice.between(0.1, 0.25);
    const abroad = dice.between(0.004, 0.02);
    const price = dice.between(5, 11);
    const beside = dice.between(0.2, 0.6);
    for (const year of [REPORT_YEAR - 1, REPORT_YEAR])
      for (let month = 1; month <= 12; month++) {
        const grown = year === REPORT_YEAR ? 1 + growth : 1;
        const volume = 1500 * scale * grown * (0.8 + month * 0.03) * dice.between(0.93, 1.07);
        const put = (indicator: IndicatorName, value: number): bigint => {
          const cell = BigInt(Math.max(1, Math.round(value * 100)));
          this.#cells.set(keyOf(area, indicator, year, month), cell);
          return cell;
        };
        const sameCity = put('same-city', volume * local * dice.between(0.9, 1.1));
        const international = put('international', volume * abroad * dice.between(0.8, 1.2));
        const intercity = put('intercity', volume * (1 - local - abroad));
        this.#cells.set(keyOf(area, 'volume', year, month), sameCity + international + intercity);
        const revenue = put('revenue', volume * price * dice.between(0.95, 1.05));
        const other = BigInt(Math.round(Number(revenue) * beside * dice.between(0.95, 1.05)));
        this.#cells.set(keyOf(area, 'industry', year, month), revenue + other);
        put('letters', 40 * scale * dice.between(0.8, 1.2) * (year === REPORT_YEAR ? 0.85 : 1));
        put('parcels', 25 * scale * dice.between(0.7, 1.3));
      }
  }

  /** Sum of the months, in hundredths of the indicator's unit. */
  level(indicator: IndicatorName, area: string, { year, from, to }: Months): bigint {
    let total = 0n;
    for (let month = from; month <= to; month++) total += this.#cells.get(keyOf(area, indicator, year, month)) ?? 0n;
    return total;
  }

  /** The returns: one tidy file. */
  returns(): string {
    const lines = ['时期,地区,指标,单位,当月,累计'];
    for (const year of [REPORT_YEAR - 1, REPORT_YEAR])
      for (let month = 1; month <= 12; month++)
        for (const area of [...PREFECTURES, PROVINCE, COUNTRY])
          for (const [key, { name, unit }] of Object.entries(INDICATORS)) {
            const at = key as IndicatorName;
            const own = hundredths(this.level(at, area, { year, from: month, to: month }));
            const total = hundredths(this.level(at, area, { year, from: 1, to: month }));
            lines.push(`${year}年${month}月,${area},${name},${unit},${own},${total}`);
          }
    return `${lines.join('\n')}\n`;
  }
}

const keyOf = (area: string, indicator: string, year: number, month: number) => `${area}|${indicator}|${year}|${month}`;
const hundredths = (n: bigint): string => `${n / 100n}.${String(n % 100n).padStart(2, '0')}`;

/** n ÷ d to so many decimals, half away from zero. */
export function divided(n: bigint, d: bigint, decimals: number): { readonly text: string; readonly value: bigint } {
  const scaled = (n < 0n ? -n : n) * 10n ** BigInt(decimals) * 2n + d;
  const magnitude = scaled / (2n * d);
  const digits = magnitude.toString().padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const text = decimals > 0 ? `${digits.slice(0, cut)}.${digits.slice(cut)}` : digits;
  return { text, value: n < 0n ? -magnitude : magnitude };
}
