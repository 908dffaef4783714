import { OpcError } from './opc-error.js';
import type { ZipLimits } from './zip-limits.js';

/** One line of a zip's central directory. */
export interface ZipEntry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  /** 0 stored, 8 deflated. */
  readonly method: 0 | 8;
  readonly utf8: boolean;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** DOS time and date, as one 32-bit number. */
  readonly time: number;
  readonly versionMadeBy: number;
  readonly externalAttributes: number;
  readonly headerOffset: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;
/** The end record is 22 bytes and a comment of at most 65535. */
const END_SIZE = 22;
const LONGEST_END = END_SIZE + FULL_16;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function readUint64(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new OpcError('zip-damaged', { what: 'size' });
  return Number(value);
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - LONGEST_END);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at--)
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) <= view.byteLength) return at;
  const begins = view.byteLength >= 4 && view.getUint32(0, true) === 0x04034b50;
  throw new OpcError(begins ? 'zip-truncated' : 'zip-not-a-zip');
}

interface Extent {
  readonly count: number;
  readonly offset: number;
  readonly size: number;
}

function readEnd(view: DataView): Extent {
  const at = findEnd(view);
  if (view.getUint16(at + 4, true) !== view.getUint16(at + 6, true))
    throw new OpcError('zip-damaged', { what: 'volumes' });
  const extent = {
    count: view.getUint16(at + 10, true),
    size: view.getUint32(at + 12, true),
    offset: view.getUint32(at + 16, true),
  };
  const full = extent.count === FULL_16 || extent.size === FULL_32 || extent.offset === FULL_32;
  const locator = at - 20;
  if (!full || locator < 0 || view.getUint32(locator, true) !== END_64_LOCATOR) return extent;
  const at64 = readUint64(view, locator + 8);
  if (at64 + 56 > view.byteLength || view.getUint32(at64, true) !== END_64)
    throw new OpcError('zip-damaged', { what: 'directory' });
  return { count: readUint64(view, at64 + 32), size: readUint64(view, at64 + 40), offset: readUint64(view, at64 + 48) };
}

function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

/** The 64-bit sizes of an entry, where its 32-bit fields are full: extra field 1, in the order size, compressed, offset. */
function readZip64(view: DataView, from: number, to: number, fields: number[]): void {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let value = at + 4;
    const end = Math.min(to, value + view.getUint16(at + 2, true));
    for (let i = 0; i < fields.length; i++) {
      if (fields[i] !== FULL_32) continue;
      if (value + 8 > end) throw new OpcError('zip-damaged', { what: 'zip64' });
      fields[i] = readUint64(view, value);
      value += 8;
    }
    return;
  }
}

/** Reads the central directory; checks entry count, declared sizes and ratios before anything is inflated. */
export function readZipDirectory(bytes: Uint8Array, limits: ZipLimits): ZipEntry[] {
  const view = viewOf(bytes);
  if (bytes.length < END_SIZE) throw new OpcError('zip-not-a-zip');
  const { count, offset, size } = readEnd(view);
  if (count > limits.maxEntries) throw new OpcError('zip-too-many-entries', { count, limit: limits.maxEntries });
  if (offset + size > bytes.length) throw new OpcError('zip-truncated');
  const entries: ZipEntry[] = [];
  let at = offset;
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL)
      throw new OpcError('zip-damaged', { what: 'directory' });
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((o) => view.getUint16(at + o, true)) as [
      number,
      number,
      number,
    ];
    const next = at + 46 + nameLength + extraLength + commentLength;
    if (next > bytes.length) throw new OpcError('zip-truncated');
    const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
    const name = decodeName(nameBytes);
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    if ((flags & 0x2041) !== 0) throw new OpcError('zip-encrypted', { entry: name });
    if (method !== 0 && method !== 8) throw new OpcError('zip-method', { entry: name, method });
    const fields = [24, 20, 42].map((o) => view.getUint32(at + o, true));
    readZip64(view, at + 46 + nameLength, at + 46 + nameLength + extraLength, fields);
    const [entrySize = 0, compressedSize = 0, headerOffset = 0] = fields;
    total += entrySize;
    if (entrySize > limits.maxEntrySize || total > limits.maxTotalSize)
      throw new OpcError('zip-too-large', { entry: name, size: total, limit: limits.maxTotalSize });
    if (entrySize > limits.ratioFrom && entrySize > compressedSize * limits.maxRatio)
      throw new OpcError('zip-ratio', { entry: name, size: entrySize, compressed: compressedSize });
    entries.push({
      name,
      nameBytes,
      method,
      utf8: (flags & 0x800) !== 0,
      crc: view.getUint32(at + 16, true),
      compressedSize,
      size: entrySize,
      time: view.getUint32(at + 12, true),
      versionMadeBy: view.getUint16(at + 4, true),
      externalAttributes: view.getUint32(at + 38, true),
      headerOffset,
    });
    at = next;
  }
  return entries;
}
