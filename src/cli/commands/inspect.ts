import { readReturn } from '../../ingest/read-return.js';
import { Cube } from '../../model/cube.js';
import { yearOf } from '../../model/time-period.js';
import { cellsJson, inspectJson, observationsJson, revisionsJson } from '../../report/reporters/inspect-json.js';
import { cellsTable, observationsTable, revisionsTable } from '../../report/reporters/inspect-tables.js';
import { formatInspection } from '../../report/reporters/inspect-text.js';
import type { CommandInput } from '../command-input.js';
import type { ExitCode } from '../exit-code.js';
import { loadData, loadForms } from '../load-data.js';
import { loadProjectIfAny, loadRefAreas } from '../load-project.js';
import { chooseFormat, loadPaint, outputTable, TABLE_FORMATS } from '../output-table.js';
import { outputText } from '../output-text.js';
import type { World } from '../world.js';

/** How a return was read. Works without a project and without a catalogue. */
export async function run(input: CommandInput, world: World): Promise<ExitCode> {
  const output = input.text('output');
  const project = await loadProjectIfAny(world);
  const source = await world.files.open(input.argument(0));
  const catalogue = project?.catalogue;
  const refAreas = project?.refAreas ?? (await loadRefAreas(undefined, world.files.cwd, world));
  const reading = await readReturn(source, {
    refAreas,
    catalogue,
    home: project?.home?.code,
    anchorYear: project?.period && yearOf(project.period),
    forms: project && (await loadForms(project, world)),
    keepCells: input.flag('cells'),
  });

  const context = { catalogue, refAreas, lang: world.fileLang };
  const part = (['cells', 'observations', 'revisions'] as const).find((name) => input.flag(name));
  if (part !== undefined) {
    const format = chooseFormat(input.text('format'), output, TABLE_FORMATS, 'table');
    const lang = format === 'table' && output === undefined ? world.lang : world.fileLang;
    const result = {
      cells: () => pair(cellsJson(reading), (json) => cellsTable(json, lang)),
      observations: () => pair(observationsJson(reading), (json) => observationsTable(json, { ...context, lang })),
      revisions: async () => {
        const cube = project?.settings.returns ? (await loadData(project, world)).cube : new Cube(reading.table);
        return pair(revisionsJson(cube, reading.file), (json) => revisionsTable(json, { ...context, lang }));
      },
    }[part];
    await outputTable({ ...(await result()), format, output, sheet: part }, world);
  } else {
    const format = chooseFormat(input.text('format'), output, ['text', 'json'], 'text');
    const text = async () => {
      const paint = world.colour && output === undefined ? await loadPaint() : (plain: string) => plain;
      return formatInspection(reading, { ...context, lang: output === undefined ? world.lang : world.fileLang, paint });
    };
    await outputText({ format, output, json: () => inspectJson(reading, context), text }, world);
  }
  if (!reading.diagnostics.some((d) => d.severity === 'hard')) return 0;
  return reading.sheets.length === 0 ? 2 : 1;
}

/** A result and the table that shows it. */
const pair = <T, R>(json: T, table: (json: T) => R): { json: T; table: R } => ({ json, table: table(json) });
