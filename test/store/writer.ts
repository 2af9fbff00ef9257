/**
 * Run as a process of its own by `kill.test.ts`: works on a store without end, and says each thing it has done only once it is done.
 * Usage: `node writer.ts <database url>`.
 */
import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/open.ts';
import { at, told, write } from './sample.ts';

const opened = await openStore(process.argv[2] ?? '', { exclusive: true });
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const store = opened.value;
await store.releaseLeases();
const subscriptions = await store.subscriptions({ guildId: '900' });

const say = (line: string): void => void writeSync(1, `${line}\n`);

let { total } = await store.latestMeasures({ limit: 1 });
for (let seconds = 0; ; seconds += 100) {
  const outcome = told(`m${total}`, subscriptions, at(seconds));
  // Every other goes into the digest of its subscription, and the one before it is shown anew.
  const digest = total % 2 === 1;
  const dueAt = at(digest ? seconds + 250 : seconds);
  await write(store, {
    ...outcome,
    deliveries: outcome.deliveries.map((delivery) => ({ ...delivery, digest, dueAt })),
    edits: total > 0 && total % 3 === 0 ? [`m${total - 1}`] : [],
  });
  say(`told m${total}`);
  total += 1;
  const leased = await store.leaseDeliveries(at(seconds), 3, at(seconds + 60));
  for (const [n, delivery] of leased.entries()) {
    if (n === 1 && total % 5 === 0) {
      await store.markHeld(delivery.id, delivery.fence, at(seconds + 150));
      say(`held ${delivery.id}`);
    } else if (n === 2) {
      await store.markRetry(delivery.id, delivery.fence, 'http 500', at(seconds + 50), null, total % 7 === 0);
      say(`kept ${delivery.id}`);
    } else if (delivery.operation.kind === 'edit') {
      await store.markSent(
        delivery.id,
        delivery.fence,
        { messageId: delivery.operation.messageId },
        at(seconds),
      );
      say(`edited ${delivery.id}`);
    } else {
      await store.markSent(delivery.id, delivery.fence, { messageId: `message-${delivery.id}` }, at(seconds));
      say(`sent ${delivery.id}`);
    }
  }
}
