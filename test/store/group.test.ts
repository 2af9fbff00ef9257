import type { Transaction } from 'kysely';
import { describe, expect, it } from 'vitest';
import { inGroups } from '../../src/store/sql/group.ts';
import type { Tables } from '../../src/store/sql/schema.ts';

describe('works in groups', () => {
  let time = 0;
  /** What each transaction wrote, as works of so many milliseconds each are given at once; `broken` throws. */
  async function written(works: readonly { readonly ms: number; readonly broken?: true }[]) {
    const transactions: number[][] = [];
    let turns = 0;
    const groups = inGroups(
      async (work) => {
        const before = transactions.length;
        transactions.push([]);
        await work({} as Transaction<Tables>).catch((error: unknown) => {
          transactions.splice(before);
          throw error;
        });
        setImmediate(() => {
          turns += 1;
        });
      },
      () => time,
    );
    const results = await Promise.allSettled(
      works.map(({ ms, broken }, n) =>
        groups.run(async () => {
          time += ms;
          if (broken) throw new Error(`work ${n} is broken`);
          transactions.at(-1)?.push(n);
          return n;
        }),
      ),
    );
    await groups.idle();
    return { transactions, turns, results: results.map(({ status }) => status) };
  }
  const each = (count: number, ms: number) => Array.from({ length: count }, () => ({ ms }));

  it('share one transaction while they are short', async () => {
    expect((await written(each(20, 1))).transactions).toEqual([Array.from({ length: 20 }, (_, n) => n)]);
  });

  it('begin another when the one has lasted, and leave the thread to others between', async () => {
    const { transactions, turns, results } = await written(each(6, 20));
    expect(transactions).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
    expect(turns).toBeGreaterThanOrEqual(1);
    expect(new Set(results)).toEqual(new Set(['fulfilled']));
  });

  it('are never left undone, however long each of them lasts', async () => {
    expect((await written(each(3, 1_000))).transactions).toEqual([[0], [1], [2]]);
  });

  it('are each done alone where one throws, and that one alone fails', async () => {
    const { transactions, results } = await written([{ ms: 1 }, { ms: 1, broken: true }, { ms: 1 }]);
    expect(transactions.filter((works) => works.length > 0)).toEqual([[0], [2]]);
    expect(results).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
