import { readXml, type XmlTag } from './xml.js';

/** The XML without the elements that `unwanted` names, each with all that it holds. Everything else stays as it is written. */
export function removeElements(xml: string, part: string, unwanted: (tag: XmlTag) => boolean): string {
  let kept = '';
  let at = 0;
  let depth = 0;
  let removing: number | undefined;
  readXml(
    xml,
    {
      open(tag) {
        depth += 1;
        if (removing !== undefined || !unwanted(tag)) return;
        removing = depth;
        kept += xml.slice(at, tag.start);
      },
      close(_uri, _local, _start, end) {
        if (removing === depth) {
          removing = undefined;
          at = end;
        }
        depth -= 1;
      },
    },
    { part },
  );
  return kept + xml.slice(at);
}
