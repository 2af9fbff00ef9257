import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, decompress } from '../../../src/watch/fetch/decode.ts';

const TEXT = '<title>关于支持概念验证平台建设的若干措施</title>';

/** The characters of a text in GB18030, by asking its decoder for each pair of bytes. */
const gbk = (() => {
  const decoder = new TextDecoder('gb18030');
  const bytesOf = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(new Uint8Array([lead, trail]));
      if (character.length === 1 && !bytesOf.has(character)) bytesOf.set(character, [lead, trail]);
    }
  return (text: string) =>
    new Uint8Array([...text].flatMap((character) => bytesOf.get(character) ?? [character.charCodeAt(0)]));
})();

describe('the text of a page', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  it.each([
    [utf8(TEXT), 'text/html', TEXT, 'UTF-8, nothing declared'],
    [utf8(TEXT), 'text/html; charset=ISO-8859-1', TEXT, 'UTF-8 under a false header'],
    [utf8(TEXT), 'text/html; charset=gb2312', TEXT, 'UTF-8 under another false header'],
    [utf8(`\ufeff${TEXT}`), 'text/html; charset=gbk', TEXT, 'a byte order mark overrules all'],
    [gbk(TEXT), 'text/html; charset=gb2312', TEXT, 'GBK declared as its subset'],
    [gbk(`<meta charset="gbk">${TEXT}`), 'text/html', `<meta charset="gbk">${TEXT}`, 'GBK by meta'],
    [gbk(TEXT), '', TEXT, 'GBK, nothing declared'],
    [gbk(TEXT), 'text/html; charset=utf-8', TEXT, 'GBK under a false header'],
    [gbk(TEXT), 'text/html; charset=ISO-8859-1', TEXT, 'GBK under a server default'],
    [
      gbk('<?xml version="1.0" encoding="GB2312"?><a>镕</a>'),
      '',
      '<?xml version="1.0" encoding="GB2312"?><a>镕</a>',
      'a character GB2312 has not',
    ],
    [utf8(TEXT), 'text/html; charset=x-unknown', TEXT, 'a label nobody knows'],
    [new Uint8Array(Buffer.from(`\ufeff${TEXT}`, 'utf16le')), '', TEXT, 'UTF-16'],
    [new Uint8Array(0), 'text/html', '', 'nothing'],
  ])('%# is read right: %3$s', (bytes, contentType, text) => {
    expect(decodeText(bytes, contentType)).toBe(text);
  });

  it('with one broken byte is still read as what it says it is', () => {
    const broken = new Uint8Array([...utf8(TEXT), 0xff, ...utf8(TEXT)]);
    expect(decodeText(broken, 'text/html; charset=utf-8')).toBe(`${TEXT}\ufffd${TEXT}`);
  });

  // As systems cut a summary to forty bytes, in the middle of a character.
  const item = [...utf8(`<title>关于公开征集科技服务业项目的通知</title><p>`)];
  const cut = [...item, ...utf8('各有关单位，现将有关事项通知如下').subarray(0, 40), ...utf8('...</p>')];
  it.each([
    ['<?xml version="1.0" encoding="utf-8"?>', 'text/xml', 'declared'],
    ['<?xml version="1.0"?>', 'text/xml', 'not declared, as XML need not'],
    ['[', 'application/json', 'not declared, as JSON need not'],
    ['<html>', 'text/html', 'not declared'],
    ['<html>', 'text/html; charset=gb2312', 'under a false header'],
  ])('in UTF-8 with summaries cut by their bytes keeps its titles: %s, %s, %s', (head, contentType) => {
    const text = decodeText(new Uint8Array([...utf8(head), ...cut, ...cut, ...cut]), contentType);
    expect(text.match(/关于公开征集科技服务业项目的通知/g)).toHaveLength(3);
  });

  it.each([
    ['<a>科</a>', 'XML that declares nothing', '<?xml version="1.0"?>'],
    ['"科"]', 'JSON', '['],
  ])('of which hardly anything is whole is UTF-8 where that is the rule: %s in %s', (text, _, head) => {
    expect(decodeText(new Uint8Array([...utf8(head + text), 0xe5, 0x85, ...utf8('.')]))).toContain('科');
  });

  it('in GBK with a character cut is still GBK under a false header', () => {
    const bytes = new Uint8Array([...gbk(TEXT), 0xb9, ...gbk(`.${TEXT}`)]);
    expect(decodeText(bytes, 'text/html; charset=utf-8').match(/概念验证平台建设/g)).toHaveLength(2);
  });

  it('never fails, whatever the bytes and whatever is declared', () => {
    const labels = fc.constantFrom('', 'utf-8', 'gbk', 'big5', 'utf-16le', 'iso-8859-1', 'nonsense');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), labels, (bytes, label) => {
        expect(typeof decodeText(bytes, `text/html; charset=${label}`)).toBe('string');
      }),
    );
  });
});

describe('compression', () => {
  it.each([
    ['zstd-of-tomorrow', Buffer.of(0x28, 0xb5, 0x2f, 0xfd, 0), 'unknown-encoding'],
    ['br', Buffer.from('this is not brotli\0'), 'bad-encoding'],
    ['deflate', Buffer.from('\0this is not deflate'), 'bad-encoding'],
    ['gzip', Buffer.concat([gzipSync('x').subarray(0, 10), Buffer.alloc(9, 0xff)]), 'bad-encoding'],
    ['deflate', deflateSync(Buffer.alloc(2000)).subarray(0, -4), 'too-large'],
    ['br', brotliCompressSync(Buffer.alloc(2000)), 'too-large'],
    ['gzip', Buffer.concat([gzipSync(Buffer.alloc(2000)), Buffer.from('x')]), 'too-large'],
    ['gzip', gzipSync(Buffer.alloc(2000)), 'too-large'],
    ['', gzipSync(Buffer.alloc(2000)), 'too-large'],
    ['', Buffer.alloc(2000), 'too-large'],
  ])('"%s" %# fails as %3$s', async (encoding, body, cause) => {
    expect(await decompress(body, encoding, 1000)).toEqual({ ok: false, error: cause });
  });

  it('never throws, nor gives more than it may, whatever the bytes and whatever is declared', async () => {
    const labels = fc.constantFrom('', 'gzip', 'deflate', 'br', 'br, gzip', 'none', 'x');
    const bodies = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ maxLength: 300 }).map((bytes) => gzipSync(bytes)),
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.concat([Buffer.of(0x1f, 0x8b, 8), bytes])),
    );
    await fc.assert(
      fc.asyncProperty(bodies, labels, async (body, label) => {
        const plain = await decompress(body, label, 200);
        expect(plain.ok ? plain.value.length : 0).toBeLessThanOrEqual(200);
      }),
    );
  });
});
