import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ManualClock } from '../../sandbox/clock.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { send } from './raw.ts';

const clock = new ManualClock();
let sandbox: Sandbox;
let path: string;
beforeAll(async () => {
  sandbox = await startSandbox({ clock });
  path = `/applications/${sandbox.world.botId}/commands`;
});
afterAll(() => sandbox.close());
// No test is about rate limits here.
beforeEach(() => clock.advance(30_000));

const put = (body: unknown) => send(sandbox, 'PUT', path, body);
const command = (more: object = {}) => ({ name: 'a', description: 'd', ...more });
const option = (more: object = {}) => ({ type: 3, name: 'o', description: 'd', ...more });
const choice = (name: string, value: unknown = name) => ({ name, value });
const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));
/** A command of exactly 8000 characters and `more`: 24 options of 320, one of 104, choices of 114 and 100, name and description. */
const crowded = (more: number) => {
  const choices = times(7, (n) => choice(`${'c'.repeat(14)}${n}`, 'v'.repeat(16)));
  const wide = times(24, (n) => option({ name: `o${10 + n}`, description: 'x'.repeat(100), choices }));
  const last = [choice('n'.repeat(14), 'v'.repeat(100)), choice('m'.repeat(10), 'v'.repeat(90 + more))];
  return command({
    options: [...wide, option({ name: 'last', description: 'x'.repeat(100), choices: last })],
  });
};

