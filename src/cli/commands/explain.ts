import type { OpenDocument } from '../../documents/opened.js';
import type { FoundProvenance } from '../../documents/provenance.js';
import type { Place } from '../../model/diagnostic.js';
import type { Document } from '../../model/document.js';
import { type PlannedSlot, planFill } from '../../report/fill/plan-fill.js';
import type { ExplainJson } from '../../report/json-schemas/explain.js';
import { describePlace } from '../../report/messages/place-text.js';
import { speak } from '../../report/messages/speak.js';
import type { ReportContext } from '../../report/report-context.js';
import { type Explained, formatExplanation } from '../../report/reporters/explain-text.js';
import { slotJson } from '../../report/reporters/plan-json.js';
import type { TextContext } from '../../report/reporters/plan-text.js';
import { numberJson } from '../../report/reporters/verify-json.js';
import { type VerifiedNumber, verifyDocument } from '../../report/verify/verify-document.js';
import { cannot } from '../cannot-run.js';
import type { CommandInput } from '../command-input.js';
import type { ExitCode } from '../exit-code.js';
import { loadReport } from '../load-report.js';
import { chooseFormat } from '../output-table.js';
import { outputText } from '../output-text.js';
import { loadTextContext } from '../text-context.js';
import type { World } from '../world.js';

/** The derivation of one number of a template or a report, down to the cells. */
export async function run(input: CommandInput, world: World): Promise<ExitCode> {
  const wanted = parseWanted(input.argument(1));
  const output = input.text('output');
  const format = chooseFormat(input.text('format'), output, ['text', 'json'], 'text');
  const { opened, context } = await loadReport(input.argument(0), world);

  const { document } = opened;
  const found = find(wanted, opened, context);
  if (!found) throw cannot('nothing-there', { place: input.argument(1) });

  const text = async () => {
    const shown = await loadTextContext(context, world, output);
    return formatExplanation(
      { ...explained(found, document, shown), provenance: inFile(found, opened.provenance) },
      shown,
    );
  };
  await outputText({ format, output, json: () => json(found, document, context, world), text }, world);
  return 0;
}

type Wanted =
  | { readonly no: number }
  | { readonly line: number; readonly column: number }
  | { readonly cell: string; readonly sheet?: string };

/** #3 or 3; 5:14; B7, 表1!B7. */
function parseWanted(text: string): Wanted {
  const no = /^#?(\d+)$/.exec(text);
  if (no) return { no: Number(no[1]) };
  const place = /^(\d+)[:：](\d+)$/u.exec(text);
  if (place) return { line: Number(place[1]), column: Number(place[2]) };
  const cell = /^(?:(?<sheet>.+)!)?(?<cell>[A-Za-z]{1,3}\d+)$/u.exec(text)?.groups;
  if (!cell) throw cannot('place-unreadable', { found: text });
  const { sheet } = cell;
  return { cell: cell['cell']!.toUpperCase(), ...(sheet === undefined ? {} : { sheet }) };
}

type Found =
  | { readonly kind: 'slot'; readonly slot: PlannedSlot }
  | { readonly kind: 'number'; readonly number: VerifiedNumber };

/** `#n` is the plan's number while the document has slots, else that of verify; a place may hold either. */
function find(wanted: Wanted, opened: OpenDocument, context: ReportContext): Found | undefined {
  const { document } = opened;
  const plan = planFill(document, context);
  const slot = (test: (s: PlannedSlot) => boolean): Found | undefined => {
    const found = plan.slots.find(test);
    return found && { kind: 'slot', slot: found };
  };
  if ('no' in wanted && plan.slots.length > 0) return slot((s) => s.no === wanted.no);
  const { numbers } = verifyDocument(document, context, opened);
  const number = (test: (n: VerifiedNumber) => boolean): Found | undefined => {
    const found = numbers.find(test);
    return found && { kind: 'number', number: found };
  };
  if ('no' in wanted) return number((n) => n.no === wanted.no);
  return (
    slot((s) => covers(s.place, s.slot.end - s.slot.start, wanted)) ??
    number((n) => covers(n.place, n.end - n.start, wanted))
  );
}

function covers(place: Place, length: number, wanted: Exclude<Wanted, { readonly no: number }>): boolean {
  if ('cell' in wanted)
    return place.cell === wanted.cell && (wanted.sheet === undefined || place.sheet === wanted.sheet);
  const column = place.column ?? 1;
  return place.line === wanted.line && wanted.column >= column && wanted.column < column + Math.max(1, length);
}

function json(found: Found, document: Document, { measures }: ReportContext, { fileLang }: World): ExplainJson {
  const context = { measures, lang: fileLang };
  return found.kind === 'slot'
    ? { slot: slotJson(found.slot, document, context) }
    : { number: numberJson(found.number, context) };
}

/** The provenance that the file itself carries at a number. */
function inFile(found: Found, entries: readonly FoundProvenance[]): FoundProvenance | undefined {
  const at = found.kind === 'slot' ? { ...found.slot.slot, block: found.slot.block } : found.number;
  return entries.find(
    (e) => e.data['origin'] !== 'open' && e.block === at.block && e.start < at.end && at.start < e.end,
  );
}

function explained(found: Found, document: Document, { lang }: TextContext): Omit<Explained, 'provenance'> {
  if (found.kind === 'slot') {
    const { slot } = found;
    const status = speak({ code: `status-${slot.status}`, args: {} }, lang);
    return {
      no: slot.no,
      where: describePlace(slot.place, lang),
      sentence: sentenceAround(document.blocks[slot.block]!.text, slot.slot.start),
      outcome: slot.text === undefined ? status : `${status} ${slot.text}`,
      claim: slot.claim,
      figure: slot.figure,
      answers: slot.candidates,
      reason: slot.reason,
      remarks: slot.given
        ? [{ code: slot.given.from.kind === 'sheet' ? 'sheet-answered' : 'sheet-remembered', args: {} }]
        : [],
    };
  }
  const { number } = found;
  const verdict = speak({ code: `verdict-${number.verdict}`, args: {} }, lang);
  const expected =
    number.expected === undefined ? '' : speak({ code: 'should-read', args: { expected: number.expected } }, lang);
  return {
    no: number.no,
    where: describePlace(number.place, lang),
    sentence: sentenceAround(document.blocks[number.block]!.text, number.start),
    outcome: `${verdict} ${number.text}${expected}`,
    claim: number.claim,
    figure: number.figure,
    answers: number.answers,
    reason: number.reasons[0],
    remarks: number.remarks ?? [],
  };
}

/** The sentence that a character stands in. */
function sentenceAround(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('\n', at)) + 1;
  const stop = text.indexOf('。', at);
  return text.slice(start, stop < 0 ? undefined : stop + 1).trim();
}
