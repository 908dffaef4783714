/** Who decided: a row of a completed sheet, or a decision that was kept from an earlier one. */
export type AnswerSource = { readonly kind: 'sheet'; readonly row: number } | { readonly kind: 'remembered' };

/** What a person has decided for one slot. */
export interface GivenAnswer {
  /** As it is to be printed; empty where a reading was chosen and the data word it. */
  readonly text: string;
  /** The reading of the claim that the person meant, by index; or `data` where person and data agree. */
  readonly agrees?: number | 'data';
  /** The word of sign that the person wrote before the number: 下降6.1. */
  readonly verb?: string;
  readonly from: AnswerSource;
}

/** An answer that holds under a condition, from the project's decisions. */
export interface RecalledAnswer extends GivenAnswer {
  /** The data's own text that this answer replaces; without it, only what the data leave open is answered. */
  readonly insteadOf?: string;
}
