import { Events } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCache } from '../../src/cache.ts';
import { translator } from '../../src/chat/catalogue/index.ts';
import {
  type ArgsOf,
  type Command,
  type Context,
  defineCommand,
  defineSubcommand,
  type Services,
} from '../../src/chat/command.ts';
import { createInvoke } from '../../src/chat/invoke.ts';
import { md } from '../../src/chat/markdown.ts';
import { buttons, type Modal, type Reply, text } from '../../src/chat/reply.ts';
import { defaultSettings } from '../../src/ledger/defaults.ts';
import { openTexts } from '../../src/openTexts.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/port.ts';
import { component, textOf } from '../e2e/tiaoli.ts';
import { type Bench, connect } from '../sandbox/bot.ts';
import { send } from '../sandbox/raw.ts';

/** What the commands below were given, newest last. */
const given: unknown[] = [];
const said = (what: string): Reply => ({ tone: 'plain', blocks: [text(md`${what}`)] });
const form = (...args: string[]): Modal => ({
  action: { command: 'guarded', name: 'save', args },
  title: 'Topic',
  fields: [
    { id: 'name', label: 'Name', type: 'line', required: true, maxLength: 60 },
    { id: 'words', label: 'Words', type: 'lines' },
    {
      id: 'kinds',
      label: 'Kinds',
      type: 'select',
      most: 2,
      options: [
        { label: 'Measure', value: 'measure' },
        { label: 'Notice', value: 'notice' },
      ],
    },
  ],
});

const options = {
  count: { type: 'integer' },
  channel: { type: 'channel' },
  role: { type: 'role' },
  file: { type: 'attachment' },
} as const;
const open = defineCommand({
  name: 'open',
  access: 'everyone',
  audience: 'teams',
  options,
  execute(args: ArgsOf<typeof options>) {
    given.push(args);
    return {
      tone: 'plain',
      blocks: [
        { type: 'image', file: 'picture.png', alt: '76 articles' },
        { type: 'file', file: 'table.csv' },
        {
          type: 'select',
          action: { command: 'open', name: 'chosen', args: ['x'] },
          placeholder: 'several',
          options: ['a', 'b', 'c'].map((value) => ({ label: value, value })),
          least: 0,
          most: 3,
        },
      ],
      files: [
        { name: 'picture.png', bytes: new Uint8Array(40) },
        { name: 'table.csv', bytes: Buffer.from('number,title\n') },
      ],
    };
  },
  actions: {
    chosen(args) {
      given.push(args);
      return said('chosen');
    },
  },
});
const guarded: Command = {
  name: 'guarded',
  access: 'moderator',
  audience: 'moderators',
  subcommands: {
    ask: defineSubcommand({ options: {}, execute: () => form('7') }),
    press: defineSubcommand({
      options: {},
      execute: () => ({
        tone: 'plain',
        blocks: [
          buttons({ label: 'edit', action: { command: 'guarded', name: 'edit', args: [] } }),
          text(md`before`),
        ],
      }),
    }),
    complete: defineSubcommand({
      options: { word: { type: 'string', autocomplete: true } },
      execute: () => said('done'),
      autocomplete: () => [{ name: 'a', value: 'a' }],
    }),
  },
  actions: { edit: () => form() },
  forms: {
    save(fields, args, { asker }: Context) {
      given.push({ fields, args, guildId: asker.guildId });
      return said(`saved ${fields.name}`);
    },
  },
};

const registered = [
  {
    name: 'open',
    description: 'd',
    options: [
      { type: 4, name: 'count', description: 'd' },
      { type: 7, name: 'channel', description: 'd' },
      { type: 8, name: 'role', description: 'd' },
      { type: 11, name: 'file', description: 'd' },
    ],
  },
  {
    name: 'guarded',
    description: 'd',
    options: [
      { type: 1, name: 'ask', description: 'd' },
      { type: 1, name: 'press', description: 'd' },
      {
        type: 1,
        name: 'complete',
        description: 'd',
        options: [{ type: 3, name: 'word', description: 'd', autocomplete: true }],
      },
    ],
  },
];

let bench: Bench;
let store: Store;
const failures: object[] = [];
/** What the bot has at hand comes when this is settled. */
const coming = Promise.withResolvers<Services>();
let services: Services;

