import { type DocxParts, field, p, r, table, textBox, wordRuns } from './docx-builder.js';

/** A Word file, and what a reader sees in it: its blocks in one line each. Every × is filled by the tests. */
export interface DocxCase {
  readonly is: string;
  readonly parts: DocxParts;
  readonly reads: readonly string[];
}

const HINT = '<w:rFonts w:hint="eastAsia"/>';
const FANGSONG =
  '<w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:hint="eastAsia"/><w:sz w:val="32"/>';
const ROMAN =
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="32"/>';
const SENTENCE = '2019年1-9月，全市快递业务量累计完成×万件，同比增长×%。';
const author = (id: number) => `w:id="${id}" w:author="甲" w:date="2019-10-08T09:00:00Z"`;
const sdt = (properties: string, content: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

export const DOCX_CASES: readonly DocxCase[] = [
  { is: 'a sentence in one run', parts: { body: p(r(SENTENCE)) }, reads: [`paragraph ${SENTENCE}`] },
  {
    is: 'runs cut at every border of CJK and Latin, with proofing marks, as Word writes them',
    parts: { body: p(wordRuns(SENTENCE)) },
    reads: [`paragraph ${SENTENCE}`],
  },
  {
    is: 'each character in a run of its own, as WPS leaves text that was edited often',
    parts: { body: p([...SENTENCE].map((c) => r(c, FANGSONG)).join('')) },
    reads: [`paragraph ${SENTENCE}`],
  },
  {
    is: 'a slot of several signs spread over runs of different formatting',
    parts: { body: p(r('完成') + r('×', HINT) + r('×', '<w:b/>') + r('.×亿元', ROMAN)) },
    reads: ['paragraph 完成××.×亿元'],
  },
  {
    is: 'entities, white space to keep and white space to drop',
    parts: {
      body: p(
        `${r('A&amp;B &lt;×&gt;')}<w:r><w:t xml:space="preserve"> 万件&#12290; </w:t></w:r><w:r><w:t>  末×  </w:t></w:r>`,
      ),
    },
    reads: ['paragraph A&B <×> 万件。 末×'],
  },
  {
    is: 'a comment and CDATA within a text',
    parts: { body: p('<w:r><w:t>完成<!-- 注 --><![CDATA[×<万>]]>件</w:t></w:r>') },
    reads: ['paragraph 完成×<万>件'],
  },
  {
    is: 'tabs, breaks and hyphens that do not break',
    parts: {
      body: p(
        '<w:r><w:t>一</w:t><w:tab/><w:t>×</w:t><w:br/><w:t>1</w:t><w:noBreakHyphen/><w:t>9月×</w:t><w:cr></w:cr></w:r>',
      ),
    },
    reads: ['paragraph 一\t×\n1\u20119月×\n'],
  },
  {
    is: 'the sign × typed from the Symbol font',
    parts: { body: p(`${r('完成')}<w:r><w:sym w:font="Symbol" w:char="F0B4"/></w:r>${r('万件')}`) },
    reads: ['paragraph 完成×万件'],
  },
  {
    is: 'tracked deletions, whose text is no text, and insertions, whose text is',
    parts: {
      body: p(
        `${r('完成')}<w:del ${author(1)}><w:r><w:delText>100×</w:delText></w:r></w:del><w:ins ${author(2)}><w:r><w:t>×</w:t></w:r></w:ins>${r('万件')}`,
      ),
    },
    reads: ['paragraph 完成×万件'],
  },
  {
    is: 'moved text: gone where it was, there where it is',
    parts: {
      body:
        p(`<w:moveFrom ${author(1)}>${r('移走×')}</w:moveFrom>${r('留下×')}`) +
        p(`<w:moveTo ${author(2)}>${r('移来×')}</w:moveTo>`),
    },
    reads: ['title 留下×', 'paragraph 移来×'],
  },
  {
    is: 'tracked changes of formatting and of the paragraph mark',
    parts: {
      body: p(
        `<w:r><w:rPr><w:b/><w:rPrChange ${author(1)}><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>完成×，</w:t></w:r>`,
        `<w:pStyle w:val="a"/><w:rPr><w:del ${author(2)}/></w:rPr><w:pPrChange ${author(3)}><w:pPr><w:pStyle w:val="1"/><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>`,
      ),
    },
    reads: ['paragraph 完成×，'],
  },
  {
    is: 'hidden text',
    parts: { body: p(r('看得见×，') + r('看不见×', '<w:vanish/>') + r('又看得见×', '<w:vanish w:val="0"/>')) },
    reads: ['paragraph 看得见×，又看得见×'],
  },
  {
    is: 'the result of a field, not its instruction',
    parts: { body: p(`${r('见')}${field('REF _Ref1 \\h × ', r('表×，'))}${r('完成×')}`) },
    reads: ['paragraph 见表×，完成×'],
  },
  {
    is: 'a field within the instruction of a field',
    parts: {
      body: p(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>${field('PAGE', r('7'))}<w:r><w:instrText> = 1 "a" "b" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('结果×，')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
    },
    reads: ['paragraph 结果×，'],
  },
  {
    is: 'a field that was never ended',
    parts: { body: p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p(r('下一段，×')) },
    reads: ['paragraph 下一段，×'],
  },
  {
    is: 'a simple field, a hyperlink, a smart tag',
    parts: {
      body: p(
        `<w:fldSimple w:instr="DOCPROPERTY x">${r('甲×，')}</w:fldSimple><w:hyperlink w:anchor="a">${r('乙×')}</w:hyperlink><w:smartTag w:uri="u" w:element="e">${r('丙×')}</w:smartTag>`,
      ),
    },
    reads: ['paragraph 甲×，乙×丙×'],
  },
  {
    is: 'content controls around runs, around paragraphs, with a placeholder',
    parts: {
      body:
        p(`${r('完成')}${sdt('<w:alias w:val="量"/><w:tag w:val="q"/>', r('×'))}${r('万件，')}`) +
        sdt('<w:id w:val="5"/>', p(r('整段×，'))) +
        p(sdt('<w:showingPlcHdr/><w:text/>', r('×', '<w:rStyle w:val="a4"/>')) + r('件，')),
    },
    reads: ['paragraph 完成×万件，', 'paragraph 整段×，', 'paragraph ×件，'],
  },
  {
    is: 'a text box, once in DrawingML and once in VML',
    parts: { body: p(r('前×，') + textBox(p(r('框内×')) + p(r('再×'))) + r('后×')) },
    reads: ['paragraph 前×，后×', 'paragraph 框内×', 'paragraph 再×'],
  },
  {
    is: 'a table within a text box within a cell',
    parts: {
      body: table([
        ['项目', '数值'],
        [
          '说明',
          p(
            textBox(
              table([
                ['a', 'b'],
                ['c', '×'],
              ]),
            ) + r('×'),
          ),
        ],
      ]),
    },
    reads: ['cell 项目', 'cell 数值', 'cell 说明', 'cell ×', 'cell a', 'cell b', 'cell c', 'cell ×'],
  },
  {
    is: 'pinyin above characters',
    parts: {
      body: p(
        `<w:r><w:ruby><w:rubyPr/><w:rt>${r('yóu')}</w:rt><w:rubyBase>${r('邮')}</w:rubyBase></w:ruby></w:r>${r('政×，')}`,
      ),
    },
    reads: ['paragraph 邮政×，'],
  },
  {
    is: 'a formula, whose signs are no slots',
    parts: { body: p(`${r('设')}<m:oMath><m:r><m:t>3×5</m:t></m:r></m:oMath>${r('，完成×')}`) },
    reads: ['paragraph 设，完成×'],
  },
  {
    is: 'header, footer, footnotes and endnotes',
    parts: {
      body: p(`${r('正文×，')}<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>`),
      header: p(r('页眉×')),
      footer: p(r('第') + field('PAGE', r('1')) + r('页')),
      footnotes: `<w:footnote w:id="1">${p(`<w:r><w:footnoteRef/></w:r>${r('脚注×')}`)}</w:footnote>`,
      endnotes: `<w:endnote w:id="1">${p(r('尾注×'))}</w:endnote>`,
    },
    reads: ['paragraph 正文×，', 'paragraph 页眉×', 'paragraph 第1页', 'paragraph 脚注×', 'paragraph 尾注×'],
  },
  {
    is: 'title and headings by style, by outline level, by a style based on a heading',
    parts: {
      body:
        p(r('工作报告'), '<w:pStyle w:val="a3"/>') +
        p(r('发展'), '<w:pStyle w:val="1"/>') +
        p(r('监管'), '<w:pStyle w:val="gw1"/>') +
        p(r('安全'), '<w:outlineLvl w:val="2"/>') +
        p(r('×'), '<w:pStyle w:val="2"/><w:outlineLvl w:val="9"/>'),
    },
    reads: ['title 工作报告', 'heading1 发展', 'heading1 监管', 'heading3 安全', 'paragraph ×'],
  },
  {
    is: 'headings by the number that is typed',
    parts: { body: p(r('一、发展情况')) + p(r('（一）快递')) + p(r('（二）完成×万件。')) + p(r('第二章 监管')) },
    reads: ['heading1 一、发展情况', 'heading2 （一）快递', 'paragraph （二）完成×万件。', 'heading1 第二章 监管'],
  },
  {
    is: 'headings by the number that Word writes',
    parts: {
      body:
        p(r('发展情况'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>') +
        p(r('快递×'), '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>') +
        p(r('列表项×'), '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="3"/></w:numPr>'),
      numbering:
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl><w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>',
    },
    reads: ['heading1 发展情况', 'heading2 快递×', 'paragraph 列表项×'],
  },
  {
    is: 'a table with merged headings',
    parts: {
      body:
        p(r('表1 主要指标，')) +
        table(
          [
            ['指标', '2019年', ''],
            ['', '累计', '同比'],
            ['快递', '×', '×%'],
          ].map((row, i) => (i === 0 ? row.slice(0, 2) : row)),
          (i, j) =>
            i === 0 && j === 1
              ? '<w:gridSpan w:val="2"/>'
              : j === 0 && i < 2
                ? `<w:vMerge${i === 0 ? ' w:val="restart"' : ''}/>`
                : '',
        ),
    },
    reads: [
      'paragraph 表1 主要指标，',
      'cell 指标',
      'cell 2019年',
      'cell 累计',
      'cell 同比',
      'cell 快递',
      'cell ×',
      'cell ×%',
    ],
  },
  {
    is: 'bookmarks, comments and permissions among the runs',
    parts: {
      body: p(
        `<w:bookmarkStart w:id="4" w:name="a"/>${r('完成')}<w:commentRangeStart w:id="0"/>${r('×')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:bookmarkEnd w:id="4"/>${r('万件，')}<w:permStart w:id="9" w:edGrp="everyone"/>${r('×')}<w:permEnd w:id="9"/>`,
      ),
      comments: `<w:comment w:id="0" w:author="甲">${p(r('请核对×'))}</w:comment>`,
    },
    reads: ['paragraph 完成×万件，×'],
  },
  {
    is: 'a run with a picture beside its text',
    parts: {
      body: p(
        '<w:r><w:t>图前×，</w:t><w:drawing><wp:inline><wp:extent cx="1" cy="1"/></wp:inline></w:drawing><w:t>图后×</w:t></w:r>',
      ),
    },
    reads: ['paragraph 图前×，图后×'],
  },
  {
    is: 'an insertion by someone else that holds several runs',
    parts: { body: p(`<w:ins ${author(1)}>${r('新增')}${r('×', FANGSONG)}${r('万件，')}</w:ins>${r('×')}`) },
    reads: ['paragraph 新增×万件，×'],
  },
  {
    is: 'a choice for new Word whose fallback is plain text',
    parts: {
      body: p(
        `<w:r><mc:AlternateContent><mc:Choice Requires="w14"><w:drawing/></mc:Choice><mc:Fallback><w:t>替身×</w:t></mc:Fallback></mc:AlternateContent></w:r>${r('正文，×')}`,
      ),
    },
    reads: ['paragraph 正文，×'],
  },
  {
    is: 'white space and line ends between elements, as tools that indent write them',
    parts: { body: '\n  <w:p>\n    <w:r>\n      <w:t>完成×，</w:t>\n    </w:r>\n  </w:p>\n' },
    reads: ['paragraph 完成×，'],
  },
  {
    is: 'empty paragraphs and empty runs',
    parts: { body: `<w:p/>${p('')}${p('<w:r/><w:r><w:t/></w:r><w:r><w:rPr/></w:r>')}${p(r('末段，×'))}` },
    reads: ['paragraph 末段，×'],
  },
];
