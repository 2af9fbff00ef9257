import { type ExpressionBuilder, type ExpressionWrapper, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Tables } from './schema.ts';

/** Deliveries to channels of this server. */
export const inServer =
  (guildId: string) =>
  (eb: ExpressionBuilder<Tables, 'delivery'>): ExpressionWrapper<Tables, 'delivery', SqlBool> =>
    eb.or(['channel', 'forum'].map((kind) => eb('delivery.target', 'like', `${kind}:${guildId}:%`)));

/** What a server's own sources (`guild_<server>_…`) showed is for that server alone; `guildId` is null for nobody's. */
export const isSeenIn = (feedId: string, guildId: string | null): boolean =>
  !feedId.startsWith('guild_') || (guildId !== null && feedId.startsWith(`guild_${guildId}_`));

/** The same, of entries. */
export const entrySeenIn = (guildId: string | null): RawBuilder<boolean> =>
  guildId === null
    ? sql`feed_id not like 'guild!_%' escape '!'`
    : sql`(feed_id not like 'guild!_%' escape '!' or feed_id like ${`guild!_${escapeLike(guildId)}!_%`} escape '!')`;

/** A text as a pattern that means itself, where `!` escapes. */
export const escapeLike = (text: string): string => text.replace(/[!%_]/g, '!$&');
