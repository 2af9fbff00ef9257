import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Command } from '../../src/chat/command.ts';
import { startTiaoli, type Tiaoli, textOf } from './tiaoli.ts';

/** Every command with every button and form it has, by who may and who may not: derived from the commands themselves. */
let tiaoli: Tiaoli;
/** A message of the bot's, on which components are forged. */
let message: string;

beforeAll(async () => {
  tiaoli = await startTiaoli();
  const { people, cast } = tiaoli.sandbox;
  const asked = await people.invoke({
    ...as('moderator'),
    command: 'article',
    options: { ref: '23', share: true },
  });
  message = asked.message?.id ?? '';
  // A role that may moderate, and nothing else.
  await people.invoke({
    ...as('moderator'),
    command: 'settings edit',
    options: { moderators: cast.roles.deputies.id },
  });
});
afterAll(async () => {
  await tiaoli[Symbol.asyncDispose]();
});

type Who = 'member' | 'moderator' | 'deputy' | 'stranger';
const as = (who: Who) => {
  const { users, channels } = tiaoli.sandbox.cast;
  const channel = who === 'stranger' ? channels.elsewhere.id : channels.general.id;
  return { user: users[who].id, channel, locale: 'zh-CN' as const, forged: true };
};

const refusal = '这个操作需要“管理服务器”权限';
const broken = /编号：|f00d/;

/** Each way to a command: its name as typed, and what options it cannot do without. */
const ways = commands.flatMap((command: Command) => {
  if ('kind' in command) return [];
  const subs = 'subcommands' in command ? Object.entries(command.subcommands) : [['', command] as const];
  return subs.map(([name, { options }]) => ({
    command,
    typed: `${command.name} ${name}`.trim(),
    required: Object.entries(options).flatMap(([option, { type, required }]) =>
      required ? [[option, type] as const] : [],
    ),
  }));
});
const given = (required: (typeof ways)[number]['required']) =>
  Object.fromEntries(
    required.map(([name, type]) => [
      name,
      type === 'attachment'
        ? tiaoli.sandbox.people.chooseFile('x.yaml', new TextEncoder().encode('tiaoli: 1'))
        : '1',
    ]),
  );

describe.each(ways)('/$typed', ({ command, typed, required }) => {
  it.each<Who>(['member', 'moderator', 'deputy'])(
    'answers a %s as it should, whatever is typed',
    async (who) => {
      const answer = await tiaoli.sandbox.people.invoke({
        ...as(who),
        command: typed,
        options: given(required),
      });
      const told = textOf(answer.message ?? answer.followUps.at(-1));
      const mayNot = command.access === 'moderator' && who === 'member';
      expect(told.includes(refusal)).toBe(mayNot);
      expect(told).not.toMatch(broken);
      if (mayNot) expect(answer.ephemeral).toBe(true);
    },
  );

  it('answers a stranger from another server about their own server alone', async () => {
    const answer = await tiaoli.sandbox.people.invoke({
      ...as('stranger'),
      command: typed,
      options: given(required),
    });
    const told = textOf(answer.message ?? answer.followUps.at(-1));
    expect(told).not.toMatch(broken);
    expect(JSON.stringify(answer.message ?? null)).not.toContain(tiaoli.sandbox.cast.channels.general.id);
  });
});

const actions = commands.flatMap((command) => [
  ...Object.keys(command.actions ?? {}).map((name) => ({ command, name, way: 'press' as const })),
  ...Object.keys('forms' in command ? (command.forms ?? {}) : {}).map((name) => ({
    command,
    name,
    way: 'form' as const,
  })),
]);

describe.each(actions)('the $way $command.name|$name', ({ command, name, way }) => {
  const forged = [`${command.name}|${name}`, `${command.name}|${name}|x|9|🦜|${'9'.repeat(40)}`];

  it.each<Who>(['member', 'deputy', 'stranger'])(
    'takes nothing for granted that a %s sends by hand',
    async (who) => {
      const { people } = tiaoli.sandbox;
      const place = as(who);
      for (const customId of forged) {
        const answer =
          way === 'press' && who !== 'stranger'
            ? await people.press({ ...place, message, customId })
            : await people.forgeModal({ ...place, customId, values: {} });
        const told = textOf(answer.message ?? answer.followUps.at(-1));
        expect(told).not.toMatch(broken);
        const mayNot =
          command.access === 'moderator' && who === 'member' && !(command.open ?? []).includes(name);
        if (mayNot) expect(told).toContain(refusal);
      }
    },
  );
});

it('changed nothing of the server that all of them pulled at', async () => {
  const { people } = tiaoli.sandbox;
  const audit = await people.invoke({ ...as('moderator'), command: 'audit', options: {} });
  const told = textOf(audit.message);
  expect(told).not.toContain(tiaoli.sandbox.cast.users.member.id);
  expect(told).not.toContain(tiaoli.sandbox.cast.users.stranger.id);
});

it('met nothing that Discord would refuse, and no fault of its own', () => {
  expect(tiaoli.complaints).toEqual([]);
});

it('offers in a direct message nothing that is a server’s to configure', () => {
  const { people, world, cast } = tiaoli.sandbox;
  const offered = people.offered({
    user: cast.users.moderator.id,
    channel: world.dmWith(cast.users.moderator.id).id,
  });
  const names = offered.map(({ name }) => name);
  expect(names).toContain('article');
  for (const { name, access } of commands) if (access === 'moderator') expect(names).not.toContain(name);
});
