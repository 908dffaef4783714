import { CsvError, parseCsv, sniffDelimiter } from '../../ingest/csv.js';
import { openText } from '../../ingest/text-stream.js';
import type { ByteSource } from '../../model/byte-source.js';
import { parseDecimal } from '../../model/decimal.js';
import type { Place } from '../../model/diagnostic.js';
import type { Fact } from '../report-context.js';
import type { FactsCode, FactsDiagnostic } from './diagnostics.js';

const HEADERS = { name: ['名称', 'name'], unit: ['单位', 'unit'], value: ['数值', 'value'] } as const;

export interface ReadFacts {
  readonly facts: readonly Fact[];
  readonly problems: readonly FactsDiagnostic[];
}

/** Reads a facts file: csv with the columns 名称, 单位, 数值. A name may stand with several units, never twice with one. */
export async function readFacts(source: ByteSource): Promise<ReadFacts> {
  const facts: Fact[] = [];
  const problems: FactsDiagnostic[] = [];
  const report = (code: FactsCode, place: Place, args: FactsDiagnostic['args'] = {}) =>
    problems.push({ code, severity: 'hard', place: { file: source.name, ...place }, args });
  const file = await openText(source);
  if (file.kind !== 'text') {
    report('facts-unreadable', {});
    return { facts, problems };
  }
  let columns: Record<keyof typeof HEADERS, number> | undefined;
  let line = 0;
  try {
    for await (const fields of parseCsv(file.chunks(), sniffDelimiter(file.head))) {
      line += 1;
      if (fields.every((field) => field.trim() === '')) continue;
      if (columns === undefined) {
        columns = headerOf(fields);
        if (columns.name < 0 || columns.value < 0) {
          report('facts-header', { line }, { found: fields.map((f) => f.trim()).filter((f) => f !== '') });
          break;
        }
        continue;
      }
      const field = (key: keyof typeof HEADERS) => fields[columns![key]]?.trim() ?? '';
      const fact: Fact = {
        name: field('name'),
        unit: field('unit'),
        text: field('value'),
        value: parseDecimal(field('value').normalize('NFKC').replaceAll(',', '')),
      };
      if (fact.name === '' || fact.text === '') report('facts-row-incomplete', { line });
      else if (facts.some((f) => f.name === fact.name && f.unit === fact.unit))
        report('facts-named-twice', { line }, { name: fact.name, unit: fact.unit });
      else facts.push(fact);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    report('facts-unreadable', { line: error.line });
  }
  return { facts, problems };
}

function headerOf(fields: readonly string[]): Record<keyof typeof HEADERS, number> {
  const at = (names: readonly string[]) => fields.findIndex((f) => names.includes(f.trim().toLowerCase()));
  return { name: at(HEADERS.name), unit: at(HEADERS.unit), value: at(HEADERS.value) };
}
