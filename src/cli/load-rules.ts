import { join } from 'node:path';
import type { Decision } from '../checks/decisions.js';
import { loadBuiltInRules } from '../checks/rules/built-in-rules.js';
import { type EditRule, parseRulesText } from '../checks/rules/rule-schema.js';
import { asList } from '../report/project/schema.js';
import { CannotRun, cannot } from './cannot-run.js';
import { expandPatterns } from './load-data.js';
import type { LoadedProject } from './load-project.js';
import type { World } from './world.js';
import { yamlText } from './yaml-text.js';

/** The rules that ship with the industry, and the project's own. */
export async function loadRules(project: LoadedProject, { files }: World): Promise<readonly EditRule[]> {
  const { paths, unmatched } = expandPatterns(asList(project.settings.rules), project.folder);
  if (unmatched.length > 0) throw cannot('no-rule-matches', { pattern: unmatched }, { file: project.file });
  const rules: EditRule[] = [...(await loadBuiltInRules(project.catalogue.id))];
  for (const path of paths) {
    const loaded = parseRulesText(await files.readText(path), files.nameOf(path));
    if (loaded.kind === 'invalid') throw new CannotRun(...loaded.problems);
    rules.push(...loaded.rules);
  }
  return rules;
}

/** The project's file of decisions, which need not exist yet. */
export const decisionsFile = (project: LoadedProject): string => join(project.folder, project.settings.decisions);

/** The findings that people have accepted. */
export async function loadDecisions(project: LoadedProject, { files }: World): Promise<readonly Decision[]> {
  const path = decisionsFile(project);
  if (!(await files.isFile(path))) return [];
  const { parseDecisionsText } = await import('../checks/decisions.js');
  const definition = parseDecisionsText(yamlText(await files.readText(path)), files.nameOf(path));
  if (definition.kind === 'invalid') throw new CannotRun(...definition.problems);
  return definition.value.accepted;
}
