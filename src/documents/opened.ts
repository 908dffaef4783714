import type { Document } from '../model/document.js';
import type { Edit, Mark } from '../model/edit.js';
import type { CleanCopy } from './cleaned.js';
import type { DocumentDiagnostic } from './diagnostics.js';
import type { FoundProvenance, LostProvenance, ProvenanceEntry } from './provenance.js';

export interface WriteOptions {
  /**
   * `clean`: the text changes and nothing else. `mark`: each filled figure carries a comment with its note, each of `marks` is
   * highlighted with its reason. `track`: every change is a tracked change. Only Word files know `mark` and `track`; the other
   * formats are written clean.
   */
  readonly mode?: 'clean' | 'mark' | 'track';
  readonly marks?: readonly Mark[];
  /** Who comments and changes: 填数 unless said otherwise. */
  readonly author?: string;
  /** ISO 8601 moment of comments and changes. Left out of the file where not given: same input, same bytes. */
  readonly date?: string;
  /** Travels inside Word and Excel files; text files have no place for it. */
  readonly provenance?: readonly ProvenanceEntry[];
}

/** A document that was read, and the way back. */
export interface OpenDocument {
  readonly document: Document;
  readonly diagnostics: readonly DocumentDiagnostic[];
  /** What an earlier fill has left in the file, found again after later edits. */
  readonly provenance: readonly FoundProvenance[];
  /** What it has left and cannot be found in the text again. */
  readonly lost: readonly LostProvenance[];
  /**
   * The file with the edits in it. Edits name blocks of `document`, and must not overlap (RangeError). Pure: it may be called
   * any number of times.
   */
  write(edits: readonly Edit[], options?: WriteOptions): Uint8Array;
  /** The file without what `mark`, `track` and provenance have put in; what other people put in stays. */
  clean(): CleanCopy;
}
