import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32, crc32ByTable } from '../../src/opc/crc32.js';
import { OpcError, type OpcErrorCode } from '../../src/opc/opc-error.js';
import { openZip, type Zip } from '../../src/opc/zip-reader.js';
import { rewriteZip, withFixedTimes, writeZip } from '../../src/opc/zip-writer.js';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function codeOf(action: () => unknown): OpcErrorCode | 'no error' {
  try {
    action();
  } catch (error) {
    if (error instanceof OpcError) return error.code;
    throw error;
  }
  return 'no error';
}

async function collect(zip: Zip, name: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of zip.stream(name)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Position of the n-th central directory record of a zip without comment. */
function directoryAt(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 6, true);
}

const sample = (): Uint8Array =>
  zipSync({ 'a.xml': strToU8('<a>快递</a>'.repeat(200)), '子/b.bin': [new Uint8Array([1, 2, 3]), { level: 0 }] });

describe('reading a zip', () => {
  it('lists the names and gives the content, deflated or stored', () => {
    const zip = openZip(sample());
    expect(zip.names).toEqual(['a.xml', '子/b.bin']);
    expect(text(zip.read('a.xml'))).toBe('<a>快递</a>'.repeat(200));
    expect([...zip.read('子/b.bin')]).toEqual([1, 2, 3]);
  });

  it('compares names as OPC does: leading slash, backslash and case do not matter', () => {
    const zip = openZip(zipSync({ 'Word\\Document.xml': strToU8('x') }));
    expect(zip.has('/word/document.xml')).toBe(true);
    expect(text(zip.read('word/document.xml'))).toBe('x');
  });

  it('streams the same bytes that it reads', async () => {
    const big = new Uint8Array(randomBytes(3_000_000));
    const zip = openZip(zipSync({ big, small: strToU8('s') }));
    expect(Buffer.compare(await collect(zip, 'big'), Buffer.from(big))).toBe(0);
    expect(text(await collect(zip, 'small'))).toBe('s');
  });

  it('reads an empty entry', () => {
    expect(openZip(zipSync({ empty: new Uint8Array(0) })).read('empty').length).toBe(0);
  });

  it.each<[string, (bytes: Uint8Array) => Uint8Array, OpcErrorCode]>([
    ['a text', () => strToU8('指标,单位,数值\n快递业务量,万件,1\n快递业务收入'), 'zip-not-a-zip'],
    ['nothing', () => new Uint8Array(0), 'zip-not-a-zip'],
    ['a file cut short', (b) => b.slice(0, b.length - 40), 'zip-truncated'],
    [
      'an entry that needs a password',
      (b) => {
        const at = directoryAt(b) + 8;
        b[at] = b[at]! | 1;
        return b;
      },
      'zip-encrypted',
    ],
    [
      'an unknown method of compression',
      (b) => {
        b[directoryAt(b) + 10] = 14;
        return b;
      },
      'zip-method',
    ],
    [
      'two entries over each other',
      (b) => {
        const view = new DataView(b.buffer);
        const second = directoryAt(b) + 46 + 'a.xml'.length;
        view.setUint32(second + 42, 0, true);
        return b;
      },
      'zip-damaged',
    ],
  ])('refuses %s', (_what, spoil, code) => {
    expect(codeOf(() => openZip(spoil(sample())))).toBe(code);
  });

  it('refuses content that does not match its checksum', async () => {
    const bytes = sample();
    const at = directoryAt(bytes) + 16;
    bytes[at] = bytes[at]! ^ 0xff;
    expect(codeOf(() => openZip(bytes).read('a.xml'))).toBe('zip-checksum');
    await expect(collect(openZip(bytes), 'a.xml')).rejects.toMatchObject({ code: 'zip-checksum' });
  });

  it.each([-1, +1, +1000])('refuses content whose size differs from the declared one by %i', async (difference) => {
    const bytes = sample();
    const view = new DataView(bytes.buffer);
    const at = directoryAt(bytes) + 24;
    view.setUint32(at, view.getUint32(at, true) + difference, true);
    expect(codeOf(() => openZip(bytes).read('a.xml'))).toBe('zip-size-mismatch');
    await expect(collect(openZip(bytes), 'a.xml')).rejects.toMatchObject({ code: 'zip-size-mismatch' });
  });

  it('refuses a bomb before inflating it: by ratio, by size, by number of entries', () => {
    const bomb = zipSync({ 'sheet.xml': new Uint8Array(40_000_000) });
    expect(codeOf(() => openZip(bomb))).toBe('zip-ratio');
    expect(codeOf(() => openZip(sample(), { maxTotalSize: 1000 }))).toBe('zip-too-large');
    expect(codeOf(() => openZip(sample(), { maxEntries: 1 }))).toBe('zip-too-many-entries');
  });

  it('says which entry is missing', () => {
    expect(codeOf(() => openZip(sample()).read('none.xml'))).toBe('zip-missing-entry');
  });

  it('never fails otherwise than by OpcError, whatever byte is damaged', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }), (spots) => {
        const bytes = sample();
        for (const [at, value] of spots) bytes[at % bytes.length] = value;
        const outcome = codeOf(() => {
          const zip = openZip(bytes);
          for (const name of zip.names) zip.read(name);
        });
        expect(outcome).toBeTypeOf('string');
      }),
      { numRuns: 500 },
    );
  });
});

