import * as zlib from 'node:zlib';

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  return c;
});

function byTable(bytes: Uint8Array, crc: number): number {
  let c = ~crc;
  for (let i = 0; i < bytes.length; i++) c = TABLE[(c ^ bytes[i]!) & 0xff]! ^ (c >>> 8);
  return ~c >>> 0;
}

// Node 20.15 brought a native one, several times faster; 20.0 to 20.14 are supported too.
const native = (zlib as { readonly crc32?: (data: Uint8Array, value?: number) => number }).crc32;

/** CRC-32 (ISO 3309) of bytes; `crc` continues an earlier piece. */
export const crc32 = (bytes: Uint8Array, crc = 0): number => (native ?? byTable)(bytes, crc);

export { byTable as crc32ByTable };
