import type { ReportContext } from '../report/report-context.js';
import type { TextContext } from '../report/reporters/plan-text.js';
import { loadPaint } from './output-table.js';
import type { World } from './world.js';

/** How a result is worded for people: their language and colour on a terminal, the file's language and none in a file. */
export async function loadTextContext(
  { measures }: ReportContext,
  world: World,
  output?: string,
): Promise<TextContext> {
  const paint = world.colour && output === undefined ? await loadPaint() : (text: string) => text;
  return { measures, lang: output === undefined ? world.lang : world.fileLang, paint };
}
