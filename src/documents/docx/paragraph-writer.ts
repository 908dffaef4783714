import type { MarkColour } from '../../model/edit.js';
import { spreadEdit } from '../mapped-text.js';
import type { Splice } from '../splice.js';
import { digitProperties, highlighted, withoutHistory, withoutRunStyle } from './run-properties.js';
import { RunWriter } from './run-writer.js';
import { sourceSlice } from './source-slice.js';
import type { DocxPiece, Paragraph, Range, Run, Shell } from './story.js';

/** What happens to text[start, end) of a paragraph. */
export interface Action extends Range {
  /** Takes the place of the text; undefined leaves it. */
  readonly text: string | undefined;
  readonly highlight: MarkColour | undefined;
  /** Attributes of `w:del` and `w:ins` where the change is tracked, one for each element that is needed. */
  readonly track: (() => string) | undefined;
  /** Markup just before and behind the text: bookmarks. */
  readonly before: string;
  readonly behind: string;
  /** Comments, which stand outside of a text box and of a plain-text control. */
  readonly comment: { readonly before: string; readonly behind: string } | undefined;
}

interface PieceAction {
  readonly action: Action;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Writes the changes to the paragraphs of one story as splices of its source. */
export class StoryEditor {
  readonly #source: string;
  readonly #prefix: string;
  #splices: Splice[] = [];
  readonly #unbound = new Set<Range>();

  constructor(source: string, prefix: string) {
    this.#source = source;
    this.#prefix = prefix;
  }

  get splices(): readonly Splice[] {
    return this.#splices;
  }

  /** Paragraphs must come in the order in which they end: what a text box holds before the run that holds the box. */
  edit(paragraph: Paragraph, actions: readonly Action[]): void {
    const byPiece = new Map<DocxPiece, PieceAction[]>();
    for (const action of actions) {
      const spread = spreadEdit(paragraph.pieces, action.start, action.end, action.text ?? '');
      for (const [i, { piece, from, to, text }] of spread.entries()) {
        const touched = paragraph.pieces[piece]!;
        const list = byPiece.get(touched) ?? [];
        list.push({ action, from, to, text, isFirst: i === 0, isLast: i === spread.length - 1 });
        byPiece.set(touched, list);
      }
    }
    const runs = new Map<Run, DocxPiece[]>();
    for (const piece of paragraph.pieces)
      if (byPiece.has(piece)) runs.set(piece.run, [...(runs.get(piece.run) ?? []), piece]);
    for (const [run, pieces] of runs) this.#writeRun(run, pieces, byPiece, paragraph.pieces);
  }