describe('writing a zip', () => {
  it('gives the same bytes each time, and a reader finds what was written', () => {
    const parts = [
      { kind: 'content', name: 'a.xml', content: strToU8('<a/>') },
      { kind: 'content', name: '数据.xml', content: strToU8('快'.repeat(1000)) },
    ] as const;
    const zip = openZip(writeZip(parts));
    expect(writeZip(parts)).toEqual(writeZip(parts));
    expect(zip.names).toEqual(['a.xml', '数据.xml']);
    expect(text(zip.read('数据.xml'))).toBe('快'.repeat(1000));
  });

  it('keeps the compressed bytes of untouched entries, replaces in place, adds at the end, removes', () => {
    const before = openZip(sample());
    const after = openZip(
      rewriteZip(
        before,
        new Map([
          ['子/b.bin', strToU8('new')],
          ['c', strToU8('added')],
        ]),
      ),
    );
    expect(after.names).toEqual(['a.xml', '子/b.bin', 'c']);
    expect(after.stored(after.find('a.xml')!)).toEqual(before.stored(before.find('a.xml')!));
    expect(text(after.read('子/b.bin'))).toBe('new');
    expect(openZip(rewriteZip(before, new Map([['a.xml', undefined]]))).names).toEqual(['子/b.bin']);
  });

  it('takes the clock out of a zip', () => {
    const of = (mtime: string) => zipSync({ a: strToU8('a') }, { mtime });
    expect(of('2020-01-01')).not.toEqual(of('2024-05-05'));
    expect(withFixedTimes(openZip(of('2020-01-01')))).toEqual(withFixedTimes(openZip(of('2024-05-05'))));
  });

  it('round-trips any entries', () => {
    const entries = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.uint8Array({ maxLength: 400 }), {
      minKeys: 1,
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(entries, (content) => {
        const parts = Object.entries(content).map(
          ([name, bytes]) => ({ kind: 'content', name, content: bytes }) as const,
        );
        const zip = openZip(writeZip(parts));
        for (const [name, bytes] of Object.entries(content)) expect(zip.read(name)).toEqual(bytes);
      }),
    );
  });
});

it('computes CRC-32 the same with and without the native one', () => {
  // Check value of the algorithm's specification.
  expect(crc32ByTable(strToU8('123456789'), 0)).toBe(0xcbf43926);
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
      expect(crc32(b, crc32(a))).toBe(crc32ByTable(Buffer.concat([a, b]), 0));
    }),
  );
});
