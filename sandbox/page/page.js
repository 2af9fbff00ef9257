/** The page: one person in one channel of the sandbox's Discord, live. */
import { order, read } from './ask.js';
import { composer, leaves } from './composer.js';
import { el } from './dom.js';
import { drawMessage, joins, nameOf } from './message.js';
import { openModal } from './modal.js';
import { localised } from './options.js';
import { publishPanel } from './publish.js';
import { isChinese, speak, switchLanguage, word } from './words.js';

const $ = (id) => document.getElementById(id);
const CHAT_INPUT = 1;
const MESSAGE = 3;

/** What is shown. `view` is the world as this person sees it; `messages` are those of the open channel, oldest first. */
const state = {
  user: localStorage.getItem('user') ?? '',
  locale: localStorage.getItem('locale') ?? 'zh-CN',
  channel: localStorage.getItem('channel') ?? '',
  view: { users: [], guilds: [], channels: [] },
  messages: [],
  commands: [],
  unread: new Set(),
  events: null,
};

const actor = () => ({ user: state.user, channel: state.channel, locale: state.locale });
const channelNow = () => state.view.channels.find((channel) => channel.id === state.channel);
const guildNow = () =>
  state.view.guilds.find((guild) => guild.id === channelNow()?.guildId) ?? state.view.guilds[0];

/** Resolves ids to what the reader knows them by. */
const names = {
  user: (id) => {
    const user = [...state.view.users, ...(guildNow()?.members ?? [])].find((one) => one.id === id);
    return user && nameOf(user);
  },
  role: (id) => guildNow()?.roles.find((role) => role.id === id)?.name,
  channel: (id) => state.view.channels.find((channel) => channel.id === id)?.name,
  /** The command's name in the reader's language, subcommands included. */
  command: (name) =>
    state.commands
      .filter((command) => command.type === CHAT_INPUT)
      .flatMap((command) => leaves(command, state.locale))
      .find((leaf) => leaf.name === name)?.shown ?? name,
  open: (id) => openChannel(id),
  all: (kind, types = []) => {
    const guild = guildNow();
    if (kind === 'users')
      return (guild?.members ?? []).map((user) => ({ label: nameOf(user), value: user.id }));
    if (kind === 'roles') return (guild?.roles ?? []).map((role) => ({ label: role.name, value: role.id }));
    return state.view.channels
      .filter(
        (channel) => channel.guildId === guild?.id && (types.length === 0 || types.includes(channel.type)),
      )
      .map((channel) => ({ label: `#${channel.name}`, value: channel.id }));
  },
};

const reader = () => ({ id: state.user, roles: guildNow()?.mine ?? [] });

const failAt = (message, text) => {
  const place = $(`message-${message.id}`)?.querySelector('.failure');
  if (place) place.textContent = text;
};

/** After something was done to the bot: a modal opens, silence is told, a refusal is explained. */
const settle = async (doing, { onSilence, onRefusal }) => {
  try {
    const exchange = await doing;
    if (exchange.state === 'silent') onSilence();
    if (exchange.state === 'modal') {
      openModal($('modal'), exchange.modal, names, async (values) => {
        try {
          const answer = await order('modal', { exchange: exchange.id, values });
          return answer.state === 'silent' ? word('modalFailed') : undefined;
        } catch (error) {
          return word('refused', error.message);
        }
      });
    }
  } catch (error) {
    onRefusal(error.message);
  }
};

const useComponent = async (name, message, body, control) => {
  failAt(message, '');
  control.disabled = true;
  await settle(order(name, { ...actor(), message: message.id, ...body }), {
    onSilence: () => failAt(message, word('failed')),
    onRefusal: (reason) => failAt(message, word('refused', reason)),
  });
  control.disabled = false;
  // A select goes back to what it said before, so that the same choice can be made again.
  for (const option of control.options ?? []) option.selected = option.defaultSelected;
};

const invoke = (command, shown, options) =>
  settle(order('invoke', { ...actor(), command, options }), {
    onSilence: () => writing.fail(word('silent', shown)),
    onRefusal: (reason) => writing.fail(word('refused', reason)),
  });

const writing = composer(
  $('composer'),
  {
    say: (content) =>
      order('say', { ...actor(), content }).catch((error) => writing.fail(word('refused', error.message))),
    invoke,
    complete: (command, options, focused) =>
      order('autocomplete', { ...actor(), command, options, focused }).catch(() => null),
  },
  () => {
    const channel = channelNow();
    return {
      commands: state.commands
        .filter((command) => command.type === CHAT_INPUT)
        .flatMap((command) => leaves(command, state.locale)),
      locale: state.locale,
      names,
      writable: channel?.writable === true && !channel.forum,
      placeholder: word(
        channel?.forum ? 'forumWrite' : channel?.writable === false ? 'cannotWrite' : 'composer',
      ),
    };
  },
);

