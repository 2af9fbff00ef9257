import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ManualClock } from '../../sandbox/clock.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { hasSchema, watchBodies } from './openapi.ts';
import { send } from './raw.ts';

const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));
const button = (n: number) => ({
  type: 2,
  style: 1,
  label: 'x'.repeat(80),
  custom_id: `${n}`.padEnd(100, 'x'),
});

/** Bodies at Discord's limits: what the sandbox takes must stand before the published schema as well. */
describe.skipIf(!hasSchema)("what the sandbox takes, Discord's schema takes", () => {
  const clock = new ManualClock();
  let sandbox: Sandbox;
  let against: () => readonly string[];
  beforeAll(async () => {
    sandbox = await startSandbox({ clock });
    against = watchBodies(sandbox);
  });
  afterAll(() => sandbox.close());

  test.each<[reason: string, body: object]>([
    [
      'text',
      {
        content: '字'.repeat(2000),
        nonce: 'n'.repeat(25),
        enforce_nonce: true,
        allowed_mentions: { parse: [] },
      },
    ],
    [
      'embeds',
      {
        embeds: [
          {
            title: 't'.repeat(256),
            description: 'd'.repeat(4096),
            url: 'https://a.example/',
            color: 0xffffff,
            timestamp: '2026-01-05T00:00:00Z',
            footer: { text: 'f'.repeat(500) },
          },
          {
            fields: times(25, () => ({ name: 'n', value: 'v', inline: true })),
            image: { url: 'https://a.example/p.png' },
          },
        ],
      },
    ],
    [
      'rows',
      {
        content: 'x',
        components: times(5, (r) => ({ type: 1, components: times(5, (n) => button(r * 5 + n)) })),
      },
    ],
    [
      'selects',
      {
        content: 'x',
        components: [
          {
            type: 1,
            components: [
              {
                type: 3,
                custom_id: 's',
                placeholder: 'p'.repeat(150),
                min_values: 0,
                max_values: 25,
                options: times(25, (n) => ({
                  label: 'l'.repeat(100),
                  value: `${n}`,
                  description: 'd'.repeat(100),
                })),
              },
            ],
          },
          { type: 1, components: [{ type: 8, custom_id: 'c', channel_types: [0, 5, 15] }] },
        ],
      },
    ],
    [
      'Components V2',
      {
        flags: 1 << 15,
        components: [
          {
            type: 17,
            accent_color: 1,
            components: [
              { type: 10, content: 'x' },
              { type: 14, divider: true, spacing: 2 },
              { type: 9, components: [{ type: 10, content: 'x' }], accessory: button(1) },
              { type: 12, items: [{ media: { url: 'https://a.example/p.png' }, description: 'd' }] },
              { type: 1, components: [{ type: 2, style: 5, label: 'x', url: 'https://a.example/' }] },
            ],
          },
        ],
      },
    ],
  ])('%s', async (_, body) => {
    clock.advance(10_000);
    const { id } = sandbox.cast.channels.general;
    expect((await send(sandbox, 'POST', `/channels/${id}/messages`, body)).status).toBe(200);
    expect(against()).toEqual([]);
  });

  test('commands', async () => {
    const option = (more: object) => ({
      name: '编号',
      name_localizations: { 'zh-TW': '編號' },
      description: 'd'.repeat(100),
      description_localizations: { 'zh-TW': '述' },
      ...more,
    });
    const commands = [
      {
        name: 'a',
        description: 'd',
        default_member_permissions: '32',
        contexts: [0, 1],
        integration_types: [0],
        options: [
          option({ type: 3, required: true, autocomplete: true, max_length: 6000 }),
          option({ type: 4, name: 'n', min_value: 1, choices: [{ name: 'c', value: 1 }] }),
          option({ type: 7, name: 'c', channel_types: [0] }),
        ],
      },
      {
        name: 'b',
        description: 'd',
        options: [
          option({
            type: 2,
            name: 'g',
            options: [option({ type: 1, name: 's', options: [option({ type: 5 })] })],
          }),
        ],
      },
      { name: '查条文', type: 3 },
    ];
    const path = `/applications/${sandbox.world.botId}/commands`;
    expect((await send(sandbox, 'PUT', path, commands)).status).toBe(200);
    expect(against()).toEqual([]);
  });

  test('the judge sees what is wrong', async () => {
    const strange = { content: 'x', attachments: [], poll: 7 };
    await send(sandbox, 'POST', `/channels/${sandbox.cast.channels.general.id}/messages`, strange);
    expect(against()).toHaveLength(1);
    expect(against()[0]).toContain('POST /channels/:channel/messages .poll: is no');
  });
});
