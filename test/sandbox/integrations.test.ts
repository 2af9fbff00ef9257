import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { send } from './raw.ts';

let sandbox: Sandbox;
let order: (name: string, body: object) => Promise<{ status: number; body: unknown }>;

beforeAll(async () => {
  sandbox = await startSandbox();
  await send(sandbox, 'PUT', `/applications/${sandbox.world.botId}/commands`, [
    { name: 'open', description: 'd' },
    { name: 'manage', description: 'd', default_member_permissions: '32' },
  ]);
  order = async (name, body) => {
    const response = await fetch(`${sandbox.world.origin}/sandbox/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
});
afterAll(() => sandbox.close());

const offered = (user: { readonly id: string }) =>
  sandbox.people
    .offered({ user: user.id, channel: sandbox.cast.channels.general.id })
    .map(({ name }) => name);
const permit = (by: { readonly id: string }, command: string, target: string, allowed: boolean | null) =>
  order('command-permission', {
    user: by.id,
    guild: sandbox.cast.guilds.home.id,
    command,
    target,
    allowed,
  });

describe('Server Settings → Integrations', () => {
  test("give a role the moderators' commands, and take them back", async () => {
    const { users, roles } = sandbox.cast;
    expect(offered(users.deputy)).toEqual(['open']);
    expect((await permit(users.moderator, 'manage', roles.deputies.id, true)).status).toBe(200);
    expect(offered(users.deputy)).toEqual(['open', 'manage']);
    expect(offered(users.member)).toEqual(['open']);
    await permit(users.moderator, 'manage', roles.deputies.id, null);
    expect(offered(users.deputy)).toEqual(['open']);
  });

  test('deny a command to everyone but those allowed; the owner is denied nothing', async () => {
    const { users, roles, guilds } = sandbox.cast;
    await permit(users.owner, 'open', guilds.home.id, false);
    await permit(users.owner, 'open', roles.deputies.id, true);
    expect([users.member, users.deputy, users.owner].map((user) => offered(user).includes('open'))).toEqual([
      false,
      true,
      true,
    ]);
    await permit(users.owner, 'open', guilds.home.id, null);
    await permit(users.owner, 'open', roles.deputies.id, null);
  });

  test('are only for those who manage the server and its roles', async () => {
    const { users, roles } = sandbox.cast;
    for (const user of [users.member, users.deputy, users.stranger])
      expect((await permit(user, 'manage', roles.deputies.id, true)).status).toBe(409);
    expect(offered(users.deputy)).toEqual(['open']);
  });

  test('can be read by the bot (10066 where nothing was set), and not set by it', async () => {
    const { users, roles, guilds } = sandbox.cast;
    await permit(users.moderator, 'manage', roles.deputies.id, true);
    const base = `/applications/${sandbox.world.botId}/guilds/${guilds.home.id}/commands`;
    const all = (await send(sandbox, 'GET', `${base}/permissions`)).list;
    const set = { permissions: [{ id: roles.deputies.id, type: 1, permission: true }] };
    expect(all.find(({ permissions }) => Array.isArray(permissions) && permissions.length > 0)).toMatchObject(
      set,
    );
    const id = sandbox.world.commands.in(null).find(({ name }) => name === 'manage')?.id ?? '';
    expect((await send(sandbox, 'GET', `${base}/${id}/permissions`)).body).toMatchObject({ id, ...set });
    expect(await send(sandbox, 'GET', `${base}/1/permissions`)).toMatchObject({ status: 404, code: 10066 });
    expect((await send(sandbox, 'PUT', `${base}/${id}/permissions`, set)).status).toBe(405);
  });
});
