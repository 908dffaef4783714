import { readXml } from '../../opc/xml.js';
import { boundedInteger } from './story-properties.js';

/** What a paragraph style says about headings. */
export interface ParagraphStyle {
  /** As Word names it, lower case: heading 1, title. Chinese Word stores its built-in styles under English names. */
  readonly name: string;
  readonly basedOn: string | undefined;
  /** 0 for the highest; 9 is body text. */
  readonly outlineLevel: number | undefined;
  readonly numbering: { readonly id: string; readonly level: number } | undefined;
  readonly centred: boolean;
}

export type Styles = ReadonlyMap<string, ParagraphStyle>;

/** Reads the paragraph styles of styles.xml by their ids. */
export function readStyles(xml: string | undefined, part: string): Styles {
  const styles = new Map<string, ParagraphStyle>();
  if (!xml) return styles;
  let id: string | undefined;
  let style: { -readonly [K in keyof ParagraphStyle]: ParagraphStyle[K] } | undefined;
  const handler = {
    open(tag: Parameters<NonNullable<Parameters<typeof readXml>[1]['open']>>[0]) {
      const value = (name: string) => tag.attribute(name, tag.uri);
      if (tag.local === 'style') {
        id = value('styleId');
        const paragraph = (value('type') ?? 'paragraph') === 'paragraph';
        style = paragraph
          ? { name: '', basedOn: undefined, outlineLevel: undefined, numbering: undefined, centred: false }
          : undefined;
      } else if (!style) return;
      else if (tag.local === 'name') style.name = (value('val') ?? '').toLowerCase();
      else if (tag.local === 'basedOn') style.basedOn = value('val');
      else if (tag.local === 'outlineLvl') style.outlineLevel = boundedInteger(value('val'), 9, 0, 9);
      else if (tag.local === 'jc') style.centred = value('val') === 'center';
      else if (tag.local === 'numId') style.numbering = { id: value('val') ?? '', level: style.numbering?.level ?? 0 };
      else if (tag.local === 'ilvl')
        style.numbering = { id: style.numbering?.id ?? '', level: boundedInteger(value('val'), 0, 0, 8) };
    },
    close(_uri: string, local: string) {
      if (local !== 'style') return;
      if (id !== undefined && style) styles.set(id, style);
      style = undefined;
    },
  };
  readXml(xml, handler, { part });
  return styles;
}

/** Word allows no longer chain of styles; it also ends a circle. */
const LONGEST_CHAIN = 12;

/** The style and what it is based on, nearest first. */
export function styleChain(styles: Styles, id: string | undefined): readonly ParagraphStyle[] {
  const chain: ParagraphStyle[] = [];
  let style = id === undefined ? undefined : styles.get(id);
  while (style && chain.length < LONGEST_CHAIN) {
    chain.push(style);
    style = style.basedOn === undefined ? undefined : styles.get(style.basedOn);
  }
  return chain;
}
