import { removeElements } from '../../opc/remove-elements.js';
import { readXml } from '../../opc/xml.js';
import { encodeXml } from '../../opc/xml-text.js';
import { readPart } from '../read-part.js';
import type { DocxPackage } from './docx-package.js';

/** The comments of one author. */
export interface OwnComments {
  /** Their ids, with their text: lines joined by \n. */
  readonly texts: ReadonlyMap<string, string>;
  /** Comments by others. */
  readonly others: number;
  /** The ids by which Word's further parts (answers, states, dates) know them. */
  readonly paragraphs: ReadonlySet<string>;
}

export function readOwnComments({ zip, relationships }: DocxPackage, author: string): OwnComments {
  const part = relationships.find((r) => r.kind === 'comments')?.target;
  const texts = new Map<string, string>();
  const paragraphs = new Set<string>();
  let others = 0;
  if (part === undefined) return { texts, others, paragraphs };
  let own: string | undefined;
  let lines: string[] = [];
  let inText = false;
  readXml(
    readPart(zip, part).text,
    {
      open(tag) {
        if (tag.local === 'comment') {
          own = tag.attribute('author', tag.uri) === author ? (tag.attribute('id', tag.uri) ?? '') : undefined;
          if (own === undefined) others += 1;
          lines = [];
        } else if (tag.local === 'p' && own !== undefined) {
          lines.push('');
          const id = tag.attribute('paraId', 'http://schemas.microsoft.com/office/word/2010/wordml');
          if (id !== undefined) paragraphs.add(id);
        } else inText = tag.local === 't';
      },
      text(text) {
        if (inText && own !== undefined) lines.push((lines.pop() ?? '') + text);
      },
      close(_uri, local) {
        inText = false;
        if (local === 'comment' && own !== undefined) texts.set(own, lines.join('\n'));
      },
    },
    { part },
  );
  return { texts, others, paragraphs };
}

type Changes = Map<string, Uint8Array | undefined>;

/** Parts in which Word keeps more of a comment, by the last word of their relationship. */
const FURTHER = ['commentsExtended', 'commentsIds', 'commentsExtensible'];

/** Takes comments out of the parts that hold them; parts that hold nothing else go. Names of the parts that went. */
export function removeComments(
  docx: DocxPackage,
  { texts, others, paragraphs }: OwnComments,
  author: string,
  changes: Changes,
): readonly string[] {
  const { zip, relationships } = docx;
  if (texts.size === 0) return [];
  const partsOf = (kinds: readonly string[]) =>
    relationships.filter((r) => kinds.includes(r.kind)).map((r) => r.target);
  const cut = (part: string, edit: (xml: string) => string) => {
    const { text, encoding } = readPart(zip, part);
    changes.set(part, encodeXml({ text: edit(text), encoding }));
  };
  for (const part of partsOf(['people']))
    cut(part, (xml) =>
      removeElements(xml, part, (t) => t.local === 'person' && attributeOf(xml, t, 'author') === author),
    );
  const parts = partsOf(['comments', ...FURTHER]);
  if (others === 0) {
    for (const part of parts) changes.set(part, undefined);
    return parts;
  }
  const durable = new Set<string>();
  const isOurs = (xml: string, tag: { start: number; end: number }) => {
    const ours = paragraphs.has(attributeOf(xml, tag, 'paraId') ?? '');
    const id = attributeOf(xml, tag, 'durableId');
    if (ours && id !== undefined) durable.add(id);
    return ours || durable.has(id ?? '');
  };
  for (const part of partsOf(['comments']))
    cut(part, (xml) =>
      removeElements(xml, part, (t) => t.local === 'comment' && texts.has(t.attribute('id', t.uri) ?? '')),
    );
  // An answer to one of ours stands on its own from now on.
  const freed = (xml: string) =>
    xml.replace(/\s[\w.-]+:paraIdParent="([^"]*)"/g, (all, parent: string) => (paragraphs.has(parent) ? '' : all));
  for (const part of partsOf(['commentsExtended', 'commentsIds']))
    cut(part, (xml) => freed(removeElements(xml, part, (tag) => isOurs(xml, tag))));
  for (const part of partsOf(['commentsExtensible']))
    cut(part, (xml) => removeElements(xml, part, (tag) => isOurs(xml, tag)));
  return [];
}

/** An attribute by its local name, whatever dialect of Word its namespace is of. */
const attributeOf = (xml: string, { start, end }: { start: number; end: number }, name: string): string | undefined =>
  new RegExp(`\\s[\\w.-]+:${name}="([^"]*)"`).exec(xml.slice(start, end))?.[1];