  #writeRun(
    run: Run,
    pieces: readonly DocxPiece[],
    byPiece: ReadonlyMap<DocxPiece, readonly PieceAction[]>,
    all: readonly DocxPiece[],
  ): void {
    const writer = new RunWriter(run, this.#prefix);
    const nested = this.#takeWithin(run);
    let cursor = run.contentStart;
    for (const piece of pieces) {
      writer.copy(this.#copy(cursor, piece.element.start, nested));
      let at = 0;
      for (const change of byPiece.get(piece) ?? []) {
        this.#keep(writer, piece, at, change.from, run.properties);
        this.#change(writer, piece, change, all);
        at = change.to;
      }
      this.#keep(writer, piece, at, piece.length, run.properties);
      cursor = piece.element.end;
    }
    writer.copy(this.#copy(cursor, run.contentEnd, nested));
    this.#splices.push({ start: run.start, end: run.end, text: writer.finish() });
  }

  #change(writer: RunWriter, piece: DocxPiece, change: PieceAction, all: readonly DocxPiece[]): void {
    const { action } = change;
    const { run } = piece;
    // A field that does not end in time is none.
    const shell = run.shell && run.shell.end >= run.end ? run.shell : undefined;
    const comment = action.comment;
    if (change.isFirst) {
      if (comment && shell) this.around(shell, comment);
      writer.between(action.before + (comment && !shell ? comment.before : ''));
    }
    if (action.text === undefined) {
      const properties = action.highlight
        ? highlighted(run.properties, this.#prefix, action.highlight)
        : run.properties;
      this.#keep(writer, piece, change.from, change.to, properties);
    } else {
      this.#unbind(run);
      if (action.track) writer.between(this.#tracked(piece, change, all, action.track));
      else writer.plain(change.text, this.#tagOf(piece), this.#propertiesFor(piece, change.text, all));
    }
    if (change.isLast) writer.between((comment && !shell ? comment.behind : '') + action.behind);
  }

  /** Properties of new text in the place of a piece. */
  #propertiesFor(piece: DocxPiece, text: string, all: readonly DocxPiece[]): string {
    const properties = digitProperties(piece, all, text, this.#prefix);
    return piece.run.controls.some((c) => c.placeholder) ? withoutRunStyle(properties, this.#prefix) : properties;
  }

  #tracked(piece: DocxPiece, change: PieceAction, all: readonly DocxPiece[], attributes: () => string): string {
    const { run } = piece;
    const p = this.#prefix;
    const kept = this.#sliceOf(piece, change.from, change.to);
    const content = piece.atom ? kept : `<${p}delText xml:space="preserve">${kept}</${p}delText>`;
    const open = run.openTag.replace(/\s*\/>$/, '>');
    const deleted = kept === '' ? '' : `<${p}del ${attributes()}>${open}${run.properties}${content}</${p}r></${p}del>`;
    if (change.text === '') return deleted;
    const fresh = new RunWriter(run, p);
    fresh.plain(change.text, this.#tagOf(piece), withoutHistory(this.#propertiesFor(piece, change.text, all), p));
    const inserted = `<${p}ins ${attributes()}>${fresh.finish()}</${p}ins>`;
    if (run.insertion === undefined) return deleted + inserted;
    // Another author's insertion cannot hold ours: it ends before it and begins again behind it.
    const name = /^<([^\s/>]+)/.exec(run.insertion)![1]!;
    return `${deleted}</${name}>${inserted}${run.insertion}`;
  }

  #keep(writer: RunWriter, piece: DocxPiece, from: number, to: number, properties: string): void {
    const kept = this.#sliceOf(piece, from, to);
    if (piece.atom) writer.copy(kept, properties);
    else writer.text(kept, this.#tagOf(piece), properties);
  }

  #sliceOf(piece: DocxPiece, from: number, to: number): string {
    if (!piece.atom) return sourceSlice(this.#source, piece, from, to);
    return from < to ? this.#source.slice(piece.element.start, piece.element.end) : '';
  }

  #tagOf(piece: DocxPiece): string | undefined {
    if (piece.atom) return undefined;
    return this.#source.slice(piece.element.start, this.#source.indexOf('>', piece.element.start) + 1);
  }

  /** Puts markup before and behind a run or a control. */
  around(shell: Shell, markup: { readonly before: string; readonly behind: string }): void {
    this.#splices.push({ start: shell.start, end: shell.start, text: markup.before });
    this.#splices.push({ start: shell.end, end: shell.end, text: markup.behind });
  }

  /** A control that showed a placeholder, or that Word would fill from its data, holds plain text from now on. */
  #unbind(run: Run): void {
    for (const control of run.controls)
      for (const range of control.obsolete) {
        if (this.#unbound.has(range)) continue;
        this.#unbound.add(range);
        this.#splices.push({ start: range.start, end: range.end, text: '' });
      }
  }

  /** Takes back the splices inside a run (its text boxes), so that they go into its new source. */
  #takeWithin(run: Run): readonly Splice[] {
    if (!run.holdsTextBox) return [];
    const within = (splice: Splice) => splice.start > run.start && splice.end < run.end;
    const taken = this.#splices.filter(within);
    this.#splices = this.#splices.filter((splice) => !within(splice));
    return taken.sort((a, b) => a.start - b.start || a.end - b.end);
  }

  #copy(start: number, end: number, nested: readonly Splice[]): string {
    let copied = '';
    let at = start;
    for (const splice of nested) {
      if (splice.start < at || splice.end > end) continue;
      copied += this.#source.slice(at, splice.start) + splice.text;
      at = splice.end;
    }
    return copied + this.#source.slice(at, end);
  }
}
