import { isDeepStrictEqual } from 'node:util';
import type { ChannelValue, Context, RoleValue } from '../../src/chat/command.ts';
import { join, type Markdown, trusted } from '../../src/chat/markdown.ts';
import { note, problem, type Reply, text } from '../../src/chat/reply.ts';
import { changeText } from '../../src/chat/views/change.ts';
import { missingPermissions } from '../../src/chat/views/permissions.ts';
import { defaultSettings } from '../../src/ledger/defaults.ts';
import { readQuietHours, timeZones } from '../../src/ledger/readTimes.ts';
import type { GuildSettings } from '../../src/ledger/types.ts';
import type { Change } from '../../src/store/port.ts';

interface Given {
  readonly moderators?: RoleValue | undefined;
  readonly review?: ChannelValue | undefined;
  readonly language?: string | undefined;
  readonly 'time-zone'?: string | undefined;
  readonly quiet?: string | undefined;
  readonly tell?: number | undefined;
  readonly doubt?: number | undefined;
  readonly clear?: string | undefined;
}

export async function show({ t, asker, store }: Context): Promise<Reply> {
  if (asker.guildId === null) return problem(t.md('settings.guild-only'));
  const { settings } = await store.guild(asker.guildId);
  return {
    tone: 'plain',
    blocks: [
      text(t.md('settings.heading')),
      text(settingsText(settings, { t })),
      ...(settings.reviewChannelId === null ? [note(t.md('settings.no-review'))] : []),
    ],
  };
}

/** All settings, a line each. */
function settingsText(settings: GuildSettings, { t }: Pick<Context, 't'>): Markdown {
  const { moderatorRoleId, reviewChannelId, locale, timeZone, quietHours, tell, review } = settings;
  const none = t('settings.none');
  const percent = (value: number): string => t('settings.percent', { value: Math.round(value * 100) });
  const lines: readonly (readonly [keyof GuildSettings, Markdown | string])[] = [
    ['moderatorRoleId', moderatorRoleId === null ? none : trusted(`<@&${moderatorRoleId}>`)],
    ['reviewChannelId', reviewChannelId === null ? none : trusted(`<#${reviewChannelId}>`)],
    ['locale', locale === null ? none : t(`settings.locale.${locale}`)],
    ['timeZone', timeZone],
    ['quietHours', quietHours === null ? none : `${quietHours.from}–${quietHours.to}`],
    ['tell', percent(tell)],
    ['review', percent(review)],
  ];
  return join(lines.map(([field, value]) => t.md('settings.line', { name: t(`field.${field}`), value })));
}

/** Changes what was given, all of it or, where one thing is wrong, nothing. */
export async function edit(given: Given, context: Context): Promise<Reply> {
  const { t, asker, store, now } = context;
  const { guildId } = asker;
  if (guildId === null) return problem(t.md('settings.guild-only'));
  const before = (await store.guild(guildId)).settings;
  const after = apply(given, before, context);
  if ('tone' in after) return after;
  if (isDeepStrictEqual(after, before)) {
    const { tone, blocks } = await show(context);
    return { tone, blocks: [text(t.md('settings.unchanged')), ...blocks] };
  }
  const change: Change = { what: 'settings', id: guildId, before, after };
  const saved = await store.configure({ guildId }, asker.userId, now.toISOString(), [change]);
  if (!saved.ok) return problem(t.md('settings.stale'));
  const { moderatorRoleId, reviewChannelId } = after;
  const count =
    reviewChannelId !== null && reviewChannelId !== before.reviewChannelId
      ? (await waiting(guildId, context)).length
      : null;
  return {
    tone: 'plain',
    blocks: [
      text(t.md('settings.saved')),
      text(changeText(change, t)),
      ...(moderatorRoleId !== null && moderatorRoleId !== before.moderatorRoleId
        ? [text(t.md('settings.role-hint', { role: trusted(`<@&${moderatorRoleId}>`) }))]
        : []),
      ...(count === null
        ? []
        : [text(t.md('settings.review-hint', { channel: trusted(`<#${reviewChannelId}>`), count }))]),
      note(t.md('settings.undo-hint')),
    ],
  };
}

/** The settings with what was given; a problem where something is wrong with it. */
function apply(given: Given, before: GuildSettings, context: Context): GuildSettings | Reply {
  const { t, asker } = context;
  const { moderators, review: channel, language, quiet, tell, doubt, clear } = given;
  const zone = given['time-zone'];
  // Discord gives the role of everyone the server's own id.
  if (moderators?.id === asker.guildId) return problem(t.md('settings.everyone-role'));
  if (channel && !channel.takesMessages)
    return problem(t.md('subscribe.no-messages', { target: trusted(`<#${channel.id}>`) }));
  if (channel && channel.missing.length > 0) return problem(missingPermissions(channel, t));
  const timeZone = zone === undefined ? before.timeZone : zoneNamed(zone);
  if (timeZone === null) return problem(t.md('settings.bad-zone', { typed: zone ?? '' }));
  const quietHours = quiet === undefined ? before.quietHours : readQuietHours(quiet);
  if (quietHours === undefined) return problem(t.md('settings.bad-quiet', { typed: quiet ?? '' }));
  const changed: GuildSettings = {
    moderatorRoleId: moderators?.id ?? before.moderatorRoleId,
    reviewChannelId: channel?.id ?? before.reviewChannelId,
    locale: isLocale(language) ? language : before.locale,
    timeZone,
    quietHours,
    tell: tell === undefined ? before.tell : tell / 100,
    review: doubt === undefined ? before.review : doubt / 100,
  };
  const cleared = clear === undefined ? changed : { ...changed, ...defaultsOf(clear) };
  if (cleared.review > cleared.tell) {
    const percent = (value: number): number => Math.round(value * 100);
    return problem(
      t.md('settings.bad-thresholds', { review: percent(cleared.review), tell: percent(cleared.tell) }),
    );
  }
  return cleared;
}

const isLocale = (value: string | undefined): value is 'zh-CN' | 'zh-TW' | 'en' =>
  value === 'zh-CN' || value === 'zh-TW' || value === 'en';

/** The defaults of what `clear` names; of a forged choice nothing. */
function defaultsOf(clear: string): Partial<GuildSettings> {
  if (clear === 'thresholds') return { tell: defaultSettings.tell, review: defaultSettings.review };
  return Object.fromEntries(Object.entries(defaultSettings).filter(([name]) => name === clear));
}

const zoneNamed = (typed: string): string | null =>
  timeZones().find((zone) => zone.toLowerCase() === typed.trim().toLowerCase()) ?? null;

/** What waits for this server's moderators, as `/review` lists it. */
async function waiting(guildId: string, { store }: Context) {
  const { waitingIn } = await import('../review/list.ts');
  return waitingIn(await store.guild(guildId), { store });
}
