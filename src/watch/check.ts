import { createFetcher, type FetcherOptions } from './fetch/fetch.ts';
import { extraCasOf } from './fetch/trust.ts';
import type { Readings } from './read/readings.ts';
import type { FeedDefinition, Reader, Visit } from './types.ts';
import { type Source, visitFeed } from './visit.ts';

/** The source that is meant: a known one by its id or URL, any other by its URL. A reader asked for goes before the known one. */
export function sourceOf(
  asked: string,
  feeds: readonly FeedDefinition[],
  reader: Reader | null = null,
): Source {
  const known = feeds.find(({ id, url }) => id === asked || url === asked);
  return { ...(known ?? { url: asked }), reader: reader ?? known?.reader ?? null };
}

/** Visits a source once, outside all order, and keeps nothing. */
export async function checkSource(
  source: Source,
  {
    rsshubUrl,
    readings,
    ...options
  }: FetcherOptions & { readonly rsshubUrl: string | null; readonly readings: Readings },
): Promise<Visit> {
  const fetcher = createFetcher({ ...options, extraCas: extraCasOf([source]) });
  try {
    return await visitFeed(source, {}, { fetcher, now: options.now, readings, rsshubUrl });
  } finally {
    await fetcher.close();
  }
}
