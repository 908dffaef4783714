import { extname } from 'node:path';
import { editsOf, planFill } from '../../report/fill/plan-fill.js';
import { recordsOfPlan } from '../../report/record/records-of-plan.js';
import { notedEdits, openMarks } from '../../report/reporters/noted-edits.js';
import { cannot } from '../cannot-run.js';
import { cleanCopy } from '../clean-copy.js';
import type { CommandInput } from '../command-input.js';
import type { ExitCode } from '../exit-code.js';
import { loadReport } from '../load-report.js';
import { loadSheetFill, saveAnswers } from '../sheet-files.js';
import type { World } from '../world.js';

/** Fills a template: figures in place, words changed with them, what cannot be filled left and listed. */
export async function run(input: CommandInput, world: World): Promise<ExitCode> {
  const template = input.argument(0);
  const output = outputFor(template, input);
  if (input.flag('clean')) return cleanCopy(template, output, input, world);
  const { opened, context, project } = await loadReport(template, world, input.flag('keep-words'));
  await world.files.refuseUnsafe(output);

  const sheet = input.text('sheet');
  const fromSheet = sheet === undefined ? undefined : await loadSheetFill(sheet, opened, context, world);
  const plan = fromSheet?.plan ?? planFill(opened.document, context);

  const mode = input.flag('track') ? 'track' : input.flag('mark') ? 'mark' : 'clean';
  const lang = world.fileLang;
  const edits = mode === 'clean' ? editsOf(plan) : notedEdits(plan, context.measures, lang);
  const draft = mode !== 'clean' && {
    marks: openMarks(plan, lang),
    provenance: recordsOfPlan(plan, opened.document, context.measures, lang),
  };
  await world.files.save(output, opened.write(edits, { mode, ...draft }));
  if (fromSheet && !input.flag('once')) await saveAnswers(project, fromSheet.remembered, world);
  const code = report(plan, world.files.nameOf(output), input.flag('allow-open'), world);
  return fromSheet?.diagnostics.some((d) => d.severity === 'hard') ? 1 : code;
}

function outputFor(template: string, input: CommandInput): string {
  const output = input.text('output');
  if (output === undefined) throw cannot('output-missing', { template });
  const [from, to] = [extname(template).toLowerCase(), extname(output).toLowerCase()];
  if (from !== to) throw cannot('output-other-format', { from, to });
  if (['mark', 'track', 'clean'].some((flag) => input.flag(flag)) && from !== '.docx')
    throw cannot('marks-need-word', { from });
  return output;
}

/** What was written; last of all, what stays open. */
function report(plan: ReturnType<typeof planFill>, file: string, allowOpen: boolean, world: World): ExitCode {
  const words = editsOf(plan).filter((edit) => edit.kind === 'word').length;
  const open = plan.slots.filter((slot) => slot.status === 'open' || slot.status === 'ambiguous');
  if (plan.slots.length === 0) world.say('fill-nothing');
  world.printSaid('fill-written', { file, filled: plan.summary.filled, words });
  if (open.length === 0) return 0;
  world.printSaid('fill-open', { count: open.length, numbers: open.map((slot) => `#${slot.no}`) });
  return allowOpen ? 0 : 1;
}
