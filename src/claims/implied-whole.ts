import type { At } from '../measures/query.js';
import { parseRankedArea } from '../measures/ranked-area.js';
import { samePeriod } from '../model/time-period.js';
import type { Problem, Reading } from './claim.js';
import type { ClaimSource } from './claim-source.js';
import type { ReadingContext } from './reading-context.js';

/** 全省快递业务量×万件，其中邯郸市占×%: the region that was spoken of before, where it lies around the part's own. */
function regionAround(part: At, { scene, earlier }: ClaimSource, { dictionary }: ReadingContext): string | undefined {
  if (!scene.areas || scene.entities) return undefined;
  const { refAreas } = dictionary.vocabulary;
  const before = earlier.findLast((c) => c.readings.length === 1 && c.readings[0]!.indicator === part.indicator);
  const said = before?.readings[0]?.refArea;
  return said !== undefined && said !== part.refArea && refAreas.isWithin(part.refArea, said) ? said : undefined;
}

/** 其中快递业务收入占×%: of the whole that was spoken of before, or of that of a share just said of another part. */
function isOfTheSaid(
  part: At,
  whole: string,
  { scene, earlier, total }: ClaimSource,
  { dictionary }: ReadingContext,
): boolean {
  // 其中9月份快递业务量占×%: of the same indicator over the longer period.
  if (scene.areas || scene.period) return false;
  const of = (r: Reading) => r.refArea === part.refArea && samePeriod(r.timePeriod, part.timePeriod);
  const named = earlier.some(
    (c) => c.readings.length === 1 && c.readings[0]!.indicator === whole && of(c.readings[0]!),
  );
  const partitions = dictionary.vocabulary.catalogue.partitionsOf(whole);
  const sibling = earlier.some(({ readings: [r, ...more] }) => {
    const query = r?.query.kind === 'rate-difference' ? r.query.of : r?.query;
    const other = query?.kind === 'share' && query.whole.indicator === whole ? query.part.indicator : undefined;
    return (
      more.length === 0 &&
      other !== undefined &&
      partitions.some((p) => p.parts.includes(other) && p.parts.includes(part.indicator))
    );
  });
  // 三者合计占×%: parts of one whole, taken together.
  const together = total !== undefined && partitions.some((p) => total.every((t) => p.parts.includes(t.indicator)));
  return scene.ofWhich || named || sibling || together;
}

/** 净增装机×万千瓦，其中光伏占×%: of what was just said, which was not read or is not the whole of this part. */
function isOfAnother(
  part: string,
  whole: string,
  { scene, earlier, afterUnread }: ClaimSource,
  { dictionary }: ReadingContext,
): boolean {
  const own = dictionary.vocabulary.catalogue.partitionsOf(whole).filter((p) => p.parts.includes(part));
  const near = (r: Reading) => r.indicator === whole || own.some((p) => p.parts.includes(r.indicator));
  return scene.ofWhich && (afterUnread || (earlier.length > 0 && !earlier.some((c) => c.readings.some(near))));
}

/** 东部's share is one of the country; in the text of a province that is no part of it there is none. */
function isGroupWithin(refArea: string, home: string, { dictionary }: ReadingContext): boolean {
  const { groups, refAreas } = dictionary.vocabulary;
  const codes = refArea.startsWith('group:') ? groups[refArea.slice('group:'.length)] : undefined;
  return codes?.every((code) => refAreas.isWithin(code, home)) ?? false;
}

/** 居前三位的是×、×、×，合计占×%: of the region among whose members they are. */
function regionOfRanking({ refArea }: At, { dictionary }: ReadingContext): string | undefined {
  const ranked = parseRankedArea(refArea);
  const [region, ...others] = ranked ? dictionary.vocabulary.refAreas.named(ranked.of.peers.name) : [];
  return others.length === 0 ? region?.code : undefined;
}

/** 民营企业进出口占比×%: the share of what is named in the report's own region is one of the whole that it is part of. */
const isOfItsOwn = (part: At, { scene, match, earlier }: ClaimSource, home: string): boolean =>
  (scene.entities !== undefined ||
    earlier[earlier.length - 1]?.readings.every((r) => r.indicator === part.indicator)) === true &&
  scene.areas === undefined &&
  part.refArea === home &&
  (match.captured['share'] ?? []).some((t) => /[比重份]/u.test(t.text));

/** The whole that no word names: of the share just said, of a segment, of what the sentence has spoken of, or of a group of regions. */
export function impliedWhole(part: At, all: boolean, source: ClaimSource, context: ReadingContext): At | Problem {
  const { catalogue, home } = context.dictionary.vocabulary;
  const last = source.earlier[source.earlier.length - 1];
  const said = last?.readings.find((r) => r.indicator === part.indicator && r.refArea === part.refArea)?.query;
  if (said?.kind === 'share') return { ...part, indicator: said.whole.indicator, refArea: said.whole.refArea };
  const indicator = catalogue.get(part.indicator);
  const wholes = catalogue.data.partitions.filter((p) => p.parts.includes(part.indicator)).map((p) => p.whole);
  const around = regionAround(part, source, context) ?? regionOfRanking(part, context);
  if (around) return { ...part, refArea: around };
  const ofType =
    wholes.length === 1 &&
    !isOfAnother(part.indicator, wholes[0]!, source, context) &&
    (indicator?.segment !== undefined ||
      isOfItsOwn(part, source, home) ||
      isOfTheSaid(part, wholes[0]!, source, context))
      ? wholes[0]
      : undefined;
  const ofRegion = isGroupWithin(part.refArea, home, context) ? home : undefined;
  if (ofType !== undefined && ofRegion === undefined) return { ...part, indicator: ofType };
  if (ofRegion !== undefined && ofType === undefined && (indicator?.segment === undefined || all))
    return { ...part, refArea: ofRegion };
  return { code: 'share-of-what', args: {} };
}
