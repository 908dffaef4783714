import type { MachineFinding } from '../report/reporters/machine-reports.js';
import type { Table } from '../report/tables/table.js';
import { formatJson, outputTable } from './output-table.js';
import { packageVersion } from './package-root.js';
import type { World } from './world.js';

/** Findings in any of the formats that people and programs take; only the one asked for is made. */
export interface FindingsOutput {
  readonly format: 'text' | 'json' | 'sarif' | 'junit' | 'github' | 'xlsx' | 'csv' | 'md';
  readonly output: string | undefined;
  /** Name of the run in a test report. */
  readonly suite: string;
  /** Name of the sheet in a workbook. */
  readonly sheet: string;
  readonly text: () => string;
  readonly json: () => unknown;
  readonly table: () => Table;
  readonly findings: () => readonly MachineFinding[];
}

/** Writes findings to the file that was named, else to standard output. */
export async function outputFindings(result: FindingsOutput, world: World): Promise<void> {
  const { format, output } = result;
  if (format === 'xlsx' || format === 'csv' || format === 'md')
    return outputTable({ table: result.table(), json: undefined, format, output, sheet: result.sheet }, world);
  const content = await formatFindings(result);
  if (output !== undefined) return world.files.save(output, content);
  if (content !== '') world.print(content.replace(/\n$/, ''));
}

async function formatFindings({ format, suite, text, json, findings }: FindingsOutput): Promise<string> {
  const { formatAnnotations, formatJunit, formatSarif } = await import('../report/reporters/machine-reports.js');
  switch (format) {
    case 'json':
      return formatJson(json());
    case 'sarif':
      return formatSarif(findings(), packageVersion());
    case 'junit':
      return formatJunit(findings(), suite);
    case 'github':
      return formatAnnotations(findings());
    default:
      return `${text()}\n`;
  }
}
