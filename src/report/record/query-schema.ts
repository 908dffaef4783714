import * as z from 'zod';
import type { Query } from '../../measures/query.js';

/*
 * A question to the data, as it is read back from a file that people have had in their hands. It holds the shape of
 * measures/query.ts; a record that does not fit is as none.
 */
const name = z.string().max(200);
const timePeriod = z.strictObject({ end: z.int().min(0).max(120_000), months: z.int().min(1).max(1200) });
const at = {
  indicator: name,
  refArea: name,
  timePeriod,
  scenario: z.enum(['actual', 'plan']).optional(),
};
const cell = z.strictObject(at);
const base = z.union([z.enum(['last-year', 'preceding']), z.strictObject({ timePeriod })]);
const partOfChange = { part: cell, whole: cell, base };
const peers = z.strictObject({ name, codes: z.array(name).max(4000) });

const rankable = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('level'), ...at }),
  z.strictObject({ kind: z.literal('growth'), base, ...at }),
  z.strictObject({ kind: z.literal('share'), part: cell, whole: cell }),
  z.strictObject({ kind: z.literal('average'), per: z.enum(['day', 'month']), ...at }),
  z.strictObject({ kind: z.literal('unit-price'), revenue: cell, volume: cell }),
  z.strictObject({ kind: z.literal('per-capita'), of: cell, population: z.array(cell).max(24) }),
  z.strictObject({ kind: z.literal('increase'), base, ...at }),
  z.strictObject({ kind: z.literal('multiple'), base, ...at }),
  z.strictObject({ kind: z.literal('average-growth'), from: timePeriod, ...at }),
  z.strictObject({ kind: z.literal('completion'), actual: cell, plan: cell }),
  z.strictObject({ kind: z.literal('contribution'), ...partOfChange }),
  z.strictObject({ kind: z.literal('pull'), ...partOfChange }),
]);
const rank = z.strictObject({
  kind: z.literal('rank'),
  of: rankable,
  peers,
  order: z.enum(['best-first', 'worst-first']).optional(),
});
const simple = z.union([
  rankable,
  rank,
  z.strictObject({ kind: z.literal('total'), of: z.array(cell).max(400) }),
  z.strictObject({
    kind: z.literal('count'),
    of: rankable,
    peers,
    than: z.enum(['above', 'below', 'not-below']),
    mark: z.union([z.strictObject({ kind: z.literal('mark'), value: name, unit: name }), rankable]),
    except: z.array(name).max(4000).optional(),
  }),
  z.strictObject({
    kind: z.literal('placed'),
    of: rank,
    place: z.int().min(1).max(4000),
    beside: z
      .array(z.strictObject({ place: z.int(), refArea: name }))
      .max(400)
      .optional(),
  }),
  z.strictObject({ kind: z.literal('rank-change'), of: rank, from: rank }),
  z.strictObject({ kind: z.literal('rank-distance'), of: rank, to: z.enum(['above', 'below']) }),
  z.strictObject({ kind: z.literal('earlier-peak'), among: z.enum(['same-months', 'any']), ...at }),
  z.strictObject({ kind: z.literal('ahead-of-time'), actual: cell, plan: cell }),
]);
const difference = z.strictObject({ kind: z.literal('rate-difference'), of: simple, from: simple });
/** No sentence compares differences of differences: one level is all there is. */
const query = z.union([
  simple,
  difference,
  z.strictObject({
    kind: z.literal('run'),
    of: z.union([z.strictObject({ kind: z.literal('growth'), base, ...at }), rank, difference]),
    least: z.number().min(-4000).max(1000),
    direction: z.union([z.literal(1), z.literal(-1)]),
    cumulative: z.literal(true).optional(),
  }),
  z.strictObject({ kind: z.literal('growth-of'), of: simple, from: simple }),
  z.strictObject({ kind: z.literal('ratio'), of: simple, to: simple }),
]);

/** Reads a query from its JSON; undefined for anything else. */
export function parseQuery(text: string): Query | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const read = query.safeParse(json);
  return read.success ? withoutUndefined(read.data) : undefined;
}

/** Zod's optional fields may be undefined; ours are absent. */
const withoutUndefined = (read: z.output<typeof query>): Query => JSON.parse(JSON.stringify(read)) as Query;
