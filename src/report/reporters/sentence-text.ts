import { sanitise } from '../messages/sanitise.js';
import type { Paint } from '../tables/format-terminal.js';
import type { TableCell } from '../tables/table.js';

/** A stretch of a sentence to bring out: a filled slot, a number that was judged. */
export interface Highlight {
  readonly start: number;
  readonly end: number;
  /** What to show in its place. */
  readonly text: string;
  readonly no: number;
  readonly tone: NonNullable<TableCell['tone']>;
}

/** The sentence around each number is what a person reads: the text of a block with its numbers brought out. */
export function formatSentence(text: string, highlights: readonly Highlight[], paint: Paint): string {
  let shown = '';
  let at = 0;
  for (const { start, end, text: inPlace, no, tone } of [...highlights].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    shown +=
      sanitise(text.slice(at, start), 20_000) + paint(`【${sanitise(inPlace)}】`, tone) + paint(`#${no}`, 'quiet');
    at = end;
  }
  return shown + sanitise(text.slice(at), 20_000);
}
