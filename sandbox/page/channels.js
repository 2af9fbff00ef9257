/** The list of channels, and the head of the open one. */
import { el } from './dom.js';
import { nameOf } from './message.js';
import { channelNow, guildNow, state } from './state.js';
import { word } from './words.js';

const channelButton = (channel, actions, inside) =>
  el(
    'button',
    {
      type: 'button',
      class: ['channel', inside && 'inside', state.unread.has(channel.id) && 'unread']
        .filter(Boolean)
        .join(' '),
      'aria-current': channel.id === state.channel ? 'page' : null,
      onclick: () => actions.open(channel.id),
    },
    el(
      'span',
      { 'aria-hidden': 'true' },
      { 5: '※', 15: '▤', 1: '@' }[channel.type] ?? (channel.thread ? '↳' : '#'),
    ),
    ` ${channel.guildId === null ? nameOf(state.view.bot) : channel.name}`,
    state.unread.has(channel.id) && el('span', { class: 'hidden' }, `（${word('newMessages')}）`),
  );

const titleOf = (channel) => (channel.guildId === null ? `@ ${nameOf(state.view.bot)}` : `# ${channel.name}`);

/** `actions`: `open(id)`, and `openDirect()` where there is no direct message yet. */
export const drawChannels = (list, actions) => {
  const { channels, bot } = state.view;
  const top = channels.filter((channel) => channel.guildId !== null && !channel.thread);
  const direct = channels.filter((channel) => channel.guildId === null);
  const under = (parent) =>
    channels.filter((channel) => channel.parentId === parent.id && channel.thread && !channel.archived);
  const begin = () =>
    el('button', { type: 'button', class: 'channel', onclick: actions.openDirect }, `@ ${nameOf(bot)}`);
  const rows = top.flatMap((channel) => [channel, ...under(channel)]);
  list.replaceChildren(
    el('ul', {}, ...rows.map((channel) => el('li', {}, channelButton(channel, actions, channel.thread)))),
    el('h3', {}, word('directMessages')),
    el(
      'ul',
      {},
      ...direct.map((channel) => el('li', {}, channelButton(channel, actions))),
      direct.length === 0 && el('li', {}, begin()),
    ),
  );
};

export const drawHead = (guild, title, topic) => {
  const channel = channelNow();
  guild.textContent = guildNow()?.name ?? '';
  title.textContent = channel === undefined ? '' : titleOf(channel);
  topic.textContent = channel?.topic ?? '';
  document.title = `${title.textContent} · 条例`;
};
