/** Draws one message as Discord shows it. */
import { el, outward } from './dom.js';
import { drawPart } from './parts.js';
import { rich, richLine } from './rich.js';
import { isChinese, word } from './words.js';

const LOADING = 1 << 7;
const EPHEMERAL = 1 << 6;
const HAS_THREAD = 1 << 5;
const CROSSPOSTED = 1;
const V2 = 1 << 15;
const has = (message, flag) => ((message.flags ?? 0) & flag) !== 0;

export const nameOf = (user) => user.global_name ?? user.username;

const clock = (iso) => {
  const date = new Date(iso);
  const today = new Date().toDateString() === date.toDateString();
  const style = today ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' };
  const text = new Intl.DateTimeFormat(isChinese() ? 'zh-CN' : 'en', style).format(date);
  return el('time', { datetime: date.toISOString() }, text);
};

const initial = (user) => [...nameOf(user)][0] ?? '?';

const avatar = (user) =>
  el(
    'span',
    { class: `avatar${user.bot ? ' bot' : ''}`, 'aria-hidden': 'true' },
    [...nameOf(user)][0] ?? '?',
  );

/** A round of seven minutes in which the same person goes on: the name is not repeated. */
export const joins = (message, before) =>
  before !== undefined &&
  before.author.id === message.author.id &&
  message.interaction === undefined &&
  message.message_reference === undefined &&
  has(message, EPHEMERAL) === has(before, EPHEMERAL) &&
  Date.parse(message.timestamp) - Date.parse(before.timestamp) < 420_000;

/** Said by this person, or an answer to what this person did. */
export const isOwn = (message, user) =>
  message.author.id === user || message.interaction?.user.id === user || has(message, EPHEMERAL);

const origin = (message, names) => {
  if (message.interaction !== undefined) {
    const { user, name } = message.interaction;
    return el(
      'p',
      { class: 'origin' },
      el('span', { class: 'face', 'aria-hidden': 'true' }, initial(user)),
      word('used', nameOf(user), names.command(name)),
    );
  }
  if (message.message_reference === undefined) return null;
  const replied = message.referenced_message;
  if (!replied) return el('p', { class: 'origin' }, `${word('replyTo')} ${word('gone')}`);
  const text = `${nameOf(replied.author)}：${opening(replied)}`;
  return el(
    'p',
    { class: 'origin' },
    `${word('replyTo')} `,
    button(text, () => document.getElementById(`message-${replied.id}`)?.scrollIntoView({ block: 'center' })),
  );
};

/** The first words of a message, wherever they stand. */
const opening = (message) => {
  const texts = (parts) => parts.flatMap((part) => part.content ?? texts(part.components ?? []));
  const [first = ''] = [message.content, ...texts(message.components ?? [])].filter(Boolean);
  return first
    .replace(/[#*_`>~\\-]+/g, ' ')
    .trim()
    .slice(0, 80);
};

const field = (part, names) =>
  el(
    'div',
    { class: part.inline ? 'field inline' : 'field' },
    el('strong', {}, ...richLine(part.name, names)),
    rich(part.value, names),
  );

const embed = (part, names) => {
  const title = part.title ? richLine(part.title, names) : [];
  const footer = [part.footer?.text, part.timestamp && new Date(part.timestamp).toLocaleString()]
    .filter(Boolean)
    .join(' · ');
  const picture = part.image ?? part.thumbnail;
  const box = el(
    'article',
    { class: 'embed' },
    part.author &&
      el(
        'p',
        { class: 'subtext' },
        part.author.url ? outward(part.author.url, part.author.name) : part.author.name,
      ),
    part.title && el('h3', {}, part.url ? outward(part.url, ...title) : title),
    part.description && rich(part.description, names),
    part.fields && el('div', { class: 'fields' }, ...part.fields.map((one) => field(one, names))),
    picture && el('p', { class: 'picture' }, outward(picture.url, word('picture'))),
    footer && el('p', { class: 'subtext' }, footer),
  );
  if (part.color != null) box.style.setProperty('--accent', `#${part.color.toString(16).padStart(6, '0')}`);
  return box;
};

const file = (attachment) =>
  el(
    'p',
    { class: 'file' },
    el('a', { href: new URL(attachment.url).pathname, download: attachment.filename }, attachment.filename),
    el('span', { class: 'subtext' }, ` ${word('bytes', attachment.size)}`),
    attachment.description && el('span', { class: 'subtext' }, ` ${attachment.description}`),
  );

/** Whether this message rings the reader. */
const rings = (message, reader) =>
  message.mention_everyone ||
  message.mentions.some((user) => user.id === reader.id) ||
  message.mention_roles.some((role) => reader.roles.includes(role));

const button = (text, onclick) => el('button', { type: 'button', class: 'plain', onclick }, text);

const appsMenu = (message, context) => {
  if (context.messageCommands.length === 0 || has(message, EPHEMERAL)) return null;
  const items = context.messageCommands.map((command) =>
    el(
      'button',
      {
        type: 'button',
        class: 'plain',
        onclick: (event) => {
          event.currentTarget.closest('details').open = false;
          context.runMessageCommand(message, command.name);
        },
      },
      command.shown,
    ),
  );
  return el(
    'details',
    { class: 'apps' },
    el('summary', { 'aria-label': word('appsOf') }, word('apps')),
    el('div', {}, ...items),
  );
};

const body = (message, context) => {
  const { names } = context;
  const use = {
    press: (customId, control) => context.press(message, customId, control),
    select: (customId, values, control) => context.select(message, customId, values, control),
    file: (name) => {
      const found = message.attachments.find((attachment) => attachment.filename === name);
      return found === undefined ? name : file(found);
    },
  };
  if (has(message, LOADING))
    return el('p', { class: 'thinking' }, `${nameOf(message.author)} ${word('thinking')}`);
  const named = has(message, V2) ? [] : message.attachments;
  return el(
    'div',
    { class: 'body' },
    message.content && rich(message.content, names),
    message.edited_timestamp && el('small', { class: 'subtext' }, word('edited')),
    ...message.embeds.map((part) => embed(part, names)),
    ...named.map(file),
    ...(message.components ?? []).map((part) => drawPart(part, names, use)),
  );
};

/**
 * `context`: `names` and `reader`; `press`, `select`, `runMessageCommand`, `dismiss`, `openThread` are what can be done; `joined`
 * whether the message goes on from the one before.
 */
export const drawMessage = (message, context) => {
  const { author } = message;
  const ephemeral = has(message, EPHEMERAL);
  const classes = [
    'message',
    ephemeral && 'ephemeral',
    rings(message, context.reader) && 'rings',
    context.joined && 'joined',
  ];
  return el(
    'li',
    { class: classes.filter(Boolean).join(' '), id: `message-${message.id}` },
    origin(message, context.names),
    el(
      'div',
      { class: 'said-by' },
      avatar(author),
      el(
        'div',
        { class: 'content' },
        el(
          'p',
          { class: 'by' },
          el('strong', {}, nameOf(author)),
          author.bot && el('span', { class: 'tag' }, word('app')),
          clock(message.timestamp),
        ),
        body(message, context),
        has(message, CROSSPOSTED) && el('p', { class: 'subtext' }, word('published')),
        has(message, HAS_THREAD) && button(`${word('thread')} ›`, () => context.openThread(message.id)),
        el('p', { class: 'failure', role: 'alert' }),
        ephemeral &&
          el(
            'p',
            { class: 'private' },
            `${word('onlyYou')} · `,
            button(word('dismiss'), () => context.dismiss(message)),
          ),
      ),
    ),
    appsMenu(message, context),
  );
};
