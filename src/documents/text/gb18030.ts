// The runtime decodes GB18030 and cannot encode it. The table is made by decoding every code once, when it is first needed.

/** Four-byte codes of the basic plane run from 0x81308130 to 0x8431A439; the planes above begin at 0x90308130. */
const LAST_BASIC = 39_419;
const FIRST_ABOVE = 189_000;

const fourBytes = (index: number): readonly number[] => [
  0x81 + Math.floor(index / 12_600),
  0x30 + (Math.floor(index / 1260) % 10),
  0x81 + (Math.floor(index / 10) % 126),
  0x30 + (index % 10),
];

let table: Map<number, readonly number[]> | undefined;

function buildTable(): Map<number, readonly number[]> {
  const decoder = new TextDecoder('gb18030', { ignoreBOM: true });
  const codes = new Map<number, readonly number[]>();
  const learn = (bytes: readonly number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    const point = text.codePointAt(0)!;
    if (text.length === 1 && point !== 0xfffd && point >= 0x80 && !codes.has(point)) codes.set(point, bytes);
  };
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) learn([lead, trail]);
  for (let index = 0; index <= LAST_BASIC; index++) learn(fourBytes(index));
  return codes;
}

/** Encodes a text as GB18030; half of a surrogate pair becomes a question mark. */
export function encodeGb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (point < 0x80) bytes.push(point);
    else if (point >= 0x10000) bytes.push(...fourBytes(FIRST_ABOVE + point - 0x10000));
    else {
      table ??= buildTable();
      bytes.push(...(table.get(point) ?? [0x3f]));
    }
  }
  return Uint8Array.from(bytes);
}
