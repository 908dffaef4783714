import type { Mutable, Paragraph, Range } from './story.js';

type Value = (name: string) => string | undefined;

/** Elements that read as one character. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '\u2011',
};

/** What is shown and is no text. */
const OBJECT = '\uFFFC';

/** A switch is on unless it says off: `<w:vanish/>`. */
export const isOff = (value: string | undefined): boolean => value === '0' || value === 'false' || value === 'off';

/** A whole number within bounds; `otherwise` where there is none. */
export function boundedInteger(value: string | undefined, otherwise: number, lowest: number, highest: number): number {
  return value !== undefined && /^-?\d{1,9}$/.test(value)
    ? Math.min(highest, Math.max(lowest, Number(value)))
    : otherwise;
}

/** Symbols that are typed from the Symbol font: the multiplication sign is a slot like any other. */
export function symbolText(font: string | undefined, code: string | undefined): string {
  const point = Number.parseInt(code ?? '', 16) & 0xff;
  return font?.toLowerCase() === 'symbol' && point === 0xb4 ? '×' : OBJECT;
}

/** A range without the XML white space at its ends. A full-width space is text. */
export function trimmed(source: string, { start, end }: Range): Range {
  const isSpace = (at: number) => ' \t\r\n'.includes(source[at]!);
  let [from, to] = [start, end];
  while (from < to && isSpace(from)) from += 1;
  while (to > from && isSpace(to - 1)) to -= 1;
  return { start: from, end: to };
}

/** A child of `w:pPr`. */
export function readParagraphProperty(paragraph: Mutable<Paragraph>, local: string, value: Value): void {
  if (local === 'pStyle') paragraph.style = value('val');
  else if (local === 'outlineLvl') paragraph.outlineLevel = boundedInteger(value('val'), 9, 0, 9);
  else if (local === 'jc') paragraph.centred = value('val') === 'center';
}

/** A child of `w:numPr`. */
export function readNumbering(paragraph: Mutable<Paragraph>, local: string, value: Value): void {
  paragraph.numbering ??= { id: '', level: 0 };
  if (local === 'numId') paragraph.numbering.id = value('val') ?? '';
  else if (local === 'ilvl') paragraph.numbering.level = boundedInteger(value('val'), 0, 0, 8);
}
