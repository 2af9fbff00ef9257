import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ManualClock } from '../../sandbox/clock.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { watchBodies } from './openapi.ts';
import { send } from './raw.ts';

const clock = new ManualClock();
let sandbox: Sandbox;
let against: () => readonly string[];
let path: string;

/** The head of a PNG of 640 by 480. */
const png = new Uint8Array(33);
new DataView(png.buffer).setUint32(16, 640);
new DataView(png.buffer).setUint32(20, 480);

const v2 = (...components: object[]) => ({ flags: 1 << 15, components: [{ type: 17, components }] });
const gallery = (name: string) => ({
  type: 12,
  items: [{ media: { url: `attachment://${name}` }, description: '76 条' }],
});
const fileOf = (name: string) => ({ type: 13, file: { url: `attachment://${name}` } });

const form = (body: object, files: Readonly<Record<string, Uint8Array>>): FormData => {
  const made = new FormData();
  const attachments = Object.keys(files).map((filename, id) => ({ id: String(id), filename }));
  made.set('payload_json', JSON.stringify({ attachments, ...body }));
  Object.entries(files).forEach(([name, bytes], id) => {
    made.set(`files[${id}]`, new Blob([Uint8Array.from(bytes)]), name);
  });
  return made;
};
const post = (body: unknown) => send(sandbox, 'POST', path, body);

interface Shown {
  readonly components: readonly { readonly components: readonly Record<string, unknown>[] }[];
  readonly attachments: readonly { readonly id: string; readonly url: string; readonly filename: string }[];
}
const shown = (answer: { readonly body: object }) => {
  const { components, attachments } = answer.body as Shown;
  return { parts: components[0]?.components ?? [], attachments };
};

beforeAll(async () => {
  sandbox = await startSandbox({ clock });
  against = watchBodies(sandbox);
  path = `/channels/${sandbox.cast.channels.general.id}/messages`;
});
afterAll(async () => {
  expect(against(), "what Discord's schema has against these bodies").toEqual([]);
  await sandbox.close();
});
beforeEach(() => clock.advance(10_000));

describe('attached files', () => {
  test('are shown where a component names them: with their place, their kind, and a picture with its size', async () => {
    const answer = await post(
      form(v2(gallery('a.png'), fileOf('a.csv')), { 'a.png': png, 'a.csv': new Uint8Array(7) }),
    );
    const { parts, attachments } = shown(answer);
    const [picture, file] = attachments;
    expect(parts).toMatchObject([
      {
        items: [
          {
            media: {
              url: picture?.url,
              attachment_id: picture?.id,
              content_type: 'image/png',
              width: 640,
              height: 480,
            },
            description: '76 条',
          },
        ],
      },
      { file: { url: file?.url }, name: 'a.csv', size: 7 },
    ]);
  });

  test('must have come along where a component names them', async () => {
    const answer = await post(form(v2(gallery('b.png')), { 'a.png': png }));
    expect(answer).toMatchObject({ status: 400, code: 50035 });
    expect(answer.problems).toEqual([
      'components.0.components.0.items.0.media.url MEDIA_ATTACHMENT_NOT_FOUND',
    ]);
  });

  test('of a file component are never fetched from elsewhere', async () => {
    const answer = await post(v2({ type: 13, file: { url: 'https://a.example/f.csv' } }));
    expect(answer).toMatchObject({ status: 400, code: 50035 });
  });

  test('are exchanged by an edit that lists what stays, and gone from their place', async () => {
    const first = await post(form(v2(gallery('a.png')), { 'a.png': png }));
    const [old] = shown(first).attachments;
    const message = `${path}/${String(first.body.id)}`;
    const next = await send(sandbox, 'PATCH', message, form(v2(gallery('b.png')), { 'b.png': png }));
    expect(shown(next).attachments.map(({ filename }) => filename)).toEqual(['b.png']);
    expect((await fetch(old?.url ?? '')).status).toBe(404);
    const stale = await send(sandbox, 'PATCH', message, { ...v2(gallery('b.png')), attachments: [] });
    expect(stale).toMatchObject({ status: 400, code: 50035 });
    const kept = await send(sandbox, 'PATCH', message, v2({ type: 10, content: 'x' }, gallery('b.png')));
    expect(shown(kept).attachments).toEqual(shown(next).attachments);
  });

  test('are ten at most (30015), of ten megabytes each (40005)', async () => {
    const many = Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`${n}.txt`, new Uint8Array(1)]));
    expect(await post(form({ content: 'x' }, many))).toMatchObject({ status: 400, code: 30015 });
    const large = { 'l.txt': new Uint8Array(10 * 1024 * 1024 + 1) };
    expect(await post(form({ content: 'x' }, large))).toMatchObject({ status: 413, code: 40005 });
  });

  test('fall away, the oldest first, before they fill the memory', async () => {
    const kept = sandbox.people.chooseFile('old.yaml', new Uint8Array(10 * 1024 * 1024));
    expect(sandbox.world.files.withId(kept)).toBeDefined();
    for (let n = 0; n < 5; n++) sandbox.people.chooseFile(`${n}.yaml`, new Uint8Array(10 * 1024 * 1024));
    expect(sandbox.world.files.withId(kept)).toBeUndefined();
  });
});

describe('a file as an option of a command', () => {
  test('reaches the bot with its name, its size and where it is kept', async () => {
    const command = { name: 'a', description: 'd', options: [{ type: 11, name: 'file', description: 'd' }] };
    await send(sandbox, 'PUT', `/applications/${sandbox.world.botId}/commands`, [command]);
    const id = sandbox.people.chooseFile('settings.yaml', Buffer.from('topics: []'));
    const heard: object[] = [];
    const stop = sandbox.world.listen((event) => {
      if (event.t === GatewayDispatchEvents.InteractionCreate) heard.push(event.d);
    });
    const here = { user: sandbox.cast.users.member.id, channel: sandbox.cast.channels.general.id };
    const exchange = sandbox.people.invoke({ ...here, command: 'a', options: { file: id } });
    stop();
    expect(heard[0]).toMatchObject({
      data: {
        options: [{ type: 11, name: 'file', value: id }],
        resolved: { attachments: { [id]: { filename: 'settings.yaml', size: 10, ephemeral: true } } },
      },
    });
    const url = sandbox.world.files.withId(id)?.attachment.url ?? '';
    expect(await (await fetch(url)).text()).toBe('topics: []');
    clock.advance(4_000);
    await exchange;
    await expect(sandbox.people.invoke({ ...here, command: 'a', options: { file: '1' } })).rejects.toThrow(
      'file is a file that was chosen before',
    );
  });
});
