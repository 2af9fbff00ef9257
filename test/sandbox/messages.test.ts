import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ManualClock } from '../../sandbox/clock.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { send } from './raw.ts';

const button = (more: object = {}) => ({ type: 2, style: 1, label: 'x', custom_id: 'x', ...more });
const row = (...components: object[]) => ({ type: 1, components });
const select = (more: object = {}) => ({
  type: 3,
  custom_id: 's',
  options: [
    { label: 'a', value: 'a' },
    { label: 'b', value: 'b' },
  ],
  ...more,
});
const textOf = (content: string) => ({ type: 10, content });
const V2 = 1 << 15;
const v2 = (...components: object[]) => ({ flags: V2, components });
const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

const clock = new ManualClock();
let sandbox: Sandbox;
let channel: string;
beforeAll(async () => {
  sandbox = await startSandbox({ clock });
  channel = sandbox.cast.channels.general.id;
});
afterAll(() => sandbox.close());
// No test is about rate limits here.
beforeEach(() => clock.advance(10_000));

const post = (body: unknown) => send(sandbox, 'POST', `/channels/${channel}/messages`, body);

describe('a message that Discord refuses is refused', () => {
  test.each<[reason: string, body: unknown, problem: string]>([
    ['2001 characters', { content: '字'.repeat(2001) }, 'content BASE_TYPE_MAX_LENGTH'],
    [
      '1001 characters of two UTF-16 units each',
      { content: '𠮷'.repeat(1001) },
      'content BASE_TYPE_MAX_LENGTH',
    ],
    ['content that is no text', { content: { a: 1 } }, 'content BASE_TYPE_BAD_TYPE'],
    ['eleven embeds', { embeds: times(11, () => ({ title: 'x' })) }, 'embeds BASE_TYPE_BAD_LENGTH'],
    ['an embed that shows nothing', { embeds: [{}] }, 'embeds.0.description BASE_TYPE_REQUIRED'],
    ['an embed with a colour only', { embeds: [{ color: 1 }] }, 'embeds.0.description BASE_TYPE_REQUIRED'],
    ['a title of 257', { embeds: [{ title: 'x'.repeat(257) }] }, 'embeds.0.title BASE_TYPE_MAX_LENGTH'],
    [
      'a description of 4097',
      { embeds: [{ description: 'x'.repeat(4097) }] },
      'embeds.0.description BASE_TYPE_MAX_LENGTH',
    ],
    [
      '26 fields',
      { embeds: [{ fields: times(26, () => ({ name: 'n', value: 'v' })) }] },
      'embeds.0.fields BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a field without a value',
      { embeds: [{ fields: [{ name: 'n', value: '' }] }] },
      'embeds.0.fields.0.value BASE_TYPE_REQUIRED',
    ],
    [
      'a field value of 1025',
      { embeds: [{ fields: [{ name: 'n', value: 'v'.repeat(1025) }] }] },
      'embeds.0.fields.0.value BASE_TYPE_MAX_LENGTH',
    ],
    [
      '6001 characters over all embeds',
      {
        embeds: [
          { description: 'x'.repeat(4000) },
          { description: 'x'.repeat(1990), footer: { text: 'x'.repeat(11) } },
        ],
      },
      'embeds MAX_EMBED_SIZE_EXCEEDED',
    ],
    [
      'a script for a link',
      { embeds: [{ title: 'x', url: 'javascript:alert(1)' }] },
      'embeds.0.url URL_TYPE_INVALID_SCHEME',
    ],
    [
      'a link that is none',
      { embeds: [{ title: 'x', url: 'nowhere' }] },
      'embeds.0.url URL_TYPE_INVALID_URL',
    ],
    [
      'a date that is none',
      { embeds: [{ title: 'x', timestamp: 'yesterday' }] },
      'embeds.0.timestamp DATE_TIME_TYPE_PARSE',
    ],
    [
      'a colour beyond white',
      { embeds: [{ title: 'x', color: 0x1000000 }] },
      'embeds.0.color NUMBER_TYPE_MAX',
    ],
    [
      'six rows',
      { components: times(6, (n) => row(button({ custom_id: `${n}` }))) },
      'components BASE_TYPE_BAD_LENGTH',
    ],
    [
      'six buttons in a row',
      { components: [row(...times(6, (n) => button({ custom_id: `${n}` })))] },
      'components.0.components BASE_TYPE_BAD_LENGTH',
    ],
    ['an empty row', { components: [row()] }, 'components.0.components BASE_TYPE_BAD_LENGTH'],
    [
      'a select beside a button',
      { components: [row(select(), button())] },
      'components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    ],
    [
      'one custom_id twice',
      { components: [row(button(), button())] },
      'components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'a custom_id of 101',
      { components: [row(button({ custom_id: 'x'.repeat(101) }))] },
      'components.0.components.0.custom_id BASE_TYPE_MAX_LENGTH',
    ],
    [
      'an empty custom_id',
      { components: [row(button({ custom_id: '' }))] },
      'components.0.components.0.custom_id BASE_TYPE_REQUIRED',
    ],
    [
      'a button that shows nothing',
      { components: [row(button({ label: '' }))] },
      'components.0.components.0 BUTTON_COMPONENT_INVALID_LABEL_EMOJI',
    ],
    [
      'a label of 81',
      { components: [row(button({ label: 'x'.repeat(81) }))] },
      'components.0.components.0.label BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a link button without a link',
      { components: [row(button({ style: 5, custom_id: undefined }))] },
      'components.0.components.0.url BASE_TYPE_REQUIRED',
    ],
    [
      'a link button that answers',
      { components: [row(button({ style: 5, url: 'https://a.example/' }))] },
      'components.0.components.0 COMPONENT_CUSTOM_ID_URL_SKU_EXCLUSIVE',
    ],
    [
      'an answering button that leads away',
      { components: [row(button({ url: 'https://a.example/' }))] },
      'components.0.components.0 COMPONENT_CUSTOM_ID_URL_SKU_EXCLUSIVE',
    ],
    [
      'a link of 513',
      { components: [row({ type: 2, style: 5, label: 'x', url: `https://a.example/${'x'.repeat(496)}` })] },
      'components.0.components.0.url BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a style that does not exist',
      { components: [row(button({ style: 9 }))] },
      'components.0.components.0.style BASE_TYPE_CHOICES',
    ],
    [
      '26 options',
      { components: [row(select({ options: times(26, (n) => ({ label: `${n}`, value: `${n}` })) }))] },
      'components.0.components.0.options BASE_TYPE_BAD_LENGTH',
    ],
    [
      'no options',
      { components: [row(select({ options: [] }))] },
      'components.0.components.0.options BASE_TYPE_BAD_LENGTH',
    ],
    [
      'two options of one value',
      { components: [row(select({ options: times(2, () => ({ label: 'a', value: 'a' })) }))] },
      'components.0.components.0.options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    ],
    [
      'more asked for than allowed',
      { components: [row(select({ min_values: 2, max_values: 1 }))] },
      'components.0.components.0.min_values SELECT_COMPONENT_INVALID_VALUES',
    ],
    [
      'more allowed than there is',
      { components: [row(select({ max_values: 3 }))] },
      'components.0.components.0.max_values SELECT_COMPONENT_INVALID_VALUES',
    ],
    [
      'a text input in a message',
      { components: [row({ type: 4, custom_id: 't', style: 1, label: 'l' })] },
      'components.0.components.0.type BASE_TYPE_CHOICES',
    ],
    ['a text display without the flag', { components: [textOf('x')] }, 'components.0.type BASE_TYPE_CHOICES'],
    [
      'content beside Components V2',
      { ...v2(textOf('x')), content: 'y' },
      'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      'embeds beside Components V2',
      { ...v2(textOf('x')), embeds: [{ title: 'y' }] },
      'embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      'a poll beside Components V2',
      { ...v2(textOf('x')), poll: { question: {} } },
      'poll MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      '41 components, nested ones counted',
      v2({ type: 17, components: times(40, () => textOf('x')) }),
      'components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    ],
    [
      '4001 characters in two texts',
      v2(textOf('x'.repeat(4000)), textOf('x')),
      'components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
    ],
    ['an empty text', v2(textOf('')), 'components.0.content BASE_TYPE_REQUIRED'],
    [
      'a section without accessory',
      v2({ type: 9, components: [textOf('x')] }),
      'components.0.accessory BASE_TYPE_REQUIRED',
    ],
    [
      'a section of four texts',
      v2({ type: 9, components: times(4, () => textOf('x')), accessory: button() }),
      'components.0.components BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a container in a container',
      v2({ type: 17, components: [{ type: 17, components: [textOf('x')] }] }),
      'components.0.components.0.type BASE_TYPE_CHOICES',
    ],
    ['a button outside a row', v2(button()), 'components.0.type BASE_TYPE_CHOICES'],
    [
      'a script for a picture',
      v2({ type: 12, items: [{ media: { url: 'javascript:alert(1)' } }] }),
      'components.0.items.0.media.url URL_TYPE_INVALID_SCHEME',
    ],
    [
      'a file from elsewhere',
      v2({ type: 13, file: { url: 'https://a.example/f.txt' } }),
      'components.0.file.url URL_TYPE_INVALID_SCHEME',
    ],
    [
      'a file that did not come along',
      v2({ type: 13, file: { url: 'attachment://f.txt' } }),
      'components.0.file.url MEDIA_ATTACHMENT_NOT_FOUND',
    ],
    [
      'a described file that did not come along',
      { content: 'x', attachments: [{ id: 0, filename: 'f.txt' }] },
      'attachments.0.id ATTACHMENT_NOT_FOUND',
    ],
    [
      'one id twice',
      v2({ ...textOf('x'), id: 7 }, { ...textOf('y'), id: 7 }),
      'components.1.id COMPONENT_ID_DUPLICATED',
    ],
    [
      'a nonce of 26',
      { content: 'x', nonce: 'n'.repeat(26), enforce_nonce: true },
      'nonce NONCE_TYPE_TOO_LONG',
    ],
    [
      'parse and a list of the same kind',
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
      'allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    ],
    [
      'a kind of mention that does not exist',
      { content: 'x', allowed_mentions: { parse: ['all'] } },
      'allowed_mentions.parse.0 BASE_TYPE_CHOICES',
    ],
    [
      '101 people to mention',
      { content: 'x', allowed_mentions: { users: times(101, String) } },
      'allowed_mentions.users BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a reply to a message that is not there',
      { content: 'x', message_reference: { message_id: '1' } },
      'message_reference REPLIES_UNKNOWN_MESSAGE',
    ],
  ])('%s', async (_, body, problem) => {
    const answer = await post(body);
    expect(answer).toMatchObject({ status: 400, code: 50035 });
    expect(answer.problems).toContain(problem);
  });

  test.each<[reason: string, body: unknown]>([
    ['nothing at all', {}],
    ['an empty text', { content: '' }],
    ['white space only', { content: ' \n ' }],
    ['Components V2 without components', v2()],
  ])('empty: %s (50006)', async (_, body) => {
    expect(await post(body)).toMatchObject({ status: 400, code: 50006 });
  });

  test('JSON that is none (50109)', async () => {
    const response = await fetch(`${sandbox.apiUrl}/v10/channels/${channel}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
      body: '{"content":',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 50109 });
  });
});

describe('a message at the limit is taken', () => {
  test.each<[reason: string, body: unknown]>([
    ['2000 characters', { content: '字'.repeat(2000) }],
    [
      '6000 characters over embeds',
      { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2000) }] },
    ],
    [
      '25 buttons',
      { components: times(5, (r) => row(...times(5, (n) => button({ custom_id: `${r}-${n}` })))) },
    ],
    [
      '40 components with 4000 characters',
      v2({ type: 17, components: times(39, (n) => textOf(n === 0 ? '字'.repeat(3962) : 'x')) }),
    ],
    ['integer strings where integers belong', { embeds: [{ title: 'x', color: '255' }] }],
    ['fields it does not know', { content: 'x', mystery: true }],
  ])('%s', async (_, body) => {
    expect((await post(body)).status).toBe(200);
  });
});

describe('messages in channels', () => {
  test('history comes in pages, newest first, without nonces and without what is ephemeral', async () => {
    const made: string[] = [];
    const { id } = sandbox.world.addChannel({ name: 'pages', guildId: sandbox.cast.guilds.home.id });
    for (const n of [1, 2, 3, 4, 5]) {
      const answer = await send(sandbox, 'POST', `/channels/${id}/messages`, {
        content: `${n}`,
        nonce: `n${n}`,
      });
      expect(answer.body.nonce).toBe(`n${n}`);
      made.push(String(answer.body.id));
    }
    const page = async (query: string) =>
      (await send(sandbox, 'GET', `/channels/${id}/messages?${query}`)).list.map(
        (message) => message.content,
      );
    expect(await page('limit=2')).toEqual(['5', '4']);
    expect(await page(`before=${made[3]}&limit=2`)).toEqual(['3', '2']);
    expect(await page(`after=${made[1]}&limit=2`)).toEqual(['4', '3']);
    expect(await page(`around=${made[2]}&limit=3`)).toEqual(['4', '3', '2']);
    const [newest] = (await send(sandbox, 'GET', `/channels/${id}/messages`)).list;
    expect(newest).not.toHaveProperty('nonce');
    expect(await send(sandbox, 'GET', `/channels/${id}/messages?limit=101`)).toMatchObject({ code: 50035 });
    expect(await send(sandbox, 'GET', `/channels/${id}/messages?before=soon`)).toMatchObject({ code: 50035 });
  });

  test('an enforced nonce returns the first message for a few minutes, in whatever channel', async () => {
    const body = { content: 'once', nonce: 'abc', enforce_nonce: true };
    const first = await post(body);
    const again = await post({ ...body, content: 'twice' });
    expect(again).toMatchObject({ status: 200, body: { id: first.body.id, content: 'once' } });
    expect((await post({ ...body, enforce_nonce: false })).body.id).not.toBe(first.body.id);
    clock.advance(121_000);
    expect((await post(body)).body.id).not.toBe(first.body.id);
  });

  test('a message changes only where the change says so, and stays Components V2 for ever', async () => {
    const path = (id: unknown) => `/channels/${channel}/messages/${String(id)}`;
    const plain = await post({ content: 'a', embeds: [{ title: 't' }] });
    const edited = await send(sandbox, 'PATCH', path(plain.body.id), { content: 'b' });
    expect(edited.body).toMatchObject({ content: 'b', embeds: [{ title: 't' }] });
    expect(edited.body.edited_timestamp).not.toBeNull();
    expect(await send(sandbox, 'PATCH', path(plain.body.id), { content: '', embeds: [] })).toMatchObject({
      code: 50006,
    });
    expect(await send(sandbox, 'PATCH', path(plain.body.id), v2(textOf('x')))).toMatchObject({ code: 50035 });
    const turned = await send(sandbox, 'PATCH', path(plain.body.id), {
      ...v2(textOf('x')),
      content: null,
      embeds: null,
    });
    expect(turned.status).toBe(200);
    expect(await send(sandbox, 'PATCH', path(plain.body.id), { flags: 0, content: 'back' })).toMatchObject({
      code: 50035,
    });
  });

  test.each<
    [reason: string, method: string, path: () => string, body: unknown, status: number, code: number]
  >([
    ['a channel that is not there', 'POST', () => '/channels/1/messages', { content: 'x' }, 404, 10003],
    ['a channel id that is none', 'GET', () => '/channels/abc', undefined, 404, 10003],
    [
      'a channel the bot does not see',
      'POST',
      () => `/channels/${sandbox.cast.channels.hidden.id}/messages`,
      { content: 'x' },
      403,
      50001,
    ],
    [
      'a channel the bot may not write in',
      'POST',
      () => `/channels/${sandbox.cast.channels.readOnly.id}/messages`,
      { content: 'x' },
      403,
      50013,
    ],
    [
      'a forum, which holds posts',
      'POST',
      () => `/channels/${sandbox.cast.channels.forum.id}/messages`,
      { content: 'x' },
      400,
      50008,
    ],
    [
      'a message that is not there',
      'PATCH',
      () => `/channels/${channel}/messages/1`,
      { content: 'x' },
      404,
      10008,
    ],
    [
      'publishing where there is nothing to publish to',
      'POST',
      () => `/channels/${channel}/messages/1/crosspost`,
      undefined,
      400,
      50024,
    ],
    ['a server that is not there', 'GET', () => '/guilds/1', undefined, 404, 10004],
    ['a person who is not there', 'GET', () => '/users/1', undefined, 404, 10013],
    [
      'a person of another server',
      'GET',
      () => `/guilds/${sandbox.cast.guilds.home.id}/members/${sandbox.cast.users.stranger.id}`,
      undefined,
      404,
      10007,
    ],
    ['another application', 'GET', () => '/applications/1/commands', undefined, 403, 20012],
    ['a path that is none', 'GET', () => '/nowhere', undefined, 404, 0],
    ['a method that is none', 'DELETE', () => '/users/@me', undefined, 405, 0],
  ])('refuses %s', async (_, method, path, body, status, code) => {
    expect(await send(sandbox, method, path(), body)).toMatchObject({ status, code });
  });

  test("neither changes nor deletes other people's messages without the right", async () => {
    const { general } = sandbox.cast.channels;
    const theirs = sandbox.people.say({ user: sandbox.cast.users.member.id, channel: general.id }, 'mine');
    const path = `/channels/${channel}/messages/${theirs.id}`;
    expect(await send(sandbox, 'PATCH', path, { content: 'x' })).toMatchObject({ status: 403, code: 50005 });
    expect(await send(sandbox, 'DELETE', path)).toMatchObject({ status: 403, code: 50013 });
  });

  test('an announcement is published once', async () => {
    const { id } = sandbox.cast.channels.announcements;
    const message = await send(sandbox, 'POST', `/channels/${id}/messages`, { content: 'news' });
    const path = `/channels/${id}/messages/${String(message.body.id)}/crosspost`;
    expect((await send(sandbox, 'POST', path)).body.flags).toBe(1);
    expect(await send(sandbox, 'POST', path)).toMatchObject({ code: 40033 });
  });

  test('files come along and can be fetched, named by what describes them', async () => {
    const form = new FormData();
    const body = {
      ...v2({ type: 13, file: { url: 'attachment://全文.txt' } }),
      attachments: [{ id: 0, filename: '全文.txt' }],
    };
    form.set('payload_json', JSON.stringify(body));
    form.set('files[0]', new Blob(['第一条'], { type: 'text/plain' }), 'upload.txt');
    const answer = await post(form);
    expect(answer.status).toBe(200);
    const [attachment] = answer.body.attachments as { filename: string; url: string; size: number }[];
    expect(attachment).toMatchObject({ filename: '全文.txt', size: 9 });
    const file = await fetch(attachment?.url ?? '');
    expect(await file.text()).toBe('第一条');
    expect(file.headers.get('content-disposition')).toContain('attachment');
  });

  test('the sandbox takes a direct message for those who take one, and 50007 for those who do not', async () => {
    const { member } = sandbox.cast.users;
    const dm = await send(sandbox, 'POST', '/users/@me/channels', { recipient_id: member.id });
    const path = `/channels/${String(dm.body.id)}/messages`;
    expect((await send(sandbox, 'POST', path, { content: 'hello' })).status).toBe(200);
    expect((await send(sandbox, 'POST', '/users/@me/channels', { recipient_id: member.id })).body.id).toBe(
      dm.body.id,
    );
    member.acceptsDms = false;
    expect(await send(sandbox, 'POST', path, { content: 'hello' })).toMatchObject({
      status: 403,
      code: 50007,
    });
    member.acceptsDms = true;
  });
});
