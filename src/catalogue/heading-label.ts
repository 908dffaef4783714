/** A label without its number, indent, notes: what stands around the name. */
export interface Label {
  readonly text: string;
  readonly indent: number;
  readonly depth?: number;
  readonly ofWhich: boolean;
}

const NUMBERS: readonly { readonly depth: number; readonly at: RegExp }[] = [
  { depth: 1, at: /^[一二三四五六七八九十]{1,3}[、.．]\s*/u },
  { depth: 2, at: /^[（(][一二三四五六七八九十]{1,3}[)）][、.]?\s*/u },
  { depth: 3, at: /^\d{1,2}(?:[、．]|\.(?!\d))\s*/u },
  { depth: 4, at: /^[（(]\d{1,2}[)）]\s*|^\d{1,2}[)）]\s*/u },
  { depth: 5, at: /^[①-⑳]\s*/u },
];
const NOTE = /(?:[①-⑳⑴-⒇¹²³⁰⁴-⁹*†‡]|[[［【]注?\d{1,2}[\]］】]|[(（]注\d{0,2}[)）])+$/u;
/** 业务量②（万件）: the mark of a note inside; made plain it would be a digit of the name. */
const NOTE_INSIDE = /(?<=[\p{Script=Han})）%％])[①-⑳⑴-⒇¹²³⁰⁴-⁹*†‡]+(?=\s*[（(])/gu;
const OF_WHICH = /^(?:其中\s*[:：]?|#|＃)\s*/u;

/** Takes the number, the indent, 其中 and marks of notes off a label. */
export function parseLabel(raw: string): Label {
  const indent = /^[\s\u3000]*/u.exec(raw)?.[0].length ?? 0;
  let text = raw.trim().replace(NOTE, '').replace(NOTE_INSIDE, '').trimEnd();
  // 一般公共预算支出（亿元）i: a letter alone behind the closing bracket is the mark of a note.
  text = text.replace(/(?<=[)）])\s?[a-z]$/u, '');
  let ofWhich = false;
  let depth: number | undefined;
  for (let round = 0; round < 2; round++) {
    const of = OF_WHICH.exec(text);
    if (of && of[0].length < text.length) {
      ofWhich = true;
      text = text.slice(of[0].length);
    }
    const number = depth === undefined ? NUMBERS.find(({ at }) => at.test(text)) : undefined;
    if (number) {
      const rest = text.replace(number.at, '');
      if (rest === '') break;
      depth = number.depth;
      text = rest;
    }
  }
  return { text, indent, ofWhich, ...(depth === undefined ? {} : { depth }) };
}
