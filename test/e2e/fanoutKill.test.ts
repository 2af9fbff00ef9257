import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type APIMessage, ChannelType, MessageFlags } from 'discord-api-types/v10';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../sandbox/index.ts';
import type { Subscription, Target } from '../../src/store/port.ts';
import { sampleRhythm, sampleSubscription } from '../store/sample.ts';
import { type Done, type Fanout, revisedTitleOf, titleOf } from './fanout.ts';
import { folder } from './tiaoli.ts';

/** `KILLS=300` for the whole; a few in the everyday run. */
const KILLS = Number(process.env.KILLS ?? 8);
/** After each, Discord has forgotten every nonce, and an hour's ten crossposts are not used up. */
const BETWEEN_MS = 1_500_000;

test(
  `a fan-out that is killed at ${KILLS} random moments tells each channel of each measure exactly once`,
  async () => {
    let aheadMs = 0;
    const sandbox = await startSandbox({
      clock: { now: () => Date.now() + aheadMs, after: () => () => undefined },
    });
    const data = folder();
    onTestFinished(async () => {
      await sandbox.close();
      rmSync(data, { recursive: true });
    });
    const { world, cast } = sandbox;
    const guildId = cast.guilds.home.id;
    const channels = Array.from({ length: 6 }, (_, n) => world.addChannel({ name: `c${n}`, guildId }));
    const post = world.addChannel({
      name: 'p',
      guildId,
      parentId: channels[0]?.id ?? '',
      type: ChannelType.PublicThread,
    });
    const [summary, weekly] = ['d', 'w'].map((name) => world.addChannel({ name, guildId }));
    if (!summary || !weekly) throw new Error('no channels');
    const inHome = (channelId: string, kind: 'channel' | 'forum' = 'channel'): Target => ({
      kind,
      guildId,
      channelId,
    });
    const digest = { ...sampleRhythm, mode: 'daily' as const };
    const subscriptions: readonly Subscription[] = [
      ...channels.map(({ id }, n) => sampleSubscription(`c${n}`, { target: inHome(id) })),
      sampleSubscription('thread', { target: inHome(post.id) }),
      sampleSubscription('public', { target: inHome(cast.channels.announcements.id), crosspost: true }),
      sampleSubscription('forum', { target: inHome(cast.channels.forum.id, 'forum') }),
      sampleSubscription('daily', { target: inHome(summary.id), rhythm: digest }),
      sampleSubscription('weekly', { target: inHome(weekly.id), rhythm: digest }),
    ];
    const fanout = (told: number): Fanout => ({
      ...{ apiUrl: sandbox.apiUrl, token: sandbox.token, subscriptions, told, aheadMs },
      database: `file:${join(data, 'tiaoli.db')}`,
    });
    const start = (told: number) => {
      const child = fork(join(import.meta.dirname, 'fanout.ts'), [], { execArgv: [] });
      child.send(fanout(told));
      return child;
    };

    // A moment is shortly after a request reached Discord: the process may have heard the answer, recorded it, gone on, or not.
    const anyMoment = fc.record({
      requests: fc.noBias(fc.integer({ min: 1, max: subscriptions.length * 2 + 4 })),
      ms: fc.nat(12),
    });
    let runs = 0;
    let amid = 0;
    for (const { requests, ms } of fc.sample(anyMoment, KILLS * 4)) {
      if (amid === KILLS) break;
      const child = start(runs);
      const over = once(child, 'exit');
      let left = requests;
      const off = sandbox.rest.onRequest(() => {
        left -= 1;
        if (left === 0) setTimeout(() => child.kill('SIGKILL'), ms);
      });
      await over;
      off();
      // One that was done before its moment came had nothing more to lose.
      if (child.signalCode === 'SIGKILL') amid += 1;
      runs += 1;
      aheadMs += BETWEEN_MS;
    }
    expect(amid).toBe(KILLS);
    for (let pending = 1; pending > 0; aheadMs += BETWEEN_MS) {
      const last = start(runs);
      last.once('message', (said: Done) => {
        pending = said.pending;
      });
      const [code] = await once(last, 'exit');
      expect(code).toBe(0);
    }

    const told = Array.from({ length: runs + 1 }, (_, n) => n);
    const textOf = ({ components }: APIMessage): string => JSON.stringify(components);
    const messages = (channelId: string): readonly APIMessage[] =>
      world.messages.in(channelId).map(({ wire }) => wire);
    const saying = (all: readonly APIMessage[], n: number): readonly APIMessage[] =>
      all.filter((message) => new RegExp(`(${titleOf(n)}|${revisedTitleOf(n)})\\]`).test(textOf(message)));
    const forumPosts = world
      .channelsOf(guildId)
      .filter(({ parentId }) => parentId === cast.channels.forum.id);
    const places = [
      ...[...channels, post, cast.channels.announcements, summary, weekly].map(({ id }) => messages(id)),
      forumPosts.flatMap(({ id }) => messages(id)),
    ];
    for (const [place, all] of places.entries())
      for (const n of told) expect(saying(all, n), `place ${place}, measure ${n}`).toHaveLength(1);
    expect(forumPosts).toHaveLength(Math.min(3, told.length));
    for (const { flags = 0 } of messages(cast.channels.announcements.id))
      expect(flags & MessageFlags.Crossposted).toBe(MessageFlags.Crossposted);
    for (const n of told.slice(0, -2))
      expect(textOf(saying(messages(channels[0]?.id ?? ''), n)[0] as APIMessage)).toContain(
        revisedTitleOf(n),
      );
  },
  KILLS * 15_000,
);