beforeAll(async () => {
  bench = await connect();
  const opened = await openStore('file::memory:');
  const cache = openCache('memory');
  const texts = await openTexts(
    { corpusDir: null, databaseUrl: 'file::memory:' },
    translator('en'),
    () => undefined,
  );
  if (!opened.ok || !cache.ok || !texts.ok) throw new Error('no store');
  store = opened.value;
  services = {
    corpus: texts.value.corpus,
    search: texts.value.search,
    store,
    cache: cache.value,
    feeds: [],
    check: () => Promise.reject(new Error('no source')),
    refuse: async () => null,
    download: () => Promise.reject(new Error('no file')),
    commands: [open, guarded],
  };
  const silent = (): void => undefined;
  const invoke = createInvoke({
    commands: [open, guarded],
    services: coming.promise,
    log: { debug: silent, info: silent, warn: silent, error: (about: object) => void failures.push(about) },
    now: () => new Date(),
    randomId: () => 'f00d',
    schedule: () => silent,
  });
  bench.client.on(Events.InteractionCreate, (interaction) => void invoke(interaction));
  const { sandbox } = bench;
  await send(sandbox, 'PUT', `/applications/${sandbox.world.botId}/commands`, registered);
});
afterAll(async () => {
  await store.close();
  await bench[Symbol.asyncDispose]();
  expect(failures).toEqual([]);
});

const as = (user: { readonly id: string }, channel?: { readonly id: string }) => ({
  user: user.id,
  channel: (channel ?? bench.sandbox.cast.channels.general).id,
  locale: 'en-US' as const,
});

describe('a command given while the bot still starts', () => {
  it('is answered as soon as what it needs is there', async () => {
    const { people, cast } = bench.sandbox;
    const answer = people.invoke({ ...as(cast.users.member), command: 'open' });
    await Promise.resolve();
    expect(given).toEqual([]);
    coming.resolve(services);
    expect((await answer).state).toBe('message');
  });
});

describe('what is given with a command', () => {
  it('is a number, a channel with what we lack there, a role we may mention, and a file', async () => {
    const { people, cast } = bench.sandbox;
    const file = people.chooseFile('settings.yaml', Buffer.from('topics: []'));
    const { forum } = cast.channels;
    await people.invoke({
      ...as(cast.users.member),
      command: 'open',
      options: { count: 7, channel: forum.id, role: cast.roles.readers.id, file },
    });
    expect(given.at(-1)).toEqual({
      count: 7,
      channel: { id: forum.id, name: forum.name, kind: 'forum', takesMessages: false, missing: [] },
      role: { id: cast.roles.readers.id, name: cast.roles.readers.name, mentionable: true },
      file: { name: 'settings.yaml', size: 10, url: expect.stringContaining('/attachments/') },
    });
  });

  it.each([
    ['general', 'text', []],
    ['announcements', 'announcement', []],
    ['readOnly', 'text', ['SendMessages']],
    ['hidden', 'text', ['ViewChannel']],
  ] as const)('tells of the channel %s that it is %s and lacks %j', async (name, kind, missing) => {
    const { people, cast } = bench.sandbox;
    await people.invoke({
      ...as(cast.users.owner),
      command: 'open',
      options: { channel: cast.channels[name].id },
    });
    expect(given.at(-1)).toMatchObject({ channel: { kind, missing } });
  });

  it('tells that a role which is not mentionable is not reached', async () => {
    const { people, cast } = bench.sandbox;
    const options = { role: cast.roles.moderator.id };
    await people.invoke({ ...as(cast.users.member), command: 'open', options });
    expect(given.at(-1)).toMatchObject({ role: { mentionable: false } });
  });
});

describe('a reply with files', () => {
  it('shows the picture and offers the table, and a press that replaces it leaves neither', async () => {
    const { people, cast } = bench.sandbox;
    const member = as(cast.users.member);
    const { message } = await people.invoke({ ...member, command: 'open' });
    expect(message?.attachments.map(({ filename }) => filename)).toEqual(['picture.png', 'table.csv']);
    const customId = component(message, 'several');
    const answer = await people.select({
      ...member,
      message: message?.id ?? '',
      customId,
      values: ['a', 'c'],
    });
    expect(given.at(-1)).toEqual(['a,c', 'x']);
    expect(answer.message?.id).toBe(message?.id);
    expect(answer.message?.attachments).toEqual([]);
  });

  it('hears an empty choice where none need be made', async () => {
    const { people, cast } = bench.sandbox;
    const member = as(cast.users.member);
    const { message } = await people.invoke({ ...member, command: 'open' });
    await people.select({
      ...member,
      message: message?.id ?? '',
      customId: component(message, 'several'),
      values: [],
    });
    expect(given.at(-1)).toEqual(['', 'x']);
  });
});

