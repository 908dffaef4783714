/** The columns of the sheet, as its header names them. Their order is that of a new sheet; a completed one may differ. */
export const SHEET_COLUMNS = {
  no: '序号',
  place: '位置',
  before: '上文',
  after: '下文',
  kind: '类别',
  meaning: '含义',
  unit: '单位',
  suggestion: '建议值',
  answer: '填报值',
  status: '状态',
  note: '说明',
} as const;

export type SheetColumn = keyof typeof SHEET_COLUMNS;
export const SHEET_KEYS = Object.keys(SHEET_COLUMNS) as readonly SheetColumn[];

/** One row: what is known of a slot, in words, and what was typed for it. */
export type SheetRow = Readonly<Record<SheetColumn, string>>;

/** What a row asks people for. */
export interface RowAsks {
  readonly wants: 'number' | 'text' | 'anything' | 'nothing';
  /** Values to choose from, where the data offer several. */
  readonly choices: readonly string[];
  readonly status: 'filled' | 'open' | 'ambiguous' | 'kept';
}

/** A row of a sheet that was read back, with the number that its spreadsheet gives it. */
export interface ReadRow extends SheetRow {
  readonly row: number;
}
