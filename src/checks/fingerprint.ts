import type { ObservationTable } from '../model/observation-table.js';

/**
 * A short stable name for a finding: made of the rule, the cells by what they measure (not by where they stand) and their
 * values. It stays when rows move and changes when a value changes. 53 bits (cyrb53, public domain).
 */
export function fingerprint(rule: string, rows: readonly number[], table: ObservationTable, more = ''): string {
  const cells = rows.map((row) =>
    [
      table.measure[row],
      table.scenario[row],
      table.indicators.text(table.indicator[row]!),
      table.refAreas.text(table.refArea[row]!),
      table.periodEnd[row],
      table.periodMonths[row],
      table.scaled[row],
      table.decimals[row],
      table.units.text(table.unit[row]!),
    ].join(','),
  );
  return hash([rule, more, ...cells].join(';'));
}

function hash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36).padStart(11, '0');
}
