import type { Message, MessageSnapshot } from 'discord.js';

/**
 * All that a message says, a part a line: its content, its embeds, the texts among its components (our own alerts are made of
 * these), and the messages it forwards. Without Markdown's marks: `条例**第二十三条**` says 条例第二十三条.
 */
export const textOf = (message: Message): string =>
  [message, ...message.messageSnapshots.values()].flatMap(partsOf).join('\n').replace(MARKS, '');

/** Takes emphasis, spoilers, strikes, code and backslashes before marks; leaves 34~36, a_b and a-b alone. */
const MARKS = /\\(?=[^0-9A-Za-z\s])|\*+|__|~~|\|\||`+/g;

function partsOf({ content, embeds, components }: Message | MessageSnapshot): readonly string[] {
  return [
    content ?? '',
    ...(embeds ?? []).flatMap(({ title, description, fields, footer }) => [
      title ?? '',
      description ?? '',
      ...fields.flatMap(({ name, value }) => [name, value]),
      footer?.text ?? '',
    ]),
    ...(components ?? []).flatMap((component) => contentsOf(component.toJSON())),
  ].filter((part) => part !== '');
}

/** The `content` of text displays, however deep they lie in containers and sections. */
function contentsOf(component: unknown): readonly string[] {
  if (typeof component !== 'object' || component === null) return [];
  const own = 'content' in component && typeof component.content === 'string' ? [component.content] : [];
  const inner = 'components' in component && Array.isArray(component.components) ? component.components : [];
  return [...own, ...inner.flatMap(contentsOf)];
}
