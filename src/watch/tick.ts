import { setTimeout as sleep } from 'node:timers/promises';
import { hashOf } from '../hash.ts';
import type { EntryText, LinkResult } from '../link/types.ts';
import type { Log } from '../log.ts';
import type { FeedState, Known, Outcome, Store } from '../store/port.ts';
import { decide } from './decide/decide.ts';
import { lookupFor } from './decide/lookup.ts';
import { entryText } from './decide/sift.ts';
import { dueChecks, pageBudget } from './detail/recheck.ts';
import { isAllowedHost, portOf } from './fetch/address.ts';
import { createFetcher, type Fetcher, type FetcherOptions } from './fetch/fetch.ts';
import { createPermits } from './fetch/permits.ts';
import { createTurns } from './fetch/spare.ts';
import { extraCasOf } from './fetch/trust.ts';
import { emptied } from './health/emptied.ts';
import { groundOf } from './health/health.ts';
import { askedBy, decidedBy } from './health/moved.ts';
import { reachesBack } from './health/shown.ts';
import { guildOfFeed, inItsRoom, ownFeeds } from './namespace.ts';
import { pageBack } from './pageBack.ts';
import type { Readings } from './read/readings.ts';
import type { Entry, FeedDefinition, Validators, Visit } from './types.ts';
import { visitFeed } from './visit.ts';

export interface TickOptions extends FetcherOptions {
  /** Everybody's; servers' own are watched besides, as they are added and taken away. */
  readonly feeds: readonly FeedDefinition[];
  readonly store: Pick<Store, 'registerFeeds' | 'dueFeeds' | 'commit' | 'touch' | 'records' | 'guilds'>;
  readonly link: (entry: EntryText) => LinkResult;
  readonly readings: Readings;
  /** Of servers' own sources, so that what somebody makes slow holds up none of everybody's. */
  readonly ownReadings: Readings;
  /** Hosts that servers' own sources may name although their address is private. */
  readonly publicHosts?: readonly string[];
  /** Minutes between visits of servers' own sources, where that is not to be theirs: in the sandbox people look on. */
  readonly ownPaceMinutes?: number;
  readonly rsshubUrl?: string | null;
  /** 0…1. */
  readonly random: () => number;
  readonly log: Log;
  /** Called after each outcome is written; the outbox wakes on its deliveries. */
  readonly onCommitted?: (outcome: Outcome) => void;
  /** Waits between two requests to one host, no longer than until the signal; tests give their own. */
  readonly pause?: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

export interface TickReport {
  readonly visited: number;
  readonly ok: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly alerts: number;
  readonly deliveries: number;
}

export interface Tick {
  /** Visits every feed that is due. One that fails stops no other. */
  run(): Promise<TickReport>;
  /** Breaks off what is under way, pauses too; nothing half-read is written. */
  close(): Promise<void>;
}

/**
 * Hosts visited at once: many, since most of a visit is waiting, and what they may hold in memory is bounded by the fetcher; twice as
 * many as share a transaction, so that some are read while others are written. Those that failed last have places of their own, so
 * that what they cost in time is theirs alone; so have servers' own sources.
 */
const lanes = { well: 64, failing: 8, own: 8 } as const;
/** For so long servers' own sources are visited in a tick: the next one waits for it. What is left has its turn first then. */
const OWN_MS = 60_000;
/** Official sites are spared: their pages are asked for one after the other, with time between. */
const HOST_GAP_MS = 1_000;
/** Milliseconds for which linking may hold the thread before others have it. */
const LINK_SLICE_MS = 8;

/** Of a visit without entries. */
const nothingKnown = {
  entries: new Map(),
  measures: new Map(),
  alerted: new Map<string, string>(),
  revisions: new Map(),
  subscriptions: [],
  guilds: new Map(),
};

/** What is recorded of a visit that a fault of our own broke off; what it had read is read again. */
const brokenVisit = (id: string): Visit => ({
  ...{ status: 'failed', cause: 'broken', entries: [], validators: {}, ms: 0, bytes: 0 },
  notes: [`A fault in the bot broke the visit off; its log has more under ${id}.`],
});

/** Of one entry: whether its row and its page are as they were. */
const saysTheSame = (one: Entry, other: Entry): boolean =>
  one.title === other.title && one.summary === other.summary && one.detail === other.detail;

const isFailing = ({ consecutiveFailures }: FeedState): boolean => consecutiveFailures > 0;

const sleepUntil = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { ref: false, signal }).catch((reason: unknown) => {
    if (!signal.aborted) throw reason;
  });

