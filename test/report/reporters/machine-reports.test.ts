import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  formatAnnotations,
  formatJunit,
  formatSarif,
  type MachineFinding,
} from '../../../src/report/reporters/machine-reports.js';

const LONE = String.fromCharCode(0xd800);
const findings: readonly MachineFinding[] = [
  {
    code: 'wrong',
    severity: 'hard',
    place: { file: '报告 稿/年度#1,通报:终.md', line: 3, column: 9 },
    title: '错误',
    length: 5,
    message: `错误：<5% & "6%"\r\n第二行\u0000${LONE}`,
  },
  { code: 'unanswered', severity: 'info', place: { file: '表.xlsx', sheet: '汇总', cell: 'C12' }, message: '无法核对' },
  { code: 'wrong', severity: 'hard', place: { file: '讲话.docx', part: 'body', line: 7, column: 2 }, message: '错误' },
  { code: 'truncated', severity: 'soft', place: { file: '/a b/c.txt' }, message: '截尾' },
];

/* What the schema of SARIF 2.1.0 asks of the parts that we write; nothing else may stand there. */
const text = z.strictObject({ text: z.string().min(1) });
const level = z.enum(['none', 'note', 'warning', 'error']);
const region = z.strictObject({
  startLine: z.int().min(1),
  startColumn: z.int().min(1).optional(),
  endColumn: z.int().min(1).optional(),
});
const sarif = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string().min(1),
          version: z.string(),
          rules: z.array(
            z.strictObject({ id: z.string(), shortDescription: text, defaultConfiguration: z.strictObject({ level }) }),
          ),
        }),
      }),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.int().min(0),
          level,
          message: text,
          locations: z.array(
            z.strictObject({
              physicalLocation: z.strictObject({
                artifactLocation: z.strictObject({ uri: z.string() }),
                region: region.optional(),
              }),
              logicalLocations: z.array(z.strictObject({ fullyQualifiedName: z.string() })).optional(),
            }),
          ),
        }),
      ),
    }),
  ),
});

describe('SARIF 2.1.0', () => {
  const log = sarif.parse(JSON.parse(formatSarif(findings, '1.2.3')));
  const run = log.runs[0]!;

  it('names its version and schema, and the unit of its columns', () => {
    expect(log.version).toBe('2.1.0');
    expect(log.$schema).toMatch(/^https:\/\/.*sarif.*2\.1\.0.*\.json$/);
    expect(log.runs).toHaveLength(1);
    expect(run.columnKind).toBe('utf16CodeUnits');
  });

  it('lists each rule once; each result points to its own', () => {
    const { name, version, rules } = run.tool.driver;
    expect([name, version]).toEqual(['tianshu', '1.2.3']);
    expect(rules.map((r) => r.id)).toEqual(['wrong', 'unanswered', 'truncated']);
    for (const rule of rules) expect(rule.shortDescription.text).not.toBe('');
    for (const result of run.results) expect(rules[result.ruleIndex]?.id).toBe(result.ruleId);
  });

  it('has levels of the standard, and messages that are not empty', () => {
    expect(run.results.map((r) => r.level)).toEqual(['error', 'note', 'error', 'warning']);
    for (const { message } of run.results) expect(message.text.length).toBeGreaterThan(0);
  });

  it('gives places as URI references, percent-encoded, with regions counted from one', () => {
    const places = run.results.map((r) => r.locations[0]!);
    const uris = places.map((p) => p.physicalLocation.artifactLocation.uri);
    expect(uris.map(decodeURIComponent)).toEqual([
      '报告 稿/年度#1,通报:终.md',
      '表.xlsx',
      '讲话.docx',
      'file:///a b/c.txt',
    ]);
    for (const uri of uris) expect(uri).toMatch(/^[A-Za-z0-9\-._~:/%!$&'()*+,;=@]*$/);
    expect(places.map((p) => p.physicalLocation.region)).toEqual([
      { startLine: 3, startColumn: 9, endColumn: 14 },
      { startLine: 12 },
      { startLine: 7, startColumn: 2 },
      undefined,
    ]);
    expect(places.map((p) => p.logicalLocations?.[0]?.fullyQualifiedName)).toEqual([
      undefined,
      '汇总!C12',
      'body:7',
      undefined,
    ]);
  });
});

describe('JUnit', () => {
  /** Elements in order, with their attributes. */
  function parsed(text: string): readonly { readonly name: string; readonly attributes: Record<string, string> }[] {
    const found: { name: string; attributes: Record<string, string> }[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) =>
      found.push({ name, attributes: attributes as Record<string, string> }),
    );
    parser.write(text).close();
    return found;
  }

  it('is well-formed XML whose counts agree with its elements', () => {
    const elements = parsed(formatJunit(findings, 'tianshu verify'));
    const count = (name: string) => elements.filter((e) => e.name === name).length;
    const [all] = elements;
    expect(all).toMatchObject({
      name: 'testsuites',
      attributes: { tests: `${count('testcase')}`, failures: `${count('failure')}` },
    });
    const suites = elements.filter((e) => e.name === 'testsuite');
    const sum = (key: string) => suites.reduce((n, s) => n + Number(s.attributes[key]), 0);
    expect([sum('tests'), sum('failures')]).toEqual([count('testcase'), count('failure')]);
    expect(suites.map((s) => s.attributes['name'])).toEqual([...new Set(findings.map((f) => f.place.file))]);
    expect(elements.find((e) => e.name === 'failure')!.attributes['message']).toMatch(
      /^错误：<5% & "6%" 第二行 \ufffd$/,
    );
  });

  it('a clean run is one case that passed', () => {
    const elements = parsed(formatJunit([], 'tianshu verify'));
    expect(elements.map((e) => e.name)).toEqual(['testsuites', 'testsuite', 'testcase']);
    expect(elements[0]!.attributes).toMatchObject({ tests: '1', failures: '0' });
  });
});

it('GitHub annotations stand on one line each, with what would end a property escaped', () => {
  const lines = formatAnnotations(findings).trimEnd().split('\n');
  expect(lines).toHaveLength(findings.length);
  expect(lines[0]).toMatch(
    /^::error file=报告 稿\/年度#1%2C通报%3A终\.md,line=3,col=9,title=wrong::错误：<5%25 & "6%25" 第二行/,
  );
  for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) (?:\w+=[^,:\r\n]*,?)+::[^\r\n]+$/);
});
