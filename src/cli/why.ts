import { loadFeeds } from '../../feeds/index.ts';
import type { Translate } from '../chat/catalogue/index.ts';
import { join, type Markdown, plain } from '../chat/markdown.ts';
import { topicList } from '../chat/views/grounds.ts';
import { standingLine } from '../chat/views/standing.ts';
import { afterLines, findWay, readingText, shownLines } from '../chat/views/way.ts';
import type { CorpusDocument } from '../corpus/types.ts';
import { isHeard } from '../deliver/dispatch.ts';
import { type Seen, see } from '../ledger/see.ts';
import { type TopicFound, topicsIn, topicsOn } from '../ledger/topicsOn.ts';
import { type Trace, traceWay } from '../ledger/trace.ts';
import type { Guild } from '../ledger/types.ts';
import type { Measure, Store, Subscription } from '../store/port.ts';
import { type NeverRead, neverRead } from '../watch/health/neverRead.ts';
import { sourcesShowing } from '../watch/health/shown.ts';
import { openTexts } from './openTexts.ts';
import { show, type Verb, type VerbInput } from './verb.ts';
import { withStore } from './withStore.ts';

/** A server, with what is followed there. */
interface Server {
  readonly guild: Guild;
  readonly subscriptions: readonly Subscription[];
}

/** How one server sees a measure. */
interface Sight {
  readonly topics: readonly TopicFound[];
  readonly seen: Seen;
}

/** The way of one entry, newest first: read when, from where, measure, links, topics, deliveries; 1 and what said no if never read. */
export const why: Verb = {
  usage: 'why URL [--json]',
  positionals: [1, 1],
  run: (input) =>
    withStore(input, async (store) => {
      const { config } = input;
      const url = input.args[0]?.trim() ?? '';
      const [way, states, servers, { feeds: ours }] = await Promise.all([
        findWay(store, url),
        store.feedStates(),
        serversOf(store),
        loadFeeds({ extraDir: config.feedsDir }),
      ]);
      const owns = servers.flatMap(({ guild }) => guild.feeds.flatMap(({ definition }) => definition ?? []));
      const feeds = [...owns, ...ours];
      if (way.length === 0) {
        sayNo(input, url, neverRead(url, feeds, states, new Date()));
        return 1;
      }
      using texts = await openTexts(input);
      if (!texts) return 1;
      const { corpus } = texts;
      const { t } = input;
      const showing = { feeds, corpus, now: new Date() };
      // The operator reads everything: of servers' own documents, those of the server they belong to.
      const traces = await traceWay(store, way);
      const steps = traces.map((step) => ({
        step,
        sights: sightsOf(step.measure, servers, corpus.documents[0]),
      }));
      const nameOf = new Map(feeds.map(({ id, name }) => [id, name]));
      const read = states.map(({ feedId: id }) => ({ id, name: nameOf.get(id) ?? id }));
      const shownBy = sourcesShowing(way[0]?.record.entry.id ?? '', read, states);
      show(input, { way: steps.map(asJson), shownBy: shownBy.map(({ id }) => id) }, () =>
        [
          ...steps.map(({ step, sights }) =>
            join([readingText(step, showing, t), ...sightLines(sights, t), ...afterLines(step, showing, t)]),
          ),
          ...shownLines(shownBy, t),
        ]
          .map(plain)
          .join('\n\n'),
      );
      return 0;
    }),
};

/** Why a page was never read: one document on standard output, or sentences on standard error. */
function sayNo({ json, print, complain, t }: VerbInput, url: string, found: NeverRead): void {
  if (json) print(JSON.stringify({ way: [], ...noAsJson(found) }));
  else complain(noInWords(url, found, t));
}

function noInWords(url: string, found: NeverRead, t: Translate): string {
  if (found.stage === 'not-url') return t('why.not-url', { url });
  if (found.stage === 'unwatched') return t('cli.unwatched', { url, host: found.host });
  const lines = found.sources.map(({ feed, standing }) => standingLine(standing, feed, t));
  return plain(join([t.md('why.unread'), ...lines]));
}

const noAsJson = (found: NeverRead) =>
  found.stage === 'unread'
    ? {
        ...found,
        sources: found.sources.map(({ feed: { id, name, url }, standing }) => ({ id, name, url, standing })),
      }
    : found;

const serversOf = async (store: Store): Promise<readonly Server[]> =>
  Promise.all(
    (await store.guilds()).map(async (guild) => ({
      guild,
      subscriptions: await store.subscriptions({ guildId: guild.id }),
    })),
  );

/** By server id, of those that may see it. */
function sightsOf(
  measure: Measure | null,
  servers: readonly Server[],
  ordinance: CorpusDocument | undefined,
): ReadonlyMap<string, Sight> {
  if (measure === null) return new Map();
  return new Map(
    servers
      .filter(({ guild }) => isHeard(measure, guild))
      .map(({ guild, subscriptions }) => {
        const seen = see(measure, guild);
        return [
          guild.id,
          { seen, topics: topicsOn(topicsIn(guild, subscriptions, ordinance), measure, seen) },
        ];
      }),
  );
}

/** `topics` and `servers` by server id. */
const asJson = ({ step, sights }: { readonly step: Trace; readonly sights: ReadonlyMap<string, Sight> }) => ({
  ...step,
  topics: Object.fromEntries(
    [...sights].map(([id, { topics }]) => [
      id,
      topics.map(({ topic, found }) => ({ id: topic.id, name: topic.name, found })),
    ]),
  ),
  servers: Object.fromEntries([...sights].map(([id, { seen }]) => [id, seen])),
});

const sightLines = (sights: ReadonlyMap<string, Sight>, t: Translate): readonly Markdown[] =>
  [...sights].flatMap(([id, { seen, topics }]) => [
    t.md('why.servers.seen', { id, standing: t(`why.standing.${seen.standing}`) }),
    ...(topics.length > 0 ? [t.md('why.servers.topics', { id, topics: topicList(topics, t) })] : []),
  ]);
