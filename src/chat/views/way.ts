import type { Corpus } from '../../corpus/types.ts';
import type { SeenMeasure } from '../../ledger/gather.ts';
import type { Trace } from '../../ledger/trace.ts';
import type { DeliveryStanding, EntryRecord, Store } from '../../store/port.ts';
import type { PageStanding } from '../../watch/detail/pageStanding.ts';
import { canonicalUrl } from '../../watch/identity/canonicalise.ts';
import { ownName } from '../../watch/namespace.ts';
import type { FeedDefinition } from '../../watch/types.ts';
import type { Translate } from '../catalogue/index.ts';
import { clip, join, type Markdown, oneLine } from '../markdown.ts';
import { brief, kindName, measureText, titleLink } from './measure.ts';
import { reasonSentence } from './reason.ts';
import { targetName } from './subscription.ts';
import { showDate, showTime } from './time.ts';

type Read = Awaited<ReturnType<Store['why']>>[number];

/** One reading of an entry, with what came of it; the measure as it is, or as a server sees it. */
export interface Step extends Omit<Trace, 'measure'> {
  readonly measure: Read['measure'] | SeenMeasure;
}

/**
 * The way of an entry, newest first, whichever form its address is written in. Empty where it was never read. Of servers' own sources
 * as in `Store.why`.
 */
export async function findWay(
  store: Pick<Store, 'why' | 'guilds'>,
  written: string,
  guildId?: string | null,
): Promise<readonly Read[]> {
  const names = new Set([written]);
  if (URL.canParse(written)) {
    const id = canonicalUrl(written);
    const rooms = guildId === undefined ? (await store.guilds()).map((guild) => guild.id) : [guildId];
    for (const room of [null, ...rooms]) names.add(ownName(room, id));
  }
  const found = await Promise.all([...names].map((name) => store.why(name, guildId)));
  const reads = new Map(found.flat().map((read) => [`${read.record.entry.id} ${read.record.seenAt}`, read]));
  return [...reads.values()].sort((a, b) =>
    a.record.seenAt < b.record.seenAt ? 1 : a.record.seenAt > b.record.seenAt ? -1 : 0,
  );
}

interface Showing {
  readonly feeds: readonly FeedDefinition[];
  readonly corpus: Corpus;
  readonly now: Date;
}

/** Read when and from where, what decided, how its page was read; the measure with its links. */
export function readingText(
  { record, measure, page }: Step,
  { feeds, corpus }: Showing,
  t: Translate,
): Markdown {
  return join([
    measure === null
      ? t.md('why.title', { title: clip(oneLine(record.entry.title), 300) })
      : measureText(measure, corpus, t),
    ...sourceLines(record, feeds, t),
    ...(page === null ? [] : [pageLine(page, t)]),
  ]);
}

/** The sources that have an entry on their list; nothing where none has. */
export const shownLines = (
  sources: readonly Pick<FeedDefinition, 'name'>[],
  t: Translate,
): readonly Markdown[] =>
  sources.length === 0
    ? []
    : [t.md('why.shown', { sources: sources.map(({ name }) => name).join(t('list.comma')) })];

/** A reading as it is told where no topic is about it: that another server's is, is that server's own matter. */
export const withoutTopics = (record: EntryRecord): EntryRecord =>
  record.reason.code === 'watched'
    ? { ...record, reason: { code: 'irrelevant', about: { refusal: 'subject' } } }
    : record;

/** Where an entry was read and what decided. */
export function sourceLines(
  { feedId, seenAt, reason }: EntryRecord,
  feeds: readonly FeedDefinition[],
  t: Translate,
): readonly Markdown[] {
  const feed = feeds.find(({ id }) => id === feedId);
  return [
    t.md('alert.why.read', {
      seen: showTime(seenAt),
      feed: feed?.name ?? feedId,
      authority: feed?.authority ?? feedId,
    }),
    t.md('alert.why.rule', { reason: reasonSentence(reason, t) }),
  ];
}

/** Other documents of the policy, and where it went; nothing where there is none of either. */
export const afterLines = ({ family, deliveries }: Step, { now }: Showing, t: Translate): Markdown[] => [
  ...familyLines(family, t),
  ...deliveries.map((delivery) => deliveryLine(delivery, now, t)),
];

function pageLine({ state, nextAt, failures }: PageStanding, t: Translate): Markdown {
  const time = nextAt === null ? '' : showTime(nextAt);
  if (state === 'none') return t.md('why.page.none');
  if (time === '')
    return t.md(state === 'failed' || state === 'waiting' ? 'why.page.failed' : 'why.page.read');
  return state === 'failed'
    ? t.md('why.page.failed.again', { failures, time })
    : t.md(`why.page.${state}.again`, { time });
}

const familyLines = (family: Trace['family'], t: Translate): readonly Markdown[] =>
  family.length === 0
    ? []
    : [
        t.md('why.family'),
        ...family.map((measure) =>
          t.md('why.family.line', {
            facts: [...(measure.date === null ? [] : [showDate(measure.date)]), kindName(measure, t)].join(
              ' · ',
            ),
            title: titleLink(measure, brief),
          }),
        ),
      ];

function deliveryLine(delivery: DeliveryStanding, now: Date, t: Translate): Markdown {
  const about = { target: targetName(delivery.target, t), state: stateOf(delivery, now, t) };
  return delivery.kind === 'news'
    ? t.md('why.delivery', about)
    : t.md('why.delivery.kind', { ...about, kind: t.of(`why.kind.${delivery.kind}`) });
}

function stateOf(delivery: DeliveryStanding, now: Date, t: Translate): string {
  const { state, sentAt, edits } = delivery;
  if (state === 'cancelled') return t('why.cancelled');
  if (state !== 'sent') return waitOf(delivery, now, t);
  const sent = t('why.sent', { time: showTime(sentAt ?? '') });
  const edited =
    edits.lastAt === null
      ? sent
      : t('why.edited', { state: sent, count: edits.made, time: showTime(edits.lastAt) });
  return edits.waiting ? t('why.edit-waits', { state: edited }) : edited;
}

/** What it waits for, and until when. */
function waitOf(delivery: DeliveryStanding, now: Date, t: Translate): string {
  const { kind, attempts, lastError, dueAt, digest } = delivery;
  if (dueAt === null) return t('why.waits.pause');
  if (lastError !== null) return t('why.retrying', { attempts, error: clip(lastError, 80) });
  if (Date.parse(dueAt) <= now.getTime()) return t('why.pending');
  const time = showTime(dueAt);
  if (digest) return t('why.waits.digest', { time });
  return t(kind === 'revision' ? 'why.waits.revision' : 'why.waits.hours', { time });
}
