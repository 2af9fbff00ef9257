import { once } from 'node:events';
import { Client, type ClientEvents, Events, GatewayIntentBits, MessageFlags } from 'discord.js';
import { afterEach, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { ManualClock } from '../../sandbox/clock.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/index.ts';
import { connect } from './bot.ts';

interface Frame {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  readonly d: Record<string, unknown>;
}

const open: (() => PromiseLike<void> | void)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const start = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const sandbox = await startSandbox(options);
  open.push(() => sandbox.close());
  return sandbox;
};

/** A connection without a client, that reads one frame after another. */
const dial = async (sandbox: Sandbox, query = '?v=10&encoding=json') => {
  const socket = new WebSocket(`${sandbox.gateway.url}${query}`);
  open.push(() => socket.terminate());
  const frames: Frame[] = [];
  const waiting: ((frame: Frame) => void)[] = [];
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as Frame;
    const taker = waiting.shift();
    if (taker === undefined) frames.push(frame);
    else taker(frame);
  });
  const closed = once(socket, 'close').then(([code]) => code as number);
  await once(socket, 'open');
  return {
    closed,
    say: (op: number, d: unknown) => socket.send(JSON.stringify({ op, d })),
    write: (text: string) => socket.send(text),
    cut: () => socket.terminate(),
    next: (): Promise<Frame> => {
      const frame = frames.shift();
      return frame === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(frame);
    },
  };
};
const identity = (sandbox: Sandbox, more: object = {}) => ({
  token: sandbox.token,
  intents: GatewayIntentBits.Guilds,
  properties: { os: 'linux', browser: 'test', device: 'test' },
  ...more,
});
const identify = async (sandbox: Sandbox, intents: number = GatewayIntentBits.Guilds) => {
  const line = await dial(sandbox);
  await line.next();
  line.say(2, identity(sandbox, { intents }));
  const ready = await line.next();
  await line.next();
  await line.next();
  return { ...line, session: String(ready.d.session_id), ready };
};

