import { readXml } from '../../opc/xml.js';
import { boundedInteger } from './story-properties.js';

/** One level of a list: 一、 is format chineseCounting with text %1、 */
export interface NumberingLevel {
  readonly format: string;
  readonly text: string;
}

/** Levels of the lists of numbering.xml, by the number that paragraphs name. */
export type Numbering = ReadonlyMap<string, ReadonlyMap<number, NumberingLevel>>;

export function readNumberingPart(xml: string | undefined, part: string): Numbering {
  const abstracts = new Map<string, Map<number, NumberingLevel>>();
  const lists = new Map<string, ReadonlyMap<number, NumberingLevel>>();
  if (!xml) return lists;
  let levels: Map<number, NumberingLevel> | undefined;
  let level = 0;
  let list = '';
  readXml(
    xml,
    {
      open(tag) {
        const value = (name: string) => tag.attribute(name, tag.uri);
        if (tag.local === 'abstractNum') {
          levels = new Map();
          abstracts.set(value('abstractNumId') ?? '', levels);
        } else if (tag.local === 'num') {
          levels = undefined;
          list = value('numId') ?? '';
        } else if (tag.local === 'abstractNumId') {
          const known = abstracts.get(value('val') ?? '');
          if (known) lists.set(list, known);
        } else if (tag.local === 'lvl') level = boundedInteger(value('ilvl'), 0, 0, 8);
        else if (levels && (tag.local === 'numFmt' || tag.local === 'lvlText')) {
          const old = levels.get(level) ?? { format: '', text: '' };
          const val = value('val') ?? '';
          levels.set(level, tag.local === 'numFmt' ? { ...old, format: val } : { ...old, text: val });
        }
      },
    },
    { part },
  );
  return lists;
}

const COUNTING = /^(?:chineseCounting|chineseCountingThousand|taiwaneseCounting|japaneseCounting|ideographDigital)$/;

/** Level of a heading whose number Word writes: 一、 or 第一章 is 1, （一） or 第一节 is 2. Undefined for other lists. */
export function numberingHeadingLevel(level: NumberingLevel | undefined): number | undefined {
  if (!level || !COUNTING.test(level.format)) return undefined;
  if (/^%\d[、.．]?$|^第%\d[章编]|^第%\d部/u.test(level.text)) return 1;
  return /^[（(]%\d[)）]|^第%\d节/u.test(level.text) ? 2 : undefined;
}
