import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadCorpus } from '../../corpus/index.ts';
import { createCall, REQUESTS_PER_SECOND } from '../../src/chat/call.ts';
import { createMessenger } from '../../src/chat/messenger.ts';
import { createOutbox } from '../../src/deliver/outbox.ts';
import { createPace } from '../../src/deliver/pace.ts';
import { render } from '../../src/deliver/render.ts';
import { openStore } from '../../src/store/open.ts';
import type { Measure, Outcome, Subscription } from '../../src/store/port.ts';

/**
 * The sending half of the bot in a process of its own, whose memory is its own: one alert to every channel, then single alerts. Each
 * answer takes as long as Discord's do. Says how much memory it holds, and when each single alert was committed.
 */
export interface Sending {
  readonly apiUrl: string;
  readonly token: string;
  readonly database: string;
  readonly guildId: string;
  readonly channelIds: readonly string[];
  /** Alerts that go to one channel each, one after another. */
  readonly singles: number;
}

export type Report =
  | { readonly kind: 'memory'; readonly sent: number; readonly rssMb: number; readonly heapMb: number }
  | { readonly kind: 'committed'; readonly deliveryId: string; readonly at: number }
  | { readonly kind: 'done'; readonly cpuMs: number };

const [asked] = (await once(process, 'message')) as [Sending];
const { apiUrl, token, database, guildId, channelIds, singles } = asked;
const report = (one: Report): void => void process.send?.(one);
const MB = 1024 * 1024;
const tellMemory = (sent: number): void => {
  global.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  report({ kind: 'memory', sent, rssMb: rss / MB, heapMb: heapUsed / MB });
};

const FEED = 'bench';
const nowIso = (): string => new Date().toISOString();
const subscriptions = channelIds.map(
  (channelId): Subscription => ({
    id: `s${channelId}`,
    target: { kind: 'channel', guildId, channelId },
    articles: [],
    topics: [],
    kinds: [],
    issuers: [],
    rhythm: {
      mode: 'instant',
      at: '09:00',
      weekday: 1,
      atOnce: [],
      quietHours: null,
      workdaysOnly: false,
      timeZone: 'Asia/Shanghai',
    },
    roleId: null,
    crosspost: false,
    pausedAt: null,
    locale: 'zh-CN',
    createdBy: '1',
    createdAt: nowIso(),
    trouble: null,
  }),
);

const measureOf = (id: string): Measure => ({
  id,
  keys: [`bench:${id}`],
  title: `关于印发《北京市概念验证平台建设管理办法（${id}）》的通知`,
  issuer: '北京市科学技术委员会、中关村科技园区管理委员会',
  docNumber: '京科发〔2026〕7号',
  url: `https://kw.beijing.gov.cn/zcwj/${id}.html`,
  date: '2026-11-01',
  kind: 'measure',
  confidence: 0.97,
  relevance: 'relevant',
  links: [{ number: 39, score: 0.92, link: 'implements', why: '概念验证平台' }],
  doubtful: [],
  text: '概念验证平台'.repeat(300),
  family: null,
  firstSeenAt: nowIso(),
  feedId: FEED,
  guildId: null,
});

const outcomeOf = (measure: Measure, told: readonly Subscription[]): Outcome => ({
  visit: { status: 'ok', validators: {}, notes: [] },
  checkedAt: nowIso(),
  nextCheckAt: nowIso(),
  entries: [],
  measures: [measure],
  addedKeys: [],
  alerts: [{ id: measure.id, kind: 'news', measureId: measure.id, createdAt: nowIso(), about: {} }],
  deliveries: told.map((subscription) => ({
    id: `${measure.id}.${channelIds.indexOf(subscription.id.slice(1))}`,
    alertId: measure.id,
    subscriptionId: subscription.id,
    target: subscription.target,
    dueAt: nowIso(),
    digest: false,
  })),
  edits: [],
});

const opened = await openStore(database);
if (!opened.ok) throw new Error(opened.error.code);
const store = opened.value;
await store.registerFeeds([FEED], nowIso());
for (let from = 0; from < subscriptions.length; from += 500) {
  const changes = subscriptions
    .slice(from, from + 500)
    .map((after) => ({ what: 'subscription', id: after.id, before: null, after }) as const);
  await store.configure({ guildId }, '1', nowIso(), changes);
}
const { corpus } = await loadCorpus();

const clock = (): Date => new Date();
const schedule = (run: () => void, ms: number): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};
const call = createCall(token, apiUrl, createPace({ perSecond: REQUESTS_PER_SECOND, clock, schedule }));
const messenger = createMessenger(async (...request) => {
  const answer = await call(...request);
  await sleep(150 + 150 * Math.random());
  return answer;
});
const silent = (): void => undefined;
let sent = 0;
const wantedMemory = new Set([100, Math.floor(channelIds.length / 2), channelIds.length]);
const outbox = createOutbox({
  store: {
    ...store,
    async markSent(...mark) {
      const held = await store.markSent(...mark);
      sent += 1;
      if (wantedMemory.has(sent)) tellMemory(sent);
      return held;
    },
  },
  messenger,
  render: (delivery) => render(delivery, corpus),
  clock,
  random: Math.random,
  schedule,
  log: { info: silent, warn: silent, error: silent },
});

const write = async (measure: Measure, told: readonly Subscription[]): Promise<void> => {
  await store.commit({ feedId: FEED, entryIds: [], measureKeys: [] }, () => outcomeOf(measure, told));
};
await write(measureOf('all'), subscriptions);
tellMemory(0);
const before = process.cpuUsage();
await outbox.drain();
const { user, system } = process.cpuUsage(before);

outbox.start();
for (const [n, subscription] of subscriptions.slice(0, singles).entries()) {
  await write(measureOf(`one${n}`), [subscription]);
  report({ kind: 'committed', deliveryId: `one${n}.${n}`, at: Date.now() });
  outbox.wake();
  // Not in step with anything: alerts come when they come.
  await sleep(200 + 200 * Math.random());
}
await outbox.drain();
await outbox.stop();
await store.close();
report({ kind: 'done', cpuMs: (user + system) / 1000 });
process.disconnect?.();
