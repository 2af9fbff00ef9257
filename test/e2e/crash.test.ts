import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { type Site, startSite } from './site.ts';
import { folder, publicMessages, textOf, until } from './tiaoli.ts';

let sandbox: Sandbox;
let site: Site;
let data: string;
let children: ChildProcess[];

beforeEach(async () => {
  data = folder();
  children = [];
  [sandbox, site] = await Promise.all([startSandbox(), startSite()]);
});
afterEach(async () => {
  await Promise.all(children.map(kill));
  await Promise.all([sandbox.close(), site[Symbol.asyncDispose]()]);
  rmSync(data, { recursive: true });
});

async function startProcess(): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'botProcess.ts'), [JSON.stringify(site.feed)], {
    // A fresh process, without what the test runner puts into its own.
    execArgv: [],
    env: {
      PATH: process.env.PATH,
      DISCORD_TOKEN: sandbox.token,
      DISCORD_API_URL: sandbox.apiUrl,
      DATABASE_URL: `file:${join(data, 'tiaoli.db')}`,
      FEED_ALLOW_HOSTS: site.host,
      POLL_CRON: '0 0 1 1 *',
    },
  });
  children.push(child);
  const [said] = await once(child, 'message');
  expect(said).toBe('ready');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function look(child: ChildProcess): Promise<void> {
  const looked = once(child, 'message');
  child.send('look');
  await looked;
}

const alerts = () => publicMessages(sandbox, sandbox.cast.channels.general.id);

async function subscribeAndLearn(child: ChildProcess): Promise<void> {
  const { people, cast } = sandbox;
  const { general } = cast.channels;
  await people.invoke({ user: cast.users.moderator.id, channel: general.id, command: 'subscribe' });
  await look(child);
  site.publish({
    title: '关于印发《北京市概念验证平台建设管理办法》的通知',
    date: new Date().toISOString().slice(0, 10),
    path: '/zcwj/t20261101_1.html',
  });
}

describe('a process killed with SIGKILL', () => {
  it.each([
    ['before', 'between the commit and the send', 0],
    ['after', 'between the send and its recording', 1],
  ] as const)('%s the write (%s) still tells each alert exactly once', async (when, _, sentBefore) => {
    const first = await startProcess();
    await subscribeAndLearn(first);

    // The post hangs, before or after Discord has written it; there the process dies.
    const post = { method: 'POST', path: '^/channels/\\d+/messages$' };
    const fault = sandbox.rest.faults.add({ ...post, when, action: { kind: 'hang' } });
    const met = until(sandbox, () => fault.hits > 0);
    await look(first);
    await met;
    await kill(first);
    expect(alerts()).toHaveLength(sentBefore);

    const second = await startProcess();
    await until(sandbox, () => alerts().length === 1);
    await look(second);
    // The post is recorded: a third process has nothing left to do, and reads nothing back.
    await stop(second);
    const requests = sandbox.rest.log.length;
    const third = await startProcess();
    await look(third);
    await stop(third);
    const later = sandbox.rest.log.slice(requests).filter(({ path }) => /messages/.test(path));
    expect(later).toEqual([]);
    expect(alerts()).toHaveLength(1);
    expect(textOf(alerts()[0])).toContain('概念验证平台');
  });

  it('while it looks at its sources loses nothing: the next process tells what it missed', async () => {
    const first = await startProcess();
    await subscribeAndLearn(first);
    await kill(first);
    const second = await startProcess();
    await look(second);
    await until(sandbox, () => alerts().length === 1);
    await look(second);
    expect(alerts()).toHaveLength(1);
  });
});

/** Ends a process as an operator does, and waits until it has ended by itself. */
async function stop(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
