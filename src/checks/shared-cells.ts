import { type CellSource, cellAddress, formatSource } from '../model/observation.js';
import type { Finding } from './diagnostics.js';

/** Findings of one cell that are worth a word. */
const SEVERAL = 2;
/** A pattern over more cells than this says nothing about any one of them. */
const NARROW = 60;

/**
 * The smallest set of cells that explains findings together, as a greedy cover finds it: the cell in most findings first,
 * then the cell in most of the rest. A cell that explains only one finding is not named.
 */
export function sharedCells(findings: readonly Finding[]): readonly Finding[] {
  const holders = new Map<string, Holder>();
  for (const finding of findings) {
    if (finding.verdict !== 'violated' || finding.severity === 'info' || 'repeated' in finding.args) continue;
    if (finding.cells.length > NARROW) continue;
    for (const cell of finding.cells) {
      const key = formatSource(cell);
      const holder = holders.get(key) ?? { cell, findings: new Set<Finding>() };
      holder.findings.add(finding);
      holders.set(key, holder);
    }
  }
  const found: Finding[] = [];
  const byCount: Holder[][] = [];
  const enter = (holder: Holder, count: number) => {
    if (count < SEVERAL) return;
    const list = byCount[count];
    if (list) list.push(holder);
    else byCount[count] = [holder];
  };
  for (const holder of holders.values()) enter(holder, holder.findings.size);
  const explained = new Set<Finding>();
  // Counts only fall: a cell that has lost some waits for its turn in a lower list.
  for (let count = byCount.length - 1; count >= SEVERAL; count--)
    for (const holder of byCount[count] ?? []) {
      const open = [...holder.findings].filter((f) => !explained.has(f));
      if (open.length < count) {
        enter(holder, open.length);
        continue;
      }
      for (const f of open) explained.add(f);
      found.push(describe(holder, open));
    }
  return found;
}

interface Holder {
  readonly cell: CellSource;
  readonly findings: Set<Finding>;
}

function describe({ cell }: Holder, findings: readonly Finding[]): Finding {
  const key = formatSource(cell);
  const own = findings.find((f) => f.cells[0] !== undefined && formatSource(f.cells[0]) === key);
  const { file, sheet, row, column } = cell;
  return {
    id: `shared:${findings.map((f) => f.id).join('+')}`.slice(0, 80),
    code: 'shared-cell',
    severity: 'info',
    verdict: 'violated',
    rule: 'shared-cell',
    place: { file, ...(sheet === undefined ? {} : { sheet }), cell: cellAddress(row, column) },
    args: {
      count: findings.length,
      cell: key,
      rules: [...new Set(findings.map((f) => f.rule))],
      ...(own?.args['what'] === undefined ? {} : { what: own.args['what'] }),
    },
    cells: [cell],
  };
}
