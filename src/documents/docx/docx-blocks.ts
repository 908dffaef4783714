import type { Block } from '../../model/document.js';
import { looksLikeTitle, numberedHeadingLevel } from '../heading-rule.js';
import { headingBands, headingsOf, isCaptionLine } from '../table-headings.js';
import { type LaidOutTable, layOutTable } from './docx-table.js';
import { type Numbering, numberingHeadingLevel } from './numbering.js';
import type { Cell, Paragraph, Story, Table } from './story.js';
import { type Styles, styleChain } from './styles.js';

/** A block and the paragraph that it shows. */
export interface DocxBlock {
  readonly block: Block;
  readonly story: Story;
  readonly paragraph: Paragraph;
}

/** A heading is short: a whole paragraph in a heading style, sentences and all, is read as a paragraph. */
const LONGEST_HEADING = 80;

type Kind = Pick<Block, 'kind' | 'level'>;

function styledKind(paragraph: Paragraph, styles: Styles, numbering: Numbering): Kind | undefined {
  const chain = styleChain(styles, paragraph.style);
  const name = chain[0]?.name ?? '';
  if (/^(?:title|标题)$/.test(name) || /^title$/i.test(paragraph.style ?? '')) return { kind: 'title' };
  const named = /^(?:heading|标题)\s*([1-9])$/.exec(name)?.[1];
  const outline = paragraph.outlineLevel ?? chain.find((s) => s.outlineLevel !== undefined)?.outlineLevel;
  if (outline !== undefined && outline < 9) return { kind: 'heading', level: outline + 1 };
  if (named !== undefined && outline === undefined) return { kind: 'heading', level: Number(named) };
  const list = paragraph.numbering ?? chain.find((s) => s.numbering !== undefined)?.numbering;
  const level = list && numberingHeadingLevel(numbering.get(list.id)?.get(list.level));
  // The number is Word's, so the rule for written numbers is asked with one in front.
  return level !== undefined && numberedHeadingLevel(`一、${paragraph.text}`) !== undefined
    ? { kind: 'heading', level }
    : undefined;
}

const isContentsStyle = (paragraph: Paragraph, styles: Styles): boolean =>
  /^(?:toc|目录)\s*[1-9]$/.test(styleChain(styles, paragraph.style)[0]?.name ?? '');

function kindOf(paragraph: Paragraph, isFirst: boolean, styles: Styles, numbering: Numbering): Kind {
  const text = paragraph.text.trim();
  if (paragraph.inContents || isContentsStyle(paragraph, styles)) return { kind: 'paragraph' };
  const long = text.length > LONGEST_HEADING || (/[。；]./u.test(text) && text.length > LONGEST_HEADING / 2);
  const styled = long ? undefined : styledKind(paragraph, styles, numbering);
  if (styled) return styled;
  const level = numberedHeadingLevel(text);
  if (level !== undefined) return { kind: 'heading', level };
  return isFirst && looksLikeTitle(text) ? { kind: 'title' } : { kind: 'paragraph' };
}

/** What stands just before a table: its name and its unit. */
function captionOf(table: Table, story: Story): string | undefined {
  const lines: string[] = [];
  for (let n = table.after; n > 0 && lines.length < 2; n--) {
    const before = story.paragraphs[n - 1];
    if (!before || before.cell) break;
    const text = before.text.trim();
    if (text === '') continue;
    if (!isCaptionLine(text)) break;
    lines.unshift(text);
  }
  return lines.length > 0 ? lines.join(' ') : undefined;
}

interface HeadedTable {
  readonly layout: LaidOutTable;
  readonly bands: ReturnType<typeof headingBands>;
  readonly caption: string | undefined;
}

function cellHeadings(cell: Cell, story: Story, tables: Map<Table, HeadedTable>): Block['headings'] {
  let headed = tables.get(cell.table);
  if (!headed) {
    const layout = layOutTable(cell.table);
    headed = { layout, bands: headingBands(layout.grid), caption: captionOf(cell.table, story) };
    tables.set(cell.table, headed);
  }
  const column = headed.layout.columnOf(cell);
  return headingsOf(headed.layout.grid, headed.bands, cell.row, column, headed.caption);
}

/** The blocks of a story: its paragraphs with text, those in tables as cells with their headings. */
export function docxBlocks(story: Story, file: string, styles: Styles, numbering: Numbering): readonly DocxBlock[] {
  const tables = new Map<Table, HeadedTable>();
  const texts = story.paragraphs.filter((paragraph) => paragraph.text !== '').length;
  const found: DocxBlock[] = [];
  for (const paragraph of story.paragraphs) {
    if (paragraph.text === '') continue;
    const place = { file, part: story.label, line: paragraph.number, column: 1 };
    const { text, cell } = paragraph;
    const isFirst = found.length === 0 && story.label === 'body' && texts > 1;
    const block: Block = cell
      ? { kind: 'cell', text, place, headings: cellHeadings(cell, story, tables)! }
      : { ...kindOf(paragraph, isFirst, styles, numbering), text, place };
    found.push({ block, story, paragraph });
  }
  return withTitle(found);
}

/** A single heading of level 1 that a text begins with is its title: pages from the web are made so. */
function withTitle(blocks: readonly DocxBlock[]): readonly DocxBlock[] {
  const isTop = ({ block }: DocxBlock) => block.kind === 'title' || (block.kind === 'heading' && block.level === 1);
  const [first, ...rest] = blocks;
  if (first?.block.kind !== 'heading' || !isTop(first) || rest.length === 0 || rest.some(isTop)) return blocks;
  if (first.paragraph.numbering || !looksLikeTitle(first.block.text)) return blocks;
  const { text, place } = first.block;
  return [{ ...first, block: { kind: 'title', text, place } }, ...rest];
}
