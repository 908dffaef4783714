import type { ReturnReading, TableReading } from '../../ingest/reading.js';
import { columnLetters } from '../../model/observation.js';
import { formatPeriodInChinese, formatTimePeriod } from '../../model/time-period-text.js';
import { formatDiagnostic, formatRepeats } from '../messages/diagnostic-line.js';
import { foldRepeats, isRepeats } from '../messages/fold-repeats.js';
import { sanitise } from '../messages/sanitise.js';
import { messages, speak } from '../messages/speak.js';
import type { MessageArguments } from '../messages/template.js';
import { columnLines } from './inspect-columns.js';
import { contentOf, type InspectContext, rangeOf } from './inspect-json.js';
import { formatPicture } from './inspect-picture.js';
import type { TextContext } from './plan-text.js';

const NAMES_SHOWN = 12;

type InspectText = InspectContext & Pick<TextContext, 'paint'>;

/** How a return was read, at a glance: what it is, what it holds, how its tables were understood, what was left out. */
export function formatInspection(reading: ReturnReading, context: InspectText): string {
  const { lang, paint } = context;
  const say = (code: string, args: MessageArguments = {}) => speak({ code, args }, lang);
  const list = (names: readonly string[]) =>
    names.length <= NAMES_SHOWN
      ? names
      : [...names.slice(0, NAMES_SHOWN), say('inspect-more', { count: names.length - NAMES_SHOWN })];
  // Of many periods the ends say most.
  const run = (names: readonly string[]) =>
    names.length <= NAMES_SHOWN ? names : [say('inspect-from-to', { from: names[0]!, to: names.at(-1)! })];
  const { indicators, regions, periods, missing } = contentOf(reading, context);
  const count = reading.observations.to - reading.observations.from;
  const empty = [...missing.values()].reduce((sum, n) => sum + n, 0);
  const findings = foldRepeats(reading.diagnostics).map((item) =>
    isRepeats(item) ? formatRepeats(item, lang) : formatDiagnostic(item, lang),
  );
  // Of a file that could not be opened there is no more to say.
  if (reading.sheets.length === 0) return findings.join('\n');
  const period = (p: (typeof periods)[number]) => (lang === 'zh' ? formatPeriodInChinese(p) : formatTimePeriod(p));
  const lines = [
    paint(sanitise(reading.file), 'strong'),
    say('inspect-kind', {
      format: reading.format,
      ...(reading.encoding === undefined ? {} : { encoding: reading.encoding }),
      ...(reading.form === undefined ? {} : { form: reading.form }),
    }),
    say('inspect-holds', {
      count: count - empty,
      indicators: indicators.size,
      regions: regions.size,
      periods: periods.length,
    }),
  ];
  if (empty > 0)
    lines.push(
      say('inspect-missing', {
        count: empty,
        what: [...missing].flatMap(([status, n]) =>
          messages().has(`missing-${status}`) ? [say(`missing-${status}`, { count: n })] : [],
        ),
      }),
    );
  if (count > 0) {
    const named = [...indicators.values()].map(({ name, units }) =>
      units.size > 0 ? `${name}(${[...units].join('/')})` : name,
    );
    lines.push(
      say('inspect-indicators', { names: list(named) }),
      say('inspect-regions', { names: list([...regions.values()]) }),
      say('inspect-periods', { names: run(periods.map(period)) }),
    );
  }
  for (const sheet of reading.sheets)
    for (const table of sheet.tables) {
      lines.push('', paint(tableTitle(table, sheet.name, say), 'strong'));
      for (const { code, args } of table.evidence) {
        const role = args['role'] === undefined ? {} : { role: say(`role-${String(args['role'])}`) };
        if (messages().has(code)) lines.push(`  · ${say(code, { ...args, ...role })}`);
      }
      lines.push(...columnLines(reading, table, context).map((line) => `  ${line}`));
      if (sheet.grid) lines.push(formatPicture(table, sheet.grid, context));
      for (const { reason, rows, columns, text } of table.leftOut)
        lines.push(
          say('inspect-left-out', {
            where: rows === undefined ? '' : rows[0] === rows[1] ? `${rows[0]}` : `${rows[0]}–${rows[1]}`,
            ...(columns === undefined ? {} : { column: columnLetters(columns[0]) }),
            text: text ?? '',
            reason: messages().has(`left-out-${reason}`) ? say(`left-out-${reason}`) : reason,
          }),
        );
    }
  if (findings.length > 0) lines.push('', ...findings);
  return lines.join('\n');
}

function tableTitle(
  table: TableReading,
  sheet: string | undefined,
  say: (code: string, args?: MessageArguments) => string,
): string {
  const dimensions = (list: TableReading['rows']) => list.map((d) => say(`dimension-${d}`));
  const place = sheet === undefined ? rangeOf(table) : `${sanitise(sheet)}!${rangeOf(table)}`;
  return table.layout === 'tidy'
    ? say('inspect-tidy', { place })
    : say('inspect-table', { place, rows: dimensions(table.rows), columns: dimensions(table.columns) });
}
