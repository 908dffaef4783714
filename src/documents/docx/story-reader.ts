import { OpcError } from '../../opc/opc-error.js';
import { readXml, type XmlHandler, type XmlTag } from '../../opc/xml.js';
import { COMPATIBILITY, WORD_NAMESPACES } from './namespaces.js';
import {
  type ContentControl,
  type Mutable,
  newControl,
  newParagraph,
  newRun,
  type Paragraph,
  type Range,
  type Run,
  type Story,
} from './story.js';
import { OpenAlternatives } from './story-alternatives.js';
import { OpenBookmarks } from './story-bookmarks.js';
import { OpenFields } from './story-fields.js';
import { CHARACTERS, isOff, readNumbering, readParagraphProperty, symbolText, trimmed } from './story-properties.js';
import { OpenTables } from './story-tables.js';

/** Most paragraphs and pieces of text of one part: a thousand pages have about 100,000. */
const MOST_KEPT = 1_500_000;

/** What text boxes put aside and take up again. */
interface Level {
  readonly paragraph: Mutable<Paragraph> | undefined;
  readonly run: Mutable<Run> | undefined;
  readonly tables: OpenTables;
  readonly fields: OpenFields;
}

/** Reads one part into paragraphs with source ranges. See open-docx.ts for what the elements mean. */
export class StoryReader implements XmlHandler {
  readonly #source: string;
  readonly #path: string[] = [];
  readonly #starts: number[] = [];
  readonly #all: Paragraph[] = [];
  readonly #closed: Paragraph[] = [];
  #prefix: string | undefined;
  #word = '';
  #number = 0;
  #paragraph: Mutable<Paragraph> | undefined;
  #run: Mutable<Run> | undefined;
  #tables = new OpenTables();
  #fields = new OpenFields();
  readonly #levels: Level[] = [];
  readonly #controls: ContentControl[] = [];
  readonly #alternatives = new OpenAlternatives();
  readonly #insertions: (string | undefined)[] = [];
  readonly #bookmarks = new OpenBookmarks();
  #deleted = 0;
  #phonetic = 0;
  #deletions = 0;
  #hiddenRuns = 0;
  #highestId = 0;
  #kept = 0;
  #text = '';
  #textTag: { readonly start: number; readonly end: number; readonly preserve: boolean } | undefined;

  constructor(source: string) {
    this.#source = source;
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
      namespace: reader.#word,
      deletions: reader.#deletions,
      hiddenRuns: reader.#hiddenRuns,
    };
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
    if (this.#textTag) this.#text += text;
  }

