import type { Fetcher } from './fetch.ts';

export interface Sparing {
  /** The host that an address is on, or null for one that needs no sparing. */
  readonly hostOf: (url: string) => string | null;
  /** Waits between the end of one request to a host and the next. */
  readonly pause: () => Promise<unknown>;
}

/** By whom turns are taken, then by host: the end of the last request to it. */
const turns = new WeakMap<Sparing, Map<string, Promise<unknown>>>();

/**
 * A fetcher that asks every host for one page at a time, lists, official pages and files alike, with a pause between; those that
 * wait have their turns in the order in which they came. Other hosts are asked meanwhile. Fetchers of one `sparing` take turns with
 * one another.
 */
export function spareHosts(fetcher: Fetcher, sparing: Sparing): Fetcher {
  const { hostOf, pause } = sparing;
  const ends = turns.get(sparing) ?? new Map<string, Promise<unknown>>();
  turns.set(sparing, ends);
  return {
    fetch: (request) => {
      const host = hostOf(request.url);
      if (host === null) return fetcher.fetch(request);
      const before = ends.get(host);
      const answer =
        before === undefined ? fetcher.fetch(request) : before.then(pause).then(() => fetcher.fetch(request));
      const ended = answer.then(
        () => undefined,
        // A bug in one request is its caller's to hear of, and keeps nobody else from the host.
        () => undefined,
      );
      ends.set(host, ended);
      return answer;
    },
    close: () => fetcher.close(),
  };
}
