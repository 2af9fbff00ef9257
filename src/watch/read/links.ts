/** Schemes an entry may link to; `javascript:void(0)`, `mailto:` and empty anchors are no entries. */
const WEB = /^https?:$/;

/**
 * `www.pbc.gov.cn/a/b.html`, written without its scheme. Leaves alone `20260430/5824.html`, `t20260918_1.html`, `./a.html`.
 */
const HOST_WITHOUT_SCHEME = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:cn|com|org|net)(?::\d+)?(?:\/|$)/i;

/** A web address inside a handler: `window.open('/a/b.html')`, `location.href="x.shtml"`. */
const QUOTED_ADDRESS =
  /["']((?:https?:\/\/|\/|\.\.?\/)?[^"'\s()]*\.(?:s?html?|jsp|aspx?|pdf|docx?)[^"'\s]*|https?:\/\/[^"'\s]+)["']/i;

/**
 * A path from the root of a site, of which resolving changes nothing.
 * Takes: `/zcwj/202611/t20261101_1.html` · `/a/`. Leaves alone: `//a.cn/b` · `/a/../b` · `/a?b=1` · `/%e5` · `/a b` · `/.a` · `/`.
 */
const PLAIN_PATH = /^(?:\/\w[\w.-]*)+\/?$/;

/** Resolves links as they stand in the page at `base`: to their absolute form, or null where they lead nowhere. */
export function linksFrom(base: string): (href: string) => string | null {
  const origin = /^https?:/.test(base) ? (URL.parse(base)?.origin ?? null) : null;
  return (href) => {
    let written = href.trim();
    if (origin !== null && PLAIN_PATH.test(written)) return `${origin}${written}`;
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
  };
}
