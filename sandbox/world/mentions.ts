/** Who a message rings (docs: Allowed Mentions Object). */
import {
  AllowedMentionsTypes,
  type APIAllowedMentions,
  type APIMessageTopLevelComponent,
  ComponentType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Channel, Pings, User } from './types.ts';
import type { World } from './world.ts';

/** `<@123>` and `<@!123>`; not `<@&123>`, which is a role, nor `@123`. */
const USER_MENTION = /<@!?(\d{1,20})>/g;
/** `<@&123>`. */
const ROLE_MENTION = /<@&(\d{1,20})>/g;
/** `@everyone` and `@here` anywhere, even inside a word; not `@Everyone` nor the full-width `＠everyone`. */
const EVERYONE = /@(everyone|here)/;

/** All text that can mention someone: content and text displays, not embeds. */
export const mentionableText = (
  content: string,
  components: readonly APIMessageTopLevelComponent[] = [],
): string => {
  const texts = [content];
  for (const component of components) {
    if (component.type === ComponentType.TextDisplay) texts.push(component.content);
    if (component.type === ComponentType.Container) texts.push(mentionableText('', component.components));
    if (component.type === ComponentType.Section) texts.push(mentionableText('', component.components));
  }
  return texts.join('\n');
};

export interface MentionQuestion {
  readonly text: string;
  readonly author: User;
  readonly channel: Channel;
  readonly allowed: APIAllowedMentions | null;
  /** Interactions and webhooks mention only people unless they ask for more. */
  readonly usersOnlyByDefault: boolean;
  /** The author of the message that is replied to. */
  readonly repliedTo: string | null;
}

const DEFAULT_PARSE = [AllowedMentionsTypes.User, AllowedMentionsTypes.Role, AllowedMentionsTypes.Everyone];

/** Code blocks and quotes count as text here: whoever relies on them to keep a mention quiet is told the worst. */
export const pingsOf = (world: World, question: MentionQuestion): Pings => {
  const { text, author, channel, allowed } = question;
  const parse =
    allowed?.parse ??
    (allowed !== null ? [] : question.usersOnlyByDefault ? DEFAULT_PARSE.slice(0, 1) : DEFAULT_PARSE);
  const guild = world.guildOf(channel);
  const mayRingAll = (world.permissionsIn(author.id, channel) & PermissionFlagsBits.MentionEveryone) !== 0n;
  const found = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];
  const present = (id: string) =>
    guild === undefined ? channel.recipients.includes(id) : guild.members.has(id);
  const users = found(USER_MENTION)
    .filter((id) => parse.includes(AllowedMentionsTypes.User) || (allowed?.users ?? []).includes(id))
    .filter(present);
  const roles = found(ROLE_MENTION)
    .filter((id) => parse.includes(AllowedMentionsTypes.Role) || (allowed?.roles ?? []).includes(id))
    .filter((id) => guild?.roles.get(id)?.mentionable || (guild?.roles.has(id) && mayRingAll));
  const ringsAuthor = question.repliedTo !== null && (allowed === null || allowed.replied_user === true);
  if (ringsAuthor && question.repliedTo !== null && !users.includes(question.repliedTo))
    users.push(question.repliedTo);
  const everyone =
    guild !== undefined && mayRingAll && parse.includes(AllowedMentionsTypes.Everyone) && EVERYONE.test(text);
  return { everyone, users, roles };
};
