import type { Catalogue, Term } from '../catalogue/catalogue.js';
import type { Indicator } from '../catalogue/schema.js';
import { parseUnit, type Unit } from '../model/unit.js';
import type { Entity } from './scope.js';
import { has, type Token } from './token.js';

interface Parts {
  indicator?: Indicator;
  alternatives?: readonly Indicator[];
  subject?: string;
  segment?: string;
  word?: string;
  words: string;
}

/** Words behind which another member of a list begins. */
const PARTING = ['conjunction', 'of-which', 'respectively', 'total', 'each', 'number'] as const;
/** 邮政行业全年实现业务收入: a subject waits for its measure. */
const isSubjectAlone = (run: Parts | undefined): boolean =>
  run?.subject !== undefined &&
  !run.indicator &&
  !run.alternatives &&
  run.word === undefined &&
  run.segment === undefined;

const isKind =
  <K extends Term['kind']>(kind: K) =>
  (t: Term): t is Extract<Term, { kind: K }> =>
    t.kind === kind;

function merge(parts: Parts, token: Token, catalogue: Catalogue): void {
  const names = token.means ?? [token.text];
  const terms = names.flatMap((n) => catalogue.terms(n));
  const indicators = [...new Set(terms.filter(isKind('indicator')).map((t) => t.indicator))];
  parts.words += names.length === 1 ? names[0]! : token.text;
  if (indicators.length === 1) parts.indicator = indicators[0]!;
  else if (indicators.length > 1) parts.alternatives = indicators;
  const subject = terms.find(isKind('subject'));
  const segment = terms.find(isKind('segment'));
  const word = terms.find(isKind('word'));
  if (subject) parts.subject = subject.subject;
  if (segment) parts.segment = segment.segment;
  if (word) parts.word = word.word;
}

/**
 * Indicators named by a run of terms, one for each member of a list: 快递业务量和业务收入, 同城、异地、国际快递业务量. A bare
 * measure word takes the subject in scope, a bare segment the subject and word of its list or of the scope.
 */
export function readEntities(
  tokens: readonly Token[],
  scope: { readonly subject: string | undefined; readonly entities: readonly Entity[]; readonly opening: boolean },
  catalogue: Catalogue,
): readonly Entity[] {
  const runs: Parts[] = [];
  let open = false;
  for (const token of tokens) {
    if (has(token, 'term')) {
      if (!open) runs.push({ words: '' });
      open = true;
      merge(runs[runs.length - 1]!, token, catalogue);
    } else if (!isSubjectAlone(runs[runs.length - 1]) || has(token, ...PARTING)) open = false;
  }
  const last = runs[runs.length - 1];
  return runs.map((run, i) => {
    const anchor = last && i < runs.length - 1 ? last : undefined;
    const before = runs[i - 1];
    return resolve(run, anchor, before, scope, catalogue);
  });
}

const entityOf = (indicators: readonly Indicator[], parts: Parts): Entity => ({
  candidates: indicators.map((i) => i.id),
  subject: indicators[0]?.subject ?? parts.subject,
  word: indicators.length === 1 ? indicators[0]?.word : parts.word,
  segment: indicators.length === 1 ? indicators[0]?.segment : parts.segment,
  words: parts.words,
});

function resolve(
  run: Parts,
  anchor: Parts | undefined,
  before: Parts | undefined,
  scope: { readonly subject: string | undefined; readonly entities: readonly Entity[]; readonly opening: boolean },
  catalogue: Catalogue,
): Entity {
  if (run.indicator && run.segment === undefined) return entityOf([run.indicator], run);
  if (run.alternatives) return entityOf(run.alternatives, run);
  const segment = run.segment ?? run.indicator?.segment;
  const known = run.subject ?? run.indicator?.subject;
  if (run.word !== undefined || run.indicator?.word !== undefined) {
    const word = run.word ?? run.indicator!.word!;
    const subjects = known !== undefined ? [known] : subjectsInScope(before, scope, catalogue);
    return entityOf(
      subjects.flatMap((subject) => catalogue.compose({ subject, segment, word }) ?? []),
      run,
    );
  }
  if (segment !== undefined) {
    const model = anchor?.indicator;
    const word = model?.word ?? (scope.entities.length === 1 ? scope.entities[0]?.word : undefined);
    const subject = known ?? model?.subject ?? scope.subject;
    if (word !== undefined)
      return entityOf(
        [catalogue.compose({ subject, segment, word })].filter((x) => x !== undefined),
        run,
      );
    return entityOf(
      catalogue.indicators.filter((i) => i.segment === segment && (subject === undefined || i.subject === subject)),
      run,
    );
  }
  return entityOf(
    catalogue.indicators.filter((i) => i.subject === run.subject && i.segment === undefined),
    run,
  );
}

/** The subject of a bare measure word: its neighbour's in the list, the scope's, or in an opening sentence the industry's. */
function subjectsInScope(
  before: Parts | undefined,
  scope: { readonly subject: string | undefined; readonly opening: boolean },
  catalogue: Catalogue,
): readonly string[] {
  const neighbour = before?.indicator?.subject ?? before?.subject;
  if (neighbour !== undefined) return [neighbour];
  if (scope.subject !== undefined) return [scope.subject];
  const industry = catalogue.openingSubject;
  if (industry === undefined) return [...new Set(catalogue.indicators.flatMap((i) => i.subject ?? []))];
  return scope.opening ? [industry] : [...new Set(catalogue.indicators.flatMap((i) => i.subject ?? []))];
}

/** Candidates whose figures can be said in this unit. */
export function fittingUnit(entity: Entity, unit: Unit, catalogue: Catalogue): readonly string[] {
  return entity.candidates.filter((id) => {
    const indicator = catalogue.get(id);
    return indicator !== undefined && parseUnit(indicator.unit)?.base === unit.base;
  });
}
