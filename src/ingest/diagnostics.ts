import type { Diagnostic, MessageArgument, Place, Severity } from '../model/diagnostic.js';

/** Everything that reading a return can find, with how grave it is. Prose: report/messages/ingest.yaml. */
export const INGEST_SEVERITIES = {
  'file-unreadable': 'hard',
  'file-empty': 'hard',
  'encoding-damaged': 'hard',
  'encoding-unknown': 'hard',
  'words-lost': 'hard',
  'csv-broken': 'hard',
  'line-too-long': 'hard',
  'sheet-too-wide': 'hard',
  'header-duplicate': 'hard',
  'header-missing': 'hard',
  'columns-extra': 'info',
  'growth-beside-several': 'hard',
  'row-ragged': 'hard',
  'number-refused': 'hard',
  'period-refused': 'hard',
  'period-misfit': 'hard',
  'heading-refused': 'hard',
  'name-empty': 'hard',
  'indicator-unknown': 'hard',
  'indicator-foreign': 'info',
  'indicator-ambiguous': 'hard',
  'region-unknown': 'hard',
  'region-foreign': 'info',
  'region-ambiguous': 'hard',
  'unit-missing': 'hard',
  'unit-contradiction': 'hard',
  'workbook-broken': 'hard',
  'merges-dropped': 'soft',
  'sheet-hidden': 'info',
  'unit-ambiguous': 'hard',
  'layout-unclear': 'hard',
  'table-missing': 'hard',
  'indicator-missing': 'hard',
  'indicator-unnamed': 'soft',
  'context-contradiction': 'soft',
  'rows-hidden': 'info',
  'region-unnamed': 'hard',
  'region-assumed': 'soft',
  'period-missing': 'hard',
  'period-year-missing': 'hard',
  'column-not-observed': 'info',
  'more-of-the-same': 'info',
} as const satisfies Record<string, Severity>;

export type IngestCode = keyof typeof INGEST_SEVERITIES;
export type IngestDiagnostic = Diagnostic<IngestCode>;
type Arguments = Readonly<Record<string, MessageArgument>>;

/** How many findings of one kind are kept one by one; the others are counted. */
const KEPT = 50;

/** Collects the findings of one file, in bounded memory. */
export class Findings {
  readonly #file: string;
  readonly #list: IngestDiagnostic[] = [];
  readonly #counts = new Map<IngestCode, number>();

  constructor(file: string) {
    this.#file = file;
  }

  add(code: IngestCode, place: Place, args: Arguments = {}): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > KEPT) return;
    const severity = INGEST_SEVERITIES[code];
    this.#list.push({ code, severity, place: { file: this.#file, ...place }, args });
  }

  /** All that was found, and for each kind of which too many were found, how many more there are. */
  list(): readonly IngestDiagnostic[] {
    const more = [...this.#counts]
      .filter(([, count]) => count > KEPT)
      .map(([of, count]): IngestDiagnostic => {
        const args = { of, count: count - KEPT };
        return { code: 'more-of-the-same', severity: INGEST_SEVERITIES[of], place: { file: this.#file }, args };
      });
    return [...this.#list, ...more];
  }
}
