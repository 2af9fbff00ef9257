import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ManualClock } from '../../sandbox/clock.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import type { Exchange } from '../../sandbox/people/exchange.ts';
import { send } from './raw.ts';

const clock = new ManualClock();
let sandbox: Sandbox;
let here: { user: string; channel: string };

interface Received {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly locale: string;
  readonly member?: { readonly permissions: string };
  readonly data: Record<string, unknown>;
  readonly message?: { readonly id: string };
}

/** What the bot receives when a person does this. */
const received = (
  act: () => Promise<unknown>,
): { readonly interaction: Received; readonly done: Promise<unknown> } => {
  const seen: Received[] = [];
  const stop = sandbox.world.listen((event) => {
    if (event.t === GatewayDispatchEvents.InteractionCreate) seen.push(event.d as Received);
  });
  const done = act();
  stop();
  const [interaction] = seen;
  if (interaction === undefined) throw new Error('the bot received nothing');
  return { interaction, done };
};

const invoke = () => {
  const { interaction, done } = received(() => sandbox.people.invoke({ ...here, command: 'a' }));
  return { interaction, answer: done as Promise<Exchange> };
};
const respond = (interaction: Received, body: unknown, query = '') =>
  send(sandbox, 'POST', `/interactions/${interaction.id}/${interaction.token}/callback${query}`, body, {
    authorization: '',
  });
const hook = (method: string, interaction: Received, path: string, body?: unknown) =>
  send(sandbox, method, `/webhooks/${sandbox.world.botId}/${interaction.token}${path}`, body, {
    authorization: '',
  });
const say = (content: string, flags = 0) => ({ type: 4, data: { content, flags } });

beforeAll(async () => {
  sandbox = await startSandbox({ clock });
  here = { user: sandbox.cast.users.member.id, channel: sandbox.cast.channels.general.id };
  const commands = [
    {
      name: 'a',
      description: 'd',
      options: [
        { type: 3, name: 'text', description: 'd', autocomplete: true },
        { type: 4, name: 'number', description: 'd', autocomplete: true },
      ],
    },
    { name: 'Look', type: 3 },
  ];
  await send(sandbox, 'PUT', `/applications/${sandbox.world.botId}/commands`, commands);
});
afterAll(() => sandbox.close());
beforeEach(() => clock.advance(10_000));

describe('the first response', () => {
  test('is late after three seconds (10062), and not before', async () => {
    const { interaction } = invoke();
    clock.advance(3_000);
    expect((await respond(interaction, say('in time'))).status).toBe(204);
    const late = invoke();
    clock.advance(3_001);
    expect(await respond(late.interaction, say('late'))).toMatchObject({ status: 404, code: 10062 });
    expect((await late.answer).state).toBe('silent');
  });

  test('is given once (40060), however late the second one is', async () => {
    const { interaction } = invoke();
    await respond(interaction, say('one'));
    expect(await respond(interaction, say('two'))).toMatchObject({ status: 400, code: 40060 });
    clock.advance(60_000);
    expect(await respond(interaction, say('three'))).toMatchObject({ status: 400, code: 40060 });
  });

  test('goes to an interaction that exists (10062)', async () => {
    const { interaction } = invoke();
    expect(await respond({ ...interaction, token: 'x' }, say('x'))).toMatchObject({ code: 10062 });
    expect(await respond({ ...interaction, id: '1' }, say('x'))).toMatchObject({ code: 10062 });
  });

  test('can be tried again after a refusal', async () => {
    const { interaction, answer } = invoke();
    expect(await respond(interaction, say(''))).toMatchObject({ status: 400, code: 50006 });
    expect(await respond(interaction, say('字'.repeat(2001)))).toMatchObject({ status: 400, code: 50035 });
    expect((await respond(interaction, say('good'))).status).toBe(204);
    expect((await answer).message?.content).toBe('good');
  });

  test('is 204, or with with_response=true tells what became of it', async () => {
    expect((await respond(invoke().interaction, say('x'))).status).toBe(204);
    const { interaction } = invoke();
    const told = await respond(interaction, say('x', 64), '?with_response=true');
    expect(told).toMatchObject({
      status: 200,
      body: {
        interaction: {
          id: interaction.id,
          type: 2,
          response_message_ephemeral: true,
          response_message_loading: false,
        },
        resource: { type: 4, message: { content: 'x', flags: 64 } },
      },
    });
  });

  test.each<[reason: string, type: number]>([
    ['an update of a message there is none of', 7],
    ['a deferred update of a message there is none of', 6],
    ['choices nobody typed for', 8],
    ['a pong', 1],
    ['a type that does not exist', 99],
  ])('to a command is never %s', async (_, type) => {
    const answer = await respond(invoke().interaction, { type, data: { content: 'x', choices: [] } });
    expect(answer).toMatchObject({ status: 400, code: 50035 });
    expect(answer.problems).toEqual(['type BASE_TYPE_CHOICES']);
  });
});

