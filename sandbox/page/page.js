/** The page: one person in one channel of the sandbox's Discord, live. */
import { order, read } from './ask.js';
import { drawChannels, drawHead } from './channels.js';
import { composer } from './composer.js';
import { el } from './dom.js';
import { integrationsPanel } from './integrations.js';
import { intro } from './intro.js';
import { drawMessage, isOwn, joins, nameOf } from './message.js';
import { openModal } from './modal.js';
import { publishPanel } from './publish.js';
import { actor, channelNow, messageCommands, names, reader, slashCommands, state } from './state.js';
import { isChinese, speak, switchLanguage, word } from './words.js';

const $ = (id) => document.getElementById(id);
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
      commands: slashCommands(),
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
  messageCommands: messageCommands(),
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
const heights = () => `${$('scroll').scrollHeight} ${$('scroll').clientHeight}`;
let seen = '';
$('scroll').addEventListener('scroll', () => {
  // Where something has grown or shrunk since, that moved the end away, not the reader.
  if (heights() !== seen) return;
  const { scrollHeight, scrollTop, clientHeight } = $('scroll');
  atEnd = scrollHeight - scrollTop - clientHeight < 120;
});
const sizes = new ResizeObserver(() => {
  seen = heights();
  stayAtEnd();
});
for (const id of ['scroll', 'intro', 'messages']) sizes.observe($(id));

const drawIntro = () =>
  $('intro').replaceChildren(...intro({ open: openChannel, begin: (leaf) => writing.command(leaf) }));

const drawMessages = () => {
  $('messages').replaceChildren(...state.messages.map((_, index) => drawAt(index)));
};

const loadCommands = async () => {
  state.commands = await read('commands', { user: state.user, channel: state.channel });
};

const drawSide = () => {
  const openDirect = async () => {
    const { channel } = await order('direct-messages', { user: state.user });
    openChannel(channel);
  };
  drawChannels($('channels'), { open: openChannel, openDirect });
  drawHead($('guild'), $('channel'), $('topic'));
};

const loadView = async () => {
  state.view = await read('world', { user: state.user });
  if (channelNow() === undefined) state.channel = state.view.channels[0]?.id ?? '';
  drawSide();
};

const drawer = (id, open) => {
  $(id).classList.toggle('open', open);
  $(`open-${id}`).setAttribute('aria-expanded', String(open));
};

/** Everything that is shown of the open channel, as it is now. */
const reload = async () => {
  await loadView();
  await loadCommands();
  state.messages = await read('messages', { user: state.user, channel: state.channel });
  drawIntro();
  drawMessages();
  stayAtEnd();
};

async function openChannel(id) {
  state.channel = id;
  atEnd = true;
  state.unread.delete(id);
  localStorage.setItem('channel', id);
  drawer('side', false);
  await reload();
  writing.text();
}

const isHere = (message) => message.channel_id === state.channel;
const indexOf = (id) => state.messages.findIndex((message) => message.id === id);

const heard = {
  MESSAGE_CREATE: (message) => {
    if (!isHere(message)) {
      state.unread.add(message.channel_id);
      return drawSide();
    }
    if (indexOf(message.id) >= 0) return;
    // One's own command was given to see its answer.
    if (isOwn(message, state.user)) atEnd = true;
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
  await integrations.draw();
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
    if (lost) reload();
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
  await integrations.draw();
};

names.open = openChannel;
const panel = publishPanel($('samples'));
const integrations = integrationsPanel($('integrations'));

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
  integrations.draw();
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
