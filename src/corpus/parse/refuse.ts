import { fail, ok, type Result } from '../../result.ts';

/** Why a file is not parsed. `message` is a sentence for people. */
export interface Refusal {
  readonly code: 'empty' | 'too-large' | 'binary' | 'line-too-long' | 'not-chinese';
  readonly message: string;
}

/** The longest Chinese law has under half a megabyte. */
const MAX_BYTES = 8_000_000;
/** A whole law on one line is odd but readable; beyond this it is no text that people wrote. */
const MAX_LINE = 500_000;
const SAMPLE = 100_000;

/** Why a file of this size is not read at all; null if it may be. To be asked before the file is read. */
export function refuseSize(bytes: number): Refusal | null {
  if (bytes <= MAX_BYTES) return null;
  const megabytes = (size: number): number => Math.round(size / 1e6);
  return {
    code: 'too-large',
    message: `The file has ${megabytes(bytes)} MB; a legal text has at most ${megabytes(MAX_BYTES)}.`,
  };
}

/** Decodes a file that is to be parsed (UTF-8, UTF-16 with its mark, GB18030), or says why it cannot be a legal text. */
export function readText(bytes: Uint8Array): Result<string, Refusal> {
  const oversize = refuseSize(bytes.length);
  if (oversize) return fail(oversize);
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  const binary = encoding === null && bytes.subarray(0, SAMPLE).includes(0);
  const text = binary ? null : decode(bytes, encoding === null ? ['utf-8', 'gb18030'] : [encoding]);
  if (text === null)
    return fail({ code: 'binary', message: 'The file is not text in UTF-8, UTF-16 or GB18030.' });
  const refusal = refuseText(text);
  return refusal ? fail(refusal) : ok(text);
}

function decode(bytes: Uint8Array, encodings: readonly string[]): string | null {
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      // Not in this encoding: the only thing a fatal decoder throws a TypeError for.
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return null;
}

/** Why a text cannot be a Chinese legal text; null if it can. */
function refuseText(text: string): Refusal | null {
  if (text.length > MAX_BYTES)
    return { code: 'too-large', message: `The text has ${text.length} characters; a legal text has fewer.` };
  const sample = text.slice(0, SAMPLE).replace(/\s+/g, '');
  if (sample === '') return { code: 'empty', message: 'The text is empty.' };
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han < sample.length / 10)
    return { code: 'not-chinese', message: 'The text is not Chinese: hardly a Chinese character is in it.' };
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    const stop = end < 0 ? text.length : end;
    if (stop - start > MAX_LINE)
      return { code: 'line-too-long', message: `A line of the text has ${stop - start} characters.` };
    start = stop + 1;
  }
  return null;
}
