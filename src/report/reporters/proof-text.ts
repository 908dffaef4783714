import type { MeasureContext } from '../../measures/context.js';
import { formatExact } from '../../measures/operand.js';
import type { Figure } from '../../model/figure.js';
import { formatSource } from '../../model/observation.js';
import { convert, parseUnit, type Unit } from '../../model/unit.js';
import type { Lang } from '../messages/language.js';
import { sanitise } from '../messages/sanitise.js';
import { speak } from '../messages/speak.js';
import { figureText } from '../tables/figure-text.js';

/** Terms beyond these are counted, not listed. */
const TERMS_SHOWN = 4;

/**
 * The proof of a figure in one line: value = formula; each cell with its address. `said`: the unit in which the sentence says the
 * figure, which the value is then given in as well (0.26065573…亿件 = 2606.5573…万件).
 */
export function formatProof(figure: Figure, context: MeasureContext, lang: Lang, said?: Unit): string {
  const { formula, kind, terms } = figure.derivation;
  const own = parseUnit(figure.unit);
  const inSaid = own && said && own.text !== said.text ? convert(figure.value, own, said) : undefined;
  const value =
    kind === 'computed' && inSaid === undefined
      ? shorten(figure, context)
      : `${cutOff(formatExact(figure.value), kind)}${figure.unit}`;
  const again = inSaid && said ? [`${cutOff(formatExact(inSaid), kind)}${said.text}`] : [];
  const made = [...(kind === 'computed' ? [formula] : []), value, ...again].join(' = ');
  const cells = terms.slice(0, TERMS_SHOWN).map((term) => `${sanitise(formatSource(term.source))}`);
  const more =
    terms.length > TERMS_SHOWN
      ? [speak({ code: 'more-cells', args: { count: terms.length - TERMS_SHOWN } }, lang)]
      : [];
  const from = [...new Set([...cells, ...more])].join(lang === 'zh' ? '、' : ', ');
  if (from === '') return made;
  return lang === 'zh' ? `${made}（${from}）` : `${made} (${from})`;
}

/** Digits of a computed value that are shown of many. */
const DIGITS_SHOWN = 10;

/** What was delivered stands whole; of what was computed, the first digits. */
const cutOff = (exact: string, kind: 'delivered' | 'computed'): string =>
  kind === 'delivered' || exact.length <= DIGITS_SHOWN ? exact : `${exact.slice(0, DIGITS_SHOWN)}…`;

/** A computed value in full where it is short, else as it is shown, marked as rounded. */
function shorten(figure: Figure, context: MeasureContext): string {
  const exact = formatExact(figure.value);
  return exact.length <= DIGITS_SHOWN
    ? `${exact}${figure.unit}`
    : `${cutOff(exact, 'computed')} ≈ ${figureText(figure, context)}`;
}

/** What a reader should know about a figure: which growth won, ties, differencing. */
export const formatNotes = (figure: Figure, lang: Lang): readonly string[] => [
  ...new Set(figure.derivation.notes.map((note) => speak(note, lang))),
];
