import { dirname, join, resolve } from 'node:path';
import { builtInCatalogues, loadBuiltInCatalogue } from '../catalogue/built-in.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { parseCatalogueText } from '../catalogue/load-catalogue.js';
import { parseDefinitionText } from '../catalogue/load-definition.js';
import { parseRegions } from '../catalogue/regions.js';
import type { RefAreaTable } from '../model/ref-area.js';
import type { Project } from '../report/project/project.js';
import { resolveProject } from '../report/project/resolve.js';
import { projectSchema } from '../report/project/schema.js';
import { CannotRun, cannot } from './cannot-run.js';
import type { World } from './world.js';
import { yamlText } from './yaml-text.js';

/** A project with the folder that its paths start from. */
export interface LoadedProject extends Project {
  /** The project file, as people know it. */
  readonly file: string;
  readonly folder: string;
}

const NAMES = ['tianshu.yaml', 'tianshu.yml'];

/** The project of `--project`, else the nearest from the working directory up; undefined where there is none. */
export async function findProjectFile({ files, projectFile }: World): Promise<string | undefined> {
  if (projectFile !== undefined) return projectFile;
  for (let at = files.cwd; ; at = dirname(at)) {
    for (const name of NAMES) if (await files.isFile(join(at, name))) return files.nameOf(join(at, name));
    if (dirname(at) === at) return undefined;
  }
}

/** Loads the project with its catalogue and regions. Throws CannotRun where there is none, or where it is not valid. */
export async function loadProject(world: World): Promise<LoadedProject> {
  const file = await findProjectFile(world);
  if (file === undefined) throw cannot('project-not-found', { folder: world.files.cwd });
  return loadProjectFile(file, world);
}

/** As `loadProject`, for commands that can work without a project. */
export async function loadProjectIfAny(world: World): Promise<LoadedProject | undefined> {
  const file = await findProjectFile(world);
  return file === undefined ? undefined : loadProjectFile(file, world);
}

async function loadProjectFile(file: string, world: World): Promise<LoadedProject> {
  const { files } = world;
  const text = await files.readText(file);
  const definition = parseDefinitionText(yamlText(text), projectSchema, files.nameOf(file));
  if (definition.kind === 'invalid') throw new CannotRun(...definition.problems);
  const settings = definition.value;
  const folder = dirname(resolve(files.cwd, file));
  const catalogue = await loadIndustry(settings.industry, folder, world);
  const refAreas = await loadRefAreas(settings.regions, folder, world);
  const { project, problems } = resolveProject(settings, catalogue, refAreas, definition.placeOf);
  if (problems.length > 0) throw new CannotRun(...problems);
  return { ...project, file: files.nameOf(file), folder };
}

async function loadIndustry(industry: string, folder: string, { files }: World): Promise<Catalogue> {
  const builtIn = await loadBuiltInCatalogue(industry);
  if (builtIn) return builtIn;
  const path = join(folder, industry);
  if (!/[./\\]/.test(industry) && !(await files.isFile(path)))
    throw cannot('unknown-industry', { industry, known: builtInCatalogues });
  const loaded = parseCatalogueText(await files.readText(path), files.nameOf(path));
  if (loaded.kind === 'invalid') throw new CannotRun(...loaded.problems);
  return loaded.catalogue;
}

/** The project's own table of regions, else the one that ships. */
export async function loadRefAreas(path: string | undefined, folder: string, { files }: World): Promise<RefAreaTable> {
  if (path === undefined) return parseRegions((await import('../catalogue/regions.csv')).default);
  return parseRegions(await files.readText(join(folder, path)));
}
