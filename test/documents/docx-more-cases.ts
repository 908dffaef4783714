import { field, p, r, table, textBox } from './docx-builder.js';
import type { DocxCase } from './docx-cases.js';

/** 仿宋 for digits too, as WPS writes a slot; Times New Roman for the digits that the author typed. */
const WPS =
  '<w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:cs="仿宋_GB2312"/><w:kern w:val="0"/><w:sz w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>';
const ROMAN =
  '<w:rFonts w:hint="default" w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/>';
const author = (id: number) => `w:id="${id}" w:author="王处长" w:date="2025-01-05T09:00:00Z"`;
const sdt = (properties: string, content: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

/** Word files that were met, or made to be as bad as those. */
export const MORE_DOCX_CASES: readonly DocxCase[] = [
  {
    is: 'a table of contents, whose lines are no headings and whose page numbers are no text',
    parts: {
      body:
        p(
          `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-2" \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:hyperlink w:anchor="_Toc1">${r('一、完成×亿件')}<w:r><w:tab/></w:r>${field('PAGEREF _Toc1 \\h', r('1'))}</w:hyperlink>`,
        ) +
        p(`${r('二、明年目标')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`) +
        p(r('一、完成×亿件')) +
        p(r('完成×，')),
    },
    reads: ['paragraph 一、完成×亿件\t', 'paragraph 二、明年目标', 'heading1 一、完成×亿件', 'paragraph 完成×，'],
  },
  {
    is: 'a sentence of WPS, faces and languages in every run',
    parts: {
      body: p(
        r('2024', ROMAN) + r('年，完成', WPS) + r('×', WPS) + r('亿件，增长', WPS) + r('×', WPS) + r('%。', ROMAN),
      ),
    },
    reads: ['paragraph 2024年，完成×亿件，增长×%。'],
  },
  {
    is: 'a slot in the bookmark of the last edit, and one cut in two by a proofing mark',
    parts: {
      body: p(
        `${r('完成')}<w:bookmarkStart w:id="0" w:name="_GoBack"/>${r('×')}<w:bookmarkEnd w:id="0"/>${r('亿件，增长')}${r('×', '<w:b/>')}<w:proofErr w:type="gramStart"/>${r('.', '<w:b/>')}<w:proofErr w:type="gramEnd"/>${r('×%。')}`,
      ),
    },
    reads: ['paragraph 完成×亿件，增长×.×%。'],
  },
  {
    is: 'content controls within content controls, a list among them',
    parts: {
      body: sdt(
        '<w:id w:val="11"/>',
        p(
          `${r('完成')}${sdt('<w:id w:val="12"/>', sdt('<w:id w:val="13"/><w:showingPlcHdr/><w:text/>', r('×', '<w:rStyle w:val="a4"/>')))}${r('亿件，')}${sdt('<w:id w:val="14"/><w:dropDownList><w:listItem w:displayText="×" w:value="×"/></w:dropDownList>', r('×'))}`,
        ),
      ),
    },
    reads: ['paragraph 完成×亿件，×'],
  },
  {
    is: 'a text box with a sentence and a table, twice in the file',
    parts: {
      body: p(
        r('框外，') +
          textBox(
            p(r('完成×亿件，')) +
              table([
                ['指标', '数值'],
                ['业务量', '×'],
              ]),
          ),
      ),
    },
    reads: ['paragraph 框外，', 'paragraph 完成×亿件，', 'cell 指标', 'cell 数值', 'cell 业务量', 'cell ×'],
  },
  {
    is: 'a slot that someone put in the place of a number, and a sentence that was moved',
    parts: {
      body:
        p(
          `${r('完成')}<w:del ${author(1)}><w:r><w:delText>90.0</w:delText></w:r></w:del><w:ins ${author(2)}>${r('×')}</w:ins>${r('亿件，')}<w:ins ${author(3)}>${r('增长×')}</w:ins>${r('%。')}`,
        ) +
        p(
          `<w:moveFromRangeStart ${author(5)} w:name="move1"/><w:moveFrom ${author(6)}>${r('收入×元。')}</w:moveFrom><w:moveFromRangeEnd w:id="5"/>${r('留下，')}`,
        ) +
        p(
          `<w:moveToRangeStart ${author(7)} w:name="move1"/><w:moveTo ${author(8)}>${r('收入×元。')}</w:moveTo><w:moveToRangeEnd w:id="7"/>`,
        ),
    },
    reads: ['paragraph 完成×亿件，增长×%。', 'paragraph 留下，', 'paragraph 收入×元。'],
  },
  {
    is: 'spaces that do not break, a soft hyphen, an underlined blank',
    parts: {
      body: p(
        `<w:r><w:t>业务</w:t><w:softHyphen/><w:t>量\u00a0×\u00a0亿件，</w:t></w:r><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">  ×  </w:t></w:r>${r('%。')}`,
      ),
    },
    reads: ['paragraph 业务量\u00a0×\u00a0亿件，  ×  %。'],
  },
  {
    is: 'comments of people over and beside a slot, a range that everyone may edit',
    parts: {
      body: p(
        `<w:commentRangeStart w:id="0"/>${r('完成')}<w:commentRangeStart w:id="1"/>${r('×')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>${r('亿件，')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:permStart w:id="9" w:edGrp="everyone"/>${r('×')}<w:permEnd w:id="9"/>`,
      ),
      comments: `<w:comment w:id="0" w:author="王处长">${p(r('整句再看'))}</w:comment><w:comment w:id="1" w:author="王处长">${p(r('请核'))}</w:comment>`,
    },
    reads: ['paragraph 完成×亿件，×'],
  },
  {
    is: 'a sentence around a formula, and a formula that stands alone',
    parts: {
      body:
        p(`${r('按')}<m:oMath><m:r><m:t>a×b</m:t></m:r></m:oMath>${r('计算，完成×亿件。')}`) +
        p('<m:oMathPara><m:oMath><m:r><m:t>×</m:t></m:r></m:oMath></m:oMathPara>'),
    },
    reads: ['paragraph 按计算，完成×亿件。'],
  },
  {
    is: 'figures that fields fetch, one in a hyperlink',
    parts: {
      body: p(
        `${r('完成')}${field('DOCPROPERTY 量', r('×', '<w:b/>') + r('亿'))}${r('件，')}<w:hyperlink w:anchor="b">${r('增长')}${field('MERGEFIELD g', r('×'))}</w:hyperlink>${r('%。')}`,
      ),
    },
    reads: ['paragraph 完成×亿件，增长×%。'],
  },
];
