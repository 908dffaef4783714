import type { NoFigure } from '../../model/figure.js';
import type { ClaimReason, WordingReason } from '../diagnostics.js';

/** A figure cannot be put into its sentence, and why. */
export const cannotSay = (reason: ClaimReason | WordingReason, args: NoFigure['args'] = {}): NoFigure => ({
  reason,
  args,
});
