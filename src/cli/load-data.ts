import { join } from 'node:path';
import { parseDefinitionText } from '../catalogue/load-definition.js';
import { readReturns } from '../ingest/read-return.js';
import type { ReturnReading } from '../ingest/reading.js';
import { Cube } from '../model/cube.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { yearOf } from '../model/time-period.js';
import { asList } from '../report/project/schema.js';
import type { Fact } from '../report/report-context.js';
import { CannotRun, cannot } from './cannot-run.js';
import { glob } from './glob.js';
import type { LoadedProject } from './load-project.js';
import { readWithBar } from './reading-bar.js';
import type { World } from './world.js';

/** What a project's returns hold. */
export interface LoadedData {
  readonly cube: Cube;
  readonly readings: readonly ReturnReading[];
  /** What reading them has found, patterns that match no file included. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Files of a list of patterns, in the order of the list, each once: a later file is a later delivery. */
export function expandPatterns(
  patterns: readonly string[],
  folder: string,
): { readonly paths: readonly string[]; readonly unmatched: readonly string[] } {
  const paths = new Set<string>();
  const unmatched: string[] = [];
  for (const pattern of patterns) {
    const found = glob(pattern, folder);
    if (found.length === 0) unmatched.push(pattern);
    for (const path of found) paths.add(path.startsWith('/') ? path : join(folder, path));
  }
  return { paths: [...paths], unmatched };
}

/** Reads the returns: those named, else the project's. Throws CannotRun where none of them can be read. */
export async function loadData(project: LoadedProject, world: World, files?: readonly string[]): Promise<LoadedData> {
  const { paths, unmatched } = files?.length
    ? { paths: files, unmatched: [] }
    : expandPatterns(asList(project.settings.returns), project.folder);
  const place = { file: project.file };
  const diagnostics: Diagnostic[] = unmatched.map((pattern) => ({
    code: 'no-return-matches',
    severity: 'hard',
    place,
    args: { pattern },
  }));
  if (paths.length === 0) {
    if (diagnostics.length > 0) throw new CannotRun(...diagnostics);
    throw cannot('no-returns', {}, place);
  }
  const sources = await Promise.all(paths.map((path) => world.files.open(path)));
  const context = {
    refAreas: project.refAreas,
    catalogue: project.catalogue,
    forms: await loadForms(project, world),
    home: project.home?.code,
    anchorYear: project.period && yearOf(project.period),
  };
  const { table, readings } = await readWithBar(sources, world, (read) => readReturns(read, context));
  diagnostics.push(...readings.flatMap((reading) => reading.diagnostics));
  if (table.length === 0) throw new CannotRun(...diagnostics.filter((d) => d.severity === 'hard'), ...nothingRead());
  return { cube: new Cube(table), readings, diagnostics };
}

const nothingRead = (): readonly Diagnostic[] => [{ code: 'nothing-read', severity: 'hard', place: {}, args: {} }];

/** The forms that the project declares. */
export async function loadForms(project: LoadedProject, { files }: World) {
  const patterns = asList(project.settings.forms);
  if (patterns.length === 0) return [];
  const { paths, unmatched } = expandPatterns(patterns, project.folder);
  if (unmatched.length > 0) throw cannot('no-form-matches', { pattern: unmatched }, { file: project.file });
  const { formSchema } = await import('../catalogue/form.js');
  const forms = [];
  for (const path of paths) {
    const form = parseDefinitionText(await files.readText(path), formSchema, files.nameOf(path));
    if (form.kind === 'invalid') throw new CannotRun(...form.problems);
    forms.push(form.value);
  }
  return forms;
}

/** The project's one-off figures. Throws CannotRun where the file has a fault: a fact must not go missing in silence. */
export async function loadFacts(project: LoadedProject, { files }: World): Promise<readonly Fact[]> {
  const { facts: path } = project.settings;
  if (path === undefined) return [];
  const { readFacts } = await import('../report/project/read-facts.js');
  const { facts, problems } = await readFacts(await files.open(join(project.folder, path)));
  if (problems.length > 0) throw new CannotRun(...problems);
  return facts;
}