describe('the gateway', () => {
  test('greets, and after identify tells READY and every server the bot is in', async () => {
    const sandbox = await start({ heartbeatMs: 1_234 });
    const line = await dial(sandbox);
    expect(await line.next()).toMatchObject({ op: 10, d: { heartbeat_interval: 1_234 } });
    line.say(2, identity(sandbox));
    expect(await line.next()).toMatchObject({
      op: 0,
      t: 'READY',
      s: 1,
      d: {
        user: { username: 'tiaoli', bot: true },
        application: { id: sandbox.world.botId },
        resume_gateway_url: sandbox.gateway.url,
      },
    });
    const [home, other] = [await line.next(), await line.next()];
    expect([home.t, home.d.name, other.d.name]).toEqual(['GUILD_CREATE', '科创政策交流', '另一个服务器']);
    line.say(1, 3);
    expect(await line.next()).toMatchObject({ op: 11 });
  });

  test.each<[reason: string, d: (sandbox: Sandbox) => unknown, code: number]>([
    ['a wrong token', (sandbox) => identity(sandbox, { token: 'x' }), 4004],
    ['an intent that does not exist', (sandbox) => identity(sandbox, { intents: 1 << 30 }), 4013],
    [
      'an intent that was not granted',
      (sandbox) => identity(sandbox, { intents: GatewayIntentBits.MessageContent }),
      4014,
    ],
    ['a shard that is none', (sandbox) => identity(sandbox, { shard: [1, 1] }), 4010],
  ])('refuses %s', async (_, d, code) => {
    const sandbox = await start();
    const line = await dial(sandbox);
    line.say(2, d(sandbox));
    expect(await line.closed).toBe(code);
  });

  test.each<
    [reason: string, act: (line: Awaited<ReturnType<typeof dial>>, sandbox: Sandbox) => void, code: number]
  >([
    ['what is no JSON', (line) => line.write('{'), 4002],
    ['more than 4096 characters', (line) => line.say(1, 'x'.repeat(4_100)), 4002],
    ['an operation it does not know', (line) => line.say(99, null), 4001],
    ['a presence before identify', (line) => line.say(3, {}), 4003],
    [
      'a second identify',
      (line, sandbox) => {
        line.say(2, identity(sandbox));
        line.say(2, identity(sandbox));
      },
      4005,
    ],
    [
      '121 messages in a minute',
      (line) => {
        for (let n = 0; n < 121; n += 1) line.say(1, null);
      },
      4008,
    ],
  ])('closes on %s', async (_, act, code) => {
    const sandbox = await start();
    const line = await dial(sandbox);
    act(line, sandbox);
    expect(await line.closed).toBe(code);
  });

  test.each([
    ['?v=9&encoding=json', 4012],
    ['?v=10&encoding=etf', 4002],
  ])('does not speak %s', async (query, code) => {
    const line = await dial(await start(), query);
    expect(await line.closed).toBe(code);
  });

  test('does not speak with pages in a browser, nor elsewhere than at its own path', async () => {
    const sandbox = await start();
    const refused = async (url: string, origin?: string) => {
      const socket = new WebSocket(url, origin === undefined ? {} : { origin });
      const [error] = await once(socket, 'error');
      return String(error);
    };
    expect(await refused(`${sandbox.gateway.url}?v=10&encoding=json`, 'https://evil.example')).toContain(
      '403',
    );
    expect(await refused(sandbox.gateway.url.replace('/gateway', '/other'))).toContain('403');
  });

  test('hangs up on a client that falls silent', async () => {
    const clock = new ManualClock();
    const line = await dial(await start({ clock, heartbeatMs: 1_000 }));
    await line.next();
    clock.advance(2_400);
    line.say(1, null);
    await line.next();
    clock.advance(2_400);
    clock.advance(200);
    expect(await line.closed).toBe(4009);
  });

  test('replays what was missed, then says RESUMED', async () => {
    const sandbox = await start();
    const line = await identify(sandbox);
    line.cut();
    sandbox.world.addChannel({ name: 'missed', guildId: sandbox.cast.guilds.home.id });
    const again = await dial(sandbox);
    await again.next();
    again.say(6, { token: sandbox.token, session_id: line.session, seq: 3 });
    expect(await again.next()).toMatchObject({ t: 'CHANNEL_CREATE', s: 4, d: { name: 'missed' } });
    expect(await again.next()).toMatchObject({ t: 'RESUMED', s: 5 });
  });

  test('does not resume what it does not know: unknown, too old, or a number it never sent (op 9)', async () => {
    const clock = new ManualClock();
    const sandbox = await start({ clock, heartbeatMs: 10_000_000 });
    const line = await identify(sandbox);
    const again = await dial(sandbox);
    await again.next();
    again.say(6, { token: sandbox.token, session_id: 'unheard-of', seq: 1 });
    expect(await again.next()).toMatchObject({ op: 9, d: false });
    again.say(6, { token: sandbox.token, session_id: line.session, seq: 99 });
    expect(await again.next()).toMatchObject({ op: 9, d: false });
    line.cut();
    await line.closed;
    // The server learns of a cut line a little later than the one who cut it; it answers here once it has.
    while (sandbox.gateway.connected) await new Promise(setImmediate);
    clock.advance(180_001);
    again.say(6, { token: sandbox.token, session_id: line.session, seq: 3 });
    expect(await again.next()).toMatchObject({ op: 9, d: false });
  });

  test('tells only what the intents ask for and the bot may see', async () => {
    const sandbox = await start();
    const { member, moderator } = sandbox.cast.users;
    const { general, review, hidden } = sandbox.cast.channels;
    const line = await identify(sandbox, GatewayIntentBits.GuildMessages | GatewayIntentBits.Guilds);
    sandbox.world.overwrite(hidden, moderator.id, 0n, 0n);
    sandbox.people.say({ user: moderator.id, channel: hidden.id }, 'unseen');
    sandbox.people.say({ user: moderator.id, channel: review.id }, 'seen');
    sandbox.people.say({ user: member.id, channel: general.id }, `<@${sandbox.world.botId}> seen`);
    expect(await line.next()).toMatchObject({ t: 'CHANNEL_UPDATE' });
    // Without the message content intent words arrive empty, unless they name the bot.
    expect(await line.next()).toMatchObject({
      t: 'MESSAGE_CREATE',
      d: { channel_id: review.id, content: '' },
    });
    expect(await line.next()).toMatchObject({
      t: 'MESSAGE_CREATE',
      d: { channel_id: general.id, content: `<@${sandbox.world.botId}> seen` },
    });
  });
});

