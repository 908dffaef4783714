/** Columns of a tidy return, by the names of the contract. */
export const TIDY_COLUMNS = [
  'period',
  'region',
  'indicator',
  'unit',
  'value',
  'month',
  'quarter',
  'ytd',
  'plan',
  'last-year',
  'yoy',
  'month-yoy',
  'ytd-yoy',
  'rank',
] as const;
export type TidyColumn = (typeof TIDY_COLUMNS)[number];
