import { describe, expect, test } from 'vitest';
import { newGuild } from '../../src/ledger/defaults.ts';
import { gather } from '../../src/ledger/gather.ts';
import type { Decision } from '../../src/ledger/types.ts';
import type { Measure, MeasureFilter } from '../../src/store/port.ts';
import { measureOf } from './measure.ts';
import { guildWith } from './sample.ts';

/** A ledger of these measures, and what it was asked. */
function ledgerOf(measures: readonly Measure[], grows: readonly Measure[] = []) {
  const asked: MeasureFilter[] = [];
  let all = measures;
  const latestMeasures = async (filter: MeasureFilter) => {
    asked.push(filter);
    const { limit, offset = 0, relevance = [] } = filter;
    const found = all.filter((measure) => relevance.includes(measure.relevance));
    const page = { measures: found.slice(offset, offset + limit), total: found.length };
    all = [...grows, ...measures];
    return page;
  };
  return { store: { latestMeasures }, asked };
}

const decision: Decision = {
  measureId: 'm1',
  verdict: 'other',
  articles: [34],
  examples: [],
  by: '1',
  at: '2026-11-22T00:00:00.000Z',
};

describe('the ledger as a server sees it', () => {
  test('has each measure once, though another comes in while it is read', async () => {
    const many = Array.from({ length: 1200 }, (_, at) => measureOf({ id: `m${at}` }));
    const { store } = ledgerOf(many, [measureOf({ id: 'newer' })]);
    const ids = (await gather(store, newGuild('1'))).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(1200);
  });

  test('asks the store for an article, unless a decision gave that one to a measure', async () => {
    const { store, asked } = ledgerOf([measureOf()]);
    await gather(store, newGuild('1'), { articles: [34] });
    expect(asked.at(-1)?.articles).toEqual([34]);
    const found = await gather(store, guildWith([decision]), { articles: [34] });
    expect(asked.at(-1)?.articles).toBeUndefined();
    expect(found.map(({ id }) => id)).toEqual(['m1']);
  });

  test('has what a topic’s words may be in only where that is asked for, and nothing that was withdrawn', async () => {
    const watched = measureOf({ id: 'w', relevance: 'watched', links: [] });
    const { store } = ledgerOf([watched]);
    expect(await gather(store, newGuild('1'))).toEqual([]);
    expect(await gather(store, newGuild('1'), { watched: true })).toHaveLength(1);
    const withdrawn = guildWith([{ ...decision, measureId: 'w', verdict: 'irrelevant', articles: [] }]);
    expect(await gather(store, withdrawn, { watched: true })).toEqual([]);
  });
});
