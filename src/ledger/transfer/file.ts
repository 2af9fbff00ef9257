/**
 * Taking a server's configuration out and putting it back, elsewhere too: what stands in the file is what people call things, no ids
 * of ours. Decisions stay where they were made.
 */
import { z } from 'zod';
import { fail, ok, type Result } from '../../result.ts';
import type { Subscription } from '../../store/port.ts';
import type { FeedDefinition } from '../../watch/types.ts';
import { defaultSettings, limits } from '../defaults.ts';
import { isPlainSelector } from '../ownFeed.ts';
import type { Guild } from '../types.ts';
import { faultOf, type ImportFault, type RuleCode } from './fault.ts';

const rule = (code: RuleCode) => ({ error: code });
const id = z.string().regex(/^\d{1,20}$/, rule('bad-id'));
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, rule('bad-time'));
const text = (most: number) => z.string().trim().min(1).max(most);
const kind = z.enum(['measure', 'consultation', 'interpretation', 'notice', 'news']);
const timeZone = z.string().refine(isTimeZone, rule('bad-zone'));
const quietHours = z.strictObject({ from: time, to: time }).nullable();
const selector = text(200).refine(isPlainSelector, rule('bad-selector'));
const reader = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rss') }),
  z.strictObject({
    kind: z.enum(['html', 'json']),
    item: selector,
    title: selector,
    link: selector,
    date: selector.exactOptional(),
    docNumber: selector.exactOptional(),
    summary: selector.exactOptional(),
  }),
]);
/** Bounded before anything looks into them, for words are held against each other. */
const words = z.array(z.string().max(200)).max(limits.words).default([]);
const articles = z.array(z.number()).max(200).default([]);
const kinds = z.array(kind).max(20).default([]);

/** The file's shape. A part that is left out stays as it is; one that is there says all of it. */
const shape = z.strictObject({
  tiaoli: z.literal(1),
  settings: z
    .strictObject({
      moderatorRole: id.nullable().default(null),
      reviewChannel: id.nullable().default(null),
      locale: z.enum(['zh-CN', 'zh-TW', 'en']).nullable().default(null),
      timeZone: timeZone.default(defaultSettings.timeZone),
      quietHours: quietHours.default(null),
      tell: z.number().min(0.25).max(0.95).default(defaultSettings.tell),
      review: z.number().min(0.25).max(0.95).default(defaultSettings.review),
    })
    .refine(({ tell, review }) => review <= tell, rule('thresholds-cross'))
    .exactOptional(),
  topics: z
    .array(
      z.strictObject({
        name: z.string(),
        any: words,
        all: words,
        none: words,
        issuers: words,
        articles,
        kinds,
      }),
    )
    .max(limits.topics)
    .exactOptional(),
  feeds: z
    .array(
      z.strictObject({
        url: z.url({ protocol: /^https?$/, ...rule('bad-url') }).max(2000),
        name: text(limits.nameLength),
        authority: text(limits.nameLength),
        reader: reader.nullable().default(null),
        paused: z.boolean().default(false),
      }),
    )
    .max(limits.feeds)
    .exactOptional(),
  /** Ids of our own sources that are paused. */
  pausedSources: z.array(text(64)).max(500).exactOptional(),
  subscriptions: z
    .array(
      z.strictObject({
        channel: id,
        forum: z.boolean().default(false),
        articles,
        /** Names of topics of this file or of the server; of a built-in one its id. */
        topics: words,
        kinds,
        issuers: z.array(text(limits.wordLength)).max(20).default([]),
        mode: z.enum(['instant', 'daily', 'weekly']).default('instant'),
        at: time.default('09:00'),
        weekday: z.int().min(1).max(7).default(1),
        atOnce: kinds,
        quietHours: quietHours.default(null),
        workdaysOnly: z.boolean().default(false),
        timeZone: timeZone.default(defaultSettings.timeZone),
        role: id.nullable().default(null),
        crosspost: z.boolean().default(false),
        paused: z.boolean().default(false),
        locale: z.enum(['zh-CN', 'zh-TW', 'en']).default('zh-CN'),
      }),
    )
    .max(limits.subscriptions)
    .exactOptional(),
});

type DeepReadonly<T> = { readonly [K in keyof T]: DeepReadonly<T[K]> };
/** What stands in a file. */
export type ConfigurationFile = DeepReadonly<z.output<typeof shape>>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** What a server has, as it is written to a file: its own subscriptions alone, no person's. */
export function exportConfiguration(guild: Guild, subscriptions: readonly Subscription[]): ConfigurationFile {
  const names = new Map(guild.topics.map((topic) => [topic.id, topic.name]));
  const { moderatorRoleId, reviewChannelId, ...settings } = guild.settings;
  return {
    tiaoli: 1,
    settings: { moderatorRole: moderatorRoleId, reviewChannel: reviewChannelId, ...settings },
    topics: guild.topics.map(({ id: _, ...topic }) => topic),
    feeds: guild.feeds.flatMap(({ definition, paused }) =>
      definition === null
        ? []
        : [
            {
              url: definition.url,
              name: definition.name,
              authority: definition.authority,
              reader: readerOf(definition),
              paused,
            },
          ],
    ),
    pausedSources: guild.feeds
      .filter(({ definition, paused }) => definition === null && paused)
      .map((feed) => feed.id),
    subscriptions: subscriptions.flatMap((subscription) => {
      const { target, articles, topics, kinds, issuers, rhythm, roleId, crosspost, pausedAt, locale } =
        subscription;
      if (target.kind === 'user') return [];
      return [
        {
          channel: target.channelId,
          forum: target.kind === 'forum',
          ...{ articles, kinds, issuers, crosspost, locale, ...rhythm },
          topics: topics.map((topic) => names.get(topic) ?? topic),
          role: roleId,
          paused: pausedAt !== null,
        },
      ];
    }),
  };
}

/** What a file says of a reader: no regular expression of ours. */
function readerOf({ reader }: FeedDefinition) {
  if (reader === null || reader.kind === 'rss') return reader;
  const { kind, item, title, link, date, docNumber, summary } = reader;
  return {
    ...{ kind, item, title, link },
    ...(date === undefined ? {} : { date }),
    ...(docNumber === undefined ? {} : { docNumber }),
    ...(summary === undefined ? {} : { summary }),
  };
}

/** A file's content from what YAML or JSON made of it; else all that is wrong, with where it stands. */
export function readConfiguration(value: unknown): Result<ConfigurationFile, readonly ImportFault[]> {
  const checked = shape.safeParse(value, { reportInput: true });
  return checked.success ? ok(checked.data) : fail(checked.error.issues.map(faultOf));
}
