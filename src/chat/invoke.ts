import type {
  AutocompleteInteraction,
  BaseInteraction,
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
} from 'discord.js';
import type { Log } from '../log.ts';
import { type Answering, type AnswerPort, answer, problem } from './answer.ts';
import { localeOf, translator } from './catalogue/index.ts';
import { type Answer, type Command, type Context, mayUse, type Runnable, type Services } from './command.ts';
import { decodeAction } from './customId.ts';
import type { Audience } from './fit.ts';
import { argumentsOf, askerOf, channelValue, fieldsOf, textsGiven } from './given.ts';
import { clip } from './markdown.ts';
import { commandPort, formPort, pressPort } from './ports.ts';
import { registeredName } from './register.ts';
import { textOf } from './textOf.ts';

export interface InvokeDependencies {
  readonly commands: readonly Command[];
  /** What commands use; who asks before it is there waits for it. */
  readonly services: Promise<Services>;
  readonly log: Log;
  readonly now: () => Date;
  readonly randomId: () => string;
  readonly schedule: Answering['schedule'];
}

/** What an interaction asks of its command; undefined where the command has nothing of the kind (any more). */
type Ask = ((context: Context) => Answer) | undefined;

/**
 * Turns each interaction into typed arguments for its command, and the command's answer into messages. Whoever asks is told from the
 * interaction alone, and every way to a command passes `mayUse`: names and ids that come with it are not trusted.
 */
export function createInvoke(dependencies: InvokeDependencies) {
  const { log, now, randomId, schedule } = dependencies;
  const commands = new Map(dependencies.commands.map((command) => [command.name, command]));
  const ofMessages = new Map(
    dependencies.commands.flatMap((command) =>
      'kind' in command ? [[registeredName(command), command]] : [],
    ),
  );

  async function contextOf(interaction: BaseInteraction): Promise<Context> {
    const services = await dependencies.services;
    return {
      ...services,
      t: translator(localeOf(interaction.locale)),
      asker: await askerOf(
        interaction,
        async (guildId) => (await services.store.guild(guildId)).settings.moderatorRoleId,
      ),
      now: now(),
      channelName: (id) => {
        const channel = interaction.client.channels.cache.get(id);
        return channel && 'name' in channel ? (channel.name ?? id) : id;
      },
      channel: (id) => {
        const channel = interaction.client.channels.cache.get(id);
        const isHere = channel && !channel.isDMBased() && channel.guildId === interaction.guildId;
        return isHere ? channelValue(interaction.client, channel, id) : null;
      },
    };
  }

  /** Answers with what `ask` of the command says, where there is one and whoever asks may use it. */
  function respond(
    interaction: BaseInteraction,
    { port, audience = 'asker', command, action, ask, missing, about }: Responding,
  ): Promise<void> {
    const locale = localeOf(interaction.locale);
    const produce = async () => {
      if (!command || !ask) return problem(locale, missing);
      const context = await contextOf(interaction);
      return mayUse(command, context.asker, action)
        ? ask(context)
        : problem(locale, 'problem.moderators-only');
    };
    return answer(port, audience, locale, produce, { log, randomId, schedule, about });
  }

  function slash(interaction: ChatInputCommandInteraction): Promise<void> {
    const command = commands.get(interaction.commandName);
    const runnable = runnableOf(command, interaction);
    const shared = interaction.options.getBoolean('share') === true;
    return respond(interaction, {
      port: commandPort(interaction, shared),
      audience: shared ? 'everyone' : 'asker',
      command,
      ask: runnable && ((context) => runnable.execute(argumentsOf(runnable, interaction), context)),
      missing: 'problem.unknown-command',
      about: { command: interaction.commandName },
    });
  }

  function onMessage(interaction: MessageContextMenuCommandInteraction): Promise<void> {
    const command = ofMessages.get(interaction.commandName);
    return respond(interaction, {
      port: commandPort(interaction, false),
      command,
      ask: command && ((context) => command.execute({ text: textOf(interaction.targetMessage) }, context)),
      missing: 'problem.unknown-command',
      about: { command: interaction.commandName },
    });
  }

  function press(interaction: MessageComponentInteraction): Promise<void> {
    const action = decodeAction(interaction.customId);
    const command = commands.get(action?.command ?? '');
    const run = own(command?.actions, action?.name);
    const chosen = interaction.isStringSelectMenu() ? [interaction.values.join(',')] : [];
    return respond(interaction, {
      port: pressPort(interaction),
      command,
      ...(action === null ? {} : { action: action.name }),
      ask: action && run && ((context) => run([...chosen, ...action.args], context)),
      missing: 'problem.stale-component',
      about: { component: interaction.customId },
    });
  }

  function submit(interaction: ModalSubmitInteraction): Promise<void> {
    const action = decodeAction(interaction.customId);
    const command = commands.get(action?.command ?? '');
    const run = own(command?.forms, action?.name);
    return respond(interaction, {
      port: formPort(interaction),
      command,
      ask: action && run && ((context) => run(fieldsOf(interaction), action.args, context)),
      missing: 'problem.stale-component',
      about: { form: interaction.customId },
    });
  }

  async function suggest(interaction: AutocompleteInteraction): Promise<void> {
    const command = commands.get(interaction.commandName);
    const runnable = runnableOf(command, interaction);
    const { name, value } = interaction.options.getFocused(true);
    try {
      const context = await contextOf(interaction);
      const choices =
        command && runnable?.autocomplete && mayUse(command, context.asker)
          ? await runnable.autocomplete(name, value, context, textsGiven(runnable, interaction))
          : [];
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
    if (interaction.isModalSubmit()) return submit(interaction);
    return undefined;
  };
}

interface Responding {
  readonly port: AnswerPort;
  readonly audience?: Audience;
  readonly command: Command | undefined;
  /** Of a press. */
  readonly action?: string;
  readonly ask: Ask | null;
  readonly missing: 'problem.unknown-command' | 'problem.stale-component';
  /** For the log. */
  readonly about: Readonly<Record<string, unknown>>;
}

/** What was given: the command itself, or its subcommand of that name; undefined where there is none. */
function runnableOf(
  command: Command | undefined,
  { options }: ChatInputCommandInteraction | AutocompleteInteraction,
): Runnable | undefined {
  if (!command || 'kind' in command) return undefined;
  return 'subcommands' in command ? own(command.subcommands, options.getSubcommand(false)) : command;
}

/** What a table itself holds under a name from outside, `constructor` not among it. */
const own = <T>(table: Readonly<Record<string, T>> | undefined, name: string | null | undefined) =>
  table && name != null && Object.hasOwn(table, name) ? table[name] : undefined;