describe('what follows by the token', () => {
  test('comes after the first response (10015)', async () => {
    const { interaction } = invoke();
    expect(await hook('PATCH', interaction, '/messages/@original', { content: 'x' })).toMatchObject({
      status: 404,
      code: 10015,
    });
    expect(await hook('POST', interaction, '', { content: 'x' })).toMatchObject({ status: 404, code: 10015 });
  });

  test('comes within fifteen minutes (50027)', async () => {
    const { interaction } = invoke();
    await respond(interaction, say('x'));
    clock.advance(15 * 60_000);
    expect((await hook('PATCH', interaction, '/messages/%40original', { content: 'y' })).status).toBe(200);
    clock.advance(1);
    expect(await hook('PATCH', interaction, '/messages/@original', { content: 'z' })).toMatchObject({
      status: 401,
      code: 50027,
    });
    expect(await hook('POST', { ...interaction, token: 'x' }, '', { content: 'x' })).toMatchObject({
      status: 401,
      code: 50027,
    });
  });

  test('edits, deletes and adds; ephemeral messages are reached in no other way', async () => {
    const { interaction, answer } = invoke();
    await respond(interaction, say('x', 64));
    const { message } = await answer;
    const path = `/channels/${here.channel}/messages/${message?.id}`;
    expect(await send(sandbox, 'GET', path)).toMatchObject({ status: 404, code: 10008 });
    expect((await hook('GET', interaction, '/messages/@original')).body.content).toBe('x');
    const more = await hook('POST', interaction, '', { content: 'more' });
    expect(more.body).toMatchObject({ content: 'more', flags: 0 });
    expect((await hook('DELETE', interaction, `/messages/${String(more.body.id)}`)).status).toBe(204);
    expect(await hook('GET', interaction, `/messages/${String(more.body.id)}`)).toMatchObject({
      code: 10008,
    });
    expect(await hook('PATCH', interaction, '/messages/@original', { content: '' })).toMatchObject({
      code: 50006,
    });
  });

  test('after "thinking", the first message takes its place and stays as private as it was announced', async () => {
    const { interaction, answer } = invoke();
    await respond(interaction, { type: 5, data: { flags: 64 } });
    const followUp = await hook('POST', interaction, '', { content: 'open?', flags: 0 });
    const seen = await answer;
    expect(seen).toMatchObject({
      state: 'message',
      ephemeral: true,
      message: { id: followUp.body.id, content: 'open?', flags: 64 },
    });
    expect(seen.followUps).toHaveLength(0);
  });

  test('the answer after "thinking" rings whom it mentions, people only; a later edit rings nobody more', async () => {
    const { interaction, answer } = invoke();
    await respond(interaction, { type: 5 });
    const content = `<@${here.user}> <@&${sandbox.cast.roles.readers.id}>`;
    await hook('PATCH', interaction, '/messages/@original', { content });
    const id = (await answer).message?.id ?? '';
    const pings = () => sandbox.world.messages.find(here.channel, id)?.pings;
    expect(pings()).toEqual({ everyone: false, users: [here.user], roles: [] });
    await hook('PATCH', interaction, '/messages/@original', {
      content: `<@${sandbox.cast.users.moderator.id}>`,
    });
    expect(pings()?.users).toEqual([here.user]);
  });

  test('an answer that never comes is given up when the token dies', async () => {
    const { interaction, answer } = invoke();
    await respond(interaction, { type: 5 });
    clock.advance(16 * 60_000);
    expect((await answer).state).toBe('thinking');
  });
});

