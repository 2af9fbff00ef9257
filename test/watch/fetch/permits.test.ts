import { describe, expect, it } from 'vitest';
import { createPermits } from '../../../src/watch/fetch/permits.ts';

const settled = () => new Promise(setImmediate);

describe('permits', () => {
  const { signal } = new AbortController();

  it('are given to so many at a time, then in the order of asking as they come back', async () => {
    const permits = createPermits(2);
    const order: number[] = [];
    const given = [1, 2, 3, 4].map(async (n) => {
      const giveBack = await permits.take(signal);
      order.push(n);
      return giveBack;
    });
    await settled();
    expect(order).toEqual([1, 2]);
    (await given[1])?.();
    await settled();
    expect(order).toEqual([1, 2, 3]);
    (await given[0])?.();
    await settled();
    expect(order).toEqual([1, 2, 3, 4]);
  });

  it('are not given to one that stopped waiting, whose place goes to the next', async () => {
    const permits = createPermits(1);
    const giveBack = await permits.take(signal);
    const impatient = new AbortController();
    const left = permits.take(impatient.signal);
    const next = permits.take(signal);
    impatient.abort(new DOMException('late', 'TimeoutError'));
    await expect(left).rejects.toThrow('late');
    giveBack();
    expect(await next).toBeTypeOf('function');
    await expect(permits.take(impatient.signal)).rejects.toThrow('late');
  });
});
