import { planFill } from '../../report/fill/plan-fill.js';
import { planJson } from '../../report/reporters/plan-json.js';
import { formatPlan } from '../../report/reporters/plan-text.js';
import type { CommandInput } from '../command-input.js';
import type { ExitCode } from '../exit-code.js';
import { loadReport } from '../load-report.js';
import { chooseFormat } from '../output-table.js';
import { outputText } from '../output-text.js';
import { saveSheet, sheetFormat } from '../sheet-files.js';
import { loadTextContext } from '../text-context.js';
import type { World } from '../world.js';

/** Every slot of a template: its meaning, its value and proof, or why it stays. */
export async function run(input: CommandInput, world: World): Promise<ExitCode> {
  const output = input.text('output');
  const format = chooseFormat(input.text('format'), output, ['text', 'json'], 'text');
  const sheet = input.text('sheet');
  if (sheet !== undefined) sheetFormat(sheet);
  const { opened, context } = await loadReport(input.argument(0), world, input.flag('keep-words'));

  const plan = planFill(opened.document, context);

  const json = () => planJson(plan, opened.document, { measures: context.measures, lang: world.fileLang });
  const text = async () => formatPlan(plan, opened.document, await loadTextContext(context, world, output));
  await outputText({ format, output, json, text }, world);
  if (sheet !== undefined) await saveSheet(sheet, plan, opened, context, world);
  return plan.summary.open + plan.summary.ambiguous > 0 ? 1 : 0;
}
