import { dictionary } from '../claims/dictionary.js';
import type { ReadingContext } from '../claims/reading-context.js';
import type { Cube } from '../model/cube.js';
import { COUNTRY } from '../model/ref-area.js';
import type { Project } from './project/project.js';
import type { Fact, ReportContext } from './report-context.js';

/** What a document is filled from or verified against: a project, its data, its facts. */
export function reportContext(project: Project, cube: Cube, facts: readonly Fact[], keepWords = false): ReportContext {
  const { catalogue, refAreas, groups, settings, measures } = project;
  const home = project.home?.code ?? COUNTRY;
  const reading: ReadingContext = {
    dictionary: dictionary({ catalogue, refAreas, home, groups }),
    period: project.period,
    peers: project.peers ?? { name: '', codes: [] },
    peersOf: regionOfPeers(project),
    rankOf: settings['rank-of'],
  };
  return {
    reading,
    measures: { cube, catalogue, refAreas, groups, options: measures },
    wording: { rounding: measures.rounding, decimals: measures.decimals, trimZeros: settings['trim-zeros'], keepWords },
    names: settings.names,
    facts,
  };
}

/** The region whose members the peers are, where the project names one: 全省 then means these peers. */
function regionOfPeers({ settings, refAreas, home }: Project): string | undefined {
  const { peers } = settings;
  const of = typeof peers === 'object' && 'of' in peers ? peers.of : peers;
  if (typeof of === 'string') return refAreas.named(of, home?.parent)[0]?.code;
  return of === undefined ? home?.parent : undefined;
}
