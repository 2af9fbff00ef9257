import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { createInterface } from 'node:readline';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { realClock } from '../../sandbox/clock.ts';
import { type RemoteSandbox, remoteSandbox } from '../../sandbox/control/remote.ts';
import { BOT_ID, seed } from '../../sandbox/world/seed.ts';
import { World } from '../../sandbox/world/world.ts';

/** The people and places of any sandbox: their ids are the same in every process. */
const cast = seed(new World(realClock, BOT_ID, 'unused'));
const here = { user: cast.users.member.id, channel: cast.channels.general.id };

/** Status of a request with headers that `fetch` would not let us set. */
const statusWith = (
  origin: string,
  path: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<number> =>
  new Promise((resolve, reject) => {
    request(`${origin}${path}`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });

describe('a sandbox in its own process', () => {
  let child: ChildProcess;
  let origin: string;
  let token: string;
  let remote: RemoteSandbox;
  let client: Client<true>;

  beforeAll(async () => {
    child = spawn(process.execPath, ['sandbox/main.ts', '--port', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (child.stdout === null) throw new Error('no stdout');
    const [line] = await once(createInterface(child.stdout), 'line');
    const started = JSON.parse(String(line)) as { port: number; token: string; apiUrl: string };
    origin = `http://127.0.0.1:${started.port}`;
    token = started.token;
    remote = remoteSandbox(origin);
    const bot = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: started.apiUrl } });
    const ready = new Promise<Client<true>>((resolve) => {
      bot.once(Events.ClientReady, resolve);
    });
    await bot.login(token);
    client = await ready;
    client.on(Events.InteractionCreate, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply('听到了');
    });
    await client.application.commands.set([{ name: 'hear', description: 'Hears' }]);
  });

  afterAll(async () => {
    await client.destroy();
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
  });

  test('is driven over HTTP as it is in process', async () => {
    expect(await remote.connected()).toBe(true);
    const answer = await remote.invoke({ ...here, command: 'hear' });
    expect(answer).toMatchObject({ state: 'message', message: { content: '听到了' } });
    expect((await remote.messages(here.channel)).at(-1)?.content).toBe('听到了');
    expect((await remote.commands(here.user, here.channel)).map((command) => command.name)).toEqual(['hear']);
  });

  test('shows the requests the bot made, so that a test can count them', async () => {
    const before = (await remote.requests()).length;
    await client.rest.get('/users/@me');
    const [last] = (await remote.requests()).slice(before);
    expect(last).toMatchObject({ method: 'GET', route: '/users/@me', status: 200 });
  });

  test('commits a fault as ordered, once', async () => {
    await remote.fault({
      method: 'GET',
      path: '^/users/@me$',
      when: 'before',
      action: { kind: 'status', status: 404 },
    });
    await expect(client.rest.get('/users/@me')).rejects.toMatchObject({ status: 404 });
    await expect(client.rest.get('/users/@me')).resolves.toMatchObject({ username: 'tiaoli' });
  });

  test('tells what a person would not be offered, in words', async () => {
    await expect(remote.invoke({ ...here, command: 'nothing' })).rejects.toThrow(
      'there is no command nothing',
    );
    await expect(remote.order('invoke', { user: 'x' })).rejects.toThrow('not snowflake');
    await expect(remote.order('unheard-of')).rejects.toThrow('there is no control');
  });

  test.each([
    ['another host name, as after DNS rebinding', { host: 'evil.example' }, 'GET', 403],
    ['a page of another origin', { origin: 'https://evil.example' }, 'GET', 403],
    [
      'a form, which needs no permission to be sent across origins',
      { 'content-type': 'text/plain' },
      'POST',
      403,
    ],
    ['its own page', {}, 'GET', 200],
  ])('answers %s as it should', async (_, headers, method, status) => {
    expect(await statusWith(origin, '/sandbox/health', headers, method)).toBe(status);
  });
});
