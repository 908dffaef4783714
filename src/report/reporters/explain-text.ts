import type { Claim } from '../../claims/claim.js';
import type { Answer } from '../../claims/evaluate-claim.js';
import type { FoundProvenance } from '../../documents/provenance.js';
import { formatExact } from '../../measures/operand.js';
import { type Figure, isFigure } from '../../model/figure.js';
import { formatSource } from '../../model/observation.js';
import { sanitise } from '../messages/sanitise.js';
import { type Said, speak, speakFully } from '../messages/speak.js';
import type { MessageArguments } from '../messages/template.js';
import { describeQuery } from './describe-query.js';
import type { TextContext } from './plan-text.js';
import { formatNotes } from './proof-text.js';

/** One number of a document, whether it was to be filled or to be verified. */
export interface Explained {
  readonly no: number;
  readonly where: string;
  readonly sentence: string;
  /** 已填 95.4; 错误 31.9，应为 31.8 */
  readonly outcome: string;
  readonly claim: Claim | undefined;
  readonly figure: Figure | undefined;
  readonly answers: readonly Answer[];
  /** What the file itself says of the figure, written when it was filled. */
  readonly provenance: FoundProvenance | undefined;
  /** What verify has to say of that record. */
  readonly remarks: readonly Said[];
  readonly reason: { readonly code: string; readonly args: MessageArguments } | undefined;
}

/** The derivation of one number, down to the cells: place, sentence, meaning with the words that decided, formula, cells. */
export function formatExplanation(explained: Explained, { measures, lang, paint }: TextContext): string {
  const { claim, figure, reason } = explained;
  const word = (code: string, args: MessageArguments = {}) => speak({ code, args }, lang);
  const field = (code: string, text: string) => `${paint(word(code), 'quiet')}  ${text}`;
  const lines = [
    field('explain-place', `#${explained.no} ${explained.where}`),
    field('explain-sentence', sanitise(explained.sentence, 400)),
    field('explain-outcome', explained.outcome),
  ];
  for (const answer of explained.answers) {
    const { reading, figure: found } = answer;
    const value = isFigure(found) ? `${formatExact(found.value)}${found.unit}` : word(found.reason, found.args);
    const several = explained.answers.length > 1 ? ` → ${value}` : '';
    lines.push(field('explain-meaning', describeQuery(reading.query, measures, lang) + several));
  }
  for (const { field: of, words } of claim?.evidence ?? [])
    if (words.length > 0) lines.push(`    ${word(`field-${of}`)} ← ${words.map((w) => sanitise(w)).join(' ')}`);
  if (figure) {
    const { formula, kind, terms } = figure.derivation;
    if (kind === 'computed')
      lines.push(field('explain-formula', `${formula} = ${formatExact(figure.value)}${figure.unit}`));
    for (const term of terms)
      lines.push(
        field('explain-cell', `${sanitise(formatSource(term.source))}  ${term.label} = ${term.value}${term.unit}`),
      );
    for (const note of formatNotes(figure, lang)) lines.push(field('explain-note', note));
  }
  const { provenance } = explained;
  if (provenance) {
    const { meaning = '', formula = '', sources = '' } = provenance.data;
    const told = { written: provenance.written, meaning, formula, sources };
    lines.push(field('explain-provenance', word(`provenance-${provenance.state}`, told)));
  }
  for (const remark of explained.remarks) lines.push(field('explain-note', speak(remark, lang)));
  if (reason) lines.push(field('explain-reason', speakFully(reason, lang)));
  return lines.join('\n');
}
