import type { Place, Severity } from '../../model/diagnostic.js';
import { sanitise } from '../messages/sanitise.js';

/** A finding as other tools take it: for code scanning, test reports, annotations. */
export interface MachineFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly message: string;
}

const LEVEL = { hard: 'error', soft: 'warning', info: 'note' } as const;

/** Line of a place; a cell's is its row. */
function lineOf({ line, cell }: Place): number | undefined {
  return line ?? (cell === undefined ? undefined : Number(/\d+$/.exec(cell)?.[0]));
}

/** SARIF 2.1.0 */
export function formatSarif(findings: readonly MachineFinding[], version: string): string {
  const rules = [...new Set(findings.map((f) => f.code))].map((id) => ({ id }));
  const results = findings.map(({ code, severity, place, message }) => {
    const startLine = lineOf(place);
    const region = {
      ...(startLine === undefined ? {} : { startLine }),
      ...(place.column === undefined ? {} : { startColumn: place.column }),
    };
    const location = {
      physicalLocation: {
        artifactLocation: { uri: encodeURI((place.file ?? '').replaceAll('\\', '/')) },
        ...(startLine === undefined ? {} : { region }),
      },
      ...(place.cell === undefined
        ? {}
        : {
            logicalLocations: [
              { fullyQualifiedName: place.sheet === undefined ? place.cell : `${place.sheet}!${place.cell}` },
            ],
          }),
    };
    return {
      ruleId: code,
      level: LEVEL[severity],
      message: { text: message },
      ...(place.file === undefined ? {} : { locations: [location] }),
    };
  });
  const run = { tool: { driver: { name: 'tianshu', version, rules } }, columnKind: 'utf16CodeUnits', results };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

const xml = (text: string): string => sanitise(text, 10_000).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** JUnit: one test case a finding; hard ones have failed. A clean run is one case that passed. */
export function formatJunit(findings: readonly MachineFinding[], suite: string): string {
  const cases = findings.map(({ code, severity, place, message }) => {
    const at = [place.file, place.sheet, place.cell ?? place.line].filter((x) => x !== undefined).join(' ');
    const name = `name="${xml(`${code} ${at}`.trim())}" classname="${xml(place.file ?? suite)}"`;
    return severity === 'hard'
      ? `    <testcase ${name}><failure type="${xml(code)}" message="${xml(message)}"/></testcase>`
      : `    <testcase ${name}><system-out>${xml(message)}</system-out></testcase>`;
  });
  const passed = cases.length === 0 ? [`    <testcase name="${xml(suite)}" classname="${xml(suite)}"/>`] : cases;
  const failures = findings.filter((f) => f.severity === 'hard').length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites tests="${passed.length}" failures="${failures}">`,
    `  <testsuite name="${xml(suite)}" tests="${passed.length}" failures="${failures}">`,
    ...passed,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
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
        ...(place.column === undefined ? [] : [`col=${place.column}`]),
        `title=${escapeProperty(code)}`,
      ];
      return `::${ANNOTATION[severity]} ${properties.join(',')}::${escapeData(sanitise(message, 1000))}\n`;
    })
    .join('');
}
