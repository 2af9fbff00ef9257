/** What is shown, and what its ids stand for. */
import { leaves, localised } from './commands.js';
import { nameOf } from './message.js';

const CHAT_INPUT = 1;
const MESSAGE = 3;

/** What is shown. `view` is the world as this person sees it; `messages` are those of the open channel, oldest first. */
export const state = {
  user: localStorage.getItem('user') ?? '',
  locale: localStorage.getItem('locale') ?? 'zh-CN',
  channel: localStorage.getItem('channel') ?? '',
  view: { users: [], guilds: [], channels: [] },
  messages: [],
  commands: [],
  unread: new Set(),
  events: null,
};

export const actor = () => ({ user: state.user, channel: state.channel, locale: state.locale });
export const channelNow = () => state.view.channels.find((channel) => channel.id === state.channel);
export const guildNow = () =>
  state.view.guilds.find((guild) => guild.id === channelNow()?.guildId) ?? state.view.guilds[0];

/** Slash commands as they are offered, and commands of a message's menu. */
export const slashCommands = () =>
  state.commands
    .filter((command) => command.type === CHAT_INPUT)
    .flatMap((command) => leaves(command, state.locale));
export const messageCommands = () =>
  state.commands
    .filter((command) => command.type === MESSAGE)
    .map((command) => ({ name: command.name, shown: localised(command, 'name', state.locale) }));

/** Resolves ids to what the reader knows them by. */
export const names = {
  user: (id) => {
    const user = [...state.view.users, ...(guildNow()?.members ?? [])].find((one) => one.id === id);
    return user && nameOf(user);
  },
  role: (id) => guildNow()?.roles.find((role) => role.id === id)?.name,
  channel: (id) => state.view.channels.find((channel) => channel.id === id)?.name,
  /** The command's name in the reader's language, subcommands included. */
  command: (name) => slashCommands().find((leaf) => leaf.name === name)?.shown ?? name,
  /** Opens a channel; the page says how. */
  open: () => undefined,
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

export const reader = () => ({ id: state.user, roles: guildNow()?.mine ?? [] });
