import type { OpenDocument } from '../documents/opened.js';
import { Cube } from '../model/cube.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { ObservationTable } from '../model/observation-table.js';
import { asList } from '../report/project/schema.js';
import { reportContext } from '../report/project-context.js';
import type { ReportContext } from '../report/report-context.js';
import { loadData, loadFacts } from './load-data.js';
import { loadDocument } from './load-document.js';
import { type LoadedProject, loadProject } from './load-project.js';
import { loadAnswers } from './sheet-files.js';
import { tellDiagnostics } from './tell-diagnostics.js';
import type { World } from './world.js';

export interface LoadedReport {
  readonly opened: OpenDocument;
  readonly context: ReportContext;
  readonly project: LoadedProject;
  /** A hard finding in the returns or in the document, which was told on the way. */
  readonly faulty: boolean;
}

/** A document with all that it is filled from or verified against. Hard findings are told as they are met. */
export async function loadReport(path: string, world: World, keepWords = false): Promise<LoadedReport> {
  const opened = await loadDocument(path, world);
  const { context, project, diagnostics } = await loadReportContext(world, keepWords);
  const found: readonly Diagnostic[] = [...diagnostics, ...opened.diagnostics];
  tellDiagnostics(found, world);
  return { opened, context, project, faulty: found.some((d) => d.severity === 'hard') };
}

/** The data and vocabulary of the project. `mayLackReturns`: a project that names none is read without data. */
export async function loadReportContext(
  world: World,
  keepWords = false,
  mayLackReturns = false,
): Promise<{
  readonly context: ReportContext;
  readonly project: LoadedProject;
  readonly diagnostics: readonly Diagnostic[];
}> {
  const project = await loadProject(world);
  const without = mayLackReturns && asList(project.settings.returns).length === 0;
  if (without) world.say('verify-without-returns');
  const { cube, diagnostics } = without ? noData() : await loadData(project, world);
  const facts = await loadFacts(project, world);
  const answers = await loadAnswers(project, world);
  return { context: { ...reportContext(project, cube, facts, keepWords), answers }, project, diagnostics };
}

const noData = () => ({ cube: new Cube(new ObservationTable()), diagnostics: [] });
