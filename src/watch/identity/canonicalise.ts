/** Parameters that say how a reader came to a page, not which page it is. */
const TRACKING =
  /^(?:utm_\w+|spm|scm|gclid|fbclid|msclkid|yclid|isappinstalled|share_token|share_from|wx_\w+|_t|timestamp)$/i;
const SHARED_FROM = new Set(['singlemessage', 'groupmessage', 'timeline', 'weixin', 'wechat']);

/** Hosts that serve the same articles under a second name. */
const HOST_TWINS: Readonly<Record<string, string>> = {
  'service2.most.gov.cn': 'service.most.gov.cn',
};

function canonicalHost(hostname: string): string {
  const host = hostname
    .replace(/(?<=[^.])\.+$/, '')
    .replace(/^(?:(?:www|m|wap|3g|big5)\.)+(?=[^.]+\.[^.]+)/, '');
  return HOST_TWINS[host] ?? host;
}

const canonicalPort = (port: string): string =>
  port === '' || port === '80' || port === '443' ? '' : `:${port}`;

function canonicalPath(path: string): string {
  return (
    path
      .replace(/;jsessionid=[^/?#]*/gi, '')
      .replace(/\/{2,}/g, '/')
      .replace(/%[0-9a-f]{2}/gi, (octet) => octet.toUpperCase())
      // The mobile twin of an NDRC article: t20260901_1400001_ext.html.
      .replace(/(\/t\d{8}_\d+)_ext(\.s?html?)$/, '$1$2')
      .replace(/\/(?:index|default)\.(?:s?html?|jsp|aspx?|php)$/i, '/')
  );
}

/** What the Traditional mirror shows: /gate/big5/www.beijing.gov.cn/zhengce/… */
function originalOf({ pathname, search, hash }: URL): URL | null {
  const [, host, path = '/'] = /^\/gate\/big5\/([^/]+\.[^/]+)(\/.*)?$/.exec(pathname) ?? [];
  return host === undefined ? null : URL.parse(`https://${host}${path}${search}${hash}`);
}

function canonicalQuery({ search, searchParams }: URL): string {
  if (search === '') return '';
  const parameters = [...searchParams].filter(
    ([name, value]) => !TRACKING.test(name) && !(name === 'from' && SHARED_FROM.has(value)),
  );
  parameters.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return parameters.length === 0 ? '' : `?${new URLSearchParams(parameters)}`;
}

/** In a fragment these say where a reader came from, not which page it is. */
const FROM = /^(?:from|ref|referr?er|source|src|share\w*|xtor|at_\w+)$/i;

const isTracking = (pair: string): boolean => {
  const [name = ''] = pair.split('=');
  return TRACKING.test(name) || FROM.test(name);
};

/**
 * The part of a fragment that names the page. Routes of single-page sites are kept as they are: `#/declare/detail/7`, `#!/news/7`. So is
 * what has parameters, but for those that track: `#id=7`, `#detail?id=7`, `#id=7&from=wx`. `#top`, `#utm_source=x`, `#:~:text=…` and the
 * page of a PDF are places on a page, or how somebody came to it.
 */
function canonicalFragment({ hash, pathname }: URL): string {
  if (/^#!?\/./.test(hash)) return hash;
  if (!/[=?]/.test(hash) || /\.pdf$/i.test(pathname)) return '';
  const [, route = '', parameters = ''] = /^#([^?=&]*\?)?(.*)$/.exec(hash.replace(/:~:.*$/, '')) ?? [];
  const kept = parameters
    .split('&')
    .filter((pair) => !isTracking(pair))
    .join('&');
  return kept.includes('=') || (route !== '' && kept !== '') ? `#${route}${kept}` : '';
}

/**
 * An address that URL parsing leaves as it is, in host and path.
 * Takes: `http://zcwj.beijing.gov.cn/a-b/t20260101_1.html` · `https://127.0.0.1:8080/a/`.
 * Leaves alone: `https://a.cn` · `https://a.cn/a//b` · `https://a.cn/../b` · `https://a.cn/a?b` · `https://A.cn/` · `https://1.2/` ·
 * `https://xn--a.cn/` · `https://a.cn:080/`.
 */
const PLAIN =
  /^https?:\/\/((?:(?!xn--)[a-z0-9-]+\.)+[a-z]{2,}|(?:(?:[1-9]?\d|1\d\d)\.){3}(?:[1-9]?\d|1\d\d))(?::([1-9]\d{1,3}|[1-5]\d{4}))?((?:\/\w[\w.-]*)*\/?)$/;
/** What `canonicalPath` and `originalOf` may change of one. */
const TO_FOLD = /_ext\.|\/(?:index|default)\.|^\/gate\//i;

/** The canonical form of an address that is as plain as most are; null for any other. */
function canonicalPlain(written: string): string | null {
  const [, host = '', port = '', path = ''] = PLAIN.exec(written) ?? [];
  if (path === '' || TO_FOLD.test(path)) return null;
  return `https://${canonicalHost(host)}${canonicalPort(port)}${path}`;
}

/**
 * The canonical form of an article's URL, by which it is known: one scheme, host twins and mirrors folded, tracking gone,
 * fragments kept where they name the page. Applying it again changes nothing. It is an identity: the page itself is visited under the URL as published.
 */
export function canonicalUrl(written: string): string {
  const plain = canonicalPlain(written);
  if (plain !== null) return plain;
  let current = written;
  for (let round = 0; round < 8; round += 1) {
    const url = URL.parse(current);
    if (url === null || !/^https?:$/.test(url.protocol)) break;
    const original = originalOf(url);
    if (original !== null) {
      current = original.href;
      continue;
    }
    const path = canonicalPath(url.pathname);
    const host = `${canonicalHost(url.hostname)}${canonicalPort(url.port)}`;
    current = `https://${host}${path}${canonicalQuery(url)}${canonicalFragment(url)}`;
    // A path that was changed may now hold what is changed in its turn, and a name that lost its dots be an IP address: `0..`.
    if (path === url.pathname && !url.hostname.endsWith('.')) break;
  }
  return current;
}
