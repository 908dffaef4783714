import { nearestName } from '../../catalogue/nearest-name.js';
import type { MeasureContext } from '../../measures/context.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { parseTimePeriod } from '../../model/time-period-text.js';
import type { Selection } from './select-rows.js';

/** What cannot be found of that which a person asked a table of. */
export type SelectionCode =
  | 'select-unknown-indicator'
  | 'select-ambiguous-indicator'
  | 'select-unknown-region'
  | 'select-ambiguous-region'
  | 'select-unreadable-period'
  | 'select-unknown-column';

export type SelectionDiagnostic = Diagnostic<SelectionCode>;

/** As typed: names, ids, codes, groups of regions, any spelling of a period. Empty lists are no restriction. */
export interface TypedSelection {
  readonly indicators: readonly string[];
  readonly regions: readonly string[];
  readonly periods: readonly string[];
}

export interface ParsedSelection {
  readonly selection: Selection;
  readonly problems: readonly SelectionDiagnostic[];
}

const found = (code: SelectionCode, args: SelectionDiagnostic['args']): SelectionDiagnostic => ({
  code,
  severity: 'hard',
  place: {},
  args,
});

const near = (suggestion: string | undefined) => (suggestion === undefined ? {} : { suggestion });

/** Finds what the typed names mean. `within` (a region code) tells apart areas of one name. */
export function parseSelection(
  typed: TypedSelection,
  context: MeasureContext,
  within: string | undefined,
): ParsedSelection {
  const problems: SelectionDiagnostic[] = [];
  const each = <T>(texts: readonly string[], parse: (text: string) => readonly T[] | SelectionDiagnostic) =>
    texts.flatMap((text) => {
      const parsed = parse(text.trim());
      if ('code' in parsed) problems.push(parsed);
      return 'code' in parsed ? [] : parsed;
    });
  const indicators = each(typed.indicators, (text) => indicatorsOf(text, context));
  const refAreas = each(typed.regions, (text) => areasOf(text, context, within));
  const periods = each(typed.periods, (text) => {
    const period = parseTimePeriod(text);
    return period ? [period] : found('select-unreadable-period', { found: text });
  });
  const selection: Selection = {
    ...(typed.indicators.length > 0 ? { indicators } : {}),
    ...(typed.regions.length > 0 ? { refAreas } : {}),
    ...(typed.periods.length > 0 ? { periods } : {}),
  };
  return { selection, problems };
}

function indicatorsOf(text: string, { catalogue, cube }: MeasureContext): readonly string[] | SelectionDiagnostic {
  const byId = catalogue.get(text) ?? catalogue.named(text);
  if (byId) return [byId.id];
  if (cube.observations.indicators.find(text) >= 0) return [text];
  const several = catalogue.terms(text).flatMap((t) => (t.kind === 'indicator' ? [t.indicator.name] : []));
  if (several.length > 0) return found('select-ambiguous-indicator', { name: text, candidates: several });
  const names = [...catalogue.names(), ...cube.observations.indicators.texts()];
  return found('select-unknown-indicator', { name: text, ...near(nearestName(text, names)) });
}

function areasOf(
  text: string,
  { refAreas, groups, cube }: MeasureContext,
  within: string | undefined,
): readonly string[] | SelectionDiagnostic {
  const group = groups[text];
  if (group) return group;
  const area = refAreas.get(text);
  if (area) return [area.code];
  const named = refAreas.named(text, within);
  const [first] = named;
  if (first && named.length === 1) return [first.code];
  if (cube.observations.refAreas.find(text) >= 0) return [text];
  if (named.length > 1)
    return found('select-ambiguous-region', { name: text, candidates: named.map((a) => `${a.name}(${a.code})`) });
  return found('select-unknown-region', { name: text, ...near(nearestName(text, refAreas.names())) });
}
