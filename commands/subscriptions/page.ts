import type { Context } from '../../src/chat/command.ts';
import { clip, join, type Markdown, md, trusted } from '../../src/chat/markdown.ts';
import { lastPage, readPage } from '../../src/chat/page.ts';
import {
  type Action,
  type Block,
  type Button,
  buttons,
  note,
  type Reply,
  text,
} from '../../src/chat/reply.ts';
import { rhythmName, scopeName, targetName, troubleName } from '../../src/chat/views/subscription.ts';
import { showDate, showTime } from '../../src/chat/views/time.ts';
import type { Guild } from '../../src/ledger/types.ts';
import type { Subscription } from '../../src/store/port.ts';
import { type Found, guildOf, mayChange, subscriptionsInSight } from './find.ts';

/** As many as a menu holds. */
const pageSize = 10;
/** Discord's limit of an option's label. */
const labelLimit = 90;

const action = (name: string, ...args: readonly string[]): Action => ({
  command: 'subscriptions',
  name,
  args,
});

/** All subscriptions in sight, a page of them, with a menu to open one. */
export async function listPage(typed: string, context: Context): Promise<Reply> {
  const { t } = context;
  const all = await subscriptionsInSight(context);
  if (all.length === 0) return { tone: 'plain', blocks: [text(t.md('subscriptions.none'))] };
  const last = lastPage(all.length, pageSize);
  const page = Math.min(readPage(typed), last);
  const shown = all.slice(page * pageSize, (page + 1) * pageSize);
  const lines: Markdown[] = [];
  const options = [];
  for (const subscription of shown) {
    const guild = await guildOf(subscription, context);
    lines.push(line(subscription, guild, context));
    const { id, target } = subscription;
    const place =
      target.kind === 'user' ? t('subscriptions.me') : `#${context.channelName(target.channelId)}`;
    options.push({ label: clip(`${place} — ${scopeName(subscription, guild, t)}`, labelLimit), value: id });
  }
  return {
    tone: 'plain',
    blocks: [
      text(t.md('subscriptions.heading')),
      text(join(lines)),
      { type: 'select', action: action('show'), placeholder: t('subscriptions.choose'), options },
      ...pager(page, last, context),
      note(t.md('subscribe.list-hint')),
    ],
  };
}

function pager(page: number, last: number, { t }: Context): readonly Block[] {
  if (last === 0) return [];
  return [
    note(t.md('subscriptions.page', { page: page + 1, pages: last + 1 })),
    buttons(
      { label: t('subscriptions.previous'), action: action('list', String(page - 1)), disabled: page === 0 },
      { label: t('subscriptions.next'), action: action('list', String(page + 1)), disabled: page === last },
    ),
  ];
}

function line(subscription: Subscription, guild: Guild, { t }: Context): Markdown {
  const { target, rhythm } = subscription;
  const said = t.md('subscriptions.line', {
    target: targetName(target, t),
    scope: scopeName(subscription, guild, t),
    rhythm: rhythmName(rhythm, target.kind === 'user' ? null : guild, t),
  });
  return join([md`• ${said}`, ...standing(subscription, t).map((one) => md`  ${one}`)]);
}

/** That it is paused, and what is wrong with it. */
function standing(subscription: Subscription, t: Context['t']): readonly Markdown[] {
  const trouble = troubleName(subscription, t);
  return [
    ...(subscription.pausedAt === null
      ? []
      : [t.md('subscriptions.paused', { since: showTime(subscription.pausedAt) })]),
    ...(trouble === null ? [] : [t.md('subscriptions.trouble', { trouble })]),
  ];
}

/** One subscription with all that is set, and, for whoever may, what can be done with it. `said` stands above. */
export function onePage({ subscription, guild }: Found, context: Context, ...said: readonly Block[]): Reply {
  const { t } = context;
  const { id, target, rhythm, roleId, crosspost, locale, createdBy, createdAt, pausedAt } = subscription;
  const lines = [
    t.md('subscriptions.detail.scope', { scope: scopeName(subscription, guild, t) }),
    t.md('subscriptions.detail.rhythm', {
      rhythm: rhythmName(rhythm, target.kind === 'user' ? null : guild, t),
    }),
    ...(roleId === null ? [] : [t.md('subscriptions.detail.role', { role: trusted(`<@&${roleId}>`) })]),
    ...(crosspost ? [t.md('subscriptions.detail.crosspost')] : []),
    t.md('subscriptions.detail.locale', { language: t(`settings.locale.${locale}`) }),
    ...standing(subscription, t),
  ];
  const by = /^\d+$/.test(createdBy) ? trusted(`<@${createdBy}>`) : createdBy;
  const change: readonly Button[] = [
    { label: t('subscriptions.edit-scope'), action: action('scope', id) },
    { label: t('subscriptions.edit-rhythm'), action: action('rhythm', id) },
    pausedAt === null
      ? { label: t('subscriptions.pause'), action: action('pause', id) }
      : { label: t('subscriptions.resume'), action: action('resume', id), style: 'primary' },
    { label: t('subscriptions.test'), action: action('test', id) },
    { label: t('subscriptions.end'), action: action('end', id), style: 'danger' },
  ];
  return {
    tone: 'plain',
    blocks: [
      ...said,
      text(t.md('subscriptions.one', { target: targetName(target, t) })),
      text(join(lines)),
      note(t.md('subscriptions.detail.made', { by, since: showDate(createdAt) })),
      ...(mayChange(subscription, context) ? [buttons(...change)] : []),
      buttons(
        ...(roleId !== null && mayChange(subscription, context)
          ? [{ label: t('subscriptions.unmention'), action: action('unmention', id) }]
          : []),
        { label: t('subscriptions.back'), action: action('list', '0') },
      ),
    ],
  };
}

/** Asks whether it is to end indeed. */
export const endPage = ({ subscription, guild }: Found, { t }: Context): Reply => ({
  tone: 'plain',
  blocks: [
    text(
      t.md('subscriptions.confirm-end', {
        target: targetName(subscription.target, t),
        scope: scopeName(subscription, guild, t),
      }),
    ),
    buttons(
      {
        label: t('subscriptions.really-end'),
        action: action('really-end', subscription.id),
        style: 'danger',
      },
      { label: t('subscriptions.back'), action: action('show', subscription.id) },
    ),
  ],
});
