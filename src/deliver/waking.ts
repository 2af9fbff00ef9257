import type { Store } from '../store/port.ts';

/** A store that calls `wake` after each change that may send something out: what moderators decide takes effect at once. */
export const waking = (store: Store, wake: () => void): Store => ({
  ...store,
  async configure(...asked) {
    const done = await store.configure(...asked);
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
