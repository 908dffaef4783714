import { cellAddress } from '../../model/observation.js';
import type { CheckJson, FindingJson } from '../json-schemas/check.js';
import type { Lang } from '../messages/language.js';
import { adviseOn } from '../messages/speak.js';
import { type CheckItem, type CheckReport, countItems, verdictOf } from './check-report.js';
import { saidJson } from './claim-json.js';

/** A check for programs: prose always beside its code and arguments. */
export function checkJson(report: CheckReport, lang: Lang): CheckJson {
  return {
    findings: report.items.map((item) => findingJson(item, lang)),
    summary: { ...countItems(report), files: report.files, observations: report.observations },
  };
}

function findingJson(item: CheckItem, lang: Lang): FindingJson {
  return {
    id: item.id ?? null,
    ...saidJson(item, lang),
    severity: item.severity,
    verdict: verdictOf(item),
    rule: item.rule ?? null,
    place: { ...item.place },
    cells: (item.cells ?? []).map(({ file, sheet, row, column }) => ({
      file,
      ...(sheet === undefined ? {} : { sheet }),
      cell: cellAddress(row, column),
    })),
    found: item.found ?? null,
    expected: item.expected ?? null,
    distance: item.distance ?? null,
    help: adviseOn(item, lang) ?? null,
    accepted: item.accepted ? { ...item.accepted } : null,
  };
}
