import type { FeedDefinition } from '../types.ts';

/** The certificates that sources name for their own hosts, by host name. */
export function extraCasOf(
  sources: readonly Pick<FeedDefinition, 'url' | 'tls'>[],
): ReadonlyMap<string, string> {
  const cas = new Map<string, string>();
  for (const { url, tls } of sources) {
    const host = URL.parse(url)?.hostname;
    if (tls !== undefined && host !== undefined) cas.set(host, `${cas.get(host) ?? ''}${tls.ca}\n`);
  }
  return cas;
}
