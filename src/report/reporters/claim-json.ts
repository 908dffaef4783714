import type { Claim } from '../../claims/claim.js';
import type { Answer } from '../../claims/evaluate-claim.js';
import type { MeasureContext } from '../../measures/context.js';
import { formatExact } from '../../measures/operand.js';
import { parseRankedArea } from '../../measures/ranked-area.js';
import { type Figure, isFigure } from '../../model/figure.js';
import { cellAddress } from '../../model/observation.js';
import { formatTimePeriod } from '../../model/time-period-text.js';
import type { CandidateJson, ClaimJson, DerivationJson, SourceJson } from '../json-schemas/claim.js';
import type { Lang } from '../messages/language.js';
import { type Said, speak } from '../messages/speak.js';
import type { MessageArguments } from '../messages/template.js';
import { describeQuery } from './describe-query.js';

export interface JsonContext {
  readonly measures: MeasureContext;
  readonly lang: Lang;
}

/** One of our messages with its code and arguments. */
export function saidJson({ code, args }: Said, lang: Lang): CandidateJson['reason'] & object {
  return { code, args: plainArguments(args), message: speak({ code, args }, lang) };
}

const plainArguments = (args: MessageArguments): Record<string, string | number | string[]> =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, typeof value === 'object' ? [...value] : value]),
  );

/** A claim as its one reading says it; what several readings say differently is left out. */
export function claimJson(claim: Claim, { measures, lang }: JsonContext): ClaimJson {
  const only = <T>(values: readonly T[]): T | undefined => (new Set(values).size === 1 ? values[0] : undefined);
  const { value } = claim.number;
  return defined({
    measure: claim.kind,
    indicator: only(claim.readings.map((r) => r.indicator)),
    refArea: only(claim.readings.flatMap((r) => (parseRankedArea(r.refArea) ? [] : [r.refArea]))),
    timePeriod: only(claim.readings.map((r) => formatTimePeriod(r.timePeriod))),
    unit: claim.unit?.text,
    decimals: value.kind === 'slot' ? value.decimals : undefined,
    direction: claim.sign && (claim.sign.sign === 1 ? ('up' as const) : ('down' as const)),
    approximator: claim.approximator?.span.text,
    meaning: claim.readings.map((r) => describeQuery(r.query, measures, lang)),
    label: claim.label,
    evidence: claim.evidence.map(({ field, words }) => ({ field, words: [...words] })),
  });
}

/** Without the fields that are undefined. */
function defined<T extends object>(record: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, v]) => v !== undefined)) as never;
}

export function candidateJson({ reading, figure }: Answer, { measures, lang }: JsonContext): CandidateJson {
  const found = isFigure(figure);
  return {
    meaning: describeQuery(reading.query, measures, lang),
    value: found ? formatExact(figure.value) : null,
    unit: found ? figure.unit : null,
    formula: found ? figure.derivation.formula : null,
    reason: found ? null : saidJson({ code: figure.reason, args: figure.args }, lang),
  };
}

export function derivationJson(figure: Figure, lang: Lang): DerivationJson {
  const { kind, formula, notes } = figure.derivation;
  return {
    kind,
    formula,
    value: formatExact(figure.value),
    unit: figure.unit,
    notes: notes.map((note) => saidJson(note, lang)),
  };
}

export function sourcesJson(figure: Figure | undefined): SourceJson[] {
  return (figure?.derivation.terms ?? []).map(({ label, value, unit, source }) => ({
    file: source.file,
    ...(source.sheet === undefined ? {} : { sheet: source.sheet }),
    cell: cellAddress(source.row, source.column),
    label,
    value,
    unit,
  }));
}
