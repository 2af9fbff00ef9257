import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groundOf, type Health } from '../../../src/watch/health/health.ts';
import { reachesBack } from '../../../src/watch/health/shown.ts';
import { pageBack } from '../../../src/watch/pageBack.ts';
import type { Entry, Visit } from '../../../src/watch/types.ts';
import { entry, feed, Memory } from '../memory.ts';

const A = feed('a', { url: 'https://a.cn/', olderPages: 'index_{n}.html' });
const B = feed('b');
const START = Date.parse('2026-09-01');
const DAY = 86_400_000;
const on = (day: number): Date => new Date(START + day * DAY);

/** A site's list, newest first, in pages, with some old rows kept at the top of the first page or of each. */
class Site {
  private rows: readonly Entry[];
  private readonly pins: readonly Entry[];
  private readonly size: number;
  private readonly everywhere: boolean;
  private count = 0;

  constructor(size: number, pins: number, everywhere: boolean) {
    this.size = size;
    this.everywhere = everywhere;
    const old = Array.from({ length: 30 }, (_, n) => this.document(n - 30));
    this.rows = old.toReversed();
    this.pins = old.slice(2, 2 + pins);
  }

  private document(day: number): Entry {
    this.count += 1;
    const title = `概念验证平台支持措施之${this.count}号专项办法细则`;
    return entry(`https://a.cn/${this.count}.html`, title, { date: on(day).toISOString().slice(0, 10) });
  }

  publish(count: number, day: number): readonly Entry[] {
    const added = Array.from({ length: count }, () => this.document(day));
    this.rows = [...added.toReversed(), ...this.rows];
    return added;
  }

  /** Takes down one of the old rows on the first page, so that an older one slides in. */
  takeDown(at: number): void {
    const old = this.rows.slice(0, this.size).filter(({ date }) => (date ?? '') < '2026-09-01');
    const gone = old[at % old.length];
    this.rows = this.rows.filter((one) => one !== gone);
  }

  page(n: number): Visit {
    const pins = n === 0 || this.everywhere ? this.pins : [];
    const rows = this.rows.slice(n * this.size, (n + 1) * this.size);
    const entries = [...pins, ...rows.filter(({ id }) => !pins.some((pin) => pin.id === id))];
    return { status: 'ok', entries, validators: {}, ms: 1, bytes: 1, notes: [] };
  }

  /** As a source is read that stands so; `broken`: its older pages are out of reach. */
  read(health: Health | undefined, broken = false): Promise<Visit> {
    const pageAt = async (url: string): Promise<Visit> =>
      broken
        ? { ...this.page(0), status: 'failed', cause: 'http-503', entries: [] }
        : this.page(Number(/\d+/.exec(new URL(url).pathname)?.[0]));
    return pageBack(A, this.page(0), (entries) => reachesBack(entries, groundOf(health) ?? ''), pageAt);
  }
}

const steps = fc.array(
  fc.record({
    published: fc.integer({ min: 0, max: 4 }),
    /** How many of them another source shows first. */
    elsewhere: fc.integer({ min: 0, max: 4 }),
    outage: fc.boolean(),
    broken: fc.boolean(),
    takenDown: fc.option(fc.nat({ max: 5 }), { nil: null }),
  }),
  { maxLength: 5 },
);

describe('a list in pages', () => {
  it('has all told that was published since it was first read, and nothing else, whatever is kept at the top, taken down, missed for days, out of reach or shown elsewhere first', async () => {
    await fc.assert(
      fc.asyncProperty(
        steps,
        fc.integer({ min: 4, max: 6 }),
        fc.integer({ min: 0, max: 2 }),
        fc.boolean(),
        async (all, size, pins, everywhere) => {
          const site = new Site(size, pins, everywhere);
          const memory = new Memory();
          memory.visit(B, [], on(-200));
          memory.visit(A, site.page(0).entries, on(0));
          const news: string[] = [];
          const look = async (day: number, broken = false) => {
            const { entries, ...part } = await site.read(memory.health.get('a'), broken);
            memory.visit(A, entries, on(day), part);
          };
          for (const [index, { published, elsewhere, outage, broken, takenDown }] of all.entries()) {
            const added = site.publish(published, index + 1);
            news.push(...added.map(({ url }) => url));
            if (takenDown !== null && !outage) site.takeDown(takenDown);
            memory.visit(B, added.slice(0, elsewhere), on(index + 1));
            if (!outage) await look(index + 1, broken);
          }
          const day = all.length + 1;
          await look(day);
          const told = () =>
            memory.told.map((id) => [...memory.measures.values()].find((m) => m.id === id)?.url);
          expect(told().toSorted()).toEqual(news.toSorted());
          expect(memory.health.get('a')?.completeFrom).toBe(on(0).toISOString());
          const again = site.page(0).entries.toReversed();
          memory.visit(
            A,
            again.map((one) => ({ ...one, date: '2026-09-20' })),
            on(day),
          );
          expect(told()).toHaveLength(news.length);
        },
      ),
    );
  });
});
