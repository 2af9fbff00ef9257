import { isDeepStrictEqual } from 'node:util';
import { articleList } from '../../src/chat/articles.ts';
import type { Context } from '../../src/chat/command.ts';
import { type Action, buttons, problem, type Reply, text } from '../../src/chat/reply.ts';
import { personName, reviewReply, undoButton, verdictName } from '../../src/chat/views/review.ts';
import { showTime } from '../../src/chat/views/time.ts';
import { saidOf, see, seeUndecided } from '../../src/ledger/see.ts';
import { type Choice, settle } from '../../src/ledger/settle.ts';
import type { Decision, Guild } from '../../src/ledger/types.ts';
import type { AuditEntry, Measure, Store } from '../../src/store/port.ts';
import { isOld } from '../../src/watch/decide/herald.ts';
import { effectOf, wasNews } from './effect.ts';

const isRecent = ({ date, feedId }: Measure, { feeds, now }: Context, guild: Guild): boolean => {
  const own = guild.feeds.find(({ id }) => id === feedId)?.definition;
  return !isOld(date, own ?? feeds.find(({ id }) => id === feedId) ?? {}, now);
};

/** Settles a measure, unless somebody has done so since. */
export async function settleMeasure(
  measure: Measure,
  choice: Choice,
  guild: Guild,
  context: Context,
): Promise<Reply> {
  const { t, store, asker, now } = context;
  const said = saidOf(measure.id, guild);
  if (said !== null && said.verdict !== 'flagged') return settledBy(said, context);
  const at = now.toISOString();
  const before = seeUndecided(measure, guild);
  const after = settle(measure.id, before, choice, asker.userId, at);
  const isNews =
    (await wasNews(measure, context)) || (before.standing !== 'told' && isRecent(measure, context, guild));
  const effect = effectOf(measure, guild.id, isNews, now);
  let places = 0;
  const change = { what: 'decision', id: measure.id, before: said, after } as const;
  const done = await store.configure({ guildId: guild.id }, asker.userId, at, [change], {
    effect(decided) {
      const sent = effect(decided);
      const targets = sent.deliveries.filter(({ subscriptionId }) => subscriptionId !== null);
      places = new Set(targets.map(({ target }) => JSON.stringify(target))).size;
      return sent;
    },
  });
  if (!done.ok) {
    const meanwhile = saidOf(measure.id, await store.guild(guild.id));
    return meanwhile === null || meanwhile.verdict === 'flagged'
      ? problem(t.md('review.changed-meanwhile'))
      : settledBy(meanwhile, context);
  }
  const name = verdictName(after, t);
  const verdict = after.articles.length > 0 ? `${name} · ${articleList(after.articles, t)}` : name;
  return {
    tone: 'plain',
    blocks: [
      text(
        after.articles.length === 0
          ? t.md('review.done.withdrawn', { verdict })
          : isNews
            ? t.md('review.done.told', { verdict, count: places })
            : t.md('review.done.kept', { verdict }),
      ),
      buttons(undoButton(after, t), { label: t('review.button.waiting'), action: waiting }),
    ],
  };
}

const waiting: Action = { command: 'review', name: 'waiting', args: ['0'] };

function settledBy(decision: Decision, { t }: Context): Reply {
  const said = t.md('review.settled-meanwhile', {
    who: personName(decision.by),
    time: showTime(decision.at),
    verdict: verdictName(decision, t),
  });
  return { tone: 'problem', blocks: [text(said), buttons(undoButton(decision, t))] };
}

/** So far back a decision is looked for in the audit. */
const auditsRead = 500;
const auditPage = 50;

/** The entry by which a decision was made; null where it is too long ago, or was made with other changes that are not to be undone. */
async function entryOf(decision: Decision, guild: Guild, store: Store): Promise<AuditEntry | null> {
  for (let offset = 0; offset < auditsRead; offset += auditPage) {
    const { entries } = await store.audits(guild.id, { limit: auditPage, offset });
    for (const entry of entries) {
      const [change, ...more] = entry.changes;
      if (change?.what === 'decision' && isDeepStrictEqual(change.after, decision))
        return more.length === 0 ? entry : null;
    }
    if (entries.length < auditPage) return null;
  }
  return null;
}

/** Takes a decision back, the one made at `at` and none since, and puts in its place what was before it. */
export async function undo(measure: Measure, at: string, guild: Guild, context: Context): Promise<Reply> {
  const { t, store, asker, now, corpus } = context;
  const current = saidOf(measure.id, guild);
  if (current === null || current.at !== at || current.verdict === 'flagged')
    return problem(t.md('review.changed-meanwhile'));
  const entry = await entryOf(current, guild, store);
  const [made] = entry?.changes ?? [];
  const after = made?.what === 'decision' ? made.before : null;
  const done = await store.configure(
    { guildId: guild.id },
    asker.userId,
    now.toISOString(),
    [{ what: 'decision', id: measure.id, before: current, after }],
    {
      effect: effectOf(measure, guild.id, await wasNews(measure, context), now),
      ...(entry === null ? {} : { undoes: entry.id }),
    },
  );
  if (!done.ok) return problem(t.md('review.changed-meanwhile'));
  const restored = await store.guild(guild.id);
  const reply = reviewReply(measure, see(measure, restored), restored, corpus, t);
  return { ...reply, blocks: [text(t.md('review.undone')), ...reply.blocks] };
}
