import {
  type AutocompleteInteraction,
  type BaseInteraction,
  type Channel,
  type ChatInputCommandInteraction,
  type Client,
  type CommandInteraction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import type { Log } from '../log.ts';
import { type Answering, type AnswerPort, answer } from './answer.ts';
import { localeOf, translator } from './catalogue/index.ts';
import {
  type ArgsOf,
  type Asker,
  type ChannelValue,
  type Command,
  type Context,
  mayUse,
  type Options,
  type PermissionName,
  type Runnable,
  type Services,
} from './command.ts';
import { decodeAction } from './customId.ts';
import type { MessageBody } from './fit.ts';
import { clip } from './markdown.ts';
import { channelsForMessages, registeredName } from './register.ts';
import { type Reply, text } from './reply.ts';
import { textOf } from './textOf.ts';

/** What posting an alert takes; threads have a permission of their own (docs, "Permissions for Threads"). */
const neededToPost = (inThread: boolean): readonly PermissionName[] => [
  'ViewChannel',
  inThread ? 'SendMessagesInThreads' : 'SendMessages',
  'ReadMessageHistory',
];

export interface InvokeDependencies {
  readonly services: Services;
  readonly log: Log;
  readonly now: () => Date;
  readonly randomId: () => string;
  readonly schedule: Answering['schedule'];
}

/** Turns each interaction into typed arguments for its command, and the command's reply into messages. */
export function createInvoke({ services, log, now, randomId, schedule }: InvokeDependencies) {
  const commands = new Map(services.commands.map((command) => [command.name, command]));

  const contextOf = (interaction: BaseInteraction): Context => ({
    ...services,
    t: translator(localeOf(interaction.locale)),
    asker: askerOf(interaction),
    now: now(),
    channelName: (id) => {
      const channel = interaction.client.channels.cache.get(id);
      return channel && 'name' in channel ? (channel.name ?? id) : id;
    },
  });

  function slash(interaction: ChatInputCommandInteraction): Promise<void> {
    const context = contextOf(interaction);
    const command = commands.get(interaction.commandName);
    const audience = interaction.options.getBoolean('share') === true ? 'everyone' : 'asker';
    return answer(
      commandPort(interaction, audience === 'everyone'),
      audience,
      context.t.locale,
      () => {
        const runnable = command && runnableOf(command, interaction.options.getSubcommand(false));
        if (!command || !runnable) return problem(context, 'problem.unknown-command');
        if (!mayUse(command, context.asker)) return problem(context, 'problem.moderators-only');
        return runnable.execute(argumentsOf(runnable, interaction), context);
      },
      { log, randomId, schedule, about: { command: interaction.commandName } },
    );
  }

  function onMessage(interaction: MessageContextMenuCommandInteraction): Promise<void> {
    const context = contextOf(interaction);
    const command = services.commands.find(
      (command) => 'kind' in command && registeredName(command) === interaction.commandName,
    );
    return answer(
      commandPort(interaction, false),
      'asker',
      context.t.locale,
      () => {
        if (!command || !('kind' in command)) return problem(context, 'problem.unknown-command');
        if (!mayUse(command, context.asker)) return problem(context, 'problem.moderators-only');
        return command.execute({ text: textOf(interaction.targetMessage) }, context);
      },
      { log, randomId, schedule, about: { command: interaction.commandName } },
    );
  }

  function press(interaction: MessageComponentInteraction): Promise<void> {
    const context = contextOf(interaction);
    const action = decodeAction(interaction.customId);
    const command = action && commands.get(action.command);
    const run = action && command?.actions?.[action.name];
    const chosen = interaction.isStringSelectMenu() ? interaction.values : [];
    // Only who asked turns the pages of an answer; anyone else's press, or one on an alert, is answered to them alone.
    const inPlace = interaction.message.interactionMetadata?.user.id === interaction.user.id;
    return answer(
      pressPort(interaction, inPlace),
      'asker',
      context.t.locale,
      () => {
        if (!action || !command || !run) return problem(context, 'problem.stale-component');
        if (!mayUse(command, context.asker)) return problem(context, 'problem.moderators-only');
        return run([...chosen, ...action.args], context);
      },
      { log, randomId, schedule, about: { component: interaction.customId } },
    );
  }

  async function suggest(interaction: AutocompleteInteraction): Promise<void> {
    const context = contextOf(interaction);
    const command = commands.get(interaction.commandName);
    const runnable =
      command && mayUse(command, context.asker)
        ? runnableOf(command, interaction.options.getSubcommand(false))
        : undefined;
    const { name, value } = interaction.options.getFocused(true);
    try {
      const choices =
        (await runnable?.autocomplete?.(name, value, context, textsGiven(runnable, interaction))) ?? [];
      await interaction.respond(
        choices
          .filter((choice) => choice.value.length <= 100)
          .slice(0, 25)
          .map((choice) => ({ name: clip(choice.name, 90), value: choice.value })),
      );
    } catch (error) {
      log.error(
        { command: interaction.commandName, option: name, err: error },
        'no suggestions could be given',
      );
    }
  }

  return (interaction: BaseInteraction): Promise<void> | undefined => {
    if (interaction.isChatInputCommand()) return slash(interaction);
    if (interaction.isMessageContextMenuCommand()) return onMessage(interaction);
    if (interaction.isAutocomplete()) return suggest(interaction);
    if (interaction.isMessageComponent()) return press(interaction);
    return undefined;
  };
}

const problem = (
  context: Context,
  key: 'problem.unknown-command' | 'problem.moderators-only' | 'problem.stale-component',
): Reply => ({
  tone: 'problem',
  blocks: [text(context.t.md(key))],
});

function askerOf(interaction: BaseInteraction): Asker {
  return {
    userId: interaction.user.id,
    guildId: interaction.guildId,
    channel: channelValue(interaction.client, interaction.channel, interaction.channelId ?? ''),
    moderator: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
  };
}

/** What was given: the command itself, or its subcommand of that name; undefined where there is none. */
function runnableOf(command: Command, subcommand: string | null): Runnable | undefined {
  if ('kind' in command) return undefined;
  return 'subcommands' in command ? command.subcommands[subcommand ?? ''] : command;
}

const textsGiven = (runnable: Runnable, { options }: AutocompleteInteraction) =>
  Object.fromEntries(
    Object.entries(runnable.options).flatMap(([name, { type }]) => {
      const value = type === 'string' ? options.getString(name) : null;
      return value === null ? [] : [[name, value]];
    }),
  );

function argumentsOf(runnable: Runnable, interaction: ChatInputCommandInteraction): ArgsOf<Options> {
  const { options, client } = interaction;
  return Object.fromEntries(
    Object.entries(runnable.options).map(([name, option]) => {
      if (option.type === 'string') return [name, options.getString(name) ?? undefined];
      if (option.type === 'boolean') return [name, options.getBoolean(name) ?? undefined];
      const channel = options.getChannel(name);
      return [
        name,
        channel ? channelValue(client, client.channels.cache.get(channel.id) ?? null, channel.id) : undefined,
      ];
    }),
  );
}

/** What we may do in a channel, by what the gateway told us of it; a channel we were not told of we cannot see. */
function channelValue(client: Client, channel: Channel | null, id: string): ChannelValue {
  if (!channel) return { id, name: '', takesMessages: true, missing: ['ViewChannel'] };
  if (channel.isDMBased()) return { id, name: '', takesMessages: true, missing: [] };
  const mine = client.user && channel.permissionsFor(client.user);
  return {
    id,
    name: channel.name,
    takesMessages: channelsForMessages.some((type) => type === channel.type),
    missing: neededToPost(channel.isThread()).filter((permission) => !mine?.has(permission)),
  };
}

const edited = ({ components, allowed_mentions }: MessageBody) =>
  ({ components, allowedMentions: allowed_mentions, flags: MessageFlags.IsComponentsV2 }) as const;
const posted = ({ components, allowed_mentions, flags }: MessageBody) => ({
  components,
  allowedMentions: allowed_mentions,
  flags,
});

const commandPort = (interaction: CommandInteraction, shared: boolean): AnswerPort => ({
  defer: () => interaction.deferReply(shared ? {} : { flags: MessageFlags.Ephemeral }),
  first: (body) => interaction.reply(posted(body)),
  afterDefer: (body) => interaction.editReply(edited(body)),
  async aside(body, deferred) {
    if (!deferred) return interaction.reply(posted(body));
    if (!shared) return interaction.editReply(edited(body));
    // The deferral is public already: it is taken back, and the problem told to the asker alone.
    await interaction.deleteReply();
    return interaction.followUp(posted(body));
  },
  more: (body) => interaction.followUp(posted(body)),
});

const pressPort = (interaction: MessageComponentInteraction, inPlace: boolean): AnswerPort => ({
  defer: () =>
    inPlace ? interaction.deferUpdate() : interaction.deferReply({ flags: MessageFlags.Ephemeral }),
  first: (body) => (inPlace ? interaction.update(edited(body)) : interaction.reply(posted(body))),
  afterDefer: (body) => interaction.editReply(edited(body)),
  aside(body, deferred) {
    if (!deferred) return interaction.reply(posted(body));
    return inPlace ? interaction.followUp(posted(body)) : interaction.editReply(edited(body));
  },
  more: (body) => interaction.followUp(posted(body)),
});
