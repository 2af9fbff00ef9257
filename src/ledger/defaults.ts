import { REVIEW, TELL } from '../link/thresholds.ts';
import type { Guild, GuildSettings } from './types.ts';

/** What holds where moderators set nothing. */
export const defaultSettings: GuildSettings = {
  moderatorRoleId: null,
  reviewChannelId: null,
  locale: null,
  timeZone: 'Asia/Shanghai',
  quietHours: null,
  tell: TELL,
  review: REVIEW,
};

/** A server whose moderators set nothing yet. */
export const newGuild = (id: string): Guild => ({
  id,
  settings: defaultSettings,
  topics: [],
  feeds: [],
  decisions: [],
});

/** So much one server may have, so that none starves the others. */
export const limits = {
  feeds: 50,
  topics: 50,
  subscriptions: 200,
  /** In all lists of one topic. */
  words: 60,
  wordLength: 40,
  nameLength: 60,
  /** Of a person's own subscriptions. */
  own: 50,
} as const;
