import type { TableLayout } from '../../catalogue/form-layout.js';
import type { HeadingPhrase } from '../../catalogue/heading-phrase.js';
import type { Deliverer } from '../deliver.js';
import type { Work } from '../work.js';
import type { ContextPiece } from './context.js';
import type { SheetView } from './view.js';

/** What the tables of one sheet share. */
export interface SheetParts {
  readonly view: SheetView;
  readonly work: Work;
  readonly to: Deliverer;
  /** What the names of sheet and file say. */
  readonly named: readonly ContextPiece[];
  readonly declared: TableLayout | undefined;
  readonly parse: (text: string) => HeadingPhrase;
  /** What to call an indicator that nothing names: the sheet's name, else the file's. */
  readonly fallbackName: string;
}
