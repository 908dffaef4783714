import type { Place, Severity } from '../../model/diagnostic.js';
import { sanitise } from '../messages/sanitise.js';

/** A finding as other tools take it: for code scanning, test reports, annotations. */
export interface MachineFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly message: string;
  /** What a finding of this code is, in a word or two. */
  readonly title?: string;
  /** Of what is marked in its line, in UTF-16 units. */
  readonly length?: number;
}

const LEVEL = { hard: 'error', soft: 'warning', info: 'note' } as const;

/** Line of a place; a cell's is its row. */
function lineOf({ line, cell }: Place): number | undefined {
  return line ?? (cell === undefined ? undefined : Number(/\d+$/.exec(cell)?.[0]));
}

/** A file as a URI reference: each part of the path percent-encoded; an absolute path as a file: URI. */
function uriOf(file: string): string {
  const path = file.replaceAll('\\', '/');
  const drive = /^[A-Za-z]:(?=\/)/u.exec(path)?.[0];
  const encoded = path
    .slice(drive?.length ?? 0)
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  if (drive !== undefined) return `file:///${drive}${encoded}`;
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}

/** Where in a file that has no lines: a cell of a workbook, a paragraph of a Word file. */
function logicalName({ sheet, cell, part, line }: Place): string | undefined {
  if (cell !== undefined) return sheet === undefined ? cell : `${sheet}!${cell}`;
  return part === undefined || line === undefined ? undefined : `${part}:${line}`;
}

/** SARIF 2.1.0. The line of a Word file is the number of the paragraph, that of a workbook its row. */
export function formatSarif(findings: readonly MachineFinding[], version: string): string {
  const ids = [...new Set(findings.map((f) => f.code))];
  const rules = ids.map((id) => {
    const { title = id, severity } = findings.find((f) => f.code === id)!;
    return { id, shortDescription: { text: title }, defaultConfiguration: { level: LEVEL[severity] } };
  });
  const results = findings.map(({ code, severity, place, length, message }) => {
    const startLine = lineOf(place);
    const { column } = place;
    const region = {
      ...(startLine === undefined ? {} : { startLine }),
      ...(column === undefined ? {} : { startColumn: column }),
      ...(column === undefined || length === undefined ? {} : { endColumn: column + length }),
    };
    const name = logicalName(place);
    const location = {
      physicalLocation: {
        artifactLocation: { uri: uriOf(place.file ?? '') },
        ...(startLine === undefined ? {} : { region }),
      },
      ...(name === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: name }] }),
    };
    return {
      ruleId: code,
      ruleIndex: ids.indexOf(code),
      level: LEVEL[severity],
      message: { text: sanitise(message, 2000) },
      ...(place.file === undefined ? {} : { locations: [location] }),
    };
  });
  const run = { tool: { driver: { name: 'tianshu', version, rules } }, columnKind: 'utf16CodeUnits', results };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

/** Text as XML 1.0 can carry it: no control characters, no halves of a character, markup escaped. */
const xml = (text: string): string =>
  sanitise(text, 10_000)
    .replace(/\p{Cs}|[\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** JUnit: a suite a file, a test case a finding; hard ones have failed. A clean run is one case that passed. */
export function formatJunit(findings: readonly MachineFinding[], suite: string): string {
  const files = [...new Set(findings.map((f) => f.place.file ?? suite))];
  const suites = (files.length === 0 ? [suite] : files).map((file) =>
    junitSuite(
      file,
      findings.filter((f) => (f.place.file ?? suite) === file),
    ),
  );
  const sum = (key: 'tests' | 'failures') => suites.reduce((n, s) => n + s[key], 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${xml(suite)}" tests="${sum('tests')}" failures="${sum('failures')}" errors="0">`,
    ...suites.flatMap((s) => s.lines),
    '</testsuites>',
    '',
  ].join('\n');
}

function junitSuite(name: string, findings: readonly MachineFinding[]) {
  const cases = findings.map(({ code, severity, place, message }) => {
    const at = [place.sheet, place.cell ?? place.line, place.cell === undefined ? place.column : undefined];
    const where = at.filter((x) => x !== undefined).join(':');
    const attributes = `name="${xml(`${code} ${where}`.trim())}" classname="${xml(name)}"`;
    return severity === 'hard'
      ? `    <testcase ${attributes}><failure type="${xml(code)}" message="${xml(message)}"/></testcase>`
      : `    <testcase ${attributes}><system-out>${xml(message)}</system-out></testcase>`;
  });
  const shown = cases.length === 0 ? [`    <testcase name="${xml(name)}" classname="${xml(name)}"/>`] : cases;
  const failures = findings.filter((f) => f.severity === 'hard').length;
  const head = `  <testsuite name="${xml(name)}" tests="${shown.length}" failures="${failures}" errors="0" skipped="0">`;
  return { tests: shown.length, failures, lines: [head, ...shown, '  </testsuite>'] };
}

const ANNOTATION = { hard: 'error', soft: 'warning', info: 'notice' } as const;
const escapeData = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Annotations as GitHub's runner reads them from the log: ::error file=…,line=…::… */
export function formatAnnotations(findings: readonly MachineFinding[]): string {
  return findings
    .map(({ code, severity, place, message }) => {
      const line = lineOf(place);
      const properties = [
        ...(place.file === undefined ? [] : [`file=${escapeProperty(place.file)}`]),
        ...(line === undefined ? [] : [`line=${line}`]),
        ...(place.column === undefined || line === undefined ? [] : [`col=${place.column}`]),
        `title=${escapeProperty(code)}`,
      ];
      return `::${ANNOTATION[severity]} ${properties.join(',')}::${escapeData(sanitise(message, 1000))}\n`;
    })
    .join('');
}
