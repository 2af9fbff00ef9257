import { newGuild } from '../../src/ledger/defaults.ts';
import type { Guild, Topic } from '../../src/ledger/types.ts';
import type { ArticleLink } from '../../src/link/types.ts';
import type { Alert, Measure, Rhythm, Subscription } from '../../src/store/port.ts';

export const instant: Rhythm = {
  mode: 'instant',
  at: '09:00',
  weekday: 1,
  atOnce: [],
  quietHours: null,
  workdaysOnly: false,
  timeZone: 'Asia/Shanghai',
};

/** Of channel `id` in server 1, to everything, unless something else is said. */
export const subscriptionOf = (id: string, part: Partial<Subscription> = {}): Subscription => ({
  id,
  target: { kind: 'channel', guildId: '1', channelId: id },
  articles: [],
  topics: [],
  kinds: [],
  issuers: [],
  rhythm: instant,
  roleId: null,
  crosspost: false,
  pausedAt: null,
  locale: 'zh-CN',
  createdBy: '2',
  createdAt: '2026-01-01T00:00:00.000Z',
  trouble: null,
  ...part,
});

export const linkTo = (number: number, score = 0.9): ArticleLink => ({
  number,
  score,
  link: 'implements',
  why: '概念验证',
  words: ['概念验证'],
});

export const measureOf = (part: Partial<Measure> = {}): Measure => ({
  id: 'm',
  keys: [],
  title: '关于支持概念验证平台建设的若干措施',
  issuer: '北京市科学技术委员会',
  docNumber: null,
  url: 'https://a.cn/1',
  date: '2026-11-20',
  kind: 'measure',
  confidence: 0.9,
  relevance: 'relevant',
  links: [linkTo(23)],
  doubtful: [],
  text: '',
  family: null,
  firstSeenAt: '2026-11-20T00:00:00.000Z',
  feedId: 'a',
  guildId: null,
  ...part,
});

export const alertOf = (part: Partial<Alert> = {}): Alert => ({
  id: 'alert',
  kind: 'news',
  measureId: 'm',
  createdAt: '2026-11-22T00:00:00.000Z',
  about: {},
  ...part,
});

export const topicOf = (id: string, part: Partial<Topic> = {}): Topic => ({
  id,
  name: id,
  any: [],
  all: [],
  none: [],
  articles: [],
  kinds: [],
  issuers: [],
  ...part,
});

export const guildOf = (id: string, part: Partial<Guild> = {}): Guild => ({ ...newGuild(id), ...part });
