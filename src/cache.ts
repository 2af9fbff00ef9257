import type { Keyv } from 'keyv';
import { fail, ok, type Result } from './result.ts';

/** What may be lost: always with a time to live, and gone after a restart. */
export interface Cache {
  get<T>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown, ttlMs: number): Promise<void>;
}

/** Entries kept in memory at most; the oldest go first, so that nobody can fill the memory with them. */
const mostEntries = 1000;

/** Opens the cache that `CACHE_URL` names. Redis comes later: an address of it is refused rather than passed over. */
export function openCache(url: string): Result<Cache, 'unsupported-yet'> {
  if (url !== 'memory') return fail('unsupported-yet');
  // Loaded when something is kept for the first time: most searches fit their buttons.
  let opened: Promise<Keyv> | null = null;
  const keyv = (): Promise<Keyv> => {
    opened ??= import('keyv').then(({ Keyv }) => new Keyv({ store: new BoundedMap() }));
    return opened;
  };
  return ok({
    get: async <T>(key: string) => (await keyv()).get<T>(key),
    async set(key, value, ttlMs) {
      await (await keyv()).set(key, value, ttlMs);
    },
  });
}

class BoundedMap extends Map<string, unknown> {
  override set(key: string, value: unknown): this {
    this.delete(key);
    super.set(key, value);
    const [oldest] = this.keys();
    if (this.size > mostEntries && oldest !== undefined) this.delete(oldest);
    return this;
  }
}
