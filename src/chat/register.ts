import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { catalogue, message } from './catalogue/index.ts';
import type { Command, Option, Options } from './command.ts';

/** The kinds of channels of a server where messages stand by themselves. */
export const channelsForMessages = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const;

/** The commands as Discord registers them, with their names and descriptions in every language. */
export const applicationCommands = (commands: readonly Command[]): RESTPostAPIApplicationCommandsJSONBody[] =>
  commands.map((command) => ({
    ...kindOf(command),
    default_member_permissions:
      command.access === 'moderator' ? String(PermissionFlagsBits.ManageGuild) : null,
    integration_types: [ApplicationIntegrationType.GuildInstall],
    // What is a server's to configure is not offered where there is none.
    contexts:
      command.access === 'moderator'
        ? [InteractionContextType.Guild]
        : [InteractionContextType.Guild, InteractionContextType.BotDM],
  }));

/** What Discord shows of a command: one of a message's menu has neither description nor options. */
function kindOf(command: Command): RESTPostAPIApplicationCommandsJSONBody {
  if ('kind' in command) {
    const { en, 'zh-TW': traditional } = message(`command.${command.name}.name`);
    return {
      type: ApplicationCommandType.Message,
      name: registeredName(command),
      name_localizations: { 'zh-TW': traditional, 'en-US': en, 'en-GB': en },
    };
  }
  return {
    type: ApplicationCommandType.ChatInput,
    ...words(command.name),
    options:
      'subcommands' in command
        ? Object.entries(command.subcommands).map(
            ([name, { options }]): APIApplicationCommandSubcommandOption => ({
              type: ApplicationCommandOptionType.Subcommand,
              ...words(`${command.name}.${name}`),
              options: applicationOptions(`${command.name}.${name}`, options),
            }),
          )
        : applicationOptions(command.name, command.options),
  };
}

/** The name by which Discord tells that a command was given: English after a slash, Chinese in a message's menu (查条文). */
export const registeredName = (command: Command): string =>
  message(`command.${command.name}.name`)['kind' in command ? 'zh-CN' : 'en'];

const applicationOptions = (command: string, options: Options): APIApplicationCommandBasicOption[] =>
  Object.entries(options).map(([name, option]) => applicationOption(command, name, option));

/** `command` as in the catalogue: `article`, `feed.check`. */
function applicationOption(command: string, name: string, option: Option): APIApplicationCommandBasicOption {
  // An option that several commands share has its words once (`option.share…`).
  const shared = `option.${name}`;
  const base = {
    ...words(`${shared}.name` in catalogue ? shared : `${command}.${name}`),
    required: option.required ?? false,
  };
  switch (option.type) {
    case 'string':
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        ...(option.maxLength ? { max_length: option.maxLength } : {}),
        ...completion(option),
      };
    case 'boolean':
      return { ...base, type: ApplicationCommandOptionType.Boolean };
    case 'channel':
      return {
        ...base,
        type: ApplicationCommandOptionType.Channel,
        channel_types: [...channelsForMessages, ChannelType.GuildForum],
      };
    case 'integer':
      return {
        ...base,
        type: ApplicationCommandOptionType.Integer,
        ...(option.min === undefined ? {} : { min_value: option.min }),
        ...(option.max === undefined ? {} : { max_value: option.max }),
      };
    case 'role':
      return { ...base, type: ApplicationCommandOptionType.Role };
    case 'attachment':
      return { ...base, type: ApplicationCommandOptionType.Attachment };
  }
}

/** How Discord helps to fill in an option of text: with its choices, or by asking us. */
function completion({ autocomplete, choices }: Extract<Option, { type: 'string' }>) {
  if (!choices) return autocomplete ? { autocomplete } : {};
  return {
    choices: Object.entries(choices).map(([value, key]) => {
      const { en, ...localized } = message(key);
      return { name: en, name_localizations: localized, value };
    }),
  };
}

/** Name and description of a command (`article`, `feed.check`) or an option (`article.ref`, `option.share`), with their localisations. */
function words(of: string) {
  const key = of.startsWith('option.') ? of : `command.${of}`;
  const name = message(`${key}.name`);
  const description = message(`${key}.description`);
  return {
    name: name.en,
    name_localizations: { 'zh-CN': name['zh-CN'], 'zh-TW': name['zh-TW'] },
    description: description.en,
    description_localizations: { 'zh-CN': description['zh-CN'], 'zh-TW': description['zh-TW'] },
  };
}