/** Runs `work` on every item, at most `limit` at a time. */
async function forEachLimited<T>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
}

export function createTick(options: TickOptions): Tick {
  const { store, log, now } = options;
  const { pause = sleepUntil } = options;
  let definitions = new Map<string, FeedDefinition>();
  const closing = new AbortController();
  const { signal } = closing;
  /** The host that is to be spared; a team's own server needs no sparing. */
  const sparedHost = (url: string): string | null => {
    const parsed = URL.parse(url);
    return parsed === null || isAllowedHost(parsed.hostname, portOf(parsed), options.allowHosts)
      ? null
      : parsed.host;
  };
  const takeTurn = createTurns({
    hostOf: sparedHost,
    pause: async () => signal.aborted || pause(HOST_GAP_MS, signal),
  });
  const fetcher = createFetcher({ ...options, takeTurn, extraCas: extraCasOf(options.feeds) });
  let ownFetcher: Fetcher | null = null;
  /** A server's own source is visited as the public may: whom the operator vouches for is the operator's to name. */
  const fetcherOf = ({ id }: FeedDefinition): Fetcher => {
    if (guildOfFeed(id) === null) return fetcher;
    ownFetcher ??= createFetcher({ ...options, takeTurn, allowHosts: options.publicHosts ?? [] });
    return ownFetcher;
  };
  const readingsOf = ({ id }: FeedDefinition): Readings =>
    guildOfFeed(id) === null ? options.readings : options.ownReadings;
  const mayVisit = pageBudget();
  const deadline = (ms: number): AbortSignal =>
    AbortSignal.any([signal, (options.deadline ?? AbortSignal.timeout)(ms)]);

  const isOwn = ({ feedId }: FeedState): boolean => guildOfFeed(feedId) !== null;

  /** Feeds of one host are visited one after the other, everybody's and servers' own each for themselves; of a vouched host each. */
  const queueOf = (state: FeedState): string => {
    const queue = sparedHost(definitions.get(state.feedId)?.url ?? '') ?? `feed ${state.feedId}`;
    return isOwn(state) ? `own ${queue}` : queue;
  };

  /** One source's entries are linked at a time: in slices of their own, many sources would hold the thread one after the other. */
  const linking = createPermits(1);
  let heldSince = 0;

  /** Entries that nobody saw before are linked in slices, before the transaction, so that commands are answered meanwhile. */
  async function linkAhead(entries: readonly Entry[], link: (entry: Entry) => LinkResult): Promise<void> {
    const giveBack = await linking.take();
    try {
      for (const entry of entries) {
        if (Math.abs(now().getTime() - heldSince) >= LINK_SLICE_MS) {
          await new Promise(setImmediate);
          heldSince = now().getTime();
        }
        if (signal.aborted) break;
        link(entry);
      }
    } finally {
      giveBack();
    }
  }

  /**
   * The linker for one visit: which pages are read, and what is looked up, depends on its answers, and so does what is decided. An
   * entry that says more by then, since its page was read, is linked anew.
   */
  function linkerFor(feed: FeedDefinition): (entry: Entry) => LinkResult {
    const results = new Map<string, { readonly of: Entry; readonly result: LinkResult }>();
    return (entry) => {
      const known = results.get(entry.id);
      if (known !== undefined && saysTheSame(known.of, entry)) return known.result;
      const result = options.link(entryText(entry, feed));
      results.set(entry.id, { of: entry, result });
      return result;
    };
  }

  /** The first page, and older ones as far as they are new; a first reading learns the first page alone. */
  async function visitWhole(feed: FeedDefinition, state: FeedState): Promise<Visit> {
    const { rsshubUrl = null } = options;
    const deps = { fetcher: fetcherOf(feed), now, readings: readingsOf(feed), rsshubUrl };
    const read = async (url: string, validators: Validators): Promise<Visit> =>
      inItsRoom(feed, await visitFeed({ ...feed, url }, validators, deps));
    const answer = await read(feed.url, askedBy(feed, state).validators);
    const first = emptied(answer, decidedBy(feed, state, answer));
    if (decidedBy(feed, state, first).firstReadAt === null) return first;
    return pageBack(
      feed,
      first,
      (entries) => isReached(entries, state),
      (url) => read(url, {}),
    );
  }

  /** Whether a source's entries reach back to what it showed before, or, where that is not remembered, to what anybody did. */
  async function isReached(entries: readonly Entry[], { health }: FeedState): Promise<boolean> {
    const ground = groundOf(health);
    if (ground !== undefined) return reachesBack(entries, ground);
    return (await store.records(entries.map(({ id }) => id))).size > 0;
  }

  /** What is new is decided on with the text of its own page, what is due is looked at again; a first reading learns titles alone. */
  async function readPages(
    feed: FeedDefinition,
    state: FeedState,
    visit: Visit,
    link: (entry: Entry) => LinkResult,
  ): Promise<Visit> {
    if (state.firstReadAt === null) await linkAhead(visit.entries, link);
    if (state.firstReadAt === null || signal.aborted) return visit;
    const checks = state.health?.pages ?? [];
    if (visit.entries.length === 0 && dueChecks(checks, now()).length === 0) return visit;
    const [{ enrich }, { visitDetail }] = await Promise.all([
      import('./detail/enrich.ts'),
      import('./detail/visit.ts'),
    ]);
    const ids = [...visit.entries, ...checks].map(({ id }) => id);
    const records = await store.records([...new Set(ids)]);
    await linkAhead(
      visit.entries.filter(({ id }) => !records.has(id)),
      link,
    );
    return enrich(feed, visit, {
      recordOf: async (id) => records.get(id),
      link,
      visitDetail: (url) =>
        visitDetail(url, feed, { fetcher: fetcherOf(feed), readings: readingsOf(feed), deadline }),
      mayVisit: (url) => !signal.aborted && mayVisit(sparedHost(url)),
      checks,
      now: now(),
    });
  }

  /** For the operator; moderators are told in their review channels. */
  function tellHealth({ id }: FeedDefinition, { news }: Outcome): void {
    if (news === undefined) return;
    const { kind, ...facts } = news;
    if (kind === 'failing') log.warn({ feed: id, ...facts }, 'a source keeps failing');
    if (kind === 'quiet') log.warn({ feed: id, ...facts }, 'a source is silent for longer than its rhythm');
    if (kind === 'recovered') log.warn({ feed: id, ...facts }, 'a source is well again');
  }

  async function visitOne(
    before: FeedState,
    report: { -readonly [K in keyof TickReport]: number },
  ): Promise<void> {
    const feed = definitions.get(before.feedId);
    if (feed === undefined) return;
    const list = await visitWhole(feed, before);
    const state = decidedBy(feed, before, list);
    const link = linkerFor(feed);
    const visit = await readPages(feed, state, list, link);
    if (signal.aborted) return;
    const jitter = options.random();
    const rule = (known: Known): Outcome => decide(known, { feed, visit, now: now(), jitter, link });
    const isNothingNew = visit.status === 'unchanged' && visit.looks === undefined;
    let outcome = isNothingNew ? rule({ feed: before, ...nothingKnown }) : null;
    // What moderators are to be told of a source takes a transaction.
    if (outcome !== null && outcome.news === undefined) await store.touch(before, outcome);
    else outcome = await store.commit(lookupFor({ feed, visit, link }), rule);
    report.visited += 1;
    report[visit.status === 'refused' ? 'failed' : visit.status] += 1;
    report.alerts += outcome.alerts.length;
    report.deliveries += new Set(outcome.deliveries.map(({ id }) => id)).size;
    const facts = { feed: feed.id, status: visit.status, cause: visit.cause, entries: visit.entries.length };
    if (visit.cause !== undefined) log.info({ ...facts, notes: visit.notes }, 'a source could not be read');
    else if (state.firstReadAt === null)
      log.info(
        { ...facts, learned: outcome.entries.length },
        'a source was read for the first time: learned, nothing told',
      );
    else if (outcome.entries.length > 0)
      log.info({ ...facts, alerts: outcome.alerts.length }, 'a source had news');
    tellHealth(feed, outcome);
    options.onCommitted?.(outcome);
  }

  /** A visit that broke off is a failure like any other: it is tried again later and later, and moderators hear of it. */
  async function breakOff(
    state: FeedState,
    err: unknown,
    report: { -readonly [K in keyof TickReport]: number },
  ): Promise<void> {
    const id = hashOf(state.feedId, now().toISOString()).slice(0, 8);
    log.error({ id, feed: state.feedId, err }, 'a visit broke off');
    report.failed += 1;
    const feed = definitions.get(state.feedId);
    if (feed === undefined || signal.aborted) return;
    const visit = brokenVisit(id);
    const deciding = { feed, visit, now: now(), jitter: options.random(), link: linkerFor(feed) };
    try {
      const outcome = await store.commit(lookupFor(deciding), (known) => decide(known, deciding));
      report.alerts += outcome.alerts.length;
      report.deliveries += outcome.deliveries.length;
      tellHealth(feed, outcome);
      options.onCommitted?.(outcome);
    } catch (cause) {
      log.error({ id, feed: feed.id, err: cause }, 'that a visit broke off could not be recorded');
    }
  }

  return {
    run: async () => {
      const report = { visited: 0, ok: 0, unchanged: 0, failed: 0, alerts: 0, deliveries: 0 };
      const own = ownFeeds(await store.guilds());
      const { ownPaceMinutes: paceMinutes } = options;
      const paced = paceMinutes === undefined ? own : own.map((feed) => ({ ...feed, paceMinutes }));
      const feeds = [...options.feeds, ...paced];
      const ids = feeds.map(({ id }) => id);
      const added = feeds.filter(({ id }) => !definitions.has(id));
      definitions = new Map(feeds.map((feed) => [feed.id, feed]));
      if (added.length > 0) await store.registerFeeds(ids, now().toISOString());
      // Of a server's own source none is trusted: it would be for what others read from that host, too.
      for (const { id, tls } of added)
        if (tls !== undefined && guildOfFeed(id) === null)
          log.info({ feed: id, reason: tls.reason }, 'a certificate is trusted for this source alone');
      const due = await store.dueFeeds(ids, now().toISOString());
      const hosts = [...Map.groupBy(due, queueOf).values()];
      mayVisit.renew();
      const ownUntil = now().getTime() + OWN_MS;
      let left = 0;
      const visitHost = async (states: readonly FeedState[]): Promise<void> => {
        for (const state of states.toSorted((a, b) => Number(isFailing(a)) - Number(isFailing(b)))) {
          if (signal.aborted) return;
          if (isOwn(state) && now().getTime() >= ownUntil) {
            left += 1;
            continue;
          }
          try {
            await visitOne(state, report);
          } catch (err) {
            // The third place that catches besides the interaction and the outbox: a bug in one source or a lost
            // database must not keep the others from being read.
            await breakOff(state, err, report);
          }
        }
      };
      const places = Object.groupBy(hosts, (states) =>
        states.some(isOwn) ? 'own' : states.some(isFailing) ? 'failing' : 'well',
      );
      const visitAll = (place: keyof typeof lanes): Promise<void> =>
        forEachLimited(places[place] ?? [], lanes[place], visitHost);
      await Promise.all([visitAll('well'), visitAll('failing'), visitAll('own')]);
      if (left > 0)
        log.warn({ left }, 'servers’ own sources took too long: the rest has its turn in the next tick');
      return report;
    },
    close: async () => {
      closing.abort();
      await Promise.all([fetcher.close(), ownFetcher?.close()]);
    },
  };
}
