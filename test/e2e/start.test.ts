import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { folder, until } from './tiaoli.ts';

let data: string;
beforeEach(() => {
  data = folder();
});
afterEach(() => rmSync(data, { recursive: true }));

const main = join(import.meta.dirname, '../../src/main.ts');

/** The bot as `npm start` runs it, in a folder of its own and with nothing of our own environment. */
function start(environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [main], {
    cwd: data,
    env: { PATH: process.env.PATH, LANG: 'en_US.UTF-8', POLL_CRON: '0 0 1 1 *', ...environment },
  });
  const out = text(child.stdout);
  const errors = text(child.stderr);
  const ended = once(child, 'exit').then(async ([code]) => ({ code, out: await out, errors: await errors }));
  return { child, ended };
}

describe('a start that cannot be', () => {
  it.each([
    ['a variable that is not valid', { HTTP_PORT: 'x', LOG_LEVEL: 'loud' }, ['HTTP_PORT', 'LOG_LEVEL']],
    ['a token that cannot be one', { DISCORD_TOKEN: '"two words"' }, ['DISCORD_TOKEN', 'developer portal']],
    [
      'another kind of database',
      { DATABASE_URL: 'postgres://me:secret@db/x' },
      ['DATABASE_URL', 'not supported yet'],
    ],
    ['another kind of cache', { CACHE_URL: 'redis://:secret@localhost' }, ['CACHE_URL', 'not supported yet']],
    ['a folder where the database should be', { DATABASE_URL: 'file:.' }, ['DATABASE_URL', 'folder']],
    ['a file that is no database', { DATABASE_URL: 'file:other.db' }, ['DATABASE_URL', 'not a database']],
    ['a corpus folder that is not there', { CORPUS_DIR: 'nowhere' }, ['CORPUS_DIR', 'nowhere']],
    ['a feeds folder that is not there', { FEEDS_DIR: 'nowhere' }, ['FEEDS_DIR', 'nowhere']],
  ])('for %s names the variable, says what to do, and exits with 1', async (_, environment, expected) => {
    writeFileSync(
      join(data, 'other.db'),
      'this is a text, and longer than a header of a database would be.'.repeat(20),
    );
    const { code, errors } = await start(environment).ended;
    expect(code).toBe(1);
    for (const words of expected) expect(errors).toContain(words);
    expect(errors).not.toContain('secret');
    expect(errors).not.toMatch(/\n {4}at /);
  });

  it('for a taken port says which', async () => {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const { code, errors } = await start({ HTTP_PORT: String(port) }).ended;
    server.close();
    expect(code).toBe(1);
    expect(errors).toContain(String(port));
  });

  it('speaks the language of the system', async () => {
    const { errors } = await start({ LOG_LEVEL: 'loud', LANG: 'zh_CN.UTF-8' }).ended;
    expect(errors).toContain('配置有误');
  });
});

describe('over the stand-in', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => sandbox.close());
  const registered = () =>
    sandbox.rest.log.some(({ method, path }) => method === 'PUT' && path.endsWith('/commands'));

  it.each([
    ['a folder that is not there', { CORPUS_DIR: 'nowhere' }],
    ['a folder where the database should be', { DATABASE_URL: 'file:.' }],
    ['a port that is taken', { HTTP_PORT: 'taken' }],
  ])('hears nothing of a bot that cannot start, for %s: logins are counted', async (_, environment) => {
    const port = 'HTTP_PORT' in environment ? { HTTP_PORT: String(sandbox.port) } : {};
    const discord = { DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl };
    expect((await start({ ...environment, ...port, ...discord }).ended).code).toBe(1);
    expect(sandbox.rest.log).toEqual([]);
  });

  it('a refused token ends the bot with what to do', async () => {
    const { code, errors, out } = await start({
      DISCORD_TOKEN: 'wrong.token.altogether',
      DISCORD_API_URL: sandbox.apiUrl,
    }).ended;
    expect(code).toBe(1);
    expect(errors).toContain('DISCORD_TOKEN');
    expect(errors + out).not.toContain('wrong.token');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('%s ends it cleanly', async (signal) => {
    const { child, ended } = start({ DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl });
    await until(sandbox, registered);
    child.kill(signal);
    const { code, out } = await ended;
    expect(code).toBe(0);
    expect(out).toContain('nothing is half-sent');
    expect(out).not.toMatch(/being renewed|closed the connection/);
    expect(out).not.toContain(sandbox.token);
  });

  it('a second bot on the same database is turned away, and the first goes on', async () => {
    mkdirSync(join(data, 'data'));
    const environment = { DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl };
    const first = start(environment);
    await until(sandbox, registered);
    const second = await start(environment).ended;
    expect(second.code).toBe(1);
    expect(second.errors).toContain('in use by another Tiaoli');
    expect(first.child.exitCode).toBeNull();
    first.child.kill('SIGTERM');
    await first.ended;
  });

  it('keeps the sandbox and Discord apart: a database is one’s or the other’s', async () => {
    const samples = start({ HTTP_PORT: '0' });
    await new Promise<void>((ready) =>
      samples.child.stdout.on('data', (chunk) => String(chunk).includes('"ready"') && ready()),
    );
    samples.child.kill('SIGTERM');
    await samples.ended;
    const real = await start({ DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl }).ended;
    expect(real.code).toBe(1);
    expect(real.errors).toContain('belongs to the sandbox');
  });

  it('waits for a Discord that cannot be reached, and comes up when it can', async () => {
    const { port } = sandbox;
    const { token } = sandbox;
    await sandbox.close();
    const { child, ended } = start({ DISCORD_TOKEN: token, DISCORD_API_URL: sandbox.apiUrl });
    await new Promise<void>((complained) =>
      child.stdout.on('data', (chunk) => String(chunk).includes('cannot be reached') && complained()),
    );
    sandbox = await startSandbox({ port });
    await until(sandbox, registered);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });
});
