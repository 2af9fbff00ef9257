import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/port.ts';
import { checkTables } from './laws.ts';
import { subscribed } from './sample.ts';

const CHANNELS = 5;
const writer = fileURLToPath(new URL('writer.ts', import.meta.url));

/** Lets a writer work until it has said so many things, then kills it in the middle of whatever it does next. */
async function workUntilKilled(url: string, lines: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--no-warnings', writer, url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const done: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    done.push(line);
    if (done.length === lines) child.kill('SIGKILL');
  }
  if (child.signalCode === null && child.exitCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return done;
}

const laws = {
  'a measure has its record, identity, link, alert and deliveries': `select id from measure where
    (select count(*) from entry where measure_id = measure.id) <> 1 or
    (select count(*) from measure_key where measure_id = measure.id) <> 1 or
    (select count(*) from measure_article where measure_id = measure.id) <> 1 or
    (select count(*) from delivery join alert on alert.id = alert_id where measure_id = measure.id and revision = 0) <> ${CHANNELS}`,
};

async function opened(url: string): Promise<Store> {
  const store = await openStore(url, { exclusive: true });
  if (!store.ok) throw new Error(JSON.stringify(store.error));
  return store.value;
}

test('a store whose process is killed at any moment keeps all it confirmed, whole, and opens again at once', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'tiaoli-kill-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const path = join(dir, 'store.db');
  const url = `file:${path}`;
  const first = await opened(url);
  await subscribed(
    first,
    Array.from({ length: CHANNELS }, (_, n) => n),
  );
  await first.close();

  const told = new Set<string>();
  const sent = new Set<string>();
  for (const lines of fc.sample(fc.integer({ min: 1, max: 60 }), 10)) {
    for (const line of await workUntilKilled(url, lines)) {
      const [what, id = ''] = line.split(' ');
      if (what === 'told') told.add(id);
      if (what === 'sent') expect(sent.has(id), `${id} was leased after it was sent`).toBe(false);
      if (what === 'sent') sent.add(id);
    }
    const database = new DatabaseSync(path);
    checkTables(database, laws);
    database.close();
    const store = await opened(url);
    // A measure may have been written by one that was killed before it could say so, and sent by the next.
    for (const id of sent) told.add(id.split('@')[0] ?? id);
    for (const id of told) expect(await store.measure(id)).not.toBeNull();
    const ways = await Promise.all([...told].map((id) => store.why(`https://kw.example/${id}`)));
    const recorded = new Map(ways.flatMap(([way]) => (way?.deliveries ?? []).map((one) => [one.id, one])));
    for (const id of sent)
      expect(recorded.get(id)).toMatchObject({ state: 'sent', messageId: `message-${id}` });
    await store.close();
  }
}, 60_000);
