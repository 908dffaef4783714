import { writeZip } from '../../src/opc/zip-writer.js';

// Workbooks from hand-written XML.

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Cell styles of the built workbooks, by number: General, 0.00, 0.0%, text, #,##0.0, a date, 0. */
const STYLES = `<numFmts count="3"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="#,##0.0_ "/><numFmt numFmtId="166" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="7">${[0, 2, 164, 49, 165, 166, 1].map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`).join('')}</cellXfs>`;

export interface XlsxParts {
  /** Sheets by name: what stands in `sheetData`, and behind it. */
  readonly sheets: readonly {
    readonly name: string;
    readonly data: string;
    readonly after?: string;
    readonly state?: string;
  }[];
  /** Contents of the `si` elements. */
  readonly strings?: readonly string[];
  readonly calcChain?: boolean;
  readonly extra?: Readonly<Record<string, string>>;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export function xlsx({ sheets, strings = [], calcChain = false, extra = {} }: XlsxParts): Uint8Array {
  const part = (name: string, text: string) => ({ kind: 'content', name, content: bytes(DECLARATION + text) }) as const;
  const link = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const override = (name: string, kind: string) => `<Override PartName="/${name}" ContentType="${TYPE}.${kind}+xml"/>`;
  const n = sheets.length;
  return writeZip([
    part(
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}${sheets.map((_, i) => override(`xl/worksheets/sheet${i + 1}.xml`, 'worksheet')).join('')}${override('xl/styles.xml', 'styles')}${override('xl/sharedStrings.xml', 'sharedStrings')}${calcChain ? override('xl/calcChain.xml', 'calcChain') : ''}</Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${link(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr/><sheets>${sheets.map((s, i) => `<sheet name="${s.name}" sheetId="${i + 1}"${s.state === undefined ? '' : ` state="${s.state}"`} r:id="rId${i + 1}"/>`).join('')}</sheets><calcPr calcId="191029"/></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, i) => link(i + 1, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${link(n + 1, 'styles', 'styles.xml')}${link(n + 2, 'sharedStrings', 'sharedStrings.xml')}${calcChain ? link(n + 3, 'calcChain', 'calcChain.xml') : ''}</Relationships>`,
    ),
    part('xl/styles.xml', `<styleSheet xmlns="${MAIN}">${STYLES}</styleSheet>`),
    part('xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${strings.map((s) => `<si>${s}</si>`).join('')}</sst>`),
    ...(calcChain ? [part('xl/calcChain.xml', `<calcChain xmlns="${MAIN}"><c r="B4" i="1"/></calcChain>`)] : []),
    ...sheets.map((s, i) =>
      part(
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData>${s.data}</sheetData>${s.after ?? ''}</worksheet>`,
      ),
    ),
    ...Object.entries(extra).map(([name, text]) => part(name, text)),
  ]);
}
