import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { mayUse } from '../../src/chat/command.ts';

const place = { id: '1', name: 'general', takesMessages: true, kind: 'text', missing: [] } as const;
const asker = (moderator: boolean) => ({ userId: '2', guildId: '3', channel: place, moderator });

describe('a command', () => {
  it.each(commands.map((command) => [command.name, command] as const))(
    '%s is for moderators, and for everyone where its access says so',
    (_, command) => {
      expect(mayUse(command, asker(true))).toBe(true);
      expect(mayUse(command, asker(false))).toBe(command.access === 'everyone');
    },
  );

  it('of moderators leaves to everyone those of its actions alone that it names', () => {
    const review = { name: 'review', access: 'moderator', audience: 'moderators', open: ['flag'] } as const;
    const command = { ...review, subcommands: {} };
    expect(mayUse(command, asker(false), 'flag')).toBe(true);
    expect(mayUse(command, asker(false), 'settle')).toBe(false);
    expect(mayUse(command, asker(false))).toBe(false);
  });

  it('of moderators is there to be guarded', () => {
    const guarded = commands.filter((command) => !mayUse(command, asker(false))).map(({ name }) => name);
    expect(guarded).toEqual(expect.arrayContaining(['topic', 'feed']));
  });
});
