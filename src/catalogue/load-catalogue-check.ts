import type { MessageArgument } from '../model/diagnostic.js';
import { parseUnit } from '../model/unit.js';
import { Catalogue } from './catalogue.js';
import type { CatalogueCode, CatalogueDiagnostic } from './diagnostics.js';
import type { DefinitionPath, PlaceOf } from './load-path.js';
import type { CatalogueData } from './schema.js';

/** What the schema cannot see: names that say two things, parts that no indicator is, units that cannot be read. */
export function checkCatalogue(data: CatalogueData, placeOf: PlaceOf): readonly CatalogueDiagnostic[] {
  const problems: CatalogueDiagnostic[] = [];
  const report = (code: CatalogueCode, path: DefinitionPath, args: Record<string, MessageArgument>) =>
    problems.push({ code, severity: 'hard', place: placeOf(path), args });

  checkReferences(data, report);
  if (problems.length === 0) {
    const catalogue = new Catalogue(data);
    checkNames(catalogue, report);
    checkTornNames(catalogue, report);
  }
  return problems;
}

type Report = (code: CatalogueCode, path: DefinitionPath, args: Record<string, MessageArgument>) => void;

function checkReferences(data: CatalogueData, report: Report): void {
  const ids = new Map<string, number>();
  const subjects = new Set(data.subjects.map((s) => s.name));
  const segments = new Set(data.segments.map((s) => s.name));
  const compositions = new Map<string, string>();
  data.indicators.forEach((indicator, i) => {
    const { id, name, subject, segment, word, unit } = indicator;
    if (ids.has(id)) report('catalogue-id-twice', ['indicators', i, 'id'], { id });
    ids.set(id, i);
    if (subject !== undefined && !subjects.has(subject))
      report('catalogue-unknown-subject', ['indicators', i, 'subject'], { name, subject, known: [...subjects] });
    if (segment !== undefined && !segments.has(segment))
      report('catalogue-unknown-segment', ['indicators', i, 'segment'], { name, segment, known: [...segments] });
    if (!parseUnit(unit) || parseUnit(unit)?.base === '')
      report('catalogue-unit-unreadable', ['indicators', i, 'unit'], { name, unit });
    if (word === undefined) return;
    const composition = JSON.stringify([subject, segment, word]);
    const other = compositions.get(composition);
    if (other !== undefined)
      report('catalogue-composition-twice', ['indicators', i, 'word'], {
        names: [other, name],
        composition: `${segment ?? ''}${subject ?? ''}${word}`,
      });
    compositions.set(composition, name);
  });
  checkPartitions(data, ids, report);
}

function checkPartitions(data: CatalogueData, ids: ReadonlyMap<string, number>, report: Report): void {
  const baseOf = (id: string) => parseUnit(data.indicators[ids.get(id) ?? -1]?.unit ?? '')?.base;
  data.partitions.forEach((partition, i) => {
    const unknown = (id: string, path: DefinitionPath) => {
      if (!ids.has(id)) report('catalogue-unknown-indicator', ['partitions', i, ...path], { id });
    };
    unknown(partition.whole, ['whole']);
    partition.parts.forEach((part, j) => {
      unknown(part, ['parts', j]);
      if (part === partition.whole) report('catalogue-part-of-itself', ['partitions', i, 'parts', j], { id: part });
      if (partition.exhaustive && ids.has(part) && ids.has(partition.whole) && baseOf(part) !== baseOf(partition.whole))
        report('catalogue-part-unit', ['partitions', i, 'parts', j], { part, whole: partition.whole });
    });
  });
}

/** Every name must say one thing; a name that text normalisation would change could never be met. */
function checkNames(catalogue: Catalogue, report: Report): void {
  for (const name of catalogue.names()) {
    const meanings = new Set(
      catalogue.terms(name).map((t) => {
        if (t.kind === 'indicator') return t.indicator.name;
        return t.kind === 'subject' ? t.subject : t.kind === 'segment' ? t.segment : t.word;
      }),
    );
    const kinds = new Set(catalogue.terms(name).map((t) => t.kind));
    if (meanings.size > 1 || kinds.size > 1)
      report('catalogue-name-ambiguous', pathOfName(catalogue, name), { name, meanings: [...meanings] });
    if (name !== name.normalize('NFKC') || /\s/u.test(name))
      report('catalogue-name-not-normal', pathOfName(catalogue, name), { name });
  }
}

/** An overlap of one character makes no word: 邮政行业 + 业务量 is never written 邮政行业务量. */
const SHORTEST_TEAR = 2;

/**
 * A longest match must not tear a name: where 快递业务 is a subject and 业务量 a word, 快递业务量 would be read as
 * 快递业务 + 量 unless it is a name itself.
 */
function checkTornNames(catalogue: Catalogue, report: Report): void {
  for (const indicator of catalogue.indicators) {
    const { subject, segment, word } = indicator;
    if (word === undefined) continue;
    const prefixes = [
      ...catalogue.data.segments.filter((s) => s.name === segment),
      ...(segment === undefined ? catalogue.data.subjects.filter((s) => s.name === subject) : []),
    ].flatMap((x) => [x.name, ...x.aliases]);
    for (const prefix of prefixes)
      for (let overlap = SHORTEST_TEAR; overlap < word.length; overlap++) {
        const whole = prefix + word.slice(overlap);
        if (prefix.endsWith(word.slice(0, overlap)) && catalogue.terms(whole).length === 0)
          report('catalogue-name-torn', pathOfName(catalogue, prefix), { whole, prefix, indicator: indicator.name });
      }
  }
}

/** Where a name is written last, as near as can be told; a composed name stands at its indicator. */
function pathOfName(catalogue: Catalogue, name: string): DefinitionPath {
  let found: DefinitionPath | undefined;
  for (const list of ['subjects', 'segments', 'indicators'] as const)
    for (const [i, entry] of catalogue.data[list].entries()) {
      const alias = entry.aliases.indexOf(name);
      if (entry.name === name) found = [list, i, 'name'];
      else if (alias >= 0) found = [list, i, 'aliases', alias];
    }
  if (found) return found;
  const [term] = catalogue.terms(name);
  return ['indicators', term?.kind === 'indicator' ? catalogue.indicators.indexOf(term.indicator) : 0];
}
