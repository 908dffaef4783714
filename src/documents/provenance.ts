/** Where one figure of a filled document came from. Strings are the caller's: claim, formula, sources… */
export interface ProvenanceEntry {
  /** A span of the document as it was opened: that of an edit, or of text that no edit touches. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly data: Readonly<Record<string, string>>;
}

/** An entry found in a file, at the place where its text stands now. */
export interface FoundProvenance extends ProvenanceEntry {
  /** The text when it was written. */
  readonly written: string;
  /** `same`: the text still reads as written. `changed`: someone has edited it. */
  readonly state: 'same' | 'changed';
}

/** An entry whose anchor is gone from the text: what it stood on was deleted, or typed over as a whole. */
export interface LostProvenance {
  readonly written: string;
  readonly data: Readonly<Record<string, string>>;
}
