import { deflateSync } from 'fflate';
import { crc32 } from './crc32.js';
import { OpcError } from './opc-error.js';
import type { ZipEntry } from './zip-directory.js';
import type { Zip } from './zip-reader.js';

/** One thing to write: fresh content, or an entry of another zip whose compressed bytes are taken over as they are. */
export type ZipPart =
  | { readonly kind: 'content'; readonly name: string; readonly content: Uint8Array; readonly time?: number }
  | { readonly kind: 'copy'; readonly entry: ZipEntry; readonly stored: Uint8Array; readonly time?: number };

/** 1 January 1980, 0:00: the first moment of DOS time. The same input then gives the same bytes on every day. */
const FIXED_TIME = 0x00210000;
const VERSION = 20;
const MAX_32 = 0xfffffffe;

interface Framed {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly crc: number;
  readonly stored: Uint8Array;
  readonly size: number;
  readonly madeBy: number;
  readonly attributes: number;
}

function frame(part: ZipPart): Framed {
  if (part.kind === 'copy') {
    const { entry, stored } = part;
    return {
      name: entry.nameBytes,
      flags: entry.utf8 ? 0x800 : 0,
      method: entry.method,
      time: part.time ?? entry.time,
      crc: entry.crc,
      stored,
      size: entry.size,
      madeBy: entry.versionMadeBy,
      attributes: entry.externalAttributes,
    };
  }
  const name = new TextEncoder().encode(part.name);
  // fflate's deflate, not the runtime's: the same bytes whatever the version of Node.
  const deflated = deflateSync(part.content, { level: 6 });
  const smaller = deflated.length < part.content.length;
  return {
    name,
    flags: name.length === part.name.length ? 0 : 0x800,
    method: smaller ? 8 : 0,
    time: part.time ?? FIXED_TIME,
    crc: crc32(part.content),
    stored: smaller ? deflated : part.content,
    size: part.content.length,
    madeBy: VERSION,
    attributes: 0,
  };
}

/** The fields that the local header and the directory share, from the version needed on: 26 bytes. */
function writeShared(view: DataView, at: number, f: Framed): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, f.flags, true);
  view.setUint16(at + 4, f.method, true);
  view.setUint32(at + 6, f.time, true);
  view.setUint32(at + 10, f.crc, true);
  view.setUint32(at + 14, f.stored.length, true);
  view.setUint32(at + 18, f.size, true);
  view.setUint16(at + 22, f.name.length, true);
}

/** Writes a zip: parts in the order given, no extra fields, no comment. Deterministic. */
export function writeZip(parts: Iterable<ZipPart>): Uint8Array {
  const framed = [...parts].map(frame);
  const dataSize = framed.reduce((sum, f) => sum + 30 + f.name.length + f.stored.length, 0);
  const directorySize = framed.reduce((sum, f) => sum + 46 + f.name.length, 0);
  if (framed.length > 0xfffe || dataSize + directorySize > MAX_32 || framed.some((f) => f.size > MAX_32))
    throw new OpcError('zip-too-large', { entry: '', size: dataSize, limit: MAX_32 });
  const bytes = new Uint8Array(dataSize + directorySize + 22);
  const view = new DataView(bytes.buffer);
  let at = 0;
  let line = dataSize;
  for (const f of framed) {
    view.setUint32(line, 0x02014b50, true);
    view.setUint16(line + 4, f.madeBy, true);
    writeShared(view, line + 6, f);
    view.setUint32(line + 38, f.attributes, true);
    view.setUint32(line + 42, at, true);
    bytes.set(f.name, line + 46);
    line += 46 + f.name.length;
    view.setUint32(at, 0x04034b50, true);
    writeShared(view, at + 4, f);
    bytes.set(f.name, at + 30);
    bytes.set(f.stored, at + 30 + f.name.length);
    at += 30 + f.name.length + f.stored.length;
  }
  view.setUint32(line, 0x06054b50, true);
  view.setUint16(line + 8, framed.length, true);
  view.setUint16(line + 10, framed.length, true);
  view.setUint32(line + 12, directorySize, true);
  view.setUint32(line + 16, dataSize, true);
  return bytes;
}

/**
 * The zip with some entries replaced, removed (undefined) or added at the end. Every other entry keeps its compressed bytes
 * and its time; a replaced one keeps its place.
 */
export function rewriteZip(zip: Zip, changes: ReadonlyMap<string, Uint8Array | undefined>): Uint8Array {
  const parts: ZipPart[] = [];
  const done = new Set<ZipEntry>();
  const changed = new Map<ZipEntry, Uint8Array | undefined>();
  const added: ZipPart[] = [];
  for (const [name, content] of changes) {
    const entry = zip.find(name);
    if (entry) changed.set(entry, content);
    else if (content) added.push({ kind: 'content', name, content });
  }
  for (const entry of zip.entries) {
    if (done.has(entry)) continue;
    done.add(entry);
    const content = changed.get(entry);
    if (!changed.has(entry)) parts.push({ kind: 'copy', entry, stored: zip.stored(entry) });
    else if (content) parts.push({ kind: 'content', name: entry.name, content, time: entry.time });
  }
  return writeZip([...parts, ...added]);
}

/** The same entries with fixed times: makes the output of a library that stamps the clock deterministic. */
export function withFixedTimes(zip: Zip): Uint8Array {
  return writeZip(
    zip.entries.map((entry) => ({ kind: 'copy', entry, stored: zip.stored(entry), time: FIXED_TIME }) as const),
  );
}
