import { openZip } from '../opc/zip-reader.js';
import { UnreadableDocument } from './diagnostics.js';

export type DocumentFormat = 'txt' | 'md' | 'docx' | 'xlsx';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((b, i) => bytes[i] === b);

/** Names in an OLE compound file are UTF-16: enough to tell an encrypted package from an old Word file. */
const oleHas = (bytes: Uint8Array, stream: string): boolean =>
  Buffer.from(bytes).includes(Buffer.from(stream, 'utf16le'));

const MACRO_EXTENSION = /\.(?:docm|dotm|xlsm|xltm|xlam)$/i;

function formatOfPackage(name: string, bytes: Uint8Array): DocumentFormat {
  const zip = openZip(bytes);
  // A macro project runs code when it is opened: we neither run nor pass it on.
  if (zip.names.some((n) => /(?:^|\/)vbaProject\.bin$/i.test(n)) || MACRO_EXTENSION.test(name))
    throw new UnreadableDocument(name, 'document-macros');
  if (zip.has('EncryptionInfo') || zip.has('EncryptedPackage'))
    throw new UnreadableDocument(name, 'document-encrypted');
  const extension = extensionOf(name).toLowerCase();
  if (!zip.has('[Content_Types].xml') && /^\.(?:docx|dotx|xlsx|xltx)$/.test(extension))
    throw new UnreadableDocument(name, 'document-not-this-format', { extension });
  if (zip.names.some((n) => /^word\//i.test(n)) || /\.(?:docx|dotx)$/i.test(name)) return 'docx';
  if (zip.names.some((n) => /^xl\//i.test(n)) || /\.(?:xlsx|xltx)$/i.test(name)) return 'xlsx';
  throw new UnreadableDocument(name, 'document-unknown-format', { extension: extensionOf(name) });
}

const extensionOf = (name: string): string => /\.[^./\\]+$/.exec(name)?.[0] ?? '';

/** Tells the format by content; a name that promises something else is refused with what it really is. */
export function formatOf(name: string, bytes: Uint8Array): DocumentFormat {
  if (bytes.length === 0) throw new UnreadableDocument(name, 'document-empty');
  if (startsWith(bytes, OLE)) {
    if (oleHas(bytes, 'EncryptedPackage')) throw new UnreadableDocument(name, 'document-encrypted');
    const workbook = /\.(?:xls|xlsx|et)$/i.test(name) || (oleHas(bytes, 'Workbook') && !oleHas(bytes, 'WordDocument'));
    throw new UnreadableDocument(name, workbook ? 'document-legacy-workbook' : 'document-legacy-word');
  }
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6]))
    return formatOfPackage(name, bytes);
  const extension = extensionOf(name).toLowerCase();
  if (['.docx', '.docm', '.dotx', '.xlsx', '.xlsm', '.doc', '.wps', '.xls', '.et'].includes(extension))
    throw new UnreadableDocument(name, 'document-not-this-format', { extension });
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]) || startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66]))
    throw new UnreadableDocument(name, 'document-unknown-format', { extension });
  return extension === '.md' || extension === '.markdown' ? 'md' : 'txt';
}