describe('a command that Discord refuses is refused', () => {
  test.each<[reason: string, body: unknown, problem: string]>([
    ['a name with a space', command({ name: 'two words' }), '0.name APPLICATION_COMMAND_INVALID_NAME'],
    ['a name in capitals', command({ name: 'Article' }), '0.name APPLICATION_COMMAND_INVALID_NAME'],
    ['a name of 33', command({ name: 'x'.repeat(33) }), '0.name BASE_TYPE_MAX_LENGTH'],
    ['no name', command({ name: '' }), '0.name BASE_TYPE_REQUIRED'],
    ['no description', { name: 'a' }, '0.description BASE_TYPE_REQUIRED'],
    ['a description of 101', command({ description: 'x'.repeat(101) }), '0.description BASE_TYPE_MAX_LENGTH'],
    [
      'a description on a message command',
      { name: 'A b', type: 3, description: 'd' },
      '0.description APPLICATION_COMMAND_CONTEXT_MENU_FIELD',
    ],
    [
      'options on a message command',
      { name: 'A b', type: 3, options: [option()] },
      '0.options APPLICATION_COMMAND_CONTEXT_MENU_FIELD',
    ],
    [
      'a language Discord does not have',
      command({ name_localizations: { 'zh-HK': 'a' } }),
      '0.name_localizations.zh-HK BASE_TYPE_CHOICES',
    ],
    [
      'a translated name with a space',
      command({ name_localizations: { 'zh-CN': '条 文' } }),
      '0.name_localizations.zh-CN APPLICATION_COMMAND_INVALID_NAME',
    ],
    [
      'a translated description of 101',
      command({ description_localizations: { 'zh-CN': '长'.repeat(101) } }),
      '0.description_localizations.zh-CN BASE_TYPE_MAX_LENGTH',
    ],
    [
      '26 options',
      command({ options: times(26, (n) => option({ name: `o${n}` })) }),
      '0.options BASE_TYPE_BAD_LENGTH',
    ],
    [
      'two options of one name',
      command({ options: [option(), option()] }),
      '0.options.1.name APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE',
    ],
    [
      'a required option after an optional one',
      command({ options: [option(), option({ name: 'p', required: true })] }),
      '0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ],
    [
      'choices with autocomplete',
      command({ options: [option({ autocomplete: true, choices: [choice('x')] })] }),
      '0.options.0.autocomplete APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
    ],
    [
      'autocomplete on a yes or no',
      command({ options: [option({ type: 5, autocomplete: true })] }),
      '0.options.0.autocomplete APPLICATION_COMMAND_OPTIONS_FIELD_INVALID',
    ],
    [
      '26 choices',
      command({ options: [option({ choices: times(26, (n) => choice(`${n}`)) })] }),
      '0.options.0.choices BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a choice value of 101',
      command({ options: [option({ choices: [choice('x', 'x'.repeat(101))] })] }),
      '0.options.0.choices.0.value BASE_TYPE_MAX_LENGTH',
    ],
    [
      'text where a number is to be chosen',
      command({ options: [option({ type: 4, choices: [choice('x', 'many')] })] }),
      '0.options.0.choices.0.value NUMBER_TYPE_COERCE',
    ],
    [
      'a least length above the greatest',
      command({ options: [option({ min_length: 5, max_length: 4 })] }),
      '0.options.0.min_length APPLICATION_COMMAND_OPTIONS_MIN_GREATER_THAN_MAX',
    ],
    [
      'subcommands beside values',
      command({ options: [option({ type: 1 }), option({ name: 'p' })] }),
      '0.options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    ],
    [
      'a group in a group',
      command({ options: [option({ type: 2, options: [option({ type: 2, options: [] })] })] }),
      '0.options.0.options.0.type BASE_TYPE_CHOICES',
    ],
    [
      'a group without subcommands',
      command({ options: [option({ type: 2, options: [] })] }),
      '0.options.0.options BASE_TYPE_BAD_LENGTH',
    ],
    [
      'an option type that does not exist',
      command({ options: [option({ type: 12 })] }),
      '0.options.0.type BASE_TYPE_CHOICES',
    ],
    [
      'permissions that are none',
      command({ default_member_permissions: 'ManageGuild' }),
      '0.default_member_permissions NUMBER_TYPE_COERCE',
    ],
    ['a context that does not exist', command({ contexts: [3] }), '0.contexts.0 BASE_TYPE_CHOICES'],
    ['8001 characters', crowded(1), '0 APPLICATION_COMMAND_TOO_LARGE'],
  ])('%s', async (_, body, problem) => {
    const answer = await put([body]);
    expect(answer).toMatchObject({ status: 400, code: 50035 });
    expect(answer.problems).toContain(problem);
  });

  test('two commands of one name and type', async () => {
    const answer = await put([command(), command()]);
    expect(answer.problems).toContain('1 APPLICATION_COMMANDS_DUPLICATE_NAME');
    expect((await put([command(), { name: 'a', type: 3 }])).status).toBe(200);
  });

  test.each([
    ['101 slash commands', times(101, (n) => command({ name: `c${n}` }))],
    ['16 message commands', times(16, (n) => ({ name: `c${n}`, type: 3 }))],
    ['16 user commands', times(16, (n) => ({ name: `c${n}`, type: 2 }))],
  ])('%s (30032)', async (_, body) => {
    expect(await put(body)).toMatchObject({ status: 400, code: 30032 });
  });
});

describe('registration', () => {
  test('a hundred slash commands and fifteen of each menu are taken at once', async () => {
    const all = [
      ...times(100, (n) => command({ name: `c${n}` })),
      ...times(15, (n) => ({ name: `c${n}`, type: 3 })),
      ...times(15, (n) => ({ name: `c${n}`, type: 2 })),
    ];
    expect((await put(all)).status).toBe(200);
  });

  test('8000 characters are taken', async () => {
    expect((await put([crowded(0)])).status).toBe(200);
  });

  test('names and options in Chinese, Devanagari and Thai are taken', async () => {
    const names = ['条文', 'नमस्ते', 'สวัสดี', "l'article", 'a-b_c'];
    const answer = await put(names.map((name) => command({ name, options: [option({ name: '编号' })] })));
    expect(answer.list.map((one) => one.name)).toEqual(names);
  });

  test('overwriting replaces all and keeps the id of what keeps its name', async () => {
    const [first] = (await put([command(), command({ name: 'b' })])).list;
    const second = (await put([command({ description: 'new' })])).list;
    expect(second).toHaveLength(1);
    expect(second[0]).toMatchObject({ id: first?.id, description: 'new' });
  });

  test('one at a time: created 201, replaced 200, changed, looked up, deleted', async () => {
    await put([]);
    const made = await send(sandbox, 'POST', path, command());
    expect(made.status).toBe(201);
    expect((await send(sandbox, 'POST', path, command({ description: 'e' }))).status).toBe(200);
    const one = `${path}/${String(made.body.id)}`;
    expect((await send(sandbox, 'PATCH', one, { description: 'f' })).body.description).toBe('f');
    expect(await send(sandbox, 'PATCH', one, { description: '' })).toMatchObject({ code: 50035 });
    expect((await send(sandbox, 'GET', one)).body.description).toBe('f');
    expect((await send(sandbox, 'DELETE', one)).status).toBe(204);
    expect(await send(sandbox, 'GET', one)).toMatchObject({ status: 404, code: 10063 });
  });

  test('a server has commands of its own', async () => {
    const { home, other } = sandbox.cast.guilds;
    await put([]);
    const scoped = `/applications/${sandbox.world.botId}/guilds/${home.id}/commands`;
    expect((await send(sandbox, 'PUT', scoped, [command()])).list[0]).toMatchObject({ guild_id: home.id });
    const names = (user: string, channel: string) =>
      sandbox.people.offered({ user, channel }).map((one) => one.name);
    expect(names(sandbox.cast.users.member.id, sandbox.cast.channels.general.id)).toEqual(['a']);
    expect(names(sandbox.cast.users.stranger.id, sandbox.cast.channels.elsewhere.id)).toEqual([]);
    expect(
      await send(sandbox, 'GET', `/applications/${sandbox.world.botId}/guilds/1/commands`),
    ).toMatchObject({ code: 10004 });
    expect(other.members.has(sandbox.world.botId)).toBe(true);
    await send(sandbox, 'PUT', scoped, []);
  });

  test('translations are listed only for those who ask', async () => {
    await put([command({ name_localizations: { 'zh-CN': '甲' } })]);
    expect((await send(sandbox, 'GET', path)).list[0]).not.toHaveProperty('name_localizations');
    const [asked] = (await send(sandbox, 'GET', `${path}?with_localizations=true`)).list;
    expect(asked?.name_localizations).toEqual({ 'zh-CN': '甲' });
  });
});

describe('what a person is offered', () => {
  const offered = (user: string) =>
    sandbox.people.offered({ user, channel: sandbox.cast.channels.general.id }).map((one) => one.name);

  test('commands for those who manage the server are for them alone; "0" is for administrators', async () => {
    await put([
      command(),
      command({ name: 'manage', default_member_permissions: '32' }),
      command({ name: 'admin', default_member_permissions: '0' }),
    ]);
    const { member, moderator, owner } = sandbox.cast.users;
    expect(offered(member.id)).toEqual(['a']);
    expect(offered(moderator.id)).toEqual(['a', 'manage']);
    expect(offered(owner.id)).toEqual(['a', 'manage', 'admin']);
    const actor = { user: member.id, channel: sandbox.cast.channels.general.id };
    await expect(sandbox.people.invoke({ ...actor, command: 'manage' })).rejects.toThrow(
      'is not offered manage',
    );
  });

  test.each<[reason: string, options: Record<string, string | number | boolean>, words: string]>([
    ['a required option left out', {}, 'n is required'],
    ['an option that does not exist', { n: 1, x: 1 }, 'there is no option x'],
    ['text for a number', { n: 'one' }, 'n is a number'],
    ['a number out of range', { n: 9 }, 'n lies between 1 and 5'],
    ['text that is too short', { n: 1, t: 'a' }, 't is 2 to 3 long'],
    ['what is none of the choices', { n: 1, c: 'z' }, 'c is one of its choices'],
    ['a channel of another server', { n: 1, h: '210' }, 'h names a channel of this server'],
  ])('a client holds back %s', async (_, options, words) => {
    await put([
      command({
        options: [
          option({ type: 4, name: 'n', required: true, min_value: 1, max_value: 5 }),
          option({ name: 't', min_length: 2, max_length: 3 }),
          option({ name: 'c', choices: [choice('x')] }),
          option({ type: 7, name: 'h' }),
        ],
      }),
    ]);
    const actor = { user: sandbox.cast.users.member.id, channel: sandbox.cast.channels.general.id };
    await expect(sandbox.people.invoke({ ...actor, command: 'a', options })).rejects.toThrow(words);
  });
});
