import type { Delimiter } from './csv.js';
import type { Deliverer } from './deliver.js';
import { KnownSpan } from './known-spans.js';
import { KnownTexts, type Line } from './known-texts.js';
import { NAME_COLUMNS, PlainDelivery } from './plain-delivery.js';
import { afterLineEnd, endOfLine, type Lines } from './plain-lines.js';
import { readPlainBytes } from './plain-number.js';
import type { TidyRows } from './tidy.js';
import type { TidyHeader } from './tidy-header.js';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const NONE = -1;

/** What a column is to a plain row: the number of a names column, left out, or FIGURES + the number of a figure column. */
const LEFT_OUT = NAME_COLUMNS.length;
const PASSED = LEFT_OUT + 1;
const FIGURES = LEFT_OUT + 2;
const MOST_LEFT_OUT = 10_000;
/** The columns whose names come in an order of their own. */
const VARYING = (['period', 'region', 'indicator'] as const).map((name) => NAME_COLUMNS.indexOf(name));

/**
 * The fast road of tidy rows: from bytes straight to what they mean, without a text for each field. It takes the rows whose names
 * it has met before and whose figures are plain numbers. Every other row is read by `TidyRows`, which alone decides what a row
 * means, refuses and reports; what it made of the names is remembered here.
 */
export class PlainRows {
  readonly #rows: TidyRows;
  readonly #delivery: PlainDelivery;
  readonly #delimiter: Delimiter;
  /** 1 for a byte that ends a field, and for a quote. */
  readonly #stops = new Uint8Array(256);
  readonly #roles: Uint16Array;
  readonly #texts: readonly KnownTexts[];
  /** Texts of the columns that are left out, by column. */
  readonly #leftOut: readonly KnownTexts[];
  /** The spans of columns, each where it begins. */
  readonly #spans: (KnownSpan | undefined)[];
  /** Numbers of the texts of the row at hand. */
  readonly #found: Int32Array;
  /** The row that was read last, from 1. */
  row: number;

  constructor(header: TidyHeader, headerRow: number, delimiter: Delimiter, rows: TidyRows, to: Deliverer) {
    this.#rows = rows;
    this.#delivery = new PlainDelivery(rows, to);
    this.#found = this.#delivery.found;
    this.#delimiter = delimiter;
    this.row = headerRow;
    for (const stop of [delimiter.charCodeAt(0), LF, CR, QUOTE]) this.#stops[stop] = 1;
    this.#texts = NAME_COLUMNS.map(() => new KnownTexts(this.#stops));
    this.#leftOut = Array.from({ length: header.width }, () => new KnownTexts(this.#stops));
    this.#roles = new Uint16Array(header.width).fill(LEFT_OUT);
    NAME_COLUMNS.forEach((name, i) => {
      const at = header.columns.get(name);
      if (at !== undefined) this.#roles[at] = i;
    });
    rows.figures.forEach(({ at }, i) => {
      this.#roles[at] = FIGURES + i;
    });
    this.#spans = this.#findSpans();
  }

