import { extname } from 'node:path';
import type { OpenDocument } from '../documents/opened.js';
import type { FillPlan } from '../report/fill/plan-fill.js';
import { formatDiagnostic } from '../report/messages/diagnostic-line.js';
import type { ReportContext } from '../report/report-context.js';
import type { SheetFill } from '../report/sheet/fill-from-sheet.js';
import type { RememberedAnswer } from '../report/sheet/remembered.js';
import { CannotRun, cannot } from './cannot-run.js';
import type { LoadedProject } from './load-project.js';
import { decisionsFile } from './load-rules.js';
import type { World } from './world.js';

type SheetFormat = 'csv' | 'xlsx';

/** The format that a sheet's name says. */
export function sheetFormat(path: string): SheetFormat {
  const extension = extname(path).slice(1).toLowerCase();
  if (extension === 'csv' || extension === 'xlsx') return extension;
  throw cannot('sheet-format', { found: extension });
}

/** Writes the sheet that people complete. One that already holds answers is never overwritten. */
export async function saveSheet(
  path: string,
  plan: FillPlan,
  { document }: OpenDocument,
  context: ReportContext,
  world: World,
): Promise<void> {
  const format = sheetFormat(path);
  const before = await refuseAnswered(path, world);
  const { sheetRows } = await import('../report/sheet/sheet-rows.js');
  const rows = sheetRows(plan, document, context, world.fileLang);
  const content =
    format === 'csv'
      ? (await import('../report/sheet/format-sheet-csv.js')).formatSheetCsv(rows)
      : await (await import('../report/sheet/write-sheet-workbook.js')).writeSheetWorkbook(rows, world.fileLang);
  await (before ? world.files.replace(path, content) : world.files.save(path, content));
  const open = plan.summary.open + plan.summary.ambiguous;
  world.say('sheet-written', { file: world.files.nameOf(path), count: rows.length, open });
}

/** Whether there is a sheet already, without answers, that may be written anew. */
async function refuseAnswered(path: string, { files }: World): Promise<boolean> {
  await files.refuseUnsafe(path);
  if (!(await files.isFile(path))) return false;
  const { readSheet } = await import('../report/sheet/read-sheet.js');
  const found = await readSheet(await files.open(path));
  const count = found.kind === 'sheet' ? found.sheet.rows.filter(({ answer }) => answer.trim() !== '').length : 0;
  if (count > 0) throw cannot('sheet-has-answers', { file: files.nameOf(path), count });
  return true;
}

/** Brings a completed sheet back: every row that was not used is told, however many there are. */
export async function loadSheetFill(
  path: string,
  { document }: OpenDocument,
  context: ReportContext,
  world: World,
): Promise<SheetFill> {
  const [{ readSheet }, { fillFromSheet }] = await Promise.all([
    import('../report/sheet/read-sheet.js'),
    import('../report/sheet/fill-from-sheet.js'),
  ]);
  const source = await world.files.open(path);
  const read = await readSheet(source);
  if (read.kind === 'refused') throw new CannotRun(read.problem);
  const filled = fillFromSheet(document, context, read.sheet, source.name);
  for (const diagnostic of filled.diagnostics) world.tell(formatDiagnostic(diagnostic, world.lang));
  return filled;
}

/** The answers that the project keeps from earlier sheets. */
export async function loadAnswers(project: LoadedProject, { files }: World): Promise<readonly RememberedAnswer[]> {
  const path = decisionsFile(project);
  if (!(await files.isFile(path))) return [];
  const { parseAnswersText } = await import('../report/sheet/answers-file.js');
  const parsed = parseAnswersText(await files.readText(path), files.nameOf(path));
  if (parsed.kind === 'invalid') throw new CannotRun(...parsed.problems);
  return parsed.value.answers;
}

/** Keeps the answers of a sheet for the next edition, beside what else the file of decisions holds. */
export async function saveAnswers(
  project: LoadedProject,
  { answers, changed }: SheetFill['remembered'],
  { files, say }: World,
): Promise<void> {
  if (changed === 0) return;
  const path = decisionsFile(project);
  const { formatAnswers } = await import('../report/sheet/answers-file.js');
  const content = (await files.isFile(path)) ? await files.readText(path) : '';
  await files.replace(path, formatAnswers(content, answers));
  say('sheet-kept-in', { file: files.nameOf(path), count: changed });
}
