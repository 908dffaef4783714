import { loadBuiltInCatalogue } from '../../src/catalogue/built-in.js';
import regionsCsv from '../../src/catalogue/regions.csv';
import { parseRegions } from '../../src/catalogue/regions.js';
import type { Claim } from '../../src/claims/claim.js';
import { dictionary } from '../../src/claims/dictionary.js';
import { readDocument } from '../../src/claims/read-document.js';
import type { ReadingContext } from '../../src/claims/reading-context.js';
import type { Block, Document } from '../../src/model/document.js';
import { year } from '../../src/model/time-period.js';

export const areas = parseRegions(regionsCsv);
const catalogue = (await loadBuiltInCatalogue('postal'))!;

/** Home 邯郸市, period 2019年, peers of Hebei: what the examples of the patterns are read against. */
export const handan: ReadingContext = {
  dictionary: dictionary({
    catalogue,
    refAreas: areas,
    home: '130400',
    groups: Object.fromEntries(
      Object.entries(catalogue.data.groups).map(([name, members]) => [
        name,
        members.map((m) => areas.named(m)[0]!.code),
      ]),
    ),
  }),
  period: year(2019),
  peers: { name: '河北省', codes: areas.members('130000').map((a) => a.code) },
  peersOf: '130000',
  rankOf: undefined,
};

/** A document of paragraphs. */
export const paragraphs = (...texts: readonly string[]): Document => ({
  format: 'txt',
  blocks: texts.map((text, i): Block => ({ kind: 'paragraph', text, place: { line: i + 1, column: 1 } })),
});

export const claimsIn = (text: string, context: ReadingContext = handan): readonly Claim[] =>
  readDocument(paragraphs(text), context);
