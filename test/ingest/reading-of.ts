import iconv from 'iconv-lite';
import type { Catalogue } from '../../src/catalogue/catalogue.js';
import regions from '../../src/catalogue/regions.csv';
import { parseRegions } from '../../src/catalogue/regions.js';
import { readReturn } from '../../src/ingest/read-return.js';
import type { ReadContext, ReturnReading } from '../../src/ingest/reading.js';
import { bytesInMemory } from '../../src/model/byte-source.js';
import { formatDecimal } from '../../src/model/decimal.js';
import { cellAddress, type Observation } from '../../src/model/observation.js';
import { formatTimePeriod } from '../../src/model/time-period-text.js';

export const refAreas = parseRegions(regions);

export const encode = (text: string, encoding = 'utf8'): Uint8Array => new Uint8Array(iconv.encode(text, encoding));

/** Reads a text as a return of that name. */
export const readingOf = (
  text: string,
  context: Partial<ReadContext> = {},
  name = 'return.csv',
): Promise<ReturnReading> => readReturn(bytesInMemory(name, encode(text)), { refAreas, ...context });

/** A table drawn with | between cells, one row a line. */
export const drawnTable = (drawn: string): string =>
  drawn
    .trim()
    .split('\n')
    .map((l) => l.split('|').map((c) => c.replace(/^ | $/g, '')))
    .map((cells) => cells.map((c) => (/[",]/.test(c) ? `"${c}"` : c)).join(','))
    .join('\n');

/** One line an observation, short enough to compare by eye. */
export function line(o: Observation, short = false): string {
  const value =
    o.obsValue === undefined
      ? `(${o.obsStatus})`
      : formatDecimal(o.obsValue) + (o.obsStatus === 'A' ? '' : ` ${o.obsStatus}`);
  const where = short ? '' : ` @${cellAddress(o.source.row, o.source.column)}`;
  const scenario = o.scenario === 'actual' ? '' : ` ${o.scenario}`;
  return `${o.measure}${scenario} ${o.indicator} ${o.refArea} ${formatTimePeriod(o.timePeriod, o.accumulation)}${o.accumulation === 'year-to-date' ? ' ytd' : ''} ${value} ${o.unitMeasure}${where}`;
}

export const linesOf = (reading: ReturnReading, short = false): string[] => {
  const lines: string[] = [];
  for (let i = reading.observations.from; i < reading.observations.to; i++)
    lines.push(line(reading.table.at(i), short));
  return lines;
};

export const codesOf = (reading: ReturnReading): string[] =>
  reading.diagnostics.map((d) => [d.code, d.place.cell ?? ''].join(' ').trim());

export type { Catalogue };