describe('autocomplete', () => {
  const type = (focused: string) =>
    received(() =>
      sandbox.people.autocomplete({ ...here, command: 'a', options: { [focused]: '1' }, focused }),
    );
  const choices = (count: number, choice: (n: number) => object) => ({
    type: 8,
    data: { choices: Array.from({ length: count }, (_, n) => choice(n)) },
  });

  test.each<[reason: string, focused: string, body: unknown, problem: string]>([
    [
      '26 choices',
      'text',
      choices(26, (n) => ({ name: `${n}`, value: `${n}` })),
      'choices BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a name of 101',
      'text',
      choices(1, () => ({ name: 'x'.repeat(101), value: 'x' })),
      'choices.0.name BASE_TYPE_MAX_LENGTH',
    ],
    [
      'an empty name',
      'text',
      choices(1, () => ({ name: '', value: 'x' })),
      'choices.0.name BASE_TYPE_REQUIRED',
    ],
    [
      'a value of 101',
      'text',
      choices(1, () => ({ name: 'x', value: 'x'.repeat(101) })),
      'choices.0.value BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a number for text',
      'text',
      choices(1, () => ({ name: 'x', value: 1 })),
      'choices.0.value BASE_TYPE_BAD_TYPE',
    ],
    [
      'text for a number',
      'number',
      choices(1, () => ({ name: 'x', value: 'x' })),
      'choices.0.value NUMBER_TYPE_COERCE',
    ],
    ['no list', 'text', { type: 8, data: {} }, 'choices BASE_TYPE_REQUIRED'],
    ['a message', 'text', say('x'), 'type BASE_TYPE_CHOICES'],
  ])('is never answered by %s', async (_, focused, body, problem) => {
    const answer = await respond(type(focused).interaction, body);
    expect(answer).toMatchObject({ status: 400, code: 50035 });
    expect(answer.problems).toEqual([problem]);
  });

  test('carries what is typed so far, focused, and no follow-up', async () => {
    const { interaction, done } = type('text');
    expect(interaction.data.options).toEqual([{ name: 'text', type: 3, value: '1', focused: true }]);
    await respond(
      interaction,
      choices(1, () => ({ name: 'n', value: 'v' })),
    );
    expect(await done).toEqual([{ name: 'n', value: 'v' }]);
    expect(await hook('POST', interaction, '', { content: 'x' })).toMatchObject({ code: 10015 });
  });
});

