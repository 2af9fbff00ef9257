import type { Answer, Context } from '../../src/chat/command.ts';
import { type Block, note, problem, type Reply, text } from '../../src/chat/reply.ts';
import { ownerOf, scopeName, targetName } from '../../src/chat/views/subscription.ts';
import { deliveryTo } from '../../src/deliver/dispatch.ts';
import { hashOf } from '../../src/hash.ts';
import { readOwnQuietHours, readWhen } from '../../src/ledger/readTimes.ts';
import { KINDS } from '../../src/ledger/readTopic.ts';
import type { EntryKind } from '../../src/link/types.ts';
import type { Alert, Rhythm, Subscription } from '../../src/store/port.ts';
import { findSame } from '../subscribe/answer.ts';
import { isWithinQuiet, readScope } from '../subscribe/read.ts';
import { type Found, refusal, subscriptionsInSight, withOwn, withSubscription } from './find.ts';
import { rhythmForm, scopeForm } from './form.ts';
import { digestOf, missedSince } from './missed.ts';
import { endPage, listPage, onePage } from './page.ts';
import { resumedBlocks } from './resumed.ts';

type Fields = Readonly<Record<string, string>>;
type Settled = Promise<Awaited<Answer>>;

export const list = (page: string, context: Context): Promise<Reply> => listPage(page, context);

export const show = (id: string, context: Context): Settled =>
  withSubscription(id, context, (found) => onePage(found, context));

export const openRhythm = (id: string, context: Context): Settled =>
  withOwn(id, context, (found) => rhythmForm(found, context));

export const openScope = (id: string, context: Context): Settled =>
  withOwn(id, context, (found) => scopeForm(found, context));

/** Writes what became of a subscription and shows it, with what is to be said of that. */
async function save(
  { subscription: before, guild }: Found,
  after: Subscription,
  context: Context,
  ...said: readonly Block[]
): Promise<Reply> {
  const { asker, store, now } = context;
  const saved = await store.configure(ownerOf(before.target), asker.userId, now.toISOString(), [
    { what: 'subscription', id: before.id, before, after },
  ]);
  return saved.ok
    ? onePage({ subscription: after, guild }, context, ...said)
    : refusal('settings.stale', context);
}

const kindsChosen = (field = ''): readonly EntryKind[] => {
  const chosen = field.split(',');
  return KINDS.filter((kind) => chosen.includes(kind));
};

export const fillRhythm = (fields: Fields, id: string, context: Context): Settled =>
  withOwn(id, context, (found) => {
    const { t } = context;
    const { subscription, guild } = found;
    const { rhythm: before } = subscription;
    const typed = fields.when?.trim() ?? '';
    const when = typed === '' ? { at: before.at } : readWhen(typed);
    if (when === undefined) return problem(t.md('subscribe.bad-time', { typed }));
    const quiet = fields.quiet?.trim() ?? '';
    const quietHours = quiet === '' ? null : readOwnQuietHours(quiet);
    if (quietHours === undefined) return problem(t.md('settings.bad-quiet', { typed: quiet }));
    const modes: readonly Rhythm['mode'][] = ['instant', 'daily', 'weekly'];
    const mode = modes.find((one) => one === fields.mode) ?? before.mode;
    const rhythm: Rhythm = {
      ...before,
      ...{ mode, quietHours, at: when.at, weekday: when.weekday ?? before.weekday },
      atOnce: mode === 'instant' ? [] : kindsChosen(fields['at-once']),
      workdaysOnly: fields.days === 'workdays',
    };
    return save(
      found,
      { ...subscription, rhythm },
      context,
      text(t.md('subscriptions.saved')),
      ...(isWithinQuiet(rhythm, guild) ? [note(t.md('subscribe.quiet-digest'))] : []),
    );
  });

export const fillScope = (fields: Fields, id: string, context: Context): Settled =>
  withOwn(id, context, async (found) => {
    const { t } = context;
    const { subscription, guild } = found;
    const { articles, topics, issuers } = fields;
    const scope = readScope({ articles, topic: topics, issuers }, guild, context);
    if (!scope.ok) return problem(scope.error);
    const after = { ...subscription, ...scope.value, kinds: kindsChosen(fields.kinds) };
    const others = (await subscriptionsInSight(context)).filter((one) => one.id !== id);
    if (findSame(others, subscription.target, after))
      return problem(t.md('subscriptions.same', { target: targetName(subscription.target, t) }));
    return save(found, after, context, text(t.md('subscriptions.saved')));
  });

export const pause = (id: string, context: Context): Settled =>
  withOwn(id, context, (found) => {
    const { subscription } = found;
    if (subscription.pausedAt !== null) return onePage(found, context);
    const after = { ...subscription, pausedAt: context.now.toISOString() };
    return save(found, after, context, text(context.t.md('subscriptions.pausing')));
  });

export const unmention = (id: string, context: Context): Settled =>
  withOwn(id, context, (found) =>
    save(found, { ...found.subscription, roleId: null }, context, text(context.t.md('subscriptions.saved'))),
  );

/** Tells how much came meanwhile, and offers it. */
export const resume = (id: string, context: Context): Settled =>
  withOwn(id, context, async (found) => {
    const { subscription } = found;
    const since = subscription.pausedAt;
    if (since === null) return onePage(found, context);
    const said = await resumedBlocks(found, since, context);
    await context.store.hurry(subscription.target, context.now.toISOString());
    return save(found, { ...subscription, pausedAt: null }, context, ...said);
  });

export const catchUp = (id: string, since: string, context: Context): Settled =>
  withOwn(id, context, async (found) => {
    const { t, store, now } = context;
    const missed = await missedSince(found, since, context);
    if (missed.length === 0) return onePage(found, context, text(t.md('subscriptions.nothing-missed')));
    const { alerts, deliveries } = digestOf(missed, found, now);
    await store.enqueue(alerts, deliveries, now.toISOString());
    await store.hurry(found.subscription.target, now.toISOString());
    const target = targetName(found.subscription.target, t);
    return onePage(found, context, text(t.md('subscriptions.caught-up', { count: missed.length, target })));
  });

export const test = (id: string, context: Context): Settled =>
  withOwn(id, context, async (found) => {
    const { t, store, now } = context;
    const { subscription } = found;
    const createdAt = now.toISOString();
    const alert: Alert = {
      id: hashOf('test', subscription.id, createdAt),
      ...{ kind: 'test', measureId: null, createdAt, about: {} },
    };
    const delivery = { ...deliveryTo(alert, subscription.target, now), subscriptionId: subscription.id };
    await store.enqueue([alert], [delivery], createdAt);
    // Behind what waits there already: that is tried at once as well.
    await store.hurry(subscription.target, createdAt);
    const target = targetName(subscription.target, t);
    return onePage(found, context, text(t.md('subscriptions.tested', { target })));
  });

export const confirmEnd = (id: string, context: Context): Settled =>
  withOwn(id, context, (found) => endPage(found, context));

export const end = (id: string, context: Context): Settled =>
  withOwn(id, context, async ({ subscription, guild }): Promise<Reply> => {
    const { t, asker, store, now } = context;
    const ended = await store.configure(ownerOf(subscription.target), asker.userId, now.toISOString(), [
      { what: 'subscription', id, before: subscription, after: null },
    ]);
    if (!ended.ok) return refusal('settings.stale', context);
    const said = { target: targetName(subscription.target, t), scope: scopeName(subscription, guild, t) };
    return { tone: 'plain', blocks: [text(t.md('unsubscribe.done', said))] };
  });
