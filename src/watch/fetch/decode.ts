import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { fail, ok, type Result } from '../../result.ts';

const gunzip = promisify(zlib.gunzip);
const inflate = promisify(zlib.inflate);
const inflateRaw = promisify(zlib.inflateRaw);
const brotliDecompress = promisify(zlib.brotliDecompress);

const isGzip = (body: Uint8Array): boolean => body[0] === 0x1f && body[1] === 0x8b && body[2] === 8;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const isTooLarge = (error: unknown): boolean => codeOf(error) === 'ERR_BUFFER_TOO_LARGE';
const isBadStream = (error: unknown): boolean => /^(?:Z_|ERR_)/.test(codeOf(error));

/** No control characters at its beginning but those of text, as no packed body of some length can do without. */
const isText = (body: Uint8Array): boolean =>
  !body.subarray(0, 512).some((byte) => byte < 0x20 && !'\t\n\f\r\u001b'.includes(String.fromCharCode(byte)));

/** Where the packed data of a gzip file begin: after its header, which may hold more data, a name and a remark (RFC 1952). */
function gzipData(body: Uint8Array): Uint8Array {
  const flags = body[3] ?? 0;
  let start = 10;
  if (flags & 4) start += 2 + (body[start] ?? 0) + 256 * (body[start + 1] ?? 0);
  for (const flag of [8, 16]) if (flags & flag) start = body.indexOf(0, start) + 1;
  return body.subarray(flags & 2 ? start + 2 : start);
}

type Way = () => Promise<Uint8Array> | Uint8Array | null;

/** By the first way that leads anywhere; `ERR_BUFFER_TOO_LARGE` ends them all. */
async function byAny(...ways: readonly Way[]): Promise<Uint8Array> {
  let failure: unknown;
  for (const way of ways)
    try {
      const undone = await way();
      if (undone !== null) return undone;
    } catch (error) {
      if (isTooLarge(error) || !isBadStream(error)) throw error;
      failure = error;
    }
  throw failure;
}

/**
 * One layer of `Content-Encoding`, or null for one that nobody knows. Official servers declare what is not so, close early, and send
 * more than they packed; a browser shows their pages all the same. What is whole goes before what was cut off, and plain text before
 * that: a packed body of text cut off looks like no text.
 */
async function undo(encoding: string, body: Uint8Array, limit: number): Promise<Uint8Array | null> {
  const whole = { maxOutputLength: limit };
  const cut = { ...whole, finishFlush: zlib.constants.Z_SYNC_FLUSH };
  const plain = (): Uint8Array | null => (isText(body) ? body : null);
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
    case 'deflate':
      if (isGzip(body))
        return byAny(
          () => gunzip(body, cut),
          // Without looking at what comes after.
          () => inflateRaw(gzipData(body), cut),
        );
      if (encoding !== 'deflate') return body;
      return byAny(
        () => inflate(body, whole),
        () => inflateRaw(body, whole),
        plain,
        () => inflate(body, cut),
        () => inflateRaw(body, cut),
      );
    case 'br':
      return byAny(
        () => brotliDecompress(body, whole),
        plain,
        () => brotliDecompress(body, { ...whole, finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH }),
      );
    default:
      // `identity`, nothing, and words that are none of a compression: none, utf-8, binary.
      return /^(?:identity|none|utf-?8|gbk|gb2312|binary|8bit|)$/.test(encoding) ? body : plain();
  }
}

/**
 * Takes the compression off a body, declared or not, and never makes more than `limit` bytes of it.
 * Causes: `too-large`, `unknown-encoding`, `bad-encoding`.
 */
