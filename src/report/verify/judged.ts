import type { Claim, ClaimKind } from '../../claims/claim.js';
import type { Answer } from '../../claims/evaluate-claim.js';
import type { Edit } from '../../model/edit.js';
import type { Figure } from '../../model/figure.js';
import type { Said, Verdict } from './verified-number.js';

/** What is to be said of one claim. */
export interface Judged {
  readonly kind: ClaimKind;
  readonly verdict: Verdict;
  readonly claim: Claim;
  readonly answers: readonly Answer[];
  readonly figure?: Figure;
  /** As it should read; only where it is known. */
  readonly expected?: string;
  /** The likeliest first. */
  readonly reasons: readonly Said[];
  /** Puts the right figure in its place. */
  readonly edits: readonly Edit[];
}
