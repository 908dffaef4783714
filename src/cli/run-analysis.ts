import { nearestName } from '../catalogue/nearest-name.js';
import type { MeasureContext } from '../measures/context.js';
import { Analysis, type RankOf } from '../report/tables/analysis.js';
import { ANALYSIS_COLUMNS, type AnalysisColumnName, isAnalysisColumn } from '../report/tables/analysis-columns.js';
import { analysisJson } from '../report/tables/analysis-json.js';
import { analyse, analysisTable } from '../report/tables/analysis-table.js';
import { parseSelection } from '../report/tables/parse-selection.js';
import { peersOf, type SelectedCell, selectCells } from '../report/tables/select-cells.js';
import { CannotRun, cannot } from './cannot-run.js';
import type { CommandInput } from './command-input.js';
import type { ExitCode } from './exit-code.js';
import { loadData } from './load-data.js';
import { type LoadedProject, loadProject } from './load-project.js';
import { chooseFormat, outputTable, TABLE_FORMATS } from './output-table.js';
import { tellDiagnostics } from './tell-diagnostics.js';
import type { World } from './world.js';

/** What makes `growth` and `rank` two commands. */
export interface AnalysisKind {
  readonly columns: readonly AnalysisColumnName[];
  readonly rankOf: RankOf;
  /** Whether rows stand in the order of their rank. */
  readonly ranked: boolean;
  readonly sheet: string;
}

/** `growth` and `rank`: the delivered cells that were asked for, and what the columns say of each. */
export async function runAnalysis(input: CommandInput, world: World, kind: AnalysisKind): Promise<ExitCode> {
  const columns = chooseColumns(input.text('columns'), kind.columns);
  const output = input.text('output');
  const format = chooseFormat(input.text('format'), output, TABLE_FORMATS, 'table');
  const project = await loadProject(world);
  const { cube, diagnostics } = await loadData(project, world);
  const { catalogue, refAreas, groups, measures } = project;
  const context: MeasureContext = { cube, catalogue, refAreas, groups, options: measures };

  const analysis = new Analysis(context, project.peers);
  const cells = selectFor(input, project, context, kind);
  const ordered = kind.ranked ? byRank(cells, kind.rankOf, analysis) : cells;
  const lang = output === undefined && format === 'table' ? world.lang : world.fileLang;
  const table = analysisTable(analyse(ordered, columns, analysis), columns, analysis, lang);
  const json = format === 'json' ? analysisJson(ordered, kind.rankOf, analysis) : undefined;

  tellDiagnostics(diagnostics, world);
  await outputTable({ table, json, format, output, sheet: kind.sheet }, world);
  return diagnostics.some((d) => d.severity === 'hard') ? 1 : 0;
}

function chooseColumns(
  asked: string | undefined,
  byDefault: readonly AnalysisColumnName[],
): readonly AnalysisColumnName[] {
  if (asked === undefined) return byDefault;
  const known = Object.keys(ANALYSIS_COLUMNS);
  return asked.split(/[,，、]/u).map((typed) => {
    const name = typed.trim();
    if (isAnalysisColumn(name)) return name;
    const suggestion = nearestName(name, known);
    throw cannot('select-unknown-column', { column: name, known, ...(suggestion === undefined ? {} : { suggestion }) });
  });
}

/** Without a word about regions: the peers and the region above them. Without one about periods: the project's. */
function selectFor(
  input: CommandInput,
  project: LoadedProject,
  context: MeasureContext,
  kind: AnalysisKind,
): readonly SelectedCell[] {
  const typed = { indicators: input.list('indicator'), regions: input.list('region'), periods: input.list('period') };
  const { selection, problems } = parseSelection(typed, context, project.home?.parent);
  if (problems.length > 0) throw new CannotRun(...problems);
  const { peers, home, period } = project;
  const narrowed = !input.flag('all');
  const above = kind.ranked || peers === undefined ? [] : aboveOf(peers.codes, context);
  const cells = selectCells(
    {
      ...(narrowed && peers
        ? { refAreas: [...new Set([...above, ...(home ? [home.code] : []), ...peers.codes])].sort() }
        : {}),
      ...(narrowed && period ? { periods: [period] } : {}),
      ...selection,
    },
    context,
  );
  if (cells.length === 0) throw cannot('nothing-selected', {});
  return kind.ranked ? cells.filter((cell) => peersOf(cell.refArea, peers, context) !== undefined) : cells;
}

const aboveOf = (codes: readonly string[], { refAreas }: MeasureContext): readonly string[] =>
  codes.flatMap((code) => refAreas.get(code)?.parent ?? []);

/** Indicator by indicator and period by period, best rank first; what has no rank stands last. */
function byRank(cells: readonly SelectedCell[], of: RankOf, analysis: Analysis): readonly SelectedCell[] {
  const groups = new Map<string, { cell: SelectedCell; rank: number }[]>();
  for (const cell of cells) {
    const found = analysis.rank(cell, of);
    const key = `${cell.indicator} ${cell.timePeriod.end} ${cell.timePeriod.months}`;
    const group = groups.get(key) ?? [];
    group.push({ cell, rank: 'reason' in found ? Number.POSITIVE_INFINITY : found.rank });
    groups.set(key, group);
  }
  return [...groups.values()].flatMap((group) => group.sort((a, b) => a.rank - b.rank || 0).map(({ cell }) => cell));
}
