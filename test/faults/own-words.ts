import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadBuiltInCatalogue } from '../../src/catalogue/built-in.js';
import regionsCsv from '../../src/catalogue/regions.csv';
import { parseRegions } from '../../src/catalogue/regions.js';
import { openDocument } from '../../src/documents/open-document.js';
import { readReturns } from '../../src/ingest/read-return.js';
import { bytesInMemory } from '../../src/model/byte-source.js';
import { Cube } from '../../src/model/cube.js';
import { resolveProject } from '../../src/report/project/resolve.js';
import { projectSchema } from '../../src/report/project/schema.js';
import { reportContext } from '../../src/report/project-context.js';
import type { CleanNumber, CleanReport, OtherPhrase } from './clean-report.js';
import type { Dice } from './dice.js';
import { PROVINCE, Province } from './province.js';
import { areaOf, type Directive, parseDirective, type Statement, state, unitOf } from './statement.js';

/** The texts of the corpus, by name. */
export async function ownTexts(folder: string): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.txt')).sort();
  return Promise.all(
    files.map(async (file) => ({ name: file.replace('.txt', ''), text: await readFile(join(folder, file), 'utf8') })),
  );
}

/** A text of our own words on invented figures, every number of it worked out here. */
export async function ownReport(name: string, text: string, dice: Dice): Promise<CleanReport> {
  const province = new Province(dice);
  const [head = '', ...lines] = text.split('\n');
  const period = /^# 时期：(.+)$/u.exec(head)?.[1];
  if (period === undefined) throw new Error(`${name}: the first line must name the period`);
  const spoken = speak(lines.join('\n'), province);
  const opened = await openDocument(`${name}.txt`, new TextEncoder().encode(spoken.text));
  const context = await contextOf(province, period);
  const starts = lineStarts(spoken.text);
  const numbers = spoken.numbers.map((n): CleanNumber => {
    const line = starts.findLastIndex((s) => s <= n.phrase.start) + 1;
    const block = opened.document.blocks.findIndex((b) => b.place.line === line);
    const { text: own = '' } = opened.document.blocks[block] ?? {};
    const by = starts[line - 1]!;
    const moved = (span: { start: number; end: number }) => ({ start: span.start - by, end: span.end - by });
    const at = moved(n.number);
    if (own.slice(at.start, at.end) !== n.printed) throw new Error(`${name}: ${n.printed} is not where it was put`);
    const verb = n.verb && { ...n.verb, ...moved(n.verb) };
    return { ...n, block, number: at, phrase: moved(n.phrase), unit: moved(n.unit), verb };
  });
  return { name, document: opened.document, context, numbers };
}

const lineStarts = (text: string): readonly number[] =>
  [...text.matchAll(/(?:^|\n)/gu)].map((m) => m.index + m[0].length);

type Spoken = Omit<CleanNumber, 'block'> & { readonly printed: string };

/** Puts words for directives. A directive whose figure cannot be said plainly takes its clause with it. */
function speak(template: string, province: Province): { readonly text: string; readonly numbers: readonly Spoken[] } {
  let text = '';
  const numbers: Spoken[] = [];
  let from = 0;
  for (const m of template.matchAll(/\{([^{}]+)\}/gu)) {
    text += template.slice(from, m.index);
    from = m.index + m[0].length;
    const source = m[1]!;
    if (/^(?:home|province|\d+)$/u.test(source)) {
      text += areaOf(`@${source}`, province);
      continue;
    }
    const directive = parseDirective(source, province);
    const said = state(directive, province);
    if (!said) throw new Error(`{${source}} has nothing to say`);
    numbers.push(numberOf(directive, said, text.length, province));
    text += said.verb + said.object + said.text + said.unit;
  }
  return { text: text + template.slice(from), numbers };
}

const KINDS: Readonly<Record<string, CleanNumber['kind']>> = {
  level: 'level',
  growth: 'growth',
  points: 'points',
  share: 'share',
  rank: 'rank',
};

function numberOf(directive: Directive, said: Statement, at: number, province: Province): Spoken {
  const start = at + said.verb.length + said.object.length;
  const end = start + said.text.length;
  // 增速为-3.2%: the sign is the number's own.
  const minus = said.verb === '-' ? 1 : 0;
  return {
    kind: KINDS[directive.kind] ?? 'other',
    printed: (minus ? '-' : '') + said.text,
    number: { start: start - minus, end },
    phrase: { start: at, end: end + said.unit.length },
    unit: { start: end, end: end + said.unit.length },
    verb: said.verb === '' || minus ? undefined : { start: at, end: at + said.verb.length, partner: said.partner },
    approximate: false,
    exact: said.exact,
    slack: said.slack,
    others: [...otherPhrases(directive, said, province)],
  };
}

/** The same words of another region, period or indicator. */
function* otherPhrases(directive: Directive, said: Statement, province: Province): Generator<OtherPhrase> {
  const [months] = directive.months;
  const [indicator] = directive.indicators;
  const { areas } = directive;
  if (!months || !indicator || directive.kind === 'rank') return;
  const changed: [OtherPhrase['from'], Directive][] = [];
  const rival = province.others.find((a) => !areas.includes(a))!;
  changed.push(['region', { ...directive, areas: [rival, ...areas.slice(1)] }]);
  changed.push(['region', { ...directive, areas: [PROVINCE, ...areas.slice(1)] }]);
  const at = (m: typeof months): Directive => ({ ...directive, months: [m, ...directive.months.slice(1)] });
  if (months.to > 1) {
    const earlier = months.to - 1;
    changed.push(['period', at({ ...months, from: months.from === months.to ? earlier : months.from, to: earlier })]);
    if (months.from === 1) changed.push(['month-or-total', at({ ...months, from: months.to })]);
    else changed.push(['month-or-total', at({ ...months, from: 1 })]);
  }
  const levels = ['level', 'daily'].includes(directive.kind);
  if (levels) changed.push(['stale', at({ ...months, year: months.year - 1 })]);
  if (directive.indicators.length === 1)
    for (const other of ['volume', 'same-city', 'revenue', 'industry', 'letters'] as const)
      if (other !== indicator && (!levels || unitOf(other) === unitOf(indicator)))
        changed.push(['indicator', { ...directive, indicators: [other] }]);
  for (const [from, one] of changed) {
    if (from === 'region' && one.areas[0] === areas[0]) continue;
    if (one.areas.length === 2 && one.areas[0] === one.areas[1]) continue;
    const other = state(one, province);
    if (!other || other.exact === said.exact) continue;
    const signed = Number(other.text) * Math.sign(other.exact);
    yield { from, phrase: other.verb + other.object + other.text + other.unit, signed };
  }
}

const catalogue = (await loadBuiltInCatalogue('postal'))!;
const refAreas = parseRegions(regionsCsv);

/** The invented figures, delivered as returns and read by the tool, with the project around them. */
async function contextOf(province: Province, period: string) {
  const settings = projectSchema.parse({
    industry: 'postal',
    region: province.home,
    peers: PROVINCE,
    period,
    returns: 'returns.csv',
  });
  const { project, problems } = resolveProject(settings, catalogue, refAreas, () => ({}));
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const source = bytesInMemory('returns.csv', new TextEncoder().encode(province.returns()));
  const { table } = await readReturns([source], { refAreas, catalogue, home: project.home?.code });
  return reportContext(project, new Cube(table), []);
}
