import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../sandbox/index.ts';
import type { Report, Sending } from './deliver/send.ts';

/**
 * One alert to many channels beside Discord's limit of 50 requests a second, with the sender's memory on the way, and the delay from a
 * commit to its message: `node bench/deliver.ts`, `CHANNELS=10000 node bench/deliver.ts`.
 */
const LIMIT = 50;
const CHANNELS = Number(process.env.CHANNELS ?? 1_500);
const SINGLES = 40;

export async function benchDeliver(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-bench-'));
  const sandbox = await startSandbox();
  const guildId = sandbox.cast.guilds.home.id;
  const channelIds = Array.from(
    { length: CHANNELS },
    (_, n) => sandbox.world.addChannel({ name: `c${n}`, guildId }).id,
  );
  const arrivals: number[] = [];
  const arrivedAt = new Map<string, number>();
  let refused = 0;
  sandbox.rest.onRequest(({ method, body, status }) => {
    if (status === 429) refused += 1;
    if (method !== 'POST' || status !== 200) return;
    const { nonce } = body as { readonly nonce: string };
    const now = Date.now();
    arrivedAt.set(nonce, now);
    if (nonce.startsWith('all')) arrivals.push(now);
  });

  const sending: Sending = {
    ...{ apiUrl: sandbox.apiUrl, token: sandbox.token, guildId, channelIds, singles: SINGLES },
    database: `file:${join(folder, 'bench.db')}`,
  };
  const child = fork(join(import.meta.dirname, 'deliver/send.ts'), [], {
    execArgv: ['--expose-gc'],
  });
  child.send(sending);
  const reports: Report[] = [];
  child.on('message', (one) => void reports.push(one as Report));
  await once(child, 'exit');
  const isOnce = channelIds.every((id) => {
    const fanned = sandbox.world.messages.in(id).filter(({ wire }) => isFanned(wire.components));
    return fanned.length === 1;
  });
  await sandbox.close();
  rmSync(folder, { recursive: true });

  const seconds = ((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)) / 1_000;
  const rate = (arrivals.length - 1) / seconds;
  const most = Math.max(
    ...arrivals.map((from, index) => arrivals.findLastIndex((at) => at < from + 1_000) + 1 - index),
  );
  const memory = reports.flatMap((one) => (one.kind === 'memory' ? [one] : []));
  const cpuMs = reports.find((one) => one.kind === 'done')?.cpuMs ?? Number.NaN;
  const delays = reports
    .flatMap((one) =>
      one.kind === 'committed' ? [(arrivedAt.get(one.deliveryId) ?? Number.NaN) - one.at] : [],
    )
    .toSorted((a, b) => a - b);
  const at = (part: number): string =>
    String(Math.round(delays[Math.floor((delays.length - 1) * part)] ?? Number.NaN));
  return [
    `Delivering (one alert to ${CHANNELS} channels; answers take 150–300 ms)`,
    `rate                        ${rate.toFixed(1)} a second   ${((rate / LIMIT) * 100).toFixed(1)}% of Discord's ${LIMIT}   aim ≥ 95%; at most ${most} in any second`,
    `refused as too many (429)   ${refused}   each channel exactly once: ${isOnce ? 'yes' : 'NO'}`,
    `at work                     ${((cpuMs / seconds / 1_000) * 100).toFixed(0)}% of one core`,
    `memory of the sender        ${memory.map(({ sent, rssMb, heapMb }) => `${sent} sent: ${rssMb.toFixed(0)} MB (heap ${heapMb.toFixed(0)})`).join(', ')}`,
    `from commit to message      p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (${delays.length} single alerts)`,
  ].join('\n');
}

const isFanned = (components: unknown): boolean => /\|all\.\d+"/.test(JSON.stringify(components));

if (import.meta.main) process.stdout.write(`${await benchDeliver()}\n`);
