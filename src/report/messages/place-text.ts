import type { Place } from '../../model/diagnostic.js';
import type { Lang } from './language.js';
import { sanitise } from './sanitise.js';

/** A place as an editor understands it: a.md:3:14, a.xlsx [表1] B7, speech.docx footnotes:2:5. Empty where nothing is known. */
export function formatPlace({ file, part, sheet, cell, line, column }: Place): string {
  const name = file === undefined ? '' : sanitise(file);
  if (cell !== undefined || sheet !== undefined) {
    const where = [...(sheet === undefined ? [] : [`[${sanitise(sheet)}]`]), ...(cell === undefined ? [] : [cell])];
    return [name, ...where].filter((x) => x !== '').join(' ');
  }
  const at = [line, column].filter((n) => n !== undefined).join(':');
  const inPart = part === undefined || part === 'body' ? '' : ` ${sanitise(part)}`;
  if (at === '') return name + inPart;
  return name === '' ? `${inPart.trim()}${inPart === '' ? '' : ':'}${at}` : `${name}${inPart}:${at}`;
}

/** A place inside a document, in words: 第3行第14列, line 3, column 14. */
export function describePlace({ part, sheet, cell, line, column }: Place, lang: Lang): string {
  const zh = lang === 'zh';
  const inPart = part === undefined || part === 'body' ? '' : `${sanitise(part)} `;
  if (cell !== undefined) return `${sheet === undefined ? '' : `${sanitise(sheet)} `}${cell}`;
  if (line === undefined) return inPart.trim();
  const text = zh ? `第${line}行` : `line ${line}`;
  if (column === undefined) return inPart + text;
  return inPart + (zh ? `${text}第${column}列` : `${text}, column ${column}`);
}
