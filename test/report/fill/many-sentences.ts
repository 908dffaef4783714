import { applyEdits } from '../../../src/model/edit.js';
import { editsOf, planFill } from '../../../src/report/fill/plan-fill.js';
import { FAILING, verifyDocument } from '../../../src/report/verify/verify-document.js';
import { generateSentence, randomFrom } from '../../claims/generated-sentences.js';
import { misread } from '../../claims/misread.js';
import { paragraphs } from '../../claims/reading.js';
import { reportOn } from '../postal-data.js';

/** What became of many generated sentences. */
export interface SentenceCount {
  readonly sentences: number;
  readonly slots: number;
  readonly filled: number;
  readonly abstained: number;
  /** Read with one meaning that is not what was said. */
  readonly misread: readonly string[];
  /** What verify found fault with after fill. */
  readonly findings: readonly string[];
}

/** Invented returns; small values make ties, falls and no change at all frequent. */
function returnsOf(seed: number) {
  const random = randomFrom(seed);
  const value = () => {
    const n = random() < 0.3 ? 1 + Math.floor(random() * 4) : 100 + Math.floor(random() * 999_899);
    return `${n}.${n % 10}`;
  };
  const values = Array.from({ length: 97 }, value);
  return reportOn((i, a, p) => values[(i * 7 + a * 5 + p * 11) % values.length]!);
}

const DATA_SETS = 50;

/** Generates, reads, fills and verifies sentences, the same for the same seed. */
export function trySentences(count: number, seed: number, report?: (done: number) => void): SentenceCount {
  const contexts = Array.from({ length: DATA_SETS }, (_, i) => returnsOf(seed * DATA_SETS + i));
  let slots = 0;
  let filled = 0;
  const wrong: string[] = [];
  const findings: string[] = [];
  for (let i = 0; i < count; i++) {
    const sentence = generateSentence(seed * 1_000_003 + i);
    wrong.push(...misread(sentence).map((m) => `${sentence.text} ${m}`));
    const context = contexts[i % DATA_SETS]!;
    const template = paragraphs(sentence.text);
    const plan = planFill(template, context);
    slots += plan.summary.total;
    filled += plan.summary.filled;
    const text = applyEdits(sentence.text, editsOf(plan));
    for (const n of verifyDocument(paragraphs(text), context).numbers)
      if (FAILING.includes(n.verdict)) findings.push(`${text} 【${n.text}】 ${n.verdict}, expected ${n.expected}`);
    if (i % 1000 === 999) report?.(i + 1);
  }
  return { sentences: count, slots, filled, abstained: slots - filled, misread: wrong, findings };
}
