import type { Form } from '../catalogue/form.js';
import type { ByteSource } from '../model/byte-source.js';
import type { ObservationTable } from '../model/observation-table.js';
import type { Findings } from './diagnostics.js';
import type { Names } from './names.js';
import type { Encoding, ReadContext, ReturnFormat, SheetReading } from './reading.js';

/** All that the readers of one file share. */
export interface Work {
  readonly source: ByteSource;
  readonly context: ReadContext;
  readonly table: ObservationTable;
  readonly findings: Findings;
  readonly names: Names;
  readonly form: Form | undefined;
  /** Whether a text file may be tried on the fast road. */
  readonly mayBePlain: boolean;
}

export interface FileReading {
  readonly format: ReturnFormat;
  readonly encoding?: Encoding | undefined;
  readonly sheets: readonly SheetReading[];
}
