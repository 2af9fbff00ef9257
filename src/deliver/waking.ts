import type { Store } from '../store/port.ts';
import { replan } from './dispatch.ts';

/**
 * A store that calls `wake` after each change that may send something out, and has what waits go by a rhythm that changes: what people
 * decide takes effect at once.
 */
export const waking = (store: Store, wake: () => void): Store => ({
  ...store,
  async configure(owner, by, at, changes, options) {
    const done = await store.configure(owner, by, at, changes, { ...options, replan });
    wake();
    return done;
  },
  async enqueue(...made) {
    await store.enqueue(...made);
    wake();
  },
  async hurry(...asked) {
    await store.hurry(...asked);
    wake();
  },
});
