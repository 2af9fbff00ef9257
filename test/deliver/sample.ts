import { newGuild } from '../../src/ledger/defaults.ts';
import type { Guild, Topic } from '../../src/ledger/types.ts';
import type { ArticleLink } from '../../src/link/types.ts';
import type { Alert, Measure, Subscription } from '../../src/store/port.ts';
import { sampleAlert, sampleMeasure, sampleSubscription } from '../store/sample.ts';

export { sampleRhythm as instant } from '../store/sample.ts';

/** Of channel `id` in server 1, to everything, unless something else is said. */
export const subscriptionOf = (id: string, part: Partial<Subscription> = {}): Subscription =>
  sampleSubscription(id, {
    target: { kind: 'channel', guildId: '1', channelId: id },
    createdAt: '2026-01-01T00:00:00.000Z',
    ...part,
  });

export const linkTo = (number: number, score = 0.9): ArticleLink => ({
  number,
  score,
  link: 'implements',
  why: '概念验证',
  words: ['概念验证'],
});

/** Carries out article 23, unless something else is said. */
export const measureOf = (part: Partial<Measure> = {}): Measure =>
  sampleMeasure('m', {
    title: '关于支持概念验证平台建设的若干措施',
    issuer: '北京市科学技术委员会',
    links: [linkTo(23)],
    feedId: 'a',
    firstSeenAt: '2026-11-20T00:00:00.000Z',
    ...part,
  });

export const alertOf = (part: Partial<Alert> = {}): Alert => sampleAlert('m', { id: 'alert', ...part });

export const topicOf = (id: string, part: Partial<Topic> = {}): Topic => ({
  ...{ id, name: id, any: [], all: [], none: [], articles: [], kinds: [], issuers: [] },
  ...part,
});

export const guildOf = (id: string, part: Partial<Guild> = {}): Guild => ({ ...newGuild(id), ...part });