describe('modals', () => {
  const input = (more: object = {}) => ({ type: 4, custom_id: 't', style: 1, ...more });
  const label = (component: object = input(), more: object = {}) => ({
    type: 18,
    label: 'L',
    component,
    ...more,
  });
  const modal = (more: object = {}) => ({
    type: 9,
    data: { custom_id: 'm', title: 'T', components: [label()], ...more },
  });

  test.each<[reason: string, body: unknown, problem: string]>([
    [
      'six components',
      modal({ components: Array.from({ length: 6 }, (_, n) => label(input({ custom_id: `${n}` }))) }),
      'components BASE_TYPE_BAD_LENGTH',
    ],
    ['no components', modal({ components: [] }), 'components BASE_TYPE_BAD_LENGTH'],
    ['a title of 46', modal({ title: 'x'.repeat(46) }), 'title BASE_TYPE_MAX_LENGTH'],
    ['a custom_id of 101', modal({ custom_id: 'x'.repeat(101) }), 'custom_id BASE_TYPE_MAX_LENGTH'],
    [
      'one custom_id twice',
      modal({ components: [label(), label()] }),
      'components.1.component.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'a label of 46',
      modal({ components: [label(input(), { label: 'x'.repeat(46) })] }),
      'components.0.label BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a bare text input in a row, without a label',
      modal({ components: [{ type: 1, components: [input()] }] }),
      'components.0.components.0.label BASE_TYPE_REQUIRED',
    ],
    [
      'a button',
      modal({ components: [{ type: 1, components: [{ type: 2, style: 1, label: 'x', custom_id: 'b' }] }] }),
      'components.0.components.0.type BASE_TYPE_CHOICES',
    ],
    [
      'a least length above the greatest',
      modal({ components: [label(input({ min_length: 5, max_length: 4 }))] }),
      'components.0.component.min_length TEXT_INPUT_COMPONENT_INVALID_LENGTH',
    ],
    [
      'a preset longer than allowed',
      modal({ components: [label(input({ max_length: 2, value: 'xxx' }))] }),
      'components.0.component.value BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a disabled select',
      modal({ components: [label({ type: 5, custom_id: 'u', disabled: true })] }),
      'components.0.component.disabled COMPONENT_DISABLED_IN_MODAL',
    ],
    [
      'a required select that asks for nothing',
      modal({ components: [label({ type: 5, custom_id: 'u', min_values: 0 })] }),
      'components.0.component.min_values SELECT_COMPONENT_INVALID_VALUES',
    ],
  ])('with %s are refused', async (_, body, problem) => {
    const answer = await respond(invoke().interaction, body);
    expect(answer).toMatchObject({ status: 400, code: 50035 });
    expect(answer.problems).toEqual([problem]);
  });

  test('take as many of the choices they offer as they say, and no other', async () => {
    const { interaction, answer } = invoke();
    const options = ['a', 'b', 'c'].map((value) => ({ label: value, value }));
    const select = { type: 3, custom_id: 's', required: false, min_values: 0, max_values: 2, options };
    await respond(interaction, modal({ components: [label(select)] }));
    const { id } = await answer;
    await expect(sandbox.people.submitModal(id, { s: ['a', 'b', 'c'] })).rejects.toThrow('s takes 0 to 2');
    await expect(sandbox.people.submitModal(id, { s: ['d'] })).rejects.toThrow('s has no choice d');
    const { interaction: submitted } = received(() => sandbox.people.submitModal(id, { s: ['b', 'c'] }));
    expect(submitted.data).toMatchObject({ components: [{ component: { type: 3, values: ['b', 'c'] } }] });
  });

  test('are sent by hand by those who forge them, as no client would', async () => {
    const { interaction: forged } = received(() =>
      sandbox.people.forgeModal({ ...here, customId: 'topic|save', values: { name: 'x', kinds: ['a'] } }),
    );
    expect(forged).toMatchObject({
      type: 5,
      data: {
        custom_id: 'topic|save',
        components: [
          { type: 18, component: { type: 4, custom_id: 'name', value: 'x' } },
          { type: 18, component: { type: 3, custom_id: 'kinds', values: ['a'] } },
        ],
      },
    });
  });

  test('are filled in as a client does, and are not answered by another modal', async () => {
    const { interaction, answer } = invoke();
    await respond(
      interaction,
      modal({
        components: [
          label(),
          { type: 10, content: 'note' },
          { type: 1, components: [input({ custom_id: 'old', label: 'Old', required: false })] },
        ],
      }),
    );
    const { id } = await answer;
    await expect(sandbox.people.submitModal(id, {})).rejects.toThrow('t is required');
    await expect(sandbox.people.submitModal(id, { x: 'y' })).rejects.toThrow();
    const { interaction: submitted } = received(() => sandbox.people.submitModal(id, { t: 'text' }));
    expect(submitted).toMatchObject({
      type: 5,
      data: {
        custom_id: 'm',
        components: [
          { type: 18, component: { type: 4, custom_id: 't', value: 'text' } },
          { type: 10 },
          { type: 1, components: [{ type: 4, custom_id: 'old', value: '' }] },
        ],
      },
    });
    expect(await respond(submitted, modal())).toMatchObject({ status: 400, code: 50035 });
    expect((await respond(submitted, say('thanks'))).status).toBe(204);
  });
});

