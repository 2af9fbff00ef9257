import { type Context, defineCommand } from '../src/chat/command.ts';
import { divider, note, type Reply, text } from '../src/chat/reply.ts';
import { guildOf } from '../src/chat/views/ledger.ts';
import { standingLine } from '../src/chat/views/standing.ts';
import { findWay, type Step, stepText } from '../src/chat/views/way.ts';
import { canonicalUrl } from '../src/watch/canonicalise.ts';
import { standingOf } from '../src/watch/health.ts';

/** Readings of one entry shown at most: the first ones say little that the last do not. */
const stepsShown = 5;
const sourcesShown = 10;

export const why = defineCommand({
  name: 'why',
  access: 'everyone',
  audience: 'teams',
  options: { url: { type: 'string', required: true, maxLength: 2000 }, share: { type: 'boolean' } },

  async execute({ url: written }, context): Promise<Reply> {
    const { t, store, asker, corpus } = context;
    const url = written.trim();
    const way = await findWay(store, url, asker.guildId);
    if (way.length === 0) return neverRead(url, context);
    const guild = await guildOf(context);
    const feeds = [...guild.feeds.flatMap(({ definition }) => definition ?? []), ...context.feeds];
    const [{ seenBy }, { see }] = await Promise.all([
      import('../src/ledger/gather.ts'),
      import('../src/ledger/see.ts'),
    ]);
    const inSight = way
      .slice(0, stepsShown)
      .map(({ measure, ...step }) => ({ ...step, measure: measure && seenBy(measure, see(measure, guild)) }))
      .map((step) => onlyOwn(step, context));
    const delivered = inSight.some(({ deliveries }) => deliveries.length > 0);
    return {
      tone: 'policy',
      blocks: [
        text(t.md('why.heading')),
        ...inSight.flatMap((step, index) => [
          ...(index > 0 ? [divider] : []),
          text(stepText(step, { feeds, corpus }, t)),
        ]),
        ...(delivered ? [] : [text(t.md('why.undelivered'))]),
        note(t.md('alert.derived')),
      ],
    };
  },
});

/** Where else an alert went is nobody's business here. */
const onlyOwn = (step: Step, { asker }: Context): Step => ({
  ...step,
  deliveries: step.deliveries.filter(({ target }) =>
    target.kind === 'user' ? target.userId === asker.userId : target.guildId === asker.guildId,
  ),
});

const hostOf = (url: string): string => new URL(canonicalUrl(url)).host;

/** The first stage that said no to a page that was never read: no URL, not watched, or a source that cannot be read. */
async function neverRead(url: string, { t, store, feeds, now }: Context): Promise<Reply> {
  if (!URL.canParse(url)) return { tone: 'problem', blocks: [text(t.md('why.not-url', { url }))] };
  const nearby = feeds.filter((feed) => URL.canParse(feed.url) && hostOf(feed.url) === hostOf(url));
  if (nearby.length === 0)
    return { tone: 'problem', blocks: [text(t.md('why.unwatched', { host: new URL(url).host }))] };
  const states = new Map((await store.feedStates()).map((state) => [state.feedId, state]));
  return {
    tone: 'problem',
    blocks: [
      text(t.md('why.unread')),
      ...nearby.slice(0, sourcesShown).flatMap((feed) => {
        const state = states.get(feed.id);
        return state ? [text(standingLine(standingOf(state, now), feed, t))] : [];
      }),
    ],
  };
}
