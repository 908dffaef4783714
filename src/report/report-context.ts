import type { ReadingContext } from '../claims/reading-context.js';
import type { WordingOptions } from '../claims/wording/word-figure.js';
import type { MeasureContext } from '../measures/context.js';
import type { Decimal } from '../model/decimal.js';
import type { RememberedAnswer } from './sheet/remembered.js';

/** A one-off figure that no return carries, from the facts file. */
export interface Fact {
  readonly name: string;
  readonly unit: string;
  /** As it is to be printed. */
  readonly text: string;
  readonly value: Decimal | undefined;
}

/** Everything that a report is filled from or verified against. */
export interface ReportContext {
  readonly reading: ReadingContext;
  readonly measures: MeasureContext;
  readonly wording: WordingOptions;
  /** What masked names stand for: ×局长 → 张局长. */
  readonly names: Readonly<Record<string, string>>;
  readonly facts: readonly Fact[];
  /** What people have decided for slots of earlier editions. */
  readonly answers?: readonly RememberedAnswer[];
}
