import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import type { Tables } from './schema.ts';

/** Deliveries to channels of this server. */
export const inServer =
  (guildId: string) =>
  (eb: ExpressionBuilder<Tables, 'delivery'>): ExpressionWrapper<Tables, 'delivery', SqlBool> =>
    eb.or(['channel', 'forum'].map((kind) => eb('delivery.target', 'like', `${kind}:${guildId}:%`)));
