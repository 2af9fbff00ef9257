import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { Agent, buildConnector } from 'undici';
import { isAllowedHost, isPublicAddress, portOf } from './address.ts';

/** The resolver, as `dns.lookup` with `all: true`; tests give their own. */
export type Resolve = (
  hostname: string,
  options: { readonly all: true; readonly family?: number },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** `code` of the error when every address a name resolves to is private. */
export const PRIVATE_ADDRESS = 'ERR_PRIVATE_ADDRESS';

/**
 * A lookup that hands out public addresses alone. The connection is made to what was checked here, so a name server that changes
 * its answer in between (DNS rebinding) gains nothing.
 */
function publicLookup(resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    const family = options.family === 'IPv4' ? 4 : options.family === 'IPv6' ? 6 : (options.family ?? 0);
    resolve(hostname, { all: true, family }, (error, addresses) => {
      if (error) return callback(error, '');
      const [first, ...others] = addresses.filter(({ address }) => isPublicAddress(address));
      if (first === undefined)
        return callback(
          Object.assign(new Error(`${hostname} resolves to private addresses`), { code: PRIVATE_ADDRESS }),
          '',
        );
      return options.all ? callback(null, [first, ...others]) : callback(null, first.address, first.family);
    });
  };
}

export interface AgentOptions {
  readonly allowHosts: readonly string[];
  readonly connectMs: number;
  readonly resolve?: Resolve;
  /** Certificates (PEM) that are trusted for one host besides the usual ones, by host name. */
  readonly extraCas?: ReadonlyMap<string, string>;
}

/** The usual authorities with a host's own, which may be the missing link of its chain. */
async function trusting(ca: string | undefined) {
  if (ca === undefined) return {};
  const { getCACertificates } = await import('node:tls');
  return { ca: [...getCACertificates('default'), ca], allowPartialTrustChain: true };
}

/** At once to a host that the operator vouches for: as many as are visited at once (`lanes` of the tick). */
const VOUCHED_CONNECTIONS = 32;

/** One undici Agent whose every connection goes to a public address, or to a host the operator vouches for. */
export async function createAgent({
  allowHosts,
  connectMs,
  resolve = systemLookup,
  extraCas = new Map(),
}: AgentOptions): Promise<Agent> {
  const undici = await import('undici');
  const common = { timeout: connectMs, allowH2: false } satisfies buildConnector.BuildOptions;
  const connectors = async (ca?: string) => {
    const own = { ...common, ...(await trusting(ca)) };
    return {
      guarded: undici.buildConnector({
        ...own,
        lookup: publicLookup(resolve),
      } as buildConnector.BuildOptions),
      vouched: undici.buildConnector(own),
    };
  };
  const usual = await connectors();
  const excepted = new Map<string, typeof usual>();
  for (const [host, ca] of extraCas) excepted.set(host, await connectors(ca));
  return new undici.Agent({
    // A host is asked for one page at a time, unless the operator vouches for it.
    factory: (origin, pool) => {
      const { hostname, protocol, port } = new URL(origin);
      const isVouched = isAllowedHost(hostname, portOf({ protocol, port }), allowHosts);
      return new undici.Pool(origin, { ...pool, connections: isVouched ? VOUCHED_CONNECTIONS : 1 });
    },
    keepAliveTimeout: 4_000,
    allowH2: false,
    connect: (options, callback) => {
      const isVouched = isAllowedHost(options.hostname, portOf(options), allowHosts);
      (excepted.get(options.hostname) ?? usual)[isVouched ? 'vouched' : 'guarded'](options, callback);
    },
  });
}
