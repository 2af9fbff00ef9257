import type { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';

/** What must hold of the tables whenever nobody is writing: each query finds the rows that break a law. */
const laws: Readonly<Record<string, string>> = {
  'every delivery to be sent is in a lane':
    "select id from delivery where state in ('pending', 'leased') and lane not in (select id from lane)",
  'every lane names what is unsent in it': `select id from lane where not exists
    (select * from delivery d where d.id = lane.delivery_id and d.lane = lane.id and d.state in ('pending', 'leased'))`,
  'a lane that is free names what is due first in it': `select id from lane where lease_until is null and delivery_id is not
    (select d.id from delivery d where d.lane = lane.id and d.state in ('pending', 'leased') and coalesce(d.batch, d.id) = d.id
      order by d.due_at, d.seq limit 1)`,
  'what is leased is at the head of a leased lane, or goes with it': `select id from delivery where state = 'leased'
    and coalesce(batch, id) not in (select delivery_id from lane where lease_until is not null)`,
  'what goes into one message stands alike': `select batch from delivery where batch is not null group by batch
    having count(distinct state || lane || attempts || coalesce(message_id, '')) > 1 or count(*) > 10`,
  'nothing goes into a message that is not in the name of one in it':
    'select id from delivery d where batch is not null and not exists (select * from delivery h where h.id = d.batch and h.batch = h.id)',
  'what is sent has its message, and nothing else has':
    "select id from delivery where (state = 'sent') <> (message_id is not null and sent_at is not null)",
  'what was leased was counted':
    'select id from delivery where attempts > fence or (attempts = 0) <> (first_attempt_at is null)',
  'what is on its way may have been written':
    "select id from delivery where state = 'leased' and (open_from is null or open_until is null)",
};

/** Checks the tables of a database, and what else must hold of them. */
export function checkTables(database: DatabaseSync, further: Readonly<Record<string, string>> = {}): void {
  expect(database.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  expect(database.prepare('pragma foreign_key_check').all()).toEqual([]);
  for (const [law, broken] of Object.entries({ ...laws, ...further }))
    expect(database.prepare(broken).all(), law).toEqual([]);
}