describe('a form', () => {
  it('opens in answer to a command, and what is filled in comes to its command', async () => {
    const { people, cast } = bench.sandbox;
    const asked = await people.invoke({ ...as(cast.users.moderator), command: 'guarded ask' });
    expect(asked.state).toBe('modal');
    const answer = await people.submitModal(asked.id, { name: '人工智能', kinds: ['measure', 'notice'] });
    expect(given.at(-1)).toEqual({
      fields: { name: '人工智能', words: '', kinds: 'measure,notice' },
      args: ['7'],
      guildId: cast.guilds.home.id,
    });
    expect(textOf(answer.message)).toContain('saved 人工智能');
    expect(answer.ephemeral).toBe(true);
  });

  it('opened from a button on an own answer, replaces that answer', async () => {
    const { people, cast } = bench.sandbox;
    const moderator = as(cast.users.moderator);
    const { message } = await people.invoke({ ...moderator, command: 'guarded press' });
    const asked = await people.press({
      ...moderator,
      message: message?.id ?? '',
      customId: component(message, 'edit'),
    });
    expect(asked.state).toBe('modal');
    const answer = await people.submitModal(asked.id, { name: 'n' });
    expect(answer.message?.id).toBe(message?.id);
    expect(textOf(answer.message)).toContain('saved n');
  });
});

describe('the guard', () => {
  const refused = 'Manage Server';
  /** All ways to the moderators' command, forged where no client offers them; what each answered. */
  async function everyWay(user: { readonly id: string }, channel?: { readonly id: string }) {
    const { people, world } = bench.sandbox;
    const actor = { ...as(user, channel), forged: true };
    const board = world.messages.create({
      channel: channel
        ? (world.channels.get(channel.id) ?? bench.sandbox.cast.channels.general)
        : bench.sandbox.cast.channels.general,
      author: world.bot,
      body: { content: 'alert' },
    });
    const asked = await people.invoke({ ...actor, command: 'guarded ask' });
    const pressed = await people.press({ ...actor, message: board.wire.id, customId: 'guarded|edit' });
    const submitted = await people.forgeModal({
      ...actor,
      customId: 'guarded|save|7',
      values: { name: 'n' },
    });
    const suggested = await people.autocomplete({
      ...actor,
      command: 'guarded complete',
      options: { word: '' },
      focused: 'word',
    });
    return {
      texts: [asked, pressed, submitted].map(({ message }) => textOf(message)),
      states: [asked.state, pressed.state, submitted.state],
      suggested: suggested?.length,
    };
  }
  const settings = (moderatorRoleId: string | null) => ({ ...defaultSettings, moderatorRoleId });

  it('turns a member away at every step, forged ones as well', async () => {
    const { users } = bench.sandbox.cast;
    const { texts, suggested } = await everyWay(users.member);
    for (const told of texts) expect(told).toContain(refused);
    expect(suggested).toBe(0);
  });

  it('lets whoever manages the server pass at every step', async () => {
    const { states, suggested } = await everyWay(bench.sandbox.cast.users.moderator);
    expect(states).toEqual(['modal', 'modal', 'message']);
    expect(suggested).toBe(1);
  });

  it('lets the role that the settings name pass, from then on, and in no other server', async () => {
    const { users, roles, guilds, channels } = bench.sandbox.cast;
    const { home } = guilds;
    expect((await everyWay(users.deputy)).suggested).toBe(0);
    const named = await store.configure(
      { guildId: home.id },
      users.moderator.id,
      '2026-11-22T00:00:00.000Z',
      [{ what: 'settings', id: home.id, before: null, after: settings(roles.deputies.id) }],
    );
    expect(named.ok).toBe(true);
    expect((await everyWay(users.deputy)).states).toEqual(['modal', 'modal', 'message']);
    expect((await everyWay(users.member)).suggested).toBe(0);
    bench.sandbox.world.addMember(guilds.other, users.deputy.id, []);
    expect((await everyWay(users.deputy, channels.elsewhere)).suggested).toBe(0);
    await store.configure({ guildId: home.id }, users.moderator.id, '2026-11-22T00:01:00.000Z', [
      { what: 'settings', id: home.id, before: settings(roles.deputies.id), after: settings(null) },
    ]);
    expect((await everyWay(users.deputy)).suggested).toBe(0);
  });

  it('tells of a form or a button that is none of ours that it is out of date', async () => {
    const { people, cast } = bench.sandbox;
    for (const customId of ['guarded|constructor', 'gone|save', 'x', '|']) {
      const answer = await people.forgeModal({
        ...as(cast.users.moderator),
        customId,
        values: { name: 'n' },
      });
      expect(textOf(answer.message)).toContain('out of date');
    }
  });
});
