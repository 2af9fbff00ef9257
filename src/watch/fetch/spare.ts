export interface Sparing {
  /** The host that an address is on, or null for one that needs no sparing. */
  readonly hostOf: (url: string) => string | null;
  /** Waits between the end of one request to a host and the next. */
  readonly pause: () => Promise<unknown>;
}

/** Waits for the turn of one request at the host of its address; the answer ends it. Whoever holds a turn takes no other meanwhile. */
export type TakeTurn = (url: string) => Promise<() => void>;

/**
 * Turns by which every host is asked for one page at a time, lists, official pages and files alike, and where redirects lead, with a
 * pause between; those that wait have their turns in the order in which they came. Other hosts are asked meanwhile.
 */
export function createTurns({ hostOf, pause }: Sparing): TakeTurn {
  /** By host: the end of the last request to it. */
  const ends = new Map<string, Promise<unknown>>();
  return async (url) => {
    const host = hostOf(url);
    if (host === null) return () => undefined;
    const before = ends.get(host);
    const { promise, resolve: end } = Promise.withResolvers<void>();
    ends.set(host, promise);
    if (before === undefined) return end;
    await before;
    // A bug in a pause is its caller's to hear of, and keeps nobody else from the host.
    await pause().catch((reason: unknown) => {
      end();
      throw reason;
    });
    return end;
  };
}