const contextOf = (message, before) => ({
  names,
  reader: reader(),
  joined: joins(message, before),
  messageCommands: state.commands
    .filter((command) => command.type === MESSAGE)
    .map((command) => ({ name: command.name, shown: localised(command, 'name', state.locale) })),
  press: (on, customId, control) => useComponent('press', on, { customId }, control),
  select: (on, customId, values, control) => useComponent('select', on, { customId, values }, control),
  runMessageCommand: (on, command) => {
    failAt(on, '');
    settle(order('message-command', { ...actor(), message: on.id, command }), {
      onSilence: () => failAt(on, word('failed')),
      onRefusal: (reason) => failAt(on, word('refused', reason)),
    });
  },
  dismiss: (on) => {
    state.messages = state.messages.filter((one) => one.id !== on.id);
    $(`message-${on.id}`)?.remove();
  },
  openThread: (id) => openChannel(id),
});

const drawAt = (index) =>
  drawMessage(state.messages[index], contextOf(state.messages[index], state.messages[index - 1]));

/** Whether the reader is at the end of the channel, and so wants to stay there. */
let atEnd = true;
const stayAtEnd = () => {
  if (atEnd) $('scroll').scrollTop = $('scroll').scrollHeight;
};
$('scroll').addEventListener('scroll', () => {
  const { scrollHeight, scrollTop, clientHeight } = $('scroll');
  atEnd = scrollHeight - scrollTop - clientHeight < 120;
});
const sizes = new ResizeObserver(stayAtEnd);
for (const id of ['scroll', 'messages']) sizes.observe($(id));

const drawIntro = () => {
  const channel = channelNow();
  const offered = state.commands
    .filter((command) => command.type === CHAT_INPUT)
    .flatMap((command) => leaves(command, state.locale));
  const posts = state.view.channels.filter((one) => one.parentId === channel?.id && one.thread);
  const forum = channel?.forum
    ? [
        el('h3', {}, word('posts')),
        posts.length === 0
          ? el('p', {}, word('noPosts'))
          : el(
              'ul',
              { class: 'posts' },
              ...posts.map((post) =>
                el(
                  'li',
                  {},
                  el(
                    'button',
                    { type: 'button', class: 'plain', onclick: () => openChannel(post.id) },
                    post.name,
                  ),
                ),
              ),
            ),
      ]
    : [];
  $('intro').replaceChildren(
    el(
      'h3',
      {},
      channel?.guildId === null
        ? word('introDm', nameOf(state.view.bot))
        : word('intro', channel?.name ?? ''),
    ),
    el('p', {}, offered.length === 0 ? word('noCommands') : word('introHint')),
    el(
      'div',
      { class: 'row' },
      ...offered
        .slice(0, 8)
        .map((leaf) =>
          el(
            'button',
            { type: 'button', class: 'chip', title: leaf.description, onclick: () => writing.command(leaf) },
            `/${leaf.shown}`,
          ),
        ),
    ),
    ...forum,
  );
};

const drawMessages = () => {
  $('messages').replaceChildren(...state.messages.map((_, index) => drawAt(index)));
};

const channelButton = (channel, inside) =>
  el(
    'button',
    {
      type: 'button',
      class: ['channel', inside && 'inside', state.unread.has(channel.id) && 'unread']
        .filter(Boolean)
        .join(' '),
      'aria-current': channel.id === state.channel ? 'page' : null,
      onclick: () => openChannel(channel.id),
    },
    el(
      'span',
      { 'aria-hidden': 'true' },
      { 5: '※', 15: '▤', 1: '@' }[channel.type] ?? (channel.thread ? '↳' : '#'),
    ),
    ` ${channel.guildId === null ? nameOf(state.view.bot) : channel.name}`,
    state.unread.has(channel.id) && el('span', { class: 'hidden' }, `（${word('newMessages')}）`),
  );

const drawChannels = () => {
  const { channels } = state.view;
  const top = channels.filter((channel) => channel.guildId !== null && !channel.thread);
  const direct = channels.filter((channel) => channel.guildId === null);
  const under = (parent) =>
    channels.filter((channel) => channel.parentId === parent.id && channel.thread && !channel.archived);
  const openDirect = async () => {
    const { channel } = await order('direct-messages', { user: state.user });
    await loadView();
    openChannel(channel);
  };
  $('guild').textContent = guildNow()?.name ?? '';
  $('channels').replaceChildren(
    el(
      'ul',
      {},
      ...top
        .flatMap((channel) => [channel, ...under(channel)])
        .map((channel) => el('li', {}, channelButton(channel, channel.thread))),
    ),
    el('h3', {}, word('directMessages')),
    el(
      'ul',
      {},
      ...(direct.length > 0
        ? direct.map((channel) => el('li', {}, channelButton(channel)))
        : [
            el(
              'li',
              {},
              el(
                'button',
                { type: 'button', class: 'channel', onclick: openDirect },
                `@ ${nameOf(state.view.bot)}`,
              ),
            ),
          ]),
    ),
  );
  const channel = channelNow();
  $('channel').textContent = channel
    ? `${channel.guildId === null ? '@' : '#'} ${channel.guildId === null ? nameOf(state.view.bot) : channel.name}`
    : '';
  $('topic').textContent = channel?.topic ?? '';
  document.title = `${$('channel').textContent} · 条例`;
};