  close(_uri: string, _local: string, start: number, end: number): void {
    const name = this.#path.pop()!;
    const opened = this.#starts.pop()!;
    switch (name) {
      case 't':
        this.#closeText(start, end);
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
        this.#tables.close(name);
        return;
      case 'txbxContent': {
        const level = this.#levels.pop();
        this.#paragraph = level?.paragraph;
        this.#run = level?.run;
        this.#tables = level?.tables ?? new OpenTables();
        this.#fields = level?.fields ?? new OpenFields();
        return;
      }
      case 'sdt': {
        const control = this.#controls.pop();
        if (control) control.end = end;
        return;
      }
      case 'del':
      case 'moveFrom':
        this.#deleted -= 1;
        return;
      case 'ins':
      case 'moveTo':
        this.#insertions.pop();
        return;
      case 'rt':
        this.#phonetic -= 1;
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
        if (parent === 'r' && this.#run && this.#isRead()) {
          const preserve = /\bxml:space\s*=\s*["']preserve["']/.test(this.#source.slice(tag.start, tag.end));
          this.#textTag = { start: tag.start, end: tag.end, preserve };
          this.#text = '';
        }
        return;
      case 'fldChar':
        this.#fields.mark(value('fldCharType'));
        return;
      case 'del':
      case 'moveFrom':
        // In properties they mark the paragraph's or row's end: they hold no text.
        this.#deleted += 1;
        if (parent !== 'rPr' && parent !== 'trPr') this.#deletions += 1;
        return;
      case 'ins':
      case 'moveTo':
        this.#insertions.push(this.#source.slice(tag.start, tag.end));
        return;
      case 'rt':
        this.#phonetic += 1;
        return;
      case 'vanish':
        if (this.#run && this.#path.at(-3) === 'r' && !isOff(value('val'))) this.#run.hidden = true;
        return;
      case 'txbxContent':
        if (this.#run) this.#run.holdsTextBox = true;
        this.#levels.push({ paragraph: this.#paragraph, run: this.#run, tables: this.#tables, fields: this.#fields });
        this.#paragraph = undefined;
        this.#run = undefined;
        this.#tables = new OpenTables();
        this.#fields = new OpenFields();
        return;
      case 'sdt':
        this.#controls.push(newControl(tag, this.#paragraph !== undefined));
        return;
      case 'showingPlcHdr':
      case 'dataBinding':
      case 'text':
        if (parent === 'sdtPr') this.#readControl(local, tag);
        return;
      case 'bookmarkStart':
      case 'bookmarkEnd':
        this.#bookmarks.mark(id ?? '', value('name'), this.#paragraph);
        return;
      case 'sym':
        if (parent === 'r') this.#addAtom(symbolText(value('font'), value('char')), tag);
        return;
      default:
        if (parent === 'r' && CHARACTERS[local] !== undefined) this.#addAtom(CHARACTERS[local], tag);
        else if (this.#path.at(-3) === 'p' && this.#paragraph && parent === 'pPr')
          readParagraphProperty(this.#paragraph, local, value);
        else if (parent === 'numPr' && this.#path.at(-4) === 'p' && this.#paragraph)
          readNumbering(this.#paragraph, local, value);
        else this.#tables.open(local, parent, value, this.#number);
    }
  }

  #readControl(local: string, tag: XmlTag): void {
    const control = this.#controls.at(-1);
    if (!control) return;
    if (local === 'text') control.plainText = true;
    else control.obsolete.push({ start: tag.start, end: this.#endOf(tag) });
    if (local === 'showingPlcHdr') control.placeholder = true;
  }

  #openParagraph(tag: XmlTag): void {
    const copy = this.#alternatives.inFallback;
    const cell = this.#tables.cell;
    const paragraph = newParagraph(tag, copy ? 0 : ++this.#number, copy ? undefined : cell);
    this.#paragraph = paragraph;
    this.#count();
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
    this.#closed.push(paragraph);
    this.#paragraph = undefined;
    this.#fields.endParagraph();
  }

  #openRun(tag: XmlTag, parent: string | undefined): void {
    const plain = this.#controls.find((control) => control.plainText && control.inline);
    const box = this.#levels.find((level) => level.run !== undefined)?.run;
    this.#run = newRun(tag, this.#source.slice(tag.start, tag.end), {
      insertion: parent === 'ins' || parent === 'moveTo' ? this.#insertions.at(-1) : undefined,
      shell: box ?? plain,
      controls: [...this.#controls],
    });
  }

  #closeRun(start: number, end: number): void {
    const run = this.#run;
    if (!run) return;
    run.contentEnd = start;
    run.end = end;
    if (run.hidden && start > run.contentStart) this.#hiddenRuns += 1;
    this.#run = undefined;
  }

  /** Whether text at this point is seen by a reader. */
  #isRead(): boolean {
    if (this.#deleted > 0 || this.#phonetic > 0 || this.#run?.hidden || !this.#paragraph) return false;
    return this.#fields.seen && (!this.#alternatives.inFallback || this.#paragraph.number === 0);
  }

  #closeText(start: number, end: number): void {
    const tag = this.#textTag;
    if (!tag || !this.#run) return;
    this.#textTag = undefined;
    // Without xml:space="preserve" Word leaves out the white space at both ends.
    const shown = trimmed(this.#text, { start: 0, end: this.#text.length });
    const text = tag.preserve ? this.#text : this.#text.slice(shown.start, shown.end);
    const content = { start: tag.end, end: start };
    this.#addPiece(text, { start: tag.start, end }, tag.preserve ? content : trimmed(this.#source, content), false);
  }

  #addAtom(text: string, tag: XmlTag): void {
    if (!this.#run || !this.#isRead()) return;
    const element = { start: tag.start, end: this.#endOf(tag) };
    this.#addPiece(text, element, element, true);
  }

  /** Bounds what is kept in memory: markup of a few bytes can stand for an object of hundreds. */
  #count(): void {
    if (++this.#kept > MOST_KEPT)
      throw new OpcError('zip-too-large', { entry: '', size: this.#kept, limit: MOST_KEPT });
  }

  #addPiece(text: string, element: Range, content: Range, atom: boolean): void {
    const paragraph = this.#paragraph;
    const run = this.#run;
    if (!paragraph || !run || text === '') return;
    const at = paragraph.text.length;
    this.#count();
    paragraph.pieces.push({ at, length: text.length, text, run, element, content, atom });
    paragraph.text += text;
  }

  /** End of an element without content, whether it is written <a/> or <a></a>. */
  #endOf(tag: XmlTag): number {
    return tag.selfClosing ? tag.end : this.#source.indexOf('>', tag.end) + 1;
  }
}
