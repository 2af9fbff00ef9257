/** Schemes an entry may link to; `javascript:void(0)`, `mailto:` and empty anchors are no entries. */
const WEB = /^https?:$/;

/**
 * `www.pbc.gov.cn/a/b.html`, written without its scheme. Leaves alone `20260430/5824.html`, `t20260918_1.html`, `./a.html`.
 */
const HOST_WITHOUT_SCHEME = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:cn|com|org|net)(?::\d+)?(?:\/|$)/i;

/** A web address inside a handler: `window.open('/a/b.html')`, `location.href="x.shtml"`. */
const QUOTED_ADDRESS =
  /["']((?:https?:\/\/|\/|\.\.?\/)?[^"'\s()]*\.(?:s?html?|jsp|aspx?|pdf|docx?)[^"'\s]*|https?:\/\/[^"'\s]+)["']/i;

/** The absolute form of a link as it stands in a page, or null where it leads nowhere. */
export function resolveLink(href: string, base: string): string | null {
  let written = href.trim();
  if (written === '' || written === '#') return null;
  if (/^javascript:/i.test(written) || /\(.*["']/.test(written)) {
    const quoted = QUOTED_ADDRESS.exec(written)?.[1];
    if (quoted === undefined) return null;
    written = quoted;
  }
  if (HOST_WITHOUT_SCHEME.test(written))
    written = `${base.startsWith('http:') ? 'http' : 'https'}://${written}`;
  const url = URL.parse(written, base);
  return url !== null && WEB.test(url.protocol) && url.hostname !== '' ? url.href : null;
}
