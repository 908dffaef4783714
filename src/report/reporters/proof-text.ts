import type { MeasureContext } from '../../measures/context.js';
import { formatExact } from '../../measures/operand.js';
import type { Figure } from '../../model/figure.js';
import { formatSource } from '../../model/observation.js';
import type { Lang } from '../messages/language.js';
import { sanitise } from '../messages/sanitise.js';
import { speak } from '../messages/speak.js';
import { figureText } from '../tables/figure-text.js';

/** Terms beyond these are counted, not listed. */
const TERMS_SHOWN = 4;

/** The proof of a figure in one line: value = formula; each cell with its address. */
export function formatProof(figure: Figure, context: MeasureContext, lang: Lang): string {
  const { formula, kind, terms } = figure.derivation;
  const value = `${formatExact(figure.value)}${figure.unit}`;
  const made = kind === 'delivered' ? value : `${formula} = ${shorten(figure, context)}`;
  const cells = terms.slice(0, TERMS_SHOWN).map((term) => `${sanitise(formatSource(term.source))}`);
  const more =
    terms.length > TERMS_SHOWN
      ? [speak({ code: 'more-cells', args: { count: terms.length - TERMS_SHOWN } }, lang)]
      : [];
  const from = [...new Set([...cells, ...more])].join(lang === 'zh' ? '、' : ', ');
  if (from === '') return made;
  return lang === 'zh' ? `${made}（${from}）` : `${made} (${from})`;
}

/** A computed value in full where it is short, else as it is shown, marked as rounded. */
function shorten(figure: Figure, context: MeasureContext): string {
  const exact = formatExact(figure.value);
  return exact.length <= 10 ? `${exact}${figure.unit}` : `${exact.slice(0, 10)}… ≈ ${figureText(figure, context)}`;
}

/** What a reader should know about a figure: which growth won, ties, differencing. */
export const formatNotes = (figure: Figure, lang: Lang): readonly string[] => [
  ...new Set(figure.derivation.notes.map((note) => speak(note, lang))),
];
