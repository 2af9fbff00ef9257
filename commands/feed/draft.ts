import type { Context } from '../../src/chat/command.ts';
import { clip, oneLine } from '../../src/chat/markdown.ts';
import { hashOf } from '../../src/hash.ts';
import { limits } from '../../src/ledger/defaults.ts';
import type { OwnFeed } from '../../src/ledger/ownFeed.ts';
import type { GuildFeed } from '../../src/ledger/types.ts';
import type { Reader } from '../../src/watch/types.ts';

/** A source being written, until it is saved. */
export interface Draft extends OwnFeed {
  /** The saved source that it changes, as it was when the change began; null: it is new. */
  readonly before: GuildFeed | null;
}

const keptMs = 3_600_000;
const cacheKey = (key: string, { asker }: Context): string => `feed:${asker.guildId}:${key}`;

/** Keeps a draft for an hour; the key is what its buttons hold. */
export async function keep(draft: Draft, context: Context): Promise<string> {
  const key = hashOf('feed', context.asker.guildId ?? '', JSON.stringify(draft));
  await context.cache.set(cacheKey(key, context), draft, keptMs);
  return key;
}

/** The draft of a key, of this server; undefined where it is no longer kept. */
export const recall = (key: string, context: Context): Promise<Draft | undefined> =>
  context.cache.get<Draft>(cacheKey(key, context));

/** A reader that needs a pattern of ours is left to the page. */
export function withoutPattern(reader: Reader | null): Reader | null {
  if (reader === null || reader.kind === 'rss') return reader;
  return reader.linkPattern === undefined ? reader : null;
}

/** A name as it is kept: one line, not too long. */
export const tidy = (name: string): string => clip(oneLine(name), limits.nameLength);
