import { writeZip } from '../../src/opc/zip-writer.js';

// Word files from hand-written XML, in the manner of Word and of WPS.

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const ROOT_NAMESPACES = [
  `xmlns:w="${W}"`,
  `xmlns:r="${OFFICE}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'mc:Ignorable="w14"',
].join(' ');

/** Parts of a Word file; `body` is what stands in w:body before the section properties. */
export interface DocxParts {
  readonly body: string;
  readonly header?: string;
  readonly footer?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly comments?: string;
  /** Further parts, by name, that must survive. */
  readonly extra?: Readonly<Record<string, string>>;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const STYLES = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Noto Serif CJK SC"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="gw1"><w:name w:val="公文一级标题"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="character" w:styleId="a4"><w:name w:val="Placeholder Text"/><w:rPr><w:color w:val="808080"/></w:rPr></w:style>`;

export function docx(parts: DocxParts): Uint8Array {
  const files = new Map<string, string>();
  const types: string[] = [];
  const links: string[] = [];
  const add = (kind: string, name: string, root: string, content: string | undefined) => {
    if (content === undefined) return;
    files.set(`word/${name}.xml`, `${DECLARATION}<w:${root} ${ROOT_NAMESPACES}>${content}</w:${root}>`);
    types.push(`<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${kind}+xml"/>`);
    links.push(`<Relationship Id="rId${links.length + 1}" Type="${OFFICE}/${kind}" Target="${name}.xml"/>`);
  };
  add('styles', 'styles', 'styles', parts.styles ?? STYLES);
  add('numbering', 'numbering', 'numbering', parts.numbering);
  const headerId = links.length + 1;
  add('header', 'header1', 'hdr', parts.header);
  const footerId = links.length + 1;
  add('footer', 'footer1', 'ftr', parts.footer);
  const separators =
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>';
  add('footnotes', 'footnotes', 'footnotes', parts.footnotes && separators + parts.footnotes);
  add(
    'endnotes',
    'endnotes',
    'endnotes',
    parts.endnotes && separators.replaceAll('w:footnote', 'w:endnote') + parts.endnotes,
  );
  add('comments', 'comments', 'comments', parts.comments);
  const section = [
    parts.header === undefined ? '' : `<w:headerReference w:type="default" r:id="rId${headerId}"/>`,
    parts.footer === undefined ? '' : `<w:footerReference w:type="default" r:id="rId${footerId}"/>`,
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="851" w:footer="992" w:gutter="0"/>',
  ].join('');
  const main = `${DECLARATION}<w:document ${ROOT_NAMESPACES}><w:body>${parts.body}<w:sectPr>${section}</w:sectPr></w:body></w:document>`;
  const content = (name: string, text: string) => ({ kind: 'content', name, content: bytes(text) }) as const;
  return writeZip([
    content(
      '[Content_Types].xml',
      `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/>${types.join('')}</Types>`,
    ),
    content(
      '_rels/.rels',
      `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    content('word/document.xml', main),
    content(
      'word/_rels/document.xml.rels',
      `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`,
    ),
    ...[...files].map(([name, text]) => content(name, text)),
    ...Object.entries(parts.extra ?? {}).map(([name, text]) => content(name, text)),
  ]);
}

/** A paragraph; `properties` go into w:pPr. */
export const p = (content: string, properties = ''): string =>
  `<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E">${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;

/** A run as Word writes it; `properties` go into w:rPr. */
export const r = (text: string, properties = ''): string =>
  `<w:r w:rsidR="00F12A3B">${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t${/^\s|\s$/.test(text) ? ' xml:space="preserve"' : ''}>${text}</w:t></w:r>`;

/** The text cut into runs at every border of CJK and the rest, CJK with the hint, as Word does. */
export const wordRuns = (text: string, properties = ''): string =>
  (text.match(/[\u3000-\uffef×—…“”]+|[^\u3000-\uffef×—…“”]+/g) ?? [])
    .map((part) =>
      r(part, /^[\u3000-\uffef×—…“”]/.test(part) ? `<w:rFonts w:hint="eastAsia"/>${properties}` : properties),
    )
    .join('<w:proofErr w:type="gramStart"/>');

/** A table of texts. `cell` may give the properties of a cell. */
export const table = (
  rows: readonly (readonly string[])[],
  cell: (row: number, column: number) => string = () => '',
): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders></w:tblPr>${rows
    .map(
      (texts, i) =>
        `<w:tr>${texts.map((text, j) => `<w:tc><w:tcPr>${cell(i, j)}</w:tcPr>${text.startsWith('<') ? text : p(text === '' ? '' : r(text))}</w:tc>`).join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;

/** A text box as Word writes it: DrawingML, and once more as VML for older readers. */
export const textBox = (paragraphs: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="3600000" cy="900000"/><wp:docPr id="1" name="Text Box 1"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="3600000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:txbx><w:txbxContent>${paragraphs}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:283pt;height:71pt"><v:textbox><w:txbxContent>${paragraphs}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

/** A complex field with its result. */
export const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
