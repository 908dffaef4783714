import type { Severity } from '../../model/diagnostic.js';
import { formatRepeats, nameSeverity } from '../messages/diagnostic-line.js';
import { foldRepeats, isRepeats } from '../messages/fold-repeats.js';
import type { Lang } from '../messages/language.js';
import { formatPlace } from '../messages/place-text.js';
import { sanitise } from '../messages/sanitise.js';
import { adviseOn, speak } from '../messages/speak.js';
import type { Paint } from '../tables/format-terminal.js';
import type { Table } from '../tables/table.js';
import { type CheckItem, type CheckReport, countItems } from './check-report.js';

const TONE: Readonly<Record<Severity, 'bad' | 'warn' | 'quiet'>> = { hard: 'bad', soft: 'warn', info: 'quiet' };

/** A check for people: each finding with its place, what to do, and the name by which it can be accepted. */
export function formatCheck(report: CheckReport, lang: Lang, paint: Paint): string {
  // What an edit rule has found is told place by place: each is to be answered.
  const read = foldRepeats(report.items.filter((item) => item.id === undefined));
  const ruled = report.items.filter((item) => item.id !== undefined);
  const lines = [...read, ...ruled].flatMap((item) => [
    ...(isRepeats(item) ? [paint(formatRepeats(item, lang), 'quiet')] : formatItem(item, lang, paint)),
    '',
  ]);
  const counts = countItems(report);
  const clean = report.items.length === 0;
  const args = { ...counts, files: report.files, observations: report.observations };
  return [...lines, speak({ code: clean ? 'check-clean' : 'check-summary', args }, lang)].join('\n');
}

function formatItem(item: CheckItem, lang: Lang, paint: Paint): readonly string[] {
  const colon = lang === 'zh' ? '：' : ': ';
  const place = formatPlace(item.place);
  const advice = adviseOn(item, lang);
  const accept = item.severity === 'soft' && item.id !== undefined && (item.cells?.length ?? 0) > 0;
  const accepted = item.accepted && speak({ code: 'check-accepted', args: { ...item.accepted } }, lang);
  return [
    `${paint(nameSeverity(item.severity, lang), TONE[item.severity])} ${place}${place === '' ? '' : colon}${speak(item, lang)} ${paint(`[${item.code}]`, 'quiet')}`,
    ...(advice === undefined ? [] : [`    ${advice}`]),
    ...(accepted === undefined ? [] : [`    ${accepted}`]),
    ...(accept ? [paint(`    ${speak({ code: 'check-accept-with', args: { id: item.id! } }, lang)}`, 'quiet')] : []),
  ];
}

/** The findings as a table: for the people who must answer them, with an empty column for what they say. */
export function checkTable(report: CheckReport, lang: Lang): Table {
  const keys = ['severity', 'place', 'message', 'found', 'expected', 'distance', 'help', 'answer', 'id'] as const;
  return {
    columns: keys.map((key) => ({
      key,
      heading: speak({ code: `check-column-${key}`, args: {} }, lang),
      kind: 'text',
      ...(key === 'message' || key === 'help' || key === 'answer' ? { wraps: true } : {}),
      ...(key === 'answer' ? { input: true } : {}),
    })),
    rows: report.items.map((item) =>
      [
        nameSeverity(item.severity, lang),
        formatPlace(item.place),
        speak(item, lang),
        item.found ?? '',
        item.expected ?? '',
        item.distance ?? '',
        adviseOn(item, lang) ?? '',
        item.accepted?.reason ?? '',
        item.id ?? '',
      ].map((text) => ({ text: sanitise(text, 2000) })),
    ),
    notes: [],
  };
}
