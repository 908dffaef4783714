import type { OpenDocument } from '../../documents/opened.js';
import { asList } from '../../report/project/schema.js';
import type { ReportContext } from '../../report/report-context.js';
import { verifyFindings, verifyTable } from '../../report/reporters/verify-findings.js';
import { coverageOf, verifyJson } from '../../report/reporters/verify-json.js';
import { verifyMarks } from '../../report/reporters/verify-marks.js';
import { formatVerification, formatVerifySummary } from '../../report/reporters/verify-text.js';
import { FAILING, type Verification, verifyDocument } from '../../report/verify/verify-document.js';
import { cannot } from '../cannot-run.js';
import type { CommandInput } from '../command-input.js';
import type { ExitCode } from '../exit-code.js';
import { expandPatterns } from '../load-data.js';
import { loadDocument } from '../load-document.js';
import { loadProject } from '../load-project.js';
import { loadReportContext } from '../load-report.js';
import { outputFindings } from '../output-findings.js';
import { chooseFormat } from '../output-table.js';
import { tellDiagnostics } from '../tell-diagnostics.js';
import { loadTextContext } from '../text-context.js';
import type { World } from '../world.js';

const FORMATS = ['text', 'json', 'sarif', 'junit', 'github', 'xlsx', 'csv', 'md'] as const;

interface Report {
  readonly file: string;
  readonly opened: OpenDocument;
  readonly verification: Verification;
}

/** Every number of finished reports against the data. */
export async function run(input: CommandInput, world: World): Promise<ExitCode> {
  const output = input.text('output');
  const format = chooseFormat(input.text('format'), output, FORMATS, 'text');
  const least = parseCoverage(input.text('min-coverage'));
  const paths = await reportPaths(input, world);
  const { context, diagnostics } = await loadReportContext(world, false, true);
  tellDiagnostics(diagnostics, world);

  const reports: Report[] = [];
  for (const path of paths) {
    const opened = await loadDocument(path, world);
    tellDiagnostics(opened.diagnostics, world);
    reports.push({
      file: world.files.nameOf(path),
      opened,
      verification: verifyDocument(opened.document, context, opened),
    });
  }

  await suggest(input.text('suggest'), reports, world);
  await mark(input.text('mark'), reports, context, world);
  const json = () => verifyJson(reports, { measures: context.measures, lang: world.fileLang });
  const lang = world.fileLang;
  const text = format === 'text' ? await formatReports(reports, context, world, output) : '';
  await outputFindings(
    {
      format,
      output,
      suite: 'tianshu verify',
      sheet: '核对结果',
      text: () => text,
      json,
      table: () => verifyTable(reports, context.measures, lang),
      findings: () => reports.flatMap((report) => verifyFindings(report, lang)),
    },
    world,
  );
  return judge(reports, least, world);
}

async function reportPaths(input: CommandInput, world: World): Promise<readonly string[]> {
  const [path] = input.arguments;
  if (!input.flag('all')) {
    if (path === undefined) throw cannot('report-missing');
    return [path];
  }
  if (path !== undefined) throw cannot('report-and-all');
  if (input.text('suggest') !== undefined || input.text('mark') !== undefined) throw cannot('suggest-one-report');
  const project = await loadProject(world);
  const { paths, unmatched } = expandPatterns(asList(project.settings.reports), project.folder);
  if (unmatched.length > 0) throw cannot('no-report-matches', { pattern: unmatched }, { file: project.file });
  if (paths.length === 0) throw cannot('no-reports', {}, { file: project.file });
  return paths;
}

/** A bound in percent: 95, 95%, or as a share: 0.95. */
function parseCoverage(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d+(?:\.\d+)?%?$/.test(text.trim()) ? Number(text.trim().replace('%', '')) : Number.NaN;
  const share = value <= 1 && !text.includes('%') ? value : value / 100;
  if (!(share >= 0 && share <= 1)) throw cannot('coverage-unreadable', { found: text });
  return share;
}

async function suggest(file: string | undefined, [report]: readonly Report[], world: World): Promise<void> {
  if (file === undefined || report === undefined) return;
  const edits = report.verification.numbers.flatMap((number) => number.edits);
  await world.files.save(file, report.opened.write(edits));
  world.say('suggest-written', { file: world.files.nameOf(file), count: edits.length });
}

/** A copy of a Word report, each number marked by its verdict. */
async function mark(
  file: string | undefined,
  [report]: readonly Report[],
  { measures }: ReportContext,
  world: World,
): Promise<void> {
  if (file === undefined || report === undefined) return;
  const from = report.opened.document.format;
  if (from !== 'docx' || !/\.docx$/iu.test(file)) throw cannot('marks-need-word', { from: `.${from}` });
  const marks = verifyMarks(report.verification, measures, world.fileLang);
  await world.files.save(file, report.opened.write([], { mode: 'mark', marks }));
  world.say('marks-written', { file: world.files.nameOf(file), count: marks.length });
}

async function formatReports(
  reports: readonly Report[],
  context: ReportContext,
  world: World,
  output: string | undefined,
): Promise<string> {
  const text = await loadTextContext(context, world, output);
  if (reports.length === 1) return formatVerification(reports[0]!.verification, reports[0]!.opened.document, text);
  const each = reports.map(
    ({ file, opened, verification }) =>
      `${text.paint(file, 'strong')}\n${formatVerification(verification, opened.document, text)}\n`,
  );
  return [
    ...each,
    formatVerifySummary(
      reports.map((r) => r.verification),
      text,
    ),
  ].join('\n');
}

function judge(reports: readonly Report[], least: number | undefined, world: World): ExitCode {
  const coverage = coverageOf(reports.map((r) => r.verification));
  const low = least !== undefined && coverage !== null && coverage < least;
  if (low) world.say('coverage-low', { found: percent(coverage), bound: percent(least) });
  const failing = reports.some(({ verification }) => FAILING.some((verdict) => verification.summary[verdict] > 0));
  return failing || low ? 1 : 0;
}

const percent = (share: number): string => `${Math.floor(share * 1000) / 10}%`;
