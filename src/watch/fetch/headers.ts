/** What undici keeps to itself. */
const RESERVED = /^(?:expect|keep-alive|transfer-encoding|upgrade)$/i;
/** A name as in RFC 9110, 5.1. Takes: Referer · X-Requested-With. Leaves alone: 来源 · a b · `a:`. */
const NAME = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i;
/** A value as it can be sent: one line of Latin-1. */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * A request header's value as it is sent, an address in it encoded: `https://a.cn/政策/` in a Referer is `https://a.cn/%E6%94%BF…`.
 * Null where there is no way to send it.
 */
export function sendable(name: string, value: string): string | null {
  const isAddress = /^(?:referer|origin)$/i.test(name);
  const sent = isAddress && !VALUE.test(value) ? (URL.parse(value)?.href ?? value) : value;
  return NAME.test(name) && !RESERVED.test(name) && VALUE.test(sent) ? sent : null;
}

/** An address as the page that a reader came from; nothing where it is none. */
export function referrer(page: string): { readonly referer?: string } {
  const url = URL.parse(page);
  return url === null ? {} : { referer: url.href };
}
