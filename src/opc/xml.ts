import { SaxesParser, type SaxesTagNS } from 'saxes';
import { OpcError } from './opc-error.js';
import { decodeXml } from './xml-text.js';

/** A start tag, with where it stands in the source text: [start, end). */
export interface XmlTag {
  readonly uri: string;
  readonly local: string;
  /** As written, prefix included: w:rPr. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly selfClosing: boolean;
  /** Value of an attribute without a namespace, or in the namespace `uri`. */
  attribute(local: string, uri?: string): string | undefined;
  /** Prefixes that this tag itself declares: prefix → namespace. */
  readonly declares: Readonly<Record<string, string>>;
}

/** What a reader hears. Offsets are UTF-16 units of the source text. */
export interface XmlHandler {
  open?(tag: XmlTag): void;
  /** [start, end) of the end tag; for a self-closing element both are the end of its only tag. */
  close?(uri: string, local: string, start: number, end: number): void;
  /** Decoded text and CDATA; `start` and `end` bound its source, markup of comments included. */
  text?(text: string, start: number, end: number): void;
}

export interface XmlLimits {
  readonly maxDepth: number;
  /** Names the part in errors. */
  readonly part: string;
}

const MAX_DEPTH = 512;

class Tag implements XmlTag {
  readonly #tag: SaxesTagNS;
  readonly start: number;
  readonly end: number;
  constructor(tag: SaxesTagNS, start: number, end: number) {
    this.#tag = tag;
    this.start = start;
    this.end = end;
  }
  get uri(): string {
    return this.#tag.uri;
  }
  get local(): string {
    return this.#tag.local;
  }
  get name(): string {
    return this.#tag.name;
  }
  get selfClosing(): boolean {
    return this.#tag.isSelfClosing;
  }
  get declares(): Readonly<Record<string, string>> {
    return this.#tag.ns;
  }
  attribute(local: string, uri = ''): string | undefined {
    const { attributes } = this.#tag;
    for (const name in attributes) {
      const a = attributes[name]!;
      if (a.local === local && a.uri === uri) return a.value;
    }
    return undefined;
  }
}

/**
 * Reads XML 1.0 with namespaces, event by event, with exact source offsets. A DOCTYPE is refused (no entities of its own,
 * nothing to expand or fetch); so are what is not well-formed and nesting deeper than `maxDepth`. Throws OpcError.
 */
export function readXml(source: string | Uint8Array, handler: XmlHandler, limits: Partial<XmlLimits> = {}): void {
  const part = limits.part ?? '';
  const maxDepth = limits.maxDepth ?? MAX_DEPTH;
  const text = typeof source === 'string' ? source : decodeXml(source, part).text;
  const parser = new SaxesParser({ xmlns: true, position: true });
  let depth = 0;
  let lastEnd = 0;
  let pending = '';
  const flush = (end: number) => {
    if (pending !== '') handler.text?.(pending, lastEnd, end);
    pending = '';
  };
  parser.on('doctype', () => {
    throw new OpcError('xml-doctype', { part });
  });
  parser.on('error', (error) => {
    const reason = error.message.replace(/^[\d:]+\s*/, '');
    throw new OpcError('xml-malformed', { part, line: parser.line, column: parser.column, reason });
  });
  parser.on('opentag', (tag) => {
    if (++depth > maxDepth) throw new OpcError('xml-too-deep', { part, limit: maxDepth });
    const end = parser.position;
    const start = text.lastIndexOf('<', end - 1);
    flush(start);
    lastEnd = end;
    handler.open?.(new Tag(tag, start, end));
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    const end = parser.position;
    const start = tag.isSelfClosing ? end : text.lastIndexOf('<', end - 1);
    flush(start);
    lastEnd = end;
    handler.close?.(tag.uri, tag.local, start, end);
  });
  if (handler.text) {
    const collect = (piece: string) => {
      if (depth > 0) pending += piece;
    };
    parser.on('text', collect);
    parser.on('cdata', collect);
  }
  parser.write(text).close();
}
