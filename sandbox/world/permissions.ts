/** Permissions as Discord computes them (docs: topics/permissions): base from roles, then overwrites, then implicit denials. */
import { OverwriteType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { Channel, Guild, Overwrite } from './types.ts';

export const ALL_PERMISSIONS = Object.values(P).reduce((all, bit) => all | bit, 0n);

/** What falls away where one may not write (in a thread: not write in threads). */
const NEEDS_SENDING = P.EmbedLinks | P.AttachFiles | P.MentionEveryone | P.SendTTSMessages;

/** What a member may do in the whole server; nothing for someone who is not a member. */
export const basePermissions = (guild: Guild, userId: string): bigint => {
  const member = guild.members.get(userId);
  if (member === undefined) return 0n;
  if (guild.ownerId === userId) return ALL_PERMISSIONS;
  const everyone = guild.roles.get(guild.id)?.permissions ?? 0n;
  const all = [...member.roles].reduce((sum, id) => sum | (guild.roles.get(id)?.permissions ?? 0n), everyone);
  return (all & P.Administrator) === 0n ? all : ALL_PERMISSIONS;
};

const apply = (permissions: bigint, overwrites: readonly Overwrite[]): bigint => {
  const deny = overwrites.reduce((sum, overwrite) => sum | overwrite.deny, 0n);
  const allow = overwrites.reduce((sum, overwrite) => sum | overwrite.allow, 0n);
  return (permissions & ~deny) | allow;
};

/**
 * What a member may do in a channel. `channel` is the one that carries the overwrites: a thread's parent, not the thread (say `inThread` then).
 * Whoever may not see a channel may do nothing in it; whoever may not write in it may not embed, attach or mention either.
 */
export const channelPermissions = (
  guild: Guild,
  userId: string,
  channel: Channel,
  inThread = false,
): bigint => {
  const base = basePermissions(guild, userId);
  if ((base & P.Administrator) !== 0n) return ALL_PERMISSIONS;
  const roles = guild.members.get(userId)?.roles ?? new Set<string>();
  const of = (wanted: (overwrite: Overwrite) => boolean) => channel.overwrites.filter(wanted);
  const role = (o: Overwrite) => o.type === OverwriteType.Role;
  let sum = apply(
    base,
    of((o) => role(o) && o.id === guild.id),
  );
  sum = apply(
    sum,
    of((o) => role(o) && o.id !== guild.id && roles.has(o.id)),
  );
  sum = apply(
    sum,
    of((o) => o.type === OverwriteType.Member && o.id === userId),
  );
  if ((sum & P.ViewChannel) === 0n) return 0n;
  return (sum & (inThread ? P.SendMessagesInThreads : P.SendMessages)) === 0n ? sum & ~NEEDS_SENDING : sum;
};

export const can = (permissions: bigint, needed: bigint): boolean => (permissions & needed) === needed;
