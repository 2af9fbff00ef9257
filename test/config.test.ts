import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaults, readConfig, variables } from '../src/config.ts';

describe('the configuration', () => {
  it('starts in the sandbox with nothing set', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      ok: true,
      value: { discordToken: null, databaseUrl: 'file:data/tiaoli.db', cacheUrl: 'memory', logLevel: 'info' },
    });
  });

  it('takes an empty value as not set', () => {
    expect(readConfig({ DISCORD_TOKEN: '', HTTP_PORT: ' ' })).toMatchObject({
      ok: true,
      value: { discordToken: null, httpPort: null },
    });
  });

  it.each([
    ['DISCORD_TOKEN', 'two words', 'config.token'],
    ['DISCORD_API_URL', 'localhost/api', 'config.url'],
    ['DATABASE_URL', 'data/tiaoli.db', 'config.database-url'],
    ['DATABASE_URL', 'mysql://x', 'config.database-url'],
    ['CACHE_URL', 'memcached://x', 'config.cache-url'],
    ['POLL_CRON', 'every minute', 'config.cron'],
    ['FEED_ALLOW_HOSTS', 'http://a.example', 'config.hosts'],
    ['FEED_ALLOW_HOSTS', 'a.example, b c', 'config.hosts'],
    ['HTTP_PORT', '70000', 'config.port'],
    ['HTTP_PORT', '-1', 'config.port'],
    ['RSSHUB_URL', 'ftp://x', 'config.url'],
    ['LOG_LEVEL', 'loud', 'config.log-level'],
  ])('names %s when it is %s', (name, value, key) => {
    expect(readConfig({ [name]: value })).toMatchObject({ ok: false, error: [{ name, key }] });
  });

  it('names every variable that is wrong, not only the first', () => {
    const config = readConfig({ HTTP_PORT: 'x', LOG_LEVEL: 'loud' });
    expect(config.ok ? [] : config.error.map(({ name }) => name)).toEqual(['HTTP_PORT', 'LOG_LEVEL']);
  });

  it('never repeats a secret', () => {
    const config = readConfig({ DISCORD_TOKEN: 'my secret', RSSHUB_URL: 'ftp://me:secret@host' });
    expect(JSON.stringify(config)).not.toContain('secret');
  });

  it('reads several allowed hosts', () => {
    expect(readConfig({ FEED_ALLOW_HOSTS: ' a.example:81 , [::1]:8080,b ' })).toMatchObject({
      ok: true,
      value: { feedAllowHosts: ['a.example:81', '[::1]:8080', 'b'] },
    });
  });
});

describe('.env.example', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  const entries = [...example.matchAll(/^# ([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => ({
    name,
    value,
  }));

  it('explains every variable of the schema, in its order, and no other', () => {
    expect(entries.map(({ name }) => name)).toEqual(variables);
  });

  it('has a sentence before each', () => {
    for (const { name } of entries)
      expect(example, name).toMatch(new RegExp(`^# [A-Z][^=\\n]+\\n(# .*\\n)*# ${name}=`, 'm'));
  });

  it('shows values that are valid, and the defaults where there are some', () => {
    const shown = Object.fromEntries(entries.map(({ name, value }) => [name, value]));
    expect(readConfig({ ...shown, DISCORD_TOKEN: '' }).ok).toBe(true);
    expect(shown).toMatchObject({ DATABASE_URL: defaults.databaseUrl, POLL_CRON: defaults.pollCron });
  });
});
