import type { APIMessage, LocaleString } from 'discord-api-types/v10';
import type { Cast } from '../../sandbox/world/seed.ts';
import { component, type Tiaoli } from './tiaoli.ts';

/** One person in one channel of a running sandbox, speaking one language. */
export function person(
  { sandbox: { people, cast } }: Tiaoli,
  who: keyof Cast['users'],
  { channel = 'general' as keyof Cast['channels'], locale = 'zh-CN' as LocaleString } = {},
) {
  const place = { user: cast.users[who].id, channel: cast.channels[channel].id, locale };
  return {
    /** Gives a slash command, subcommands as words: `settings show`. */
    gives: (command: string, options: Readonly<Record<string, string | number | boolean>> = {}) =>
      people.invoke({ ...place, command, options }),
    /** What is offered for an option of a command while it is typed. */
    completes: (command: string, focused: string, typed: string) =>
      people.autocomplete({ ...place, command, options: { [focused]: typed }, focused }),
    /** Presses the button of this label on a message. */
    presses: (message: APIMessage | null, label: string | RegExp) =>
      people.press({ ...place, message: message?.id ?? '', customId: component(message, label) }),
    /** Chooses from the select of this placeholder on a message. */
    chooses: (message: APIMessage | null, placeholder: string | RegExp, ...values: readonly string[]) =>
      people.select({
        ...place,
        message: message?.id ?? '',
        customId: component(message, placeholder),
        values: [...values],
      }),
    /** Fills in the form that answered. */
    fills: ({ id }: { readonly id: string }, fields: Readonly<Record<string, string | string[]>>) =>
      people.submitModal(id, fields),
    attaches: (name: string, text: string): string => people.chooseFile(name, new TextEncoder().encode(text)),
  };
}