  /** Runs of columns that repeat each other, cut so that each has one of period, region and indicator: these vary by themselves. */
  #findSpans(): (KnownSpan | undefined)[] {
    const roles = [...this.#roles];
    const spans = Array.from<KnownSpan | undefined>({ length: roles.length });
    const varies = (column: number) => VARYING.includes(roles[column]!);
    const joins = (column: number) => column < roles.length && roles[column]! <= LEFT_OUT;
    for (let first = 0; first < spans.length; first++) {
      if (!joins(first)) continue;
      let last = first;
      let held = varies(first);
      while (joins(last + 1) && !(held && varies(last + 1))) {
        last += 1;
        held ||= varies(last);
      }
      const names = roles.slice(first, last + 1).filter((role) => role < LEFT_OUT);
      spans[first] = new KnownSpan(this.#stops, this.#delimiter.charCodeAt(0), first, last, names);
      first = last;
    }
    return spans;
  }

  /** Reads whole lines. Stops before the first one that has a quote, and says where. */
  read(lines: Lines): number {
    const { bytes, from, end: to } = lines;
    let at = from;
    while (at < to) {
      const end = this.#fields(lines, at);
      this.row += 1;
      if (end !== NONE && this.#delivery.deliver(this.row)) {
        at = end;
        continue;
      }
      const until = endOfLine(bytes, at);
      if (bytes.subarray(at, until).includes(QUOTE)) {
        this.row -= 1;
        return at;
      }
      this.#readWhole(lines, at, until);
      at = afterLineEnd(bytes, until);
    }
    return at;
  }

  /** Takes a line apart. Gives where the next one begins, or −1 for one that is not plain. */
  #fields(line: Line, from: number): number {
    const { bytes } = line;
    const delimiter = this.#delimiter.charCodeAt(0);
    const columns = this.#roles.length;
    let at = from;
    for (let column = 0; column < columns; column++) {
      if (column > 0) {
        if (bytes[at] !== delimiter) return NONE;
        at += 1;
      }
      const span = this.#spans[column];
      if (span === undefined) at = this.#field(column, line, at);
      else {
        const end = span.read(line, at, this.#found);
        at = end === NONE ? this.#learn(span, line, at) : end;
        column = span.last;
      }
      if (at === NONE) return NONE;
    }
    // Blank fields beyond the header say nothing.
    while (bytes[at] === delimiter) at += 1;
    return bytes[at] === LF || bytes[at] === CR ? afterLineEnd(bytes, at) : NONE;
  }

  /** Reads one field. Gives where it ends, or −1 for one that is not plain. */
  #field(column: number, line: Line, from: number): number {
    const { bytes } = line;
    const role = this.#roles[column]!;
    if (role < LEFT_OUT) {
      const texts = this.#texts[role]!;
      const found = texts.read(line, from);
      if (found === NONE) return NONE;
      this.#found[role] = found;
      return texts.end;
    }
    if (role === LEFT_OUT) {
      const texts = this.#leftOut[column]!;
      if (texts.read(line, from) === NONE) this.#pass(column, bytes, from, texts.end);
      return texts.end;
    }
    if (role >= FIGURES) {
      const number = this.#delivery.numbers[role - FIGURES]!;
      number.given = this.#stops[bytes[from]!] === 0;
      return number.given ? readPlainBytes(bytes, from, number) : from;
    }
    let at = from;
    while (this.#stops[bytes[at]!] === 0) at += 1;
    return at;
  }

  /** Reads the columns of a new span one by one. Gives where it ends, or −1 where one of them is not plain. */
  #learn(span: KnownSpan, line: Line, from: number): number {
    const { bytes } = line;
    let at = from;
    for (let column = span.first; column <= span.last; column++) {
      if (column > span.first) {
        if (bytes[at] !== this.#delimiter.charCodeAt(0)) return NONE;
        at += 1;
      }
      at = this.#field(column, line, at);
      if (at === NONE) return NONE;
    }
    if (!span.learn(bytes, from, at, this.#found)) this.#spans.fill(undefined);
    return at;
  }

  /** Reads a line by the whole grammar, and remembers what its names mean. */
  #readWhole(lines: Lines, from: number, to: number): void {
    const { bytes } = lines;
    const fields = bytes.toString('utf8', from, to).split(this.#delimiter);
    this.#rows.read(fields, this.row);
    const known = fields.length < this.#roles.length ? undefined : this.#rows.known(fields);
    if (known === undefined) return;
    const delimiter = this.#delimiter.charCodeAt(0);
    let at = from;
    for (const role of this.#roles) {
      let end = at;
      while (end < to && bytes[end] !== delimiter) end += 1;
      if (role < LEFT_OUT) this.#remember(role, lines, at, end);
      at = end + 1;
    }
    this.#delivery.learn(known);
  }

  #remember(role: number, line: Line, from: number, to: number): void {
    const texts = this.#texts[role]!;
    const found = texts.read(line, from);
    this.#found[role] = found === NONE ? texts.add(line.bytes, from, to) : found;
  }

  /** Remembers a text of a column that is left out, to pass by it quickly; too many of them are not worth it. */
  #pass(column: number, bytes: Uint8Array, from: number, to: number): void {
    const texts = this.#leftOut[column]!;
    texts.add(bytes, from, to);
    if (texts.size > MOST_LEFT_OUT) this.#roles[column] = PASSED;
  }
}
