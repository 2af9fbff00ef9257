import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { fail, ok, type Result } from '../../result.ts';

/** Why an address is not visited: `cause` a short stable word, `note` the sentence for people. */
export interface Refusal {
  readonly cause: string;
  readonly note: string;
}

/** Names that mean this machine or this network whatever a resolver says of them (RFC 6761, 6762, 8375, ICANN .internal). */
const LOCAL_NAME = /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home\.arpa)$/;

/** Azure's host agent answers on a public-looking address from inside every virtual machine. */
const METADATA_ADDRESSES = new Set(['168.63.129.16']);

const GLOBAL_UNICAST_V6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address as the system resolver prints it belongs to the public internet. Everything else is not: loopback,
 * private, link-local, carrier-grade NAT, multicast, reserved, and every way of writing IPv4 inside IPv6.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || METADATA_ADDRESSES.has(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(GLOBAL_UNICAST_V6);
}

/** The port a URL leads to, its scheme's own when none is written. */
export const portOf = (url: { protocol: string; port: string }): string =>
  url.port || (url.protocol === 'https:' ? '443' : '80');

/**
 * Whether the operator vouches for a host (`FEED_ALLOW_HOSTS`): `host` opens its ports 80 and 443, `host:port` that port alone.
 * `hostname` is as in `URL`, IPv6 in brackets.
 */
export function isAllowedHost(hostname: string, port: string, allowHosts: readonly string[]): boolean {
  const host = hostname.toLowerCase();
  return allowHosts.some((entry) => {
    const allowed = entry.trim().toLowerCase();
    return allowed === `${host}:${port}` || (allowed === host && (port === '80' || port === '443'));
  });
}

/** The host as it was written: `http://0x7f.1:80/` → `0x7f.1`, `http://[::1]/` → `[::1]`. */
function writtenHost(text: string): string {
  const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(text)?.[1] ?? '';
  return authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '');
}

/** Addresses that are written so that people and programs read them differently. */
function disguise(text: string, url: URL): string | null {
  if (/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*@/i.test(text)) return 'carries user information before the host';
  if (text.includes('\\')) return 'contains a backslash';
  if (/[\p{Cc}\p{Cf}\p{Z}]/u.test(text)) return 'contains white space';
  if (!/^https?:\/\/[^/]/i.test(text)) return 'does not have the form scheme://host/path';
  const host = writtenHost(text);
  if (url.hostname.endsWith('.')) return 'ends its host with a dot';
  if (host.includes('%') || host.normalize('NFKC') !== host) return 'writes its host in other characters';
  if (isIP(url.hostname) === 4 && host !== url.hostname) return 'writes an IP address in another notation';
  return null;
}

function isLocal(url: URL): boolean {
  const host = url.hostname.replace(/\.$/, '');
  const bare = host.replace(/^\[|\]$/g, '');
  if (isIP(bare) !== 0) return !isPublicAddress(bare);
  return LOCAL_NAME.test(host) || !host.includes('.');
}

/**
 * Decides from its text alone whether a URL may be visited. A name that passes must still be checked when it is resolved
 * (`connect.ts`), or a name server could answer with a private address later.
 */
export function checkAddress(text: string, allowHosts: readonly string[] = []): Result<URL, Refusal> {
  const written = text.trim();
  const url = URL.parse(written);
  if (url === null) return fail({ cause: 'invalid-url', note: 'This is not a complete URL.' });
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return fail({ cause: 'scheme', note: `Only http and https are visited, not ${url.protocol}//.` });
  const trick = disguise(written, url);
  const port = portOf(url);
  if (trick === null && isAllowedHost(url.hostname, port, allowHosts)) return ok(url);
  if (isLocal(url) && !isAllowedHost(url.hostname, '80', allowHosts))
    return fail({
      cause: 'private-address',
      note: `${url.hostname} is not an address of the public internet; FEED_ALLOW_HOSTS can name hosts that may be visited all the same.`,
    });
  if (trick !== null) return fail({ cause: 'disguise', note: `The address ${trick}.` });
  if (port !== '80' && port !== '443')
    return fail({
      cause: 'port',
      note: `Only ports 80 and 443 are visited, not ${port}; FEED_ALLOW_HOSTS can name ${url.host}.`,
    });
  return ok(url);
}
