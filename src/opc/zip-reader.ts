import { createInflateRaw, inflateRawSync } from 'node:zlib';
import { crc32 } from './crc32.js';
import { OpcError } from './opc-error.js';
import { readZipDirectory, type ZipEntry } from './zip-directory.js';
import { ZIP_LIMITS, type ZipLimits } from './zip-limits.js';

/** A zip in memory, its directory checked, its entries inflated when asked for. */
export interface Zip {
  /** Names in the order of the directory. */
  readonly names: readonly string[];
  readonly entries: readonly ZipEntry[];
  has(name: string): boolean;
  /** The entry of this name, as OPC compares names: without a leading slash, ASCII case ignored. */
  find(name: string): ZipEntry | undefined;
  /** The bytes of an entry; throws OpcError when it is missing, longer than declared, or damaged. */
  read(name: string): Uint8Array;
  /** As `read`, piece by piece: memory stays small for a big part. A damaged end is known only at the end. */
  stream(name: string): AsyncGenerator<Uint8Array, void, undefined>;
  /** The bytes of an entry as they are stored (compressed). */
  stored(entry: ZipEntry): Uint8Array;
}

const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;

const key = (name: string): string => name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();

/** Where the data of each entry begin; entries that lie over each other are a bomb and are refused. */
function locateData(bytes: Uint8Array, entries: readonly ZipEntry[]): Map<ZipEntry, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = new Map<ZipEntry, number>();
  let free = 0;
  for (const entry of [...entries].sort((a, b) => a.headerOffset - b.headerOffset)) {
    const at = entry.headerOffset;
    if (at < free) throw new OpcError('zip-damaged', { what: 'overlap', entry: entry.name });
    if (at + LOCAL_SIZE > bytes.length || view.getUint32(at, true) !== LOCAL)
      throw new OpcError('zip-damaged', { what: 'header', entry: entry.name });
    const start = at + LOCAL_SIZE + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    free = start + entry.compressedSize;
    if (free > bytes.length) throw new OpcError('zip-truncated');
    starts.set(entry, start);
  }
  return starts;
}

function inflate(entry: ZipEntry, stored: Uint8Array): Uint8Array {
  if (entry.method === 0) return stored;
  try {
    // One more than declared: an exact fit then needs a single buffer, and one byte too many is seen.
    return inflateRawSync(stored, { maxOutputLength: entry.size + 1, chunkSize: Math.max(64, entry.size + 1) });
  } catch (error) {
    const longer = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new OpcError(longer ? 'zip-size-mismatch' : 'zip-damaged', { what: 'data', entry: entry.name });
  }
}

function checkContent(entry: ZipEntry, size: number, crc: number): void {
  if (size !== entry.size) throw new OpcError('zip-size-mismatch', { entry: entry.name });
  if (crc !== entry.crc) throw new OpcError('zip-checksum', { entry: entry.name });
}

const PIECE = 64 * 1024;

async function* inflatePieces(entry: ZipEntry, stored: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  const inflater = createInflateRaw({ chunkSize: 4 * PIECE });
  inflater.end(stored);
  try {
    for await (const piece of inflater) yield piece as Uint8Array;
  } catch (error) {
    if (error instanceof OpcError) throw error;
    throw new OpcError('zip-damaged', { what: 'data', entry: entry.name });
  } finally {
    inflater.destroy();
  }
}

/** Reads a zip's directory within `limits`. Throws OpcError for what is not a zip, damaged, encrypted, or beyond bounds. */
export function openZip(bytes: Uint8Array, limits: Partial<ZipLimits> = {}): Zip {
  const entries = readZipDirectory(bytes, { ...ZIP_LIMITS, ...limits });
  const starts = locateData(bytes, entries);
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const name = key(entry.name);
    if (byName.has(name)) throw new OpcError('zip-damaged', { what: 'duplicate', entry: entry.name });
    byName.set(name, entry);
  }
  const get = (name: string): ZipEntry => {
    const entry = byName.get(key(name));
    if (!entry) throw new OpcError('zip-missing-entry', { entry: name });
    return entry;
  };
  const stored = (entry: ZipEntry): Uint8Array => {
    const start = starts.get(entry);
    if (start === undefined) throw new OpcError('zip-missing-entry', { entry: entry.name });
    return bytes.subarray(start, start + entry.compressedSize);
  };
  return {
    names: entries.map((e) => e.name),
    entries,
    has: (name) => byName.has(key(name)),
    find: (name) => byName.get(key(name)),
    stored,
    read(name) {
      const entry = get(name);
      const content = inflate(entry, stored(entry));
      checkContent(entry, content.length, crc32(content));
      return content;
    },
    async *stream(name) {
      const entry = get(name);
      const pieces = entry.method === 0 ? [stored(entry)] : inflatePieces(entry, stored(entry));
      let size = 0;
      let crc = 0;
      for await (const piece of pieces) {
        size += piece.length;
        if (size > entry.size) throw new OpcError('zip-size-mismatch', { entry: entry.name });
        crc = crc32(piece, crc);
        yield piece;
      }
      checkContent(entry, size, crc);
    },
  };
}
