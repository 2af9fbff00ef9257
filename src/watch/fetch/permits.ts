export interface Permits {
  /** Waits for one; the answer gives it back. Throws the signal's reason when that aborts first. */
  take(signal?: AbortSignal): Promise<() => void>;
}

/** So many at a time may do something; the others wait in the order in which they came. */
export function createPermits(count: number): Permits {
  let free = count;
  const waiting = new Set<() => void>();
  const give = (): void => {
    const [next] = waiting;
    if (next === undefined) free += 1;
    else {
      waiting.delete(next);
      next();
    }
  };
  return {
    take: async (signal) => {
      signal?.throwIfAborted();
      if (free > 0) free -= 1;
      else
        await new Promise<void>((resolve, reject) => {
          const leave = (): void => {
            waiting.delete(enter);
            reject(signal?.reason);
          };
          const enter = (): void => {
            signal?.removeEventListener('abort', leave);
            resolve();
          };
          waiting.add(enter);
          signal?.addEventListener('abort', leave, { once: true });
        });
      return give;
    },
  };
}