const loadCommands = async () => {
  state.commands = await read('commands', { user: state.user, channel: state.channel });
};

const loadView = async () => {
  state.view = await read('world', { user: state.user });
  if (channelNow() === undefined) state.channel = state.view.channels[0]?.id ?? '';
  drawChannels();
};

const drawer = (id, open) => {
  $(id).classList.toggle('open', open);
  $(`open-${id}`).setAttribute('aria-expanded', String(open));
};

async function openChannel(id) {
  state.channel = id;
  atEnd = true;
  state.unread.delete(id);
  localStorage.setItem('channel', id);
  drawer('side', false);
  await loadView();
  await loadCommands();
  state.messages = await read('messages', { user: state.user, channel: state.channel });
  drawChannels();
  drawIntro();
  drawMessages();
  writing.text();
  stayAtEnd();
}

const isHere = (message) => message.channel_id === state.channel;
const indexOf = (id) => state.messages.findIndex((message) => message.id === id);

const heard = {
  MESSAGE_CREATE: (message) => {
    if (!isHere(message)) {
      state.unread.add(message.channel_id);
      return drawChannels();
    }
    if (indexOf(message.id) >= 0) return;
    state.messages.push(message);
    $('messages').append(drawAt(state.messages.length - 1));
  },
  MESSAGE_UPDATE: (message) => {
    const index = indexOf(message.id);
    if (index < 0) return;
    state.messages[index] = message;
    const old = $(`message-${message.id}`);
    const focused = old?.contains(document.activeElement);
    const drawn = drawAt(index);
    old?.replaceWith(drawn);
    if (focused) drawn.querySelector('button:not(:disabled), select, a')?.focus({ preventScroll: true });
  },
  MESSAGE_DELETE: (message) => {
    const index = indexOf(message.id);
    if (index < 0) return;
    state.messages.splice(index, 1);
    $(`message-${message.id}`)?.remove();
  },
};

/** The bot registers its commands when it connects, which may be after the page was opened. */
heard.SANDBOX_COMMANDS_CHANGED = async () => {
  await loadCommands();
  drawIntro();
  drawMessages();
};

let refreshing;
const refreshSoon = () => {
  clearTimeout(refreshing);
  refreshing = setTimeout(async () => {
    const before = state.channel;
    await loadView();
    if (state.channel !== before) openChannel(state.channel);
    else drawIntro();
  }, 100);
};

const listen = () => {
  state.events?.close();
  const events = new EventSource(`/sandbox/events?${new URLSearchParams({ user: state.user })}`);
  state.events = events;
  let lost = false;
  events.onopen = () => {
    $('banner').hidden = true;
    // What happened meanwhile was not heard.
    if (lost) openChannel(state.channel);
    lost = false;
  };
  events.onerror = () => {
    lost = true;
    $('banner').hidden = false;
    $('banner').textContent = word('offline');
  };
  events.onmessage = ({ data }) => {
    const { t, d } = JSON.parse(data);
    const hear = heard[t];
    if (hear === undefined) refreshSoon();
    else hear(d);
  };
};

const become = async (user) => {
  state.user = user;
  localStorage.setItem('user', user);
  state.unread.clear();
  await loadView();
  listen();
  await openChannel(state.channel);
};

const panel = publishPanel($('publish'));

const start = async () => {
  const { users } = await read('world');
  const known = users.some((user) => user.id === state.user);
  $('user').replaceChildren(...users.map((user) => el('option', { value: user.id }, nameOf(user))));
  $('locale').value = state.locale;
  speak();
  await become(known ? state.user : users[0].id);
  $('user').value = state.user;
  await panel.draw();
};

$('user').addEventListener('change', (event) => become(event.currentTarget.value));
$('locale').addEventListener('change', (event) => {
  state.locale = event.currentTarget.value;
  localStorage.setItem('locale', state.locale);
  drawIntro();
  drawMessages();
  writing.text();
});
$('language').addEventListener('click', (event) => {
  switchLanguage();
  event.currentTarget.textContent = word('other');
  event.currentTarget.lang = isChinese() ? 'en' : 'zh';
  speak();
  panel.draw();
  openChannel(state.channel);
});
for (const id of ['side', 'publish']) {
  $(`open-${id}`).addEventListener('click', () => drawer(id, !$(id).classList.contains('open')));
}
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  drawer('side', false);
  drawer('publish', false);
});
$('language').textContent = word('other');
start();
