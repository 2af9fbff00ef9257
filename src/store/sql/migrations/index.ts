import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';
import * as foundation from './0001-foundation.ts';
import * as health from './0002-health.ts';
import * as measureDays from './0003-measure-days.ts';
import * as configuration from './0004-configuration.ts';
import * as leanIndexes from './0005-lean-indexes.ts';
import * as openAttempts from './0006-open-attempts.ts';

export interface Migration {
  readonly name: string;
  readonly up: (db: Kysely<Tables>) => Promise<void>;
}

/** In the order in which they are made. A migration that was released is never changed: add another. */
export const migrations: readonly Migration[] = [
  { name: '0001-foundation', up: foundation.up },
  { name: '0002-health', up: health.up },
  { name: '0003-measure-days', up: measureDays.up },
  { name: '0004-configuration', up: configuration.up },
  { name: '0005-lean-indexes', up: leanIndexes.up },
  { name: '0006-open-attempts', up: openAttempts.up },
];
