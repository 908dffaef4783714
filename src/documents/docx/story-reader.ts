import { readXml, type XmlHandler, type XmlTag } from '../../opc/xml.js';
import { COMPATIBILITY, WORD_NAMESPACES } from './namespaces.js';
import {
  type ContentControl,
  type Mutable,
  newControl,
  newParagraph,
  newRun,
  type Paragraph,
  type Run,
  type Shell,
  type Story,
} from './story.js';
import { OpenAlternatives } from './story-alternatives.js';
import { OpenBookmarks } from './story-bookmarks.js';
import { OpenFields } from './story-fields.js';
import { PieceCollector } from './story-pieces.js';
import { CHARACTERS, isOff, readNumbering, readParagraphProperty, symbolText } from './story-properties.js';
import { OpenRevisions } from './story-revisions.js';
import { OpenTables } from './story-tables.js';

/** What is open in the story itself, or in a text box: a box puts all of it aside. */
interface Level {
  paragraph: Mutable<Paragraph> | undefined;
  run: Mutable<Run> | undefined;
  readonly tables: OpenTables;
  readonly fields: OpenFields;
}

const newLevel = (): Level => ({
  paragraph: undefined,
  run: undefined,
  tables: new OpenTables(),
  fields: new OpenFields(),
});

/** Reads one part into paragraphs with source ranges. See open-docx.ts for what the elements mean. */
export class StoryReader implements XmlHandler {
  readonly #source: string;
  readonly #pieces: PieceCollector;
  readonly #path: string[] = [];
  readonly #starts: number[] = [];
  readonly #all: Paragraph[] = [];
  readonly #closed: Paragraph[] = [];
  #prefix: string | undefined;
  #word = '';
  #number = 0;
  readonly #levels: Level[] = [newLevel()];
  readonly #controls: ContentControl[] = [];
  readonly #alternatives = new OpenAlternatives();
  readonly #revisions = new OpenRevisions();
  readonly #bookmarks = new OpenBookmarks();
  #hiddenRuns = 0;
  #highestId = 0;
  readonly #references = new Map<string, Shell>();
  #note: string | undefined;

  constructor(source: string) {
    this.#source = source;
    this.#pieces = new PieceCollector(source);
  }

  static read(source: string, partName: string, label: string): Story {
    const reader = new StoryReader(source);
    readXml(source, reader, { part: partName });
    return {
      partName,
      label,
      source,
      prefix: reader.#prefix ?? 'w:',
      paragraphs: reader.#all,
      closed: reader.#closed,
      highestId: reader.#highestId,
      bookmarks: reader.#bookmarks.found,
      references: reader.#references,
      namespace: reader.#word,
      deletions: reader.#revisions.deletions,
      hiddenRuns: reader.#hiddenRuns,
    };
  }

