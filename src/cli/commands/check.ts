import { check } from '../../checks/check.js';
import { applyDecisions } from '../../checks/decisions.js';
import { speak } from '../../report/messages/speak.js';
import { checkJson } from '../../report/reporters/check-json.js';
import type { CheckReport } from '../../report/reporters/check-report.js';
import { checkTable, formatCheck } from '../../report/reporters/check-text.js';
import { acceptFinding } from '../accept-finding.js';
import type { CommandInput } from '../command-input.js';
import type { ExitCode } from '../exit-code.js';
import { loadData, loadForms } from '../load-data.js';
import { loadProject } from '../load-project.js';
import { loadDecisions, loadRules } from '../load-rules.js';
import { outputFindings } from '../output-findings.js';
import { chooseFormat, loadPaint } from '../output-table.js';
import type { World } from '../world.js';

const FORMATS = ['text', 'json', 'sarif', 'junit', 'github', 'xlsx', 'csv', 'md'] as const;

/** Reads the returns and applies the edit rules. */
export async function run(input: CommandInput, world: World): Promise<ExitCode> {
  const output = input.text('output');
  const format = chooseFormat(input.text('format'), output, FORMATS, 'text');
  const project = await loadProject(world);
  const rules = await loadRules(project, world);
  const forms = await loadForms(project, world);
  const data = await loadData(project, world, input.arguments);

  const { catalogue, refAreas, peers } = project;
  const expectedAreas = peers?.codes ?? [];
  const findings = check(data.cube, { catalogue, refAreas, rules, forms, expectedAreas });
  const decisions = [...(await loadDecisions(project, world))];
  const accept = input.text('accept');
  if (accept !== undefined) decisions.push(await acceptFinding(accept, findings, input, project, world));
  const items = [...data.diagnostics, ...applyDecisions(findings, decisions)];
  const report: CheckReport = { items, files: data.readings.length, observations: data.cube.observations.length };

  const lang = output === undefined && format === 'text' ? world.lang : world.fileLang;
  const paint = world.colour && output === undefined && format === 'text' ? await loadPaint() : (text: string) => text;
  await outputFindings(
    {
      format,
      output,
      suite: 'tianshu check',
      sheet: '审核结果',
      text: () => formatCheck(report, lang, paint),
      json: () => checkJson(report, lang),
      table: () => checkTable(report, lang),
      findings: () => items.map((item) => ({ ...item, message: speak(item, lang) })),
    },
    world,
  );
  return items.some((item) => item.severity === 'hard') ? 1 : 0;
}
