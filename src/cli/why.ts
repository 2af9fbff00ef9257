import { loadFeeds } from '../../feeds/index.ts';
import type { Translate } from '../chat/catalogue/index.ts';
import { join, type Markdown, plain } from '../chat/markdown.ts';
import { topicList } from '../chat/views/grounds.ts';
import { afterLines, findWay, readingText } from '../chat/views/way.ts';
import type { CorpusDocument } from '../corpus/types.ts';
import { isHeard } from '../deliver/dispatch.ts';
import { type Seen, see } from '../ledger/see.ts';
import { type TopicFound, topicsIn, topicsOn } from '../ledger/topicsOn.ts';
import { type Trace, traceWay } from '../ledger/trace.ts';
import type { Guild } from '../ledger/types.ts';
import type { Measure, Store, Subscription } from '../store/port.ts';
import { openTexts } from './openTexts.ts';
import { show, type Verb } from './verb.ts';
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

/** The way of one entry, newest first: read when, from where, measure, links, topics, deliveries, or what said no. 1 if never read. */
export const why: Verb = {
  usage: 'why URL [--json]',
  positionals: [1, 1],
  run: (input) =>
    withStore(input, async (store) => {
      const {
        args: [url = ''],
        config,
        t,
        complain,
      } = input;
      const way = await findWay(store, url);
      if (way.length === 0) complain(t('cli.no-such-entry', { url }));
      if (way.length === 0) return 1;
      using texts = await openTexts(input);
      if (!texts) return 1;
      const { corpus } = texts;
      const [{ feeds: ours }, servers] = await Promise.all([
        loadFeeds({ extraDir: config.feedsDir }),
        serversOf(store),
      ]);
      const owns = servers.flatMap(({ guild }) => guild.feeds.flatMap(({ definition }) => definition ?? []));
      const showing = { feeds: [...owns, ...ours], corpus, now: new Date() };
      // The operator reads everything: of servers' own documents, those of the server they belong to.
      const traces = await traceWay(store, way);
      const steps = traces.map((step) => ({
        step,
        sights: sightsOf(step.measure, servers, corpus.documents[0]),
      }));
      show(input, { way: steps.map(asJson) }, () =>
        steps
          .map(({ step, sights }) =>
            plain(
              join([
                readingText(step, showing, t),
                ...sightLines(sights, t),
                ...afterLines(step, showing, t),
              ]),
            ),
          )
          .join('\n\n'),
      );
      return 0;
    }),
};

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
