import { readXml } from '../../opc/xml.js';
import { escapeXmlAttribute, escapeXmlText } from '../../opc/xml-text.js';

/** Whose comments and tracked changes ours are, where nobody says otherwise. */
export const AUTHOR = '填数';

/** Who writes comments and tracked changes, and when. */
export interface Author {
  readonly name: string;
  /** ISO 8601; undefined leaves the moment out. */
  readonly date: string | undefined;
}

/** Attributes of comments and tracked changes: id, author, date. */
export function authorAttributes(prefix: string, id: number, { name, date }: Author): string {
  const moment = date === undefined ? '' : ` ${prefix}date="${escapeXmlAttribute(date)}"`;
  return `${prefix}id="${id}" ${prefix}author="${escapeXmlAttribute(name)}"${moment}`;
}

/** A comment: one paragraph for each line of the note. */
export function commentXml(id: number, note: string, author: Author): string {
  const lines = note.split(/\r\n|\r|\n/).map((line, i) => {
    const reference = i === 0 ? '<w:r><w:annotationRef/></w:r>' : '';
    return `<w:p>${reference}<w:r><w:t xml:space="preserve">${escapeXmlText(line)}</w:t></w:r></w:p>`;
  });
  const initials = escapeXmlAttribute([...author.name].slice(0, 2).join(''));
  return `<w:comment ${authorAttributes('w:', id, author)} w:initials="${initials}">${lines.join('')}</w:comment>`;
}

/** Markup around the text that a comment is about. */
export const commentMarkup = (prefix: string, id: number): { readonly before: string; readonly behind: string } => ({
  before: `<${prefix}commentRangeStart ${prefix}id="${id}"/>`,
  behind: `<${prefix}commentRangeEnd ${prefix}id="${id}"/><${prefix}r><${prefix}commentReference ${prefix}id="${id}"/></${prefix}r>`,
});

export const emptyComments = (namespace: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}"></w:comments>`;

/** The highest id of a comments part, −1 where it has none. */
export function highestCommentId(xml: string, part: string): number {
  let highest = -1;
  readXml(
    xml,
    {
      open(tag) {
        const id = tag.local === 'comment' ? tag.attribute('id', tag.uri) : undefined;
        if (id !== undefined && /^\d{1,9}$/.test(id)) highest = Math.max(highest, Number(id));
      },
    },
    { part },
  );
  return highest;
}

/** Adds comments, written with the prefix w, to a comments part; its root is given that prefix where it has another. */
export function addComments(xml: string, comments: readonly string[], namespace: string, part: string): string {
  let root = { start: 0, end: 0, closeStart: 0, bound: true, empty: false, name: '' };
  readXml(
    xml,
    {
      open(tag) {
        if (root.end > 0) return;
        const { start, end, name } = tag;
        root = { ...root, start, end, name, bound: tag.declares['w'] === namespace, empty: tag.selfClosing };
      },
      close(_uri, _local, start) {
        root.closeStart = start;
      },
    },
    { part },
  );
  const body = root.bound
    ? comments
    : comments.map((comment) => comment.replace('<w:comment ', `<w:comment xmlns:w="${namespace}" `));
  if (!root.empty) return xml.slice(0, root.closeStart) + body.join('') + xml.slice(root.closeStart);
  const open = xml.slice(root.start, root.end).replace(/\s*\/>$/, '>');
  return `${xml.slice(0, root.start)}${open}${body.join('')}</${root.name}>${xml.slice(root.end)}`;
}
