import type { Claim, ClaimKind } from '../../claims/claim.js';
import type { Answer } from '../../claims/evaluate-claim.js';
import type { MessageArgument, Place } from '../../model/diagnostic.js';
import type { Edit } from '../../model/edit.js';
import type { Figure } from '../../model/figure.js';
import type { Origin } from '../record/fill-record.js';
import type { WrittenVerdict } from './comparison.js';

export type Verdict = WrittenVerdict | 'inconsistent' | 'unanswered' | 'fact' | 'no-claim';

/** One number of a finished report; where it is wrong, with the words beside it that are wrong with it (增长2.9). */
export interface VerifiedNumber {
  readonly no: number;
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly place: Place;
  readonly text: string;
  readonly before: string;
  readonly after: string;
  readonly kind: ClaimKind;
  readonly verdict: Verdict;
  /** What should stand in place of `text`; only where it is known. */
  readonly expected?: string;
  readonly claim?: Claim;
  readonly figure?: Figure;
  readonly answers: readonly Answer[];
  /** Why it has its verdict, or where a wrong number seems to come from: the likeliest first. */
  readonly reasons: readonly Said[];
  /** Puts the right figure in its place. */
  readonly edits: readonly Edit[];
  /** What the file itself carries of the number, where fill wrote it. */
  readonly filled?: {
    readonly text: string;
    readonly state: 'same' | 'changed';
    readonly origin: Origin;
    /** In words, as it was filled. */
    readonly meaning: string;
  };
  /** What that record has to say beside the verdict. */
  readonly remarks?: readonly Said[];
}

export interface Said {
  readonly code: string;
  readonly args: Readonly<Record<string, MessageArgument>>;
}
