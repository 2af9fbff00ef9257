import type { Result } from '../../result.ts';
import { decodeText } from '../fetch/decode.ts';
import type { Page } from '../read/list.ts';
import type { ReadFailure } from '../read/types.ts';
import { readJsonDetail } from './json.ts';
import { readDetail } from './read.ts';
import type { Detail, DetailReader, JsonDetailReader } from './types.ts';

/** An official page as it came, or the answer of the interface that fills it. */
export interface DetailPage extends Page {
  /** What its source says of its pages. */
  readonly reader?: DetailReader;
  readonly authority?: string;
  /** Of an answer: the interface, and the address of the page that it fills. */
  readonly api?: { readonly reader: JsonDetailReader; readonly of: string };
}

/** What an official page says of its document; it fails as `readDetail` and `readJsonDetail` do. */
export async function readDetailPage(page: DetailPage): Promise<Result<Detail, ReadFailure>> {
  const { url, body, contentType, api, reader, authority } = page;
  const text = decodeText(body, contentType);
  return api === undefined
    ? readDetail(text, url, reader, authority)
    : readJsonDetail(text, api.of, api.reader);
}
