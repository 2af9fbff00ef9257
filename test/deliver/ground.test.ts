import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../corpus/index.ts';
import { viewOf } from '../../src/deliver/dispatch.ts';
import { groundOf, type Silence, silenceOf } from '../../src/deliver/ground.ts';
import type { Decision, Guild } from '../../src/ledger/types.ts';
import type { Measure, Subscription } from '../../src/store/port.ts';
import { guildOf, linkTo, measureOf, subscriptionOf, topicOf } from './sample.ts';

const { corpus } = await loadCorpus();
const [ordinance] = corpus.documents;

const computing = topicOf('c', { name: '算力', any: ['算力', '智算'] });
const guild = guildOf('1', { topics: [computing, topicOf('o', { any: ['绿地'] })] });
const measure = measureOf({ title: '关于支持智算中心建设的若干措施', links: [linkTo(23), linkTo(32)] });
const withdrawn: Decision = {
  ...{ measureId: measure.id, verdict: 'wrong', articles: [], examples: [], by: '3' },
  at: '2026-11-20T00:00:00.000Z',
};
const ground = (part: Partial<Subscription>, of: Partial<Measure> = {}, server: Guild = guild) => {
  const shown = { ...measure, ...of };
  return groundOf(subscriptionOf('a', part), shown, viewOf(shown, server), ordinance);
};
const nothing = { everything: false, articles: [], topics: [], kind: null, issuers: [] };

describe('what a subscription asks for a measure by', () => {
  it.each<[string, Partial<Subscription>, object]>([
    ['all follow-ups', {}, { everything: true }],
    ['those of its articles that are linked', { articles: [5, 32] }, { articles: [32] }],
    [
      'a topic, with the words found',
      { topics: ['c', 'o'] },
      { topics: [{ topic: computing, found: ['智算'] }] },
    ],
    [
      'a built-in topic, which has no words',
      { topics: ['article:23'] },
      { topics: [{ topic: expect.objectContaining({ articles: [23] }), found: [] }] },
    ],
    ['articles or topics, whichever hold', { articles: [23], topics: ['o'] }, { articles: [23] }],
    ['its kind as well', { kinds: ['measure', 'notice'] }, { everything: true, kind: 'measure' }],
    ['its issuer as well', { issuers: ['财政', '科学技术'] }, { everything: true, issuers: ['科学技术'] }],
  ])('is %s', (_, part, expected) => {
    expect(ground(part)).toEqual({ ...nothing, ...expected });
  });

  it.each<[string, ReturnType<typeof ground>]>([
    ['another article', ground({ articles: [5] })],
    ['another kind', ground({ kinds: ['notice'] })],
    ['a topic of another server', ground({ topics: ['c'] }, {}, guildOf('2'))],
    ['what moderators withdrew', ground({}, {}, { ...guild, decisions: [withdrawn] })],
    ['another server’s own document', ground({}, { guildId: '2' })],
  ])('is not there for %s', (_, found) => {
    expect(found).toBeNull();
  });
});

describe('silence in a server', () => {
  const paused = { id: 'a', definition: null, paused: true };
  it.each<[Silence, Guild, readonly Partial<Subscription>[]]>([
    ['source-paused', { ...guild, feeds: [paused] }, [{}]],
    ['withdrawn', { ...guild, decisions: [withdrawn] }, [{}]],
    ['nobody', guild, []],
    ['unasked', guild, [{ articles: [5] }]],
    ['paused', guild, [{ articles: [5] }, { pausedAt: '2026-01-02T00:00:00.000Z' }]],
    ['before', guild, [{ pausedAt: '2026-01-02T00:00:00.000Z' }, {}]],
  ])('is explained by the first stage that says no: %s', (silence, server, parts) => {
    const subscriptions = parts.map((part, n) => subscriptionOf(String(n), part));
    expect(silenceOf(measure, viewOf(measure, server), subscriptions)).toBe(silence);
  });
});