describe('components', () => {
  const withComponents = async () => {
    const { interaction, answer } = invoke();
    const components = [
      {
        type: 1,
        components: [
          { type: 2, style: 1, label: 'x', custom_id: 'x' },
          { type: 2, style: 1, label: 'y', custom_id: 'y', disabled: true },
        ],
      },
      { type: 1, components: [{ type: 3, custom_id: 's', options: [{ label: 'a', value: 'a' }] }] },
      { type: 1, components: [{ type: 5, custom_id: 'u' }] },
    ];
    await respond(interaction, { type: 4, data: { content: 'x', components } });
    return (await answer).message?.id ?? '';
  };

  test('reach the bot with their message, and update it', async () => {
    const message = await withComponents();
    const { interaction, done } = received(() => sandbox.people.press({ ...here, message, customId: 'x' }));
    expect(interaction).toMatchObject({
      type: 3,
      message: { id: message },
      data: { custom_id: 'x', component_type: 2 },
    });
    expect((await respond(interaction, { type: 7, data: { content: 'updated' } })).status).toBe(204);
    expect(await done).toMatchObject({ state: 'updated', message: { id: message, content: 'updated' } });
  });

  test('selects carry values, and people by their ids', async () => {
    const message = await withComponents();
    const text = received(() => sandbox.people.select({ ...here, message, customId: 's', values: ['a'] }));
    expect(text.interaction.data).toMatchObject({ component_type: 3, values: ['a'] });
    const people = received(() =>
      sandbox.people.select({ ...here, message, customId: 'u', values: [here.user] }),
    );
    expect(people.interaction.data).toMatchObject({
      resolved: { users: { [here.user]: { username: 'xiaoming' } } },
    });
  });

  test('a deferred update is seen when the message changes', async () => {
    const message = await withComponents();
    const { interaction, done } = received(() => sandbox.people.press({ ...here, message, customId: 'x' }));
    await respond(interaction, { type: 6 });
    await hook('PATCH', interaction, '/messages/@original', { content: 'later' });
    expect(await done).toMatchObject({ state: 'updated', message: { content: 'later' } });
  });

  test('are held back by a client when they are not there, disabled, or not to be picked; a forger sends them all the same', async () => {
    const message = await withComponents();
    const { people } = sandbox;
    await expect(people.press({ ...here, message, customId: 'z' })).rejects.toThrow('there is no z');
    await expect(people.press({ ...here, message, customId: 'y' })).rejects.toThrow('y is disabled');
    await expect(people.select({ ...here, message, customId: 's', values: ['b'] })).rejects.toThrow(
      'there is no choice b',
    );
    await expect(people.select({ ...here, message, customId: 's', values: [] })).rejects.toThrow(
      'pick 1 to 1',
    );
    const forged = received(() => people.press({ ...here, message, customId: 'z', forged: true }));
    expect(forged.interaction.data).toMatchObject({ custom_id: 'z' });
  });

  test('on an ephemeral message are for the one who sees it', async () => {
    const { interaction, answer } = invoke();
    const components = [{ type: 1, components: [{ type: 2, style: 1, label: 'x', custom_id: 'x' }] }];
    await respond(interaction, { type: 4, data: { content: 'x', flags: 64, components } });
    const message = (await answer).message?.id ?? '';
    const other = { user: sandbox.cast.users.moderator.id, channel: here.channel };
    await expect(sandbox.people.press({ ...other, message, customId: 'x' })).rejects.toThrow(
      'sees no message',
    );
  });
});

describe('what the bot is told of a person', () => {
  test('language, permissions, and for a message command the message itself', async () => {
    const moderator = {
      user: sandbox.cast.users.moderator.id,
      channel: here.channel,
      locale: 'zh-TW' as const,
    };
    const { interaction } = received(() => sandbox.people.invoke({ ...moderator, command: 'a' }));
    expect(interaction.locale).toBe('zh-TW');
    expect(BigInt(interaction.member?.permissions ?? 0) & 32n).toBe(32n);
    const said = sandbox.people.say(here, '见第二十三条');
    const looked = received(() =>
      sandbox.people.runMessageCommand({ ...here, command: 'Look', message: said.id }),
    );
    expect(looked.interaction.data).toMatchObject({
      target_id: said.id,
      resolved: { messages: { [said.id]: { content: '见第二十三条' } } },
    });
  });

  test('a stranger sees nothing of another server', async () => {
    const stranger = { user: sandbox.cast.users.stranger.id, channel: here.channel };
    await expect(sandbox.people.invoke({ ...stranger, command: 'a' })).rejects.toThrow(
      'does not see this channel',
    );
  });
});
