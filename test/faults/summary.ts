/**
 * Plants single faults in clean reports and says which of them verify finds.
 *
 *   npm run faults                 1,000 faults
 *   npm run faults -- 3000 7       so many, with another seed
 *   npm run faults -- 1000 1 -v    each fault that was not found, or not named for what it is
 */
import { join, resolve } from 'node:path';
import type { CleanReport } from './clean-report.js';
import { Dice } from './dice.js';
import { type Judgement, judge, judgeClean, tally } from './judge.js';
import { ownReport, ownTexts } from './own-words.js';
import { FAULT_KINDS, type Fault, faultsOf } from './plant.js';
import { SHIPPED, shippedReport } from './shipped.js';

/** The shipped templates, and each of our own texts on several invented provinces. */
export async function cleanReports(root: string, dice: Dice, provinces: number): Promise<readonly CleanReport[]> {
  const shipped = await Promise.all(SHIPPED.map(shippedReport));
  const texts = await ownTexts(join(root, 'fixtures/faults'));
  const own: CleanReport[] = [];
  for (const { name, text } of texts) for (let i = 0; i < provinces; i++) own.push(await ownReport(name, text, dice));
  return [...shipped, ...own];
}

/** So many faults: the kinds in turn, each from anywhere in the reports. */
export function chooseFaults(reports: readonly CleanReport[], count: number, dice: Dice): readonly Fault[] {
  const all = reports.flatMap(faultsOf);
  const byKind = FAULT_KINDS.map((kind) => dice.shuffled(all.filter((f) => f.kind === kind)));
  const chosen: Fault[] = [];
  for (let i = 0; chosen.length < count && byKind.some((list) => i < list.length); i++)
    for (const list of byKind) if (list[i] && chosen.length < count) chosen.push(list[i]!);
  return chosen;
}

/** A fault in its words, before and after. */
export function describeFault({ fault, says }: Judgement): string {
  const { text } = fault.report.document.blocks[fault.block]!;
  const before = text.slice(Math.max(0, fault.start - 24), fault.start);
  const old = text.slice(fault.start, fault.end);
  return `${fault.kind} (${fault.how}) ${fault.report.name}: ${before}【${old} → ${fault.text}】${text.slice(fault.end, fault.end + 10)} — ${says}`;
}

const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`);

export async function main(argv: readonly string[]): Promise<void> {
  const [count = 1000, seed = 1] = argv.filter((a) => /^\d+$/.test(a)).map(Number);
  const dice = new Dice(seed);
  const reports = await cleanReports(resolve(import.meta.dirname, '../..'), dice, 3);

  const clean = reports.map(judgeClean);
  const shown = new Map<string, { claims: number; answered: number; alarms: number }>();
  for (const { name, claims, answered, alarms } of clean) {
    const sum = shown.get(name) ?? { claims: 0, answered: 0, alarms: 0 };
    shown.set(name, {
      claims: sum.claims + claims,
      answered: sum.answered + answered,
      alarms: sum.alarms + alarms.length,
    });
  }
  console.log('clean report                                claims  coverage  false alarms');
  for (const [name, s] of shown)
    console.log(
      `${name.padEnd(42)} ${`${s.claims}`.padStart(7)}  ${percent(s.answered, s.claims).padStart(8)}  ${`${s.alarms}`.padStart(12)}`,
    );

  const judged = chooseFaults(reports, count, dice).map(judge);
  console.log(`\n${'fault'.padEnd(18)} planted   found          at the number  named for what it is`);
  const all = tally(judged);
  const line = (kind: string, planted: number, found: number, there: number, named: number) =>
    console.log(
      `${kind.padEnd(18)} ${`${planted}`.padStart(7)} ${`${found}`.padStart(7)} ${percent(found, planted).padStart(6)} ${`${there}`.padStart(7)} ${percent(there, planted).padStart(6)} ${`${named}`.padStart(7)} ${percent(named, planted).padStart(6)}`,
    );
  for (const t of all) line(t.kind, t.planted, t.found, t.there, t.named);
  const total = (key: 'planted' | 'found' | 'there' | 'named') => all.reduce((sum, t) => sum + t[key], 0);
  line('all', total('planted'), total('found'), total('there'), total('named'));

  if (!argv.includes('-v')) return;
  for (const { name, alarms, unanswered } of clean) {
    for (const n of alarms)
      console.log(`FALSE ALARM ${name}: ${n.before}【${n.text}】${n.after} ${n.verdict} ${n.expected ?? ''}`);
    for (const n of unanswered)
      console.log(`unanswered ${name}: ${n.before}【${n.text}】${n.after} ${n.reasons[0]?.code}`);
  }
  for (const j of judged) if (!j.there) console.log(`MISSED ${describeFault(j)}`);
  for (const j of judged) if (j.there && !j.named) console.log(`NOT NAMED ${describeFault(j)}`);
}
