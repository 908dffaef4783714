import { parseDocument } from 'yaml';
import type { Decision } from '../checks/decisions.js';
import type { Finding } from '../checks/diagnostics.js';
import { speak } from '../report/messages/speak.js';
import { cannot } from './cannot-run.js';
import type { CommandInput } from './command-input.js';
import type { LoadedProject } from './load-project.js';
import { decisionsFile } from './load-rules.js';
import type { World } from './world.js';

/** Notes the acceptance of a soft finding, with its reason, in the project's file of decisions. Comments there are kept. */
export async function acceptFinding(
  id: string,
  findings: readonly Finding[],
  input: CommandInput,
  project: LoadedProject,
  world: World,
): Promise<Decision> {
  const reason = input.text('reason')?.trim();
  if (!reason) throw cannot('check-accept-no-reason');
  const finding = findings.find((f) => f.id === id);
  if (!finding) throw cannot('check-accept-unknown', { id });
  const what = speak(finding, world.fileLang);
  if (finding.severity === 'hard') throw cannot('check-accept-hard', { id, what });
  const by = input.text('by')?.trim();
  const decision: Decision = { finding: id, what, reason, ...(by ? { by } : {}) };

  const path = decisionsFile(project);
  const text = (await world.files.isFile(path)) ? await world.files.readText(path) : '';
  const document = parseDocument(text);
  const before = (document.toJS() as { accepted?: readonly Decision[] } | null)?.accepted ?? [];
  const at = before.findIndex((d) => d.finding === id);
  if (document.contents === null) document.contents = document.createNode({}) as never;
  if (!document.has('accepted')) document.set('accepted', document.createNode([]));
  if (at >= 0) document.setIn(['accepted', at], document.createNode(decision));
  else document.addIn(['accepted'], document.createNode(decision));
  await world.files.replace(path, document.toString({ lineWidth: 0 }));
  world.say('check-accept-done', { file: world.files.nameOf(path), what });
  return decision;
}
