/**
 * The second address of a page whose list is fetched by its script (Hanweb's jpaas):
 * `<script parseType="buildstatic" url="/api/unit" queryData="{'webId':'8f43','pageId':'fc8b'}">` → `/api/unit?webId=8f43&pageId=fc8b`.
 * Null where the page has no such script.
 */
export function buildstaticAddress(html: string, base: string): string | null {
  const tag = /<script\b[^>]*\bparseType\s*=\s*["']?buil?di?static\b[^>]*>/i.exec(html)?.[0];
  if (tag === undefined) return null;
  const attribute = (name: string): string =>
    new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i')
      .exec(tag)
      ?.slice(1)
      .find((value) => value !== undefined) ?? '';
  const url = URL.parse(attribute('url'), base);
  if (url === null || attribute('url') === '') return null;
  const query = attribute('queryData').replaceAll('&quot;', '"');
  for (const [, key = '', value = ''] of query.matchAll(/["']?(\w+)["']?\s*:\s*["']([^"']*)["']/g))
    url.searchParams.set(key, value);
  return url.href;
}
