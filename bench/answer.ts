import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCorpus } from '../corpus/index.ts';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { translator } from '../src/chat/catalogue/index.ts';
import { fitReply } from '../src/chat/fit.ts';
import { passageReply } from '../src/chat/views/passage.ts';
import { resolve } from '../src/corpus/address.ts';

/**
 * Start to ready and to the first answer, memory at rest and the round trip of `/article`, each beside a bare discord.js bot that answers the
 * same message as a constant, in turn within one run: `node bench/answer.ts`.
 */
const starts = 5;
const trips = 400;

interface Subject {
  readonly name: string;
  readonly command: readonly string[];
  readonly readyMs: number[];
  readonly firstAnswerMs: number[];
  readonly restMb: number[];
  readonly tripMs: number[];
}

export async function benchAnswer(): Promise<string> {
  const subject = (name: string, command: readonly string[]): Subject => ({
    ...{ name, command },
    ...{ readyMs: [], firstAnswerMs: [], restMb: [], tripMs: [] },
  });
  const subjects = [
    subject('Tiaoli', startCommand()),
    subject('bare discord.js', [join(import.meta.dirname, 'bareBot.mjs')]),
  ] as const;
  for (let round = 0; round < starts; round++) {
    const running = [];
    for (const subject of subjects) running.push(await start(subject));
    // In turn, so that both meet the same weather.
    for (let trip = 0; trip < trips / starts; trip++)
      for (const [index, subject] of subjects.entries()) {
        const begun = performance.now();
        await running[index]?.ask();
        subject.tripMs.push(performance.now() - begun);
      }
    for (const [index, subject] of subjects.entries()) {
      subject.restMb.push(running[index]?.memoryMb() ?? Number.NaN);
      await running[index]?.stop();
    }
  }
  return table(subjects);
}

/** What `npm start` runs, from anywhere. */
function startCommand(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const [, ...words] = String(scripts.start).split(' ');
  return words.map((word) => (/^(\.\/)?src\//.test(word) ? join(import.meta.dirname, '..', word) : word));
}

async function start(subject: Subject) {
  const sandbox = await startSandbox();
  const data = mkdtempSync(join(tmpdir(), 'tiaoli-bench-'));
  const registered = new Promise<void>((resolve) => {
    sandbox.rest.onRequest(({ method, path }) => {
      if (method === 'PUT' && path.endsWith('/commands')) resolve();
    });
  });
  const begun = performance.now();
  const child = spawn(process.execPath, subject.command, {
    cwd: data,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      DISCORD_TOKEN: sandbox.token,
      DISCORD_API_URL: sandbox.apiUrl,
      // Nothing is fetched within a bench: the next tick is far away.
      POLL_CRON: '0 0 1 1 *',
      LOG_LEVEL: 'error',
      CONSTANT_ANSWER: JSON.stringify(answer),
    },
  });
  await Promise.race([
    registered,
    once(child, 'exit').then(() => Promise.reject(new Error(`${subject.name} ended`))),
  ]);
  // Both register their commands as soon as discord.js is ready.
  subject.readyMs.push(performance.now() - begun);
  await ask(sandbox);
  subject.firstAnswerMs.push(performance.now() - begun);
  return {
    ask: () => ask(sandbox),
    memoryMb: () => memoryMb(child),
    async stop(): Promise<void> {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      await sandbox.close();
      rmSync(data, { recursive: true });
    },
  };
}

/** What Tiaoli answers, for the bare bot to answer without a thought. */
const { corpus } = await loadCorpus();
const passage = resolve({ document: 'ordinance', unit: '75' }, corpus);
if (!passage.ok) throw new Error(passage.error.code);
const [answer] = fitReply(passageReply(passage.value, 0, corpus, translator('zh-CN')), 'asker');

async function ask({ people, cast }: Sandbox): Promise<void> {
  const { state } = await people.invoke({
    user: cast.users.member.id,
    channel: cast.channels.general.id,
    command: 'article',
    locale: 'zh-CN',
    options: { ref: '第七十五条' },
  });
  if (state !== 'message') throw new Error(`the bot did not answer: ${state}`);
}

/** Resident memory, as the system counts it. */
const memoryMb = ({ pid }: ChildProcess): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1000;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function table([ours, bare]: readonly [Subject, Subject]): string {
  const row = (
    what: string,
    unit: string,
    of: (subject: Subject) => readonly number[],
    aim?: number,
  ): string => {
    const [a, b] = [median(of(ours)), median(of(bare))];
    return `${what.padEnd(24)}${a.toFixed(1).padStart(9)} ${unit}${b.toFixed(1).padStart(10)} ${unit}${(a / b).toFixed(2).padStart(8)}${aim === undefined ? '' : `   aim ≤ ${aim.toFixed(1)}`}`;
  };
  return [
    `Answering (medians of ${starts} starts, ${trips} round trips; Tiaoli, bare discord.js, ratio)`,
    row('start to ready', 'ms', (subject) => subject.readyMs, 2),
    row('start to first answer', 'ms', (subject) => subject.firstAnswerMs),
    row('memory at rest', 'MB', (subject) => subject.restMb, 1.3),
    row('/article round trip', 'ms', (subject) => subject.tripMs, 1.3),
  ].join('\n');
}

if (import.meta.main) process.stdout.write(`${await benchAnswer()}\n`);