describe('the real client', () => {
  const happens = <E extends keyof ClientEvents>(client: Client, event: E): Promise<ClientEvents[E]> =>
    new Promise((resolve) => client.once(event, (...values) => resolve(values)));

  const greeter = async () => {
    const bench = await connect();
    open.push(() => bench[Symbol.asyncDispose]());
    bench.client.on(Events.InteractionCreate, async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: '在', flags: MessageFlags.Ephemeral });
    });
    await bench.client.application.commands.set([{ name: 'there', description: 'Is anybody there' }]);
    return { ...bench, ask: () => bench.sandbox.people.invoke({ ...bench.here, command: 'there' }) };
  };

  test.each<[reason: string, act: (sandbox: Sandbox) => void]>([
    ['a line that is cut', (sandbox) => sandbox.gateway.drop()],
    ['a request to reconnect (op 7)', (sandbox) => sandbox.gateway.askReconnect()],
    ['a session that is invalid and resumable (op 9 true)', (sandbox) => sandbox.gateway.invalidate(true)],
    ['a close with a code that may be resumed (4000)', (sandbox) => sandbox.gateway.closeAll(4000)],
  ])('resumes after %s, and answers again', async (_, act) => {
    const { client, sandbox, ask } = await greeter();
    const resumed = happens(client, Events.ShardResume);
    act(sandbox);
    // Asked while nobody listens: the question is replayed.
    const answer = ask();
    await resumed;
    expect((await answer).message?.content).toBe('在');
    expect((await ask()).message?.content).toBe('在');
  });

  test('identifies anew after a session that is gone (op 9 false)', async () => {
    const { client, sandbox, ask } = await greeter();
    const ready = happens(client, Events.ShardReady);
    sandbox.gateway.invalidate(false);
    await ready;
    expect((await ask()).message?.content).toBe('在');
  });

  test('resumes when its heartbeat goes unanswered', async () => {
    const bench = await connect({ heartbeatMs: 100 });
    open.push(() => bench[Symbol.asyncDispose]());
    const resumed = happens(bench.client, Events.ShardResume);
    bench.sandbox.gateway.ignoreHeartbeats(1);
    await resumed;
    expect(bench.sandbox.gateway.connected).toBe(true);
  });

  test('waits out a 429 and sends what it was asked to send', async () => {
    const { sandbox, client, here } = await greeter();
    const action = { kind: 'limited', scope: 'user', retryAfterMs: 1 } as const;
    const fault = sandbox.rest.faults.add({ method: 'POST', path: '/messages$', when: 'before', action });
    const channel = await client.channels.fetch(here.channel);
    if (!channel?.isSendable()) throw new Error('not a text channel');
    expect((await channel.send('patient')).content).toBe('patient');
    expect(fault.hits).toBe(1);
  });

  test('sends twice what was written before the answer was lost, unless a nonce is enforced', async () => {
    const { sandbox, client, here } = await greeter();
    const channel = await client.channels.fetch(here.channel);
    if (!channel?.isSendable()) throw new Error('not a text channel');
    const lost = {
      method: 'POST',
      path: '/messages$',
      when: 'after',
      action: { kind: 'status', status: 500 },
    } as const;
    const count = () => sandbox.world.messages.in(here.channel).length;
    sandbox.rest.faults.add(lost);
    await channel.send('no nonce');
    expect(count()).toBe(2);
    sandbox.rest.faults.add(lost);
    await channel.send({ content: 'nonce', nonce: 'n1', enforceNonce: true });
    expect(count()).toBe(3);
  });

  test('is told when its token is revoked, and does not come back', async () => {
    const { client, sandbox } = await greeter();
    const gone = happens(client, Events.ShardDisconnect);
    sandbox.setToken(null);
    expect((await gone)[0].code).toBe(4004);
    await expect(client.rest.get('/users/@me')).rejects.toMatchObject({ status: 401 });
  });

  test('is told when it is put out of a server', async () => {
    const { client, sandbox } = await greeter();
    const gone = happens(client, Events.GuildDelete);
    sandbox.world.removeMember(sandbox.cast.guilds.other, sandbox.world.botId);
    expect((await gone)[0].name).toBe('另一个服务器');
    const { elsewhere } = sandbox.cast.channels;
    await expect(client.rest.get(`/channels/${elsewhere.id}`)).rejects.toMatchObject({
      status: 403,
      code: 50001,
    });
  });

  test('is told that its token is wrong (4004), or its intents (4014)', async () => {
    const sandbox = await start();
    const client = (intents: number) => {
      const made = new Client({ intents, rest: { api: sandbox.apiUrl } });
      open.push(() => made.destroy());
      return made;
    };
    await expect(client(GatewayIntentBits.Guilds).login('wrong.token.here')).rejects.toThrow('invalid token');
    await expect(client(GatewayIntentBits.MessageContent).login(sandbox.token)).rejects.toThrow(
      'disallowed intents',
    );
    expect(client(0).isReady()).toBe(false);
  });
});