export async function decompress(
  body: Uint8Array,
  contentEncoding: string,
  limit: number,
): Promise<Result<Uint8Array, 'too-large' | 'unknown-encoding' | 'bad-encoding'>> {
  let plain = body;
  try {
    for (const encoding of contentEncoding.toLowerCase().split(',').reverse()) {
      const undone = await undo(encoding.trim(), plain, limit);
      if (undone === null) return fail('unknown-encoding');
      plain = undone;
    }
    if (isGzip(plain)) plain = (await undo('gzip', plain, limit)) ?? plain;
  } catch (error) {
    if (isTooLarge(error)) return fail('too-large');
    if (isBadStream(error)) return fail('bad-encoding');
    throw error;
  }
  return plain.length > limit ? fail('too-large') : ok(plain);
}

/** `text/html; charset="gb2312"` → `gb2312`; `<meta charset=utf-8>` → `utf-8`; `<?xml version="1.0" encoding='GBK'?>` → `GBK`. */
const CHARSET = /(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)/i;

/** gb2312 and gbk as gb18030, their superset: pages that claim the first use characters of the last. */
function decoderFor(label: string | undefined): TextDecoder | null {
  const name = label?.toLowerCase();
  if (name === undefined) return null;
  // Western labels over Chinese pages are server defaults, never meant.
  if (/^(?:iso-?8859-1|latin-?1|windows-1252|us-ascii|ascii)$/.test(name)) return null;
  try {
    return new TextDecoder(/^(?:gb2312|gb_2312-80|gbk|x-gbk|cp936|gb18030)$/.test(name) ? 'gb18030' : name);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Null where the bytes are not UTF-8 throughout. */
function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Characters that are broken. A page has millions: they are counted where they stand. */
function damage(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) count += 1;
  return count;
}

/**
 * GBK text of eight characters or more that is read as UTF-8 breaks once at least for every two characters that hold; UTF-8 in which
 * a system has cut texts by their bytes breaks once a text.
 */
const MOST_BROKEN = 0.2;

/** A text that was written as UTF-8, though some of its characters are broken. As GBK hardly one would be, and every one another. */
function isUtf8(text: string, broken: number): boolean {
  let whole = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) whole += 1;
  return broken < (whole - broken) * MOST_BROKEN;
}

/** What is UTF-8 unless it says otherwise. Takes: <?xml version="1.0"?> · <rss> · {"a": · [{. Leaves alone: <html>, <ul>. */
const UTF8_BY_NATURE = /^\s*(?:<\?xml|<rss|<feed|<rdf:|[{[])/i;

/**
 * The text of a page: byte order mark, then what header and meta declare, then detection. A declaration that the bytes contradict
 * is overruled: text that is valid UTF-8, or nearly, is UTF-8 whatever a server's default header says.
 */
export function decodeText(bytes: Uint8Array, contentType = ''): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder().decode(bytes);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  const declared = [CHARSET.exec(contentType)?.[1], CHARSET.exec(head)?.[1]]
    .map(decoderFor)
    .filter((decoder) => decoder !== null);
  const wide = declared.find((decoder) => decoder.encoding.startsWith('utf-16'));
  if (wide !== undefined && head.includes('\u0000')) return wide.decode(bytes);
  const strict = decodeStrictly(bytes);
  if (strict !== null) return strict;
  const lenient = new TextDecoder().decode(bytes);
  const broken = damage(lenient);
  if (isUtf8(lenient, broken)) return lenient;
  const usual = (UTF8_BY_NATURE.test(head) ? ['utf-8', 'gb18030'] : ['gb18030', 'utf-8']).map(
    (label) => new TextDecoder(label),
  );
  const candidates = [...declared, ...usual].filter((decoder) => !decoder.encoding.startsWith('utf-16'));
  // The least damaged reading wins, the earlier declared one among equals.
  let best = { text: '', damage: Number.POSITIVE_INFINITY };
  for (const decoder of candidates) {
    const text = decoder.encoding === 'utf-8' ? lenient : decoder.decode(bytes);
    const count = decoder.encoding === 'utf-8' ? broken : damage(text);
    if (count < best.damage) best = { text, damage: count };
  }
  return best.text;
}
