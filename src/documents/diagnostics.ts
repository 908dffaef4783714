import type { Diagnostic, MessageArgument, Place, Severity } from '../model/diagnostic.js';
import { OpcError } from '../opc/opc-error.js';

/** Everything that opening a document can find, with how grave it is. Prose: report/messages/documents.yaml. */
export const DOCUMENT_SEVERITIES = {
  'document-empty': 'hard',
  'document-unknown-format': 'hard',
  'document-legacy-word': 'hard',
  'document-legacy-workbook': 'hard',
  'document-encrypted': 'hard',
  'document-macros': 'hard',
  'document-not-this-format': 'hard',
  'document-damaged': 'hard',
  'document-xml-damaged': 'hard',
  'document-doctype': 'hard',
  'document-too-large': 'hard',
  'document-part-missing': 'hard',
  'text-encoding': 'hard',
  'text-binary': 'hard',
  'document-deleted-text': 'info',
  'document-hidden-text': 'info',
  'document-too-many-cells': 'hard',
} as const satisfies Record<string, Severity>;

export type DocumentCode = keyof typeof DOCUMENT_SEVERITIES;
export type DocumentDiagnostic = Diagnostic<DocumentCode>;
export type Arguments = Readonly<Record<string, MessageArgument>>;

export const documentDiagnostic = (code: DocumentCode, place: Place, args: Arguments = {}): DocumentDiagnostic => ({
  code,
  severity: DOCUMENT_SEVERITIES[code],
  place,
  args,
});

/** Thrown for a document that cannot be read at all; its diagnostic says what was found and what to do. */
export class UnreadableDocument extends Error {
  readonly diagnostic: DocumentDiagnostic;

  constructor(file: string, code: DocumentCode, args: Arguments = {}) {
    super(code);
    this.name = 'UnreadableDocument';
    this.diagnostic = documentDiagnostic(code, { file }, { file, ...args });
  }
}

const OF_OPC: Partial<Record<string, DocumentCode>> = {
  'zip-encrypted': 'document-encrypted',
  'zip-too-many-entries': 'document-too-large',
  'zip-too-large': 'document-too-large',
  'zip-ratio': 'document-too-large',
  'zip-missing-entry': 'document-part-missing',
  'xml-doctype': 'document-doctype',
  'xml-malformed': 'document-xml-damaged',
  'xml-too-deep': 'document-xml-damaged',
  'xml-encoding': 'document-xml-damaged',
};

/** What went wrong in the package, as a document's own finding; anything but an OpcError is thrown on. */
export function asUnreadable(file: string, error: unknown): UnreadableDocument {
  if (error instanceof UnreadableDocument) return error;
  if (!(error instanceof OpcError)) throw error;
  const { entry, part, line, reason } = error.args;
  return new UnreadableDocument(file, OF_OPC[error.code] ?? 'document-damaged', {
    part: part ?? entry ?? '',
    line: line ?? '',
    reason: reason ?? error.code,
  });
}
