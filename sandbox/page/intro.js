/** What stands at the head of a channel: where one is, and what can be tried. */
import { el } from './dom.js';
import { nameOf } from './message.js';
import { channelNow, slashCommands, state } from './state.js';
import { word } from './words.js';

/** One way through what the bot does, for those who are offered it. */
const TRIED = ['article', 'search', 'subscribe', 'measures', 'coverage', 'topic create', 'review', 'help'];

const plain = (text, onclick) => el('button', { type: 'button', class: 'plain', onclick }, text);

const posts = (forum, actions) => {
  const found = state.view.channels.filter((channel) => channel.parentId === forum.id && channel.thread);
  const rows = found.map((post) =>
    el(
      'li',
      {},
      plain(post.name, () => actions.open(post.id)),
      ...['archived', 'locked'].filter((state) => post[state]).map((state) => ` · ${word(state)}`),
    ),
  );
  return [
    el('h3', {}, word('posts')),
    rows.length === 0 ? el('p', {}, word('noPosts')) : el('ul', { class: 'posts' }, ...rows),
  ];
};

const tried = (offered) => {
  const found = TRIED.flatMap((name) => offered.find((leaf) => leaf.name === name) ?? []);
  return found.length > 0 ? found : offered.slice(0, TRIED.length);
};

/** `actions`: `open(id)` a channel, `begin(leaf)` a command. */
export const intro = (actions) => {
  const channel = channelNow();
  const offered = slashCommands();
  const direct = channel?.guildId === null;
  const chip = (leaf) =>
    el(
      'button',
      { type: 'button', class: 'chip', title: leaf.description, onclick: () => actions.begin(leaf) },
      `/${leaf.shown}`,
    );
  return [
    el('h3', {}, direct ? word('introDm', nameOf(state.view.bot)) : word('intro', channel?.name ?? '')),
    el('p', {}, word(offered.length === 0 ? 'noCommands' : 'introHint')),
    el('div', { class: 'row' }, ...tried(offered).map(chip)),
    ...(channel?.forum ? posts(channel, actions) : []),
  ];
};
