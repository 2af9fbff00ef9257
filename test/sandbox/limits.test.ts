import { describe, expect, test } from 'vitest';
import { ManualClock } from '../../sandbox/clock.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import type { FaultAction } from '../../sandbox/rest/faults.ts';
import { send } from './raw.ts';

const start = async () => {
  const clock = new ManualClock();
  const sandbox = await startSandbox({ clock });
  return { clock, sandbox, channel: sandbox.cast.channels.general.id };
};
const write = (sandbox: Sandbox, channel: string, more: object = {}) =>
  send(sandbox, 'POST', `/channels/${channel}/messages`, { content: 'x', ...more });
const repeat = async <T>(count: number, act: (n: number) => Promise<T>): Promise<T[]> => {
  const all: T[] = [];
  for (let n = 0; n < count; n += 1) all.push(await act(n));
  return all;
};

describe('rate limits', () => {
  test('a channel takes five messages in five seconds and says how many are left; another channel has its own five', async () => {
    const { clock, sandbox, channel } = await start();
    const answers = await repeat(6, () => write(sandbox, channel));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers.map((answer) => answer.headers.get('x-ratelimit-remaining'))).toEqual([
      '4',
      '3',
      '2',
      '1',
      '0',
      '0',
    ]);
    const refused = answers[5];
    expect(refused?.body).toEqual({ message: 'You are being rate limited.', retry_after: 5, global: false });
    expect(refused?.headers.get('retry-after')).toBe('5');
    expect(refused?.headers.get('x-ratelimit-scope')).toBe('user');
    expect(answers[0]?.headers.get('x-ratelimit-limit')).toBe('5');
    expect(answers[0]?.headers.get('x-ratelimit-reset-after')).toBe('5.000');
    const elsewhere = await write(sandbox, sandbox.cast.channels.announcements.id);
    expect(elsewhere.status).toBe(200);
    expect(elsewhere.headers.get('x-ratelimit-bucket')).toBe(answers[0]?.headers.get('x-ratelimit-bucket'));
    clock.advance(5_000);
    expect((await write(sandbox, channel)).status).toBe(200);
    await sandbox.close();
  });

  test('a bot makes fifty requests a second in all; interactions do not count', async () => {
    const { clock, sandbox } = await start();
    const channels = Array.from(
      { length: 51 },
      (_, n) => sandbox.world.addChannel({ name: `${n}`, guildId: sandbox.cast.guilds.home.id }).id,
    );
    const answers = await repeat(51, (n) => write(sandbox, channels[n] ?? ''));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(50);
    expect(answers[50]).toMatchObject({ status: 429, body: { global: true } });
    expect(answers[50]?.headers.get('x-ratelimit-global')).toBe('true');
    expect(answers[50]?.headers.get('x-ratelimit-scope')).toBe('global');
    expect(await send(sandbox, 'POST', '/interactions/1/x/callback', { type: 4 })).toMatchObject({
      code: 10062,
    });
    clock.advance(1_000);
    expect((await write(sandbox, channels[0] ?? '')).status).toBe(200);
    await sandbox.close();
  });

  test('ten thousand invalid requests in ten minutes shut the address out', async () => {
    const { sandbox } = await start();
    await repeat(10_000, async () => sandbox.rest.countInvalid());
    expect((await send(sandbox, 'GET', '/users/@me')).status).toBe(429);
    await sandbox.close();
  });
});

describe('a token that is not the one', () => {
  test.each([
    ['none', ''],
    ['another', 'Bot abc'],
    ["a user's", 'TOKEN'],
  ])('%s: 401', async (_, authorization) => {
    const { sandbox } = await start();
    expect(await send(sandbox, 'GET', '/users/@me', undefined, { authorization })).toMatchObject({
      status: 401,
      code: 0,
    });
    await sandbox.close();
  });

  test('revoked: 401 from then on', async () => {
    const { sandbox } = await start();
    sandbox.setToken(null);
    expect((await send(sandbox, 'GET', '/users/@me')).status).toBe(401);
    await sandbox.close();
  });
});

describe('faults', () => {
  test.each<[reason: string, action: FaultAction, status: number, code: number]>([
    ['an error of the server', { kind: 'status', status: 503 }, 503, 0],
    ['a refusal, with its own sentence', { kind: 'status', status: 403, code: 50013 }, 403, 50013],
    ['a shared limit', { kind: 'limited', scope: 'shared', retryAfterMs: 2_000 }, 429, Number.NaN],
  ])('%s, before and after the write', async (_, action, status, code) => {
    const { sandbox, channel } = await start();
    for (const when of ['before', 'after'] as const) {
      const count = () => sandbox.world.messages.in(channel).length;
      const before = count();
      const fault = sandbox.rest.faults.add({ method: 'POST', path: '/messages$', when, action });
      const answer = await write(sandbox, channel);
      expect(answer.status).toBe(status);
      if (!Number.isNaN(code)) expect(answer.code).toBe(code);
      expect(count() - before).toBe(when === 'after' ? 1 : 0);
      expect(fault.hits).toBe(1);
      expect((await write(sandbox, channel)).status).toBe(200);
    }
    await sandbox.close();
  });

  test('a connection that is cut after the write', async () => {
    const { sandbox, channel } = await start();
    sandbox.rest.faults.add({ path: '/messages$', when: 'after', action: { kind: 'reset' } });
    await expect(write(sandbox, channel)).rejects.toThrow('fetch failed');
    expect(sandbox.world.messages.in(channel)).toHaveLength(1);
    expect(sandbox.rest.log.at(-1)).toMatchObject({ status: 0, fault: true });
    await sandbox.close();
  });

  test('an answer that never comes, until the caller loses patience', async () => {
    const { sandbox, channel } = await start();
    sandbox.rest.faults.add({ path: '/messages$', when: 'before', action: { kind: 'hang' } });
    const impatient = new AbortController();
    const asked = fetch(`${sandbox.apiUrl}/v10/channels/${channel}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
      body: '{"content":"x"}',
      signal: impatient.signal,
    });
    sandbox.rest.onRequest(() => impatient.abort());
    await expect(asked).rejects.toThrow('aborted');
    expect(sandbox.world.messages.in(channel)).toHaveLength(0);
    await sandbox.close();
  });

  test('strike as often as asked, after letting as many pass', async () => {
    const { sandbox } = await start();
    sandbox.rest.faults.add({
      path: '^/users/@me$',
      when: 'before',
      action: { kind: 'status', status: 500 },
      skip: 1,
      times: 2,
    });
    const answers = await repeat(4, () => send(sandbox, 'GET', '/users/@me'));
    expect(answers.map((answer) => answer.status)).toEqual([200, 500, 500, 200]);
    await sandbox.close();
  });
});

describe('the log of requests', () => {
  test('lists what nobody here knows how to answer', async () => {
    const { sandbox } = await start();
    await send(sandbox, 'GET', '/users/@me');
    await send(sandbox, 'GET', '/soundboard-default-sounds');
    expect(sandbox.rest.unknownRoutes).toMatchObject([
      { method: 'GET', path: '/soundboard-default-sounds', status: 404, code: 0 },
    ]);
    await sandbox.close();
  });

  test('the unversioned path is v10 too, other versions are refused (50041)', async () => {
    const { sandbox } = await start();
    const status = async (version: string) =>
      (
        await fetch(`${sandbox.apiUrl}${version}/users/@me`, {
          headers: { authorization: `Bot ${sandbox.token}` },
        })
      ).status;
    expect([await status(''), await status('/v10'), await status('/v9')]).toEqual([200, 200, 400]);
    await sandbox.close();
  });
});