  get #level(): Level {
    return this.#levels.at(-1)!;
  }
  get #paragraph(): Mutable<Paragraph> | undefined {
    return this.#level.paragraph;
  }
  get #run(): Mutable<Run> | undefined {
    return this.#level.run;
  }

  open(tag: XmlTag): void {
    const { uri, local } = tag;
    if (this.#path.length === 0) {
      this.#word = uri;
      const bound = Object.entries(tag.declares).find(([prefix, u]) => u === uri && prefix !== '');
      if (bound) this.#prefix = `${bound[0]}:`;
    }
    const own = uri === this.#word && WORD_NAMESPACES.has(uri);
    this.#path.push(own ? local : uri === COMPATIBILITY ? `mc:${local}` : `other:${local}`);
    this.#starts.push(tag.start);
    if (own) this.#openWord(local, tag);
    else if (uri === COMPATIBILITY) this.#alternatives.open(local);
    else if (local === 'dataBinding' && this.#path.at(-2) === 'sdtPr') this.#readControl(local, tag);
  }

  text(text: string): void {
    this.#pieces.add(text);
    if (this.#path.at(-1) === 'instrText') this.#level.fields.instruct(text);
  }

  close(_uri: string, _local: string, start: number, end: number): void {
    const name = this.#path.pop()!;
    const opened = this.#starts.pop()!;
    switch (name) {
      case 't':
        this.#pieces.close(start, end, this.#paragraph, this.#run);
        return;
      case 'rPr':
        if (this.#run && this.#path.at(-1) === 'r') {
          this.#run.properties = this.#source.slice(opened, end);
          this.#run.contentStart = end;
        }
        return;
      case 'r':
        this.#closeRun(start, end);
        return;
      case 'p':
        this.#closeParagraph(end);
        return;
      case 'tbl':
      case 'tc':
        this.#level.tables.close(name);
        return;
      case 'txbxContent':
        this.#levels.pop();
        return;
      case 'sdt': {
        const control = this.#controls.pop();
        if (control) control.end = end;
        return;
      }
      case 'del':
      case 'moveFrom':
      case 'ins':
      case 'moveTo':
      case 'rt':
        this.#revisions.close(name);
        return;
      case 'mc:Fallback':
      case 'mc:AlternateContent':
        this.#alternatives.close(name.slice(3));
        return;
    }
  }

  #openWord(local: string, tag: XmlTag): void {
    const value = (name: string) => tag.attribute(name, this.#word);
    const id = value('id');
    if (id !== undefined && /^\d{1,9}$/.test(id)) this.#highestId = Math.max(this.#highestId, Number(id));
    const parent = this.#path.at(-2);
    switch (local) {
      case 'p':
        this.#openParagraph(tag);
        return;
      case 'r':
        this.#openRun(tag, parent);
        return;
      case 't':
        if (parent === 'r' && this.#run && this.#isRead()) this.#pieces.open(tag);
        return;
      case 'fldChar':
        this.#level.fields.mark(value('fldCharType'), this.#run);
        return;
      case 'del':
      case 'moveFrom':
      case 'ins':
      case 'moveTo':
      case 'rt':
        this.#revisions.open(local, parent, this.#source.slice(tag.start, tag.end));
        return;
      case 'vanish':
        if (this.#run && this.#path.at(-3) === 'r' && !isOff(value('val'))) this.#run.hidden = true;
        return;
      case 'txbxContent':
        if (this.#run) this.#run.holdsTextBox = true;
        this.#levels.push(newLevel());
        return;
      case 'sdt':
        this.#controls.push(newControl(tag, this.#paragraph !== undefined));
        return;
      case 'showingPlcHdr':
      case 'dataBinding':
      case 'text':
        if (parent === 'sdtPr') this.#readControl(local, tag);
        return;
      case 'footnote':
      case 'endnote':
        this.#note = `${local} ${id ?? ''}`;
        return;
      case 'footnoteReference':
      case 'endnoteReference':
        if (this.#run && this.#revisions.seen)
          this.#references.set(`${local.slice(0, -'Reference'.length)} ${id ?? ''}`, this.#run.shell ?? this.#run);
        return;
      case 'bookmarkStart':
      case 'bookmarkEnd':
        this.#bookmarks.mark(id ?? '', value('name'), this.#paragraph);
        return;
      case 'sym':
        if (parent === 'r') this.#readAtom(symbolText(value('font'), value('char')), tag);
        return;
      default:
        if (parent === 'r' && CHARACTERS[local] !== undefined) this.#readAtom(CHARACTERS[local], tag);
        else if (this.#path.at(-3) === 'p' && this.#paragraph && parent === 'pPr')
          readParagraphProperty(this.#paragraph, local, value);
        else if (parent === 'numPr' && this.#path.at(-4) === 'p' && this.#paragraph)
          readNumbering(this.#paragraph, local, value);
        else this.#level.tables.open(local, parent, value, this.#number);
    }
  }

  #readControl(local: string, tag: XmlTag): void {
    const control = this.#controls.at(-1);
    if (!control) return;
    if (local === 'text') control.plainText = true;
    else control.obsolete.push({ start: tag.start, end: this.#pieces.endOf(tag) });
    if (local === 'showingPlcHdr') control.placeholder = true;
  }

  #openParagraph(tag: XmlTag): void {
    const copy = this.#alternatives.inFallback;
    const cell = this.#level.tables.cell;
    const paragraph = newParagraph(tag, copy ? 0 : ++this.#number, copy ? undefined : cell, this.#note);
    paragraph.inContents = this.#level.fields.inContents;
    this.#level.paragraph = paragraph;
    this.#pieces.count();
    if (!copy) {
      this.#all.push(paragraph);
      cell?.paragraphs.push(paragraph);
    }
    this.#alternatives.add(paragraph);
  }

  #closeParagraph(end: number): void {
    const paragraph = this.#paragraph;
    if (!paragraph) return;
    paragraph.end = end;
    paragraph.inContents ||= this.#level.fields.inContents;
    this.#closed.push(paragraph);
    this.#level.paragraph = undefined;
    this.#level.fields.endParagraph();
  }

  #openRun(tag: XmlTag, parent: string | undefined): void {
    const plain = this.#controls.find((control) => control.plainText && control.inline);
    const box = this.#levels.slice(0, -1).find((level) => level.run !== undefined)?.run;
    this.#level.run = newRun(tag, this.#source.slice(tag.start, tag.end), {
      insertion: parent === 'ins' || parent === 'moveTo' ? this.#revisions.insertion : undefined,
      shell: box ?? plain ?? this.#level.fields.shell,
      controls: [...this.#controls],
    });
  }

  #closeRun(start: number, end: number): void {
    const run = this.#run;
    if (!run) return;
    run.contentEnd = start;
    run.end = end;
    if (run.hidden && start > run.contentStart) this.#hiddenRuns += 1;
    this.#level.fields.endRun(end);
    this.#level.run = undefined;
  }

  #readAtom(text: string, tag: XmlTag): void {
    if (this.#run && this.#isRead()) this.#pieces.atom(text, tag, this.#paragraph, this.#run);
  }

  /** Whether text at this point is seen by a reader. */
  #isRead(): boolean {
    if (!this.#revisions.seen || this.#run?.hidden || !this.#paragraph) return false;
    return this.#level.fields.seen && (!this.#alternatives.inFallback || this.#paragraph.number === 0);
  }
}
