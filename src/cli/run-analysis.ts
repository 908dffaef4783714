import { nearestName } from '../catalogue/nearest-name.js';
import type { MeasureContext } from '../measures/context.js';
import type { RankOf } from '../report/tables/analysis.js';
import { ANALYSIS_COLUMNS, type AnalysisColumnName, isAnalysisColumn } from '../report/tables/analysis-columns.js';
import { analysisCsv } from '../report/tables/analysis-csv.js';
import { analysisJson, JSON_COLUMNS } from '../report/tables/analysis-json.js';
import { AnalysisRows } from '../report/tables/analysis-rows.js';
import { analysisTable } from '../report/tables/analysis-table.js';
import { parseSelection } from '../report/tables/parse-selection.js';
import type { Selection } from '../report/tables/select-rows.js';
import { CannotRun, cannot } from './cannot-run.js';
import type { CommandInput } from './command-input.js';
import type { ExitCode } from './exit-code.js';
import { loadData } from './load-data.js';
import { type LoadedProject, loadProject } from './load-project.js';
import { chooseFormat, outputChunks, outputTable, TABLE_FORMATS } from './output-table.js';
import type { ShowProgress } from './progress.js';
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
  const { catalogue, refAreas, groups, measures, peers } = project;
  const context: MeasureContext = { cube, catalogue, refAreas, groups, options: measures };

  const rows = new AnalysisRows({
    context,
    peers,
    selection: selectionOf(input, project, context, kind),
    columns: format === 'json' ? JSON_COLUMNS : columns,
    rankedBy: kind.ranked ? kind.rankOf : undefined,
    remarks: format !== 'json' && format !== 'csv',
  });
  if (rows.isEmpty) throw cannot('nothing-selected', {});

  tellDiagnostics(diagnostics, world);
  // A bar would stand between lines of results on the same terminal.
  const told = <T>(chunks: Iterable<T>) =>
    output === undefined ? chunks : withProgress(chunks, () => rows.done, world.showProgress);
  const lang = output === undefined && format === 'table' ? world.lang : world.fileLang;
  if (format === 'csv') await outputChunks(told(analysisCsv(rows, lang)), output, world);
  else if (format === 'json') await outputChunks(told(analysisJson(rows, kind.rankOf)), output, world);
  else
    await outputTable({ table: analysisTable(rows, lang), json: undefined, format, output, sheet: kind.sheet }, world);
  return diagnostics.some((d) => d.severity === 'hard') ? 1 : 0;
}

function* withProgress<T>(chunks: Iterable<T>, done: () => number, progress: ShowProgress): Iterable<T> {
  try {
    for (const chunk of chunks) {
      progress(done());
      yield chunk;
    }
  } finally {
    progress(1);
  }
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
function selectionOf(
  input: CommandInput,
  project: LoadedProject,
  context: MeasureContext,
  kind: AnalysisKind,
): Selection {
  const typed = { indicators: input.list('indicator'), regions: input.list('region'), periods: input.list('period') };
  const { selection, problems } = parseSelection(typed, context, project.home?.parent);
  if (problems.length > 0) throw new CannotRun(...problems);
  const { peers, home, period } = project;
  const narrowed = !input.flag('all');
  const above = kind.ranked || peers === undefined ? [] : aboveOf(peers.codes, context);
  return {
    ...(narrowed && peers
      ? { refAreas: [...new Set([...above, ...(home ? [home.code] : []), ...peers.codes])].sort() }
      : {}),
    ...(narrowed && period ? { periods: [period] } : {}),
    ...selection,
  };
}

const aboveOf = (codes: readonly string[], { refAreas }: MeasureContext): readonly string[] =>
  codes.flatMap((code) => refAreas.get(code)?.parent ?? []);
