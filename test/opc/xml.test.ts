import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OpcError } from '../../src/opc/opc-error.js';
import { readXml } from '../../src/opc/xml.js';
import { decodeXml, encodeXml, escapeXmlAttribute, escapeXmlText } from '../../src/opc/xml-text.js';

function thrownBy(source: string | Uint8Array, maxDepth?: number): OpcError {
  try {
    readXml(source, {}, maxDepth === undefined ? {} : { maxDepth });
  } catch (error) {
    if (error instanceof OpcError) return error;
  }
  throw new Error('read without an error');
}

/** Each event with the piece of source that its offsets cut out. */
function trace(source: string): string[] {
  const events: string[] = [];
  readXml(source, {
    open: (t) => events.push(`open ${t.local} ${source.slice(t.start, t.end)}`),
    close: (_uri, local, start, end) => events.push(`close ${local} ${source.slice(start, end)}`),
    text: (text, start, end) => events.push(`text ${text} ${source.slice(start, end)}`),
  });
  return events;
}

describe('reading XML', () => {
  it('gives exact source offsets of tags and texts', () => {
    expect(trace('\uFEFF<?xml version="1.0"?>\r\n<w:p xmlns:w="u" a=">"><w:t >a&amp;b</w:t ><w:x/></w:p>')).toEqual([
      'open p <w:p xmlns:w="u" a=">">',
      'open t <w:t >',
      'text a&b a&amp;b',
      'close t </w:t >',
      'open x <w:x/>',
      'close x ',
      'close p </w:p>',
    ]);
  });

  it('joins text over comments, CDATA and processing instructions', () => {
    expect(trace('<a>一<!-- < --><![CDATA[<二>]]><?p q?>三</a>')[1]).toBe(
      'text 一<二>三 一<!-- < --><![CDATA[<二>]]><?p q?>三',
    );
  });

  it('resolves namespaces of elements and attributes, whatever the prefix', () => {
    let seen: unknown;
    readXml('<x:a xmlns:x="u" xmlns:y="v" y:id="1" id="2"/>', {
      open: (t) => {
        seen = [t.uri, t.local, t.attribute('id'), t.attribute('id', 'v'), t.attribute('id', 'w'), t.declares];
      },
    });
    expect(seen).toEqual(['u', 'a', '2', '1', undefined, { x: 'u', y: 'v' }]);
  });

  it('keeps offsets exact after characters outside the basic plane and after CRLF', () => {
    expect(trace('<a>\r\n𠀀<b/></a>')).toContain('open b <b/>');
  });

  it('refuses a DOCTYPE, with or without entities', () => {
    expect(thrownBy('<!DOCTYPE a SYSTEM "http://example.org/x.dtd"><a/>').code).toBe('xml-doctype');
    expect(thrownBy('<!DOCTYPE a [<!ENTITY e "eeee">]><a>&e;</a>').code).toBe('xml-doctype');
  });

  it.each(['<a>', '<a></b>', '<a>&nope;</a>', 'text', '', '<x:a/>', '<a b="1" b="2"/>'])('refuses %s', (source) => {
    expect(thrownBy(source).code).toBe('xml-malformed');
  });

  it('says where a malformed part goes wrong', () => {
    expect(thrownBy('<a>\n<b></c></a>').args).toMatchObject({ line: 2, column: 7 });
  });

  it('refuses nesting deeper than the bound', () => {
    expect(thrownBy('<a>'.repeat(10) + '</a>'.repeat(10), 5).code).toBe('xml-too-deep');
    expect(thrownBy('<a>'.repeat(100_000)).code).toBe('xml-too-deep');
  });
});

describe('XML as bytes', () => {
  const source = '<?xml version="1.0"?><a>快递</a>';

  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('reads and writes %s, byte order mark kept', (encoding) => {
    const bytes = encodeXml({ text: `\uFEFF${source}`, encoding });
    expect(decodeXml(bytes)).toEqual({ text: `\uFEFF${source}`, encoding });
  });

  it('refuses other encodings and broken sequences', () => {
    expect(thrownBy(new TextEncoder().encode('<?xml version="1.0" encoding="GB2312"?><a/>')).code).toBe('xml-encoding');
    expect(thrownBy(new Uint8Array([0x3c, 0xbf, 0xec])).code).toBe('xml-encoding');
  });

  it('escapes any text so that it is read back, apart from what XML cannot carry', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const carried = value.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
        let read = '';
        let attribute: string | undefined;
        readXml(`<a b="${escapeXmlAttribute(value)}">${escapeXmlText(value)}</a>`, {
          open: (t) => {
            attribute = t.attribute('b');
          },
          text: (text) => {
            read += text;
          },
        });
        expect(read).toBe(carried);
        expect(attribute).toBe(carried);
      }),
    );
  });

  it('drops half of a surrogate pair', () => {
    expect(escapeXmlText('a\uD800b')).toBe('ab');
    expect(escapeXmlText('𠀀')).toBe('𠀀');
  });
});
