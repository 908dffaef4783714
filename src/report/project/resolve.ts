import type { Catalogue } from '../../catalogue/catalogue.js';
import type { Place } from '../../model/diagnostic.js';
import type { RefAreaTable } from '../../model/ref-area.js';
import { parseTimePeriod } from '../../model/time-period-text.js';
import { decimalsFor } from './decimals.js';
import type { ProjectDiagnostic } from './diagnostics.js';
import type { Project } from './project.js';
import { AreaResolver } from './resolve-areas.js';
import type { ProjectSettings } from './schema.js';

export interface ResolvedProject {
  readonly project: Project;
  /** Names that mean nothing: the project cannot be used while there is any. */
  readonly problems: readonly ProjectDiagnostic[];
}

/** Gives the names of a project file their meaning: regions, peers, groups, period, decimals. */
export function resolveProject(
  settings: ProjectSettings,
  catalogue: Catalogue,
  refAreas: RefAreaTable,
  placeOf: (path: readonly (string | number)[]) => Place,
): ResolvedProject {
  const first = new AreaResolver(refAreas, placeOf);
  const home = settings.region === undefined ? undefined : first.area(settings.region, ['region']);
  const resolver = new AreaResolver(refAreas, placeOf, home?.parent);
  resolver.problems.push(...first.problems);

  const groups = groupCodes(settings, catalogue, refAreas, resolver);
  const peers = resolver.peers(settings, groups, home);
  const period = settings.period === undefined ? undefined : parseTimePeriod(String(settings.period));
  if (settings.period !== undefined && !period)
    resolver.report('project-period-unreadable', ['period'], { found: String(settings.period) });

  const project: Project = {
    settings,
    catalogue,
    refAreas,
    home,
    peers,
    period,
    groups,
    measures: {
      rounding: settings.rounding,
      ties: settings.ties,
      incompletePeers: settings['incomplete-peers'],
      shares: settings.shares,
      difference: settings.difference,
      decimals: decimalsFor(catalogue, settings.decimals),
    },
  };
  return { project, problems: resolver.problems };
}

/** The catalogue's groups, and the project's own. A group of the catalogue names only areas that this table may lack. */
function groupCodes(
  settings: ProjectSettings,
  catalogue: Catalogue,
  refAreas: RefAreaTable,
  resolver: AreaResolver,
): Readonly<Record<string, readonly string[]>> {
  const groups: Record<string, readonly string[]> = {};
  for (const [name, members] of Object.entries(catalogue.data.groups)) {
    const found = members.map((member) => refAreas.get(member) ?? only(refAreas.named(member)));
    if (found.every((area) => area !== undefined)) groups[name] = found.map((area) => area.code);
  }
  for (const [name, members] of Object.entries(settings.groups)) {
    if (refAreas.named(name).length > 0) resolver.report('project-group-name-taken', ['groups', name], { name });
    groups[name] = resolver.codes(members, ['groups', name]);
  }
  return groups;
}

const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);
