import type { Result } from '../../result.ts';
import { type DetailPage, readDetailPage } from '../detail/readPage.ts';
import type { Detail } from '../detail/types.ts';
import type { Reader } from '../types.ts';
import { type List, type Page, readList } from './list.ts';
import type { ReadFailure } from './types.ts';

/** Reading what was fetched: pure, and as long as whoever made the page wants it to last (`readThread.ts`). */
export interface Readings {
  /** The entries of a list. */
  list(page: Page, reader: Reader | null): Promise<Result<List, ReadFailure>>;
  /** What an official page says of its document. */
  detail(page: DetailPage): Promise<Result<Detail, ReadFailure>>;
}

/** Here and now: for a single page that somebody waits for. */
export const readHere: Readings = { list: readList, detail: readDetailPage };
