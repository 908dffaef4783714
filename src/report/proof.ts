import type { Figure } from '../model/figure.js';
import { formatSource } from '../model/observation.js';
import type { Lang } from './messages/language.js';
import { sanitise } from './messages/sanitise.js';
import { speak } from './messages/speak.js';

/** One line that a person can check with a calculator: formula, cells, remarks. */
export function proofLine(figure: Figure, lang: Lang): string {
  const { formula, terms, notes, kind } = figure.derivation;
  const cells = terms.map((t) => sanitise(`${t.label} ${t.value}${t.unit}（${formatSource(t.source)}）`)).join('；');
  const made = kind === 'delivered' ? '' : `${formula}；`;
  const remarks = notes.map((n) => speak(n, lang)).join('；');
  return `${made}${cells}${remarks === '' ? '' : `；${remarks}`}`;
}

/** The cells a figure rests on, for JSON: label, value and unit as delivered, and where it stands. */
export function sourcesOf(figure: Figure): readonly { label: string; value: string; unit: string; source: string }[] {
  return figure.derivation.terms.map((t) => ({
    label: t.label,
    value: t.value,
    unit: t.unit,
    source: formatSource(t.source),
  }));
}
