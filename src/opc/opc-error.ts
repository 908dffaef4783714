/** Why a package or an XML part cannot be read. Stable: messages are keyed by it. */
export const OPC_ERROR_CODES = [
  'zip-not-a-zip',
  'zip-truncated',
  'zip-damaged',
  'zip-encrypted',
  'zip-method',
  'zip-too-many-entries',
  'zip-too-large',
  'zip-ratio',
  'zip-size-mismatch',
  'zip-checksum',
  'zip-missing-entry',
  'xml-doctype',
  'xml-malformed',
  'xml-too-deep',
  'xml-encoding',
] as const;
export type OpcErrorCode = (typeof OPC_ERROR_CODES)[number];

/** Thrown by everything in `opc`. The message is for a programmer; people read the prose of `code` with `args`. */
export class OpcError extends Error {
  readonly code: OpcErrorCode;
  readonly args: Readonly<Record<string, string | number>>;

  constructor(code: OpcErrorCode, args: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(args)}`);
    this.name = 'OpcError';
    this.code = code;
    this.args = args;
  }
}
