/** What people do with the bot: commands, autocomplete, buttons, selects, modals, messages. */
import {
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  ApplicationCommandType,
  ChannelType,
  GatewayDispatchEvents,
  InteractionContextType,
  InteractionType,
  type LocaleString,
  PermissionFlagsBits as P,
  ComponentType as T,
} from 'discord-api-types/v10';
import { isObject } from '../validate/form.ts';
import type { NewInteraction } from '../world/interactions.ts';
import { ALL_PERMISSIONS, can } from '../world/permissions.ts';
import type { Channel, Command, StoredMessage, User } from '../world/types.ts';
import { channelWire, memberWire, userWire } from '../world/wire.ts';
import type { World } from '../world/world.ts';
import { Exchange } from './exchange.ts';
import { type ModalValues, modalData } from './modal.ts';
import {
  fill,
  type OptionValues,
  optionsUnder,
  type Reference,
  references,
  resolve,
  wrap,
} from './options.ts';
import { NotOffered } from './refusal.ts';

/** Who acts and where. */
export interface Actor {
  /** A user's id. */
  readonly user: string;
  /** A channel's id. */
  readonly channel: string;
  /** The language of the person's client; their own when left out. */
  readonly locale?: LocaleString;
  /** Sends what a client would hold back: no permission, a stale component, an unknown id. */
  readonly forged?: boolean;
}
export interface Invocation extends Actor {
  /** `article`, or with its subcommands `feed add`. */
  readonly command: string;
  readonly options?: OptionValues;
}
export interface Completion extends Invocation {
  /** The option that is being typed; its text so far stands in `options`. */
  readonly focused: string;
}
export interface MessageAction extends Actor {
  /** A message's id. */
  readonly message: string;
}
export interface Press extends MessageAction {
  readonly customId: string;
}
export interface Selection extends Press {
  readonly values: readonly string[];
}

const EXCHANGES_KEPT = 1_000;

interface Place {
  readonly user: User;
  readonly channel: Channel;
  readonly locale: LocaleString;
}

export class People {
  readonly #world: World;
  readonly #exchanges = new Map<string, Exchange>();

  constructor(world: World) {
    this.#world = world;
  }

  exchange(id: string): Exchange | undefined {
    return this.#exchanges.get(id);
  }

  /** The commands this person is offered here. */
  offered(actor: Actor): Command[] {
    const { user, channel } = this.#place(actor);
    return this.#world.commands
      .offeredIn(channel.guildId)
      .filter((command) => this.#mayUse(user, channel, command));
  }

  /** Runs a slash command and waits for the answer. */
  async invoke(invocation: Invocation): Promise<Exchange> {
    const place = this.#place(invocation);
    const { command, data } = this.#chatInput(invocation, place);
    return this.#act(place, InteractionType.ApplicationCommand, data, {
      commandName: [command.name, ...invocation.command.split(' ').slice(1)].join(' '),
      source: null,
      focused: null,
    }).answered();
  }

  /** What the bot offers for the option being typed; `null` where it did not answer in time. */
  async autocomplete(completion: Completion): Promise<readonly APIApplicationCommandOptionChoice[] | null> {
    const place = this.#place(completion);
    const { data, focused } = this.#chatInput(completion, place, completion.focused);
    const about = { commandName: null, source: null, focused };
    const exchange = this.#act(place, InteractionType.ApplicationCommandAutocomplete, data, about);
    return (await exchange.answered()).choices;
  }

  /** Runs a command of the message's context menu. */
  async runMessageCommand(action: MessageAction & { readonly command: string }): Promise<Exchange> {
    const place = this.#place(action);
    const command = this.#command(
      place,
      action.command,
      ApplicationCommandType.Message,
      action.forged ?? false,
    );
    const target = this.#message(place, action.message);
    const data = {
      id: command.id,
      name: command.name,
      type: command.type,
      target_id: target.wire.id,
      resolved: { messages: { [target.wire.id]: target.wire } },
    };
    const about = { commandName: command.name, source: null, focused: null };
    return this.#act(place, InteractionType.ApplicationCommand, data, about).answered();
  }

  /** Presses a button. */
  async press(press: Press): Promise<Exchange> {
    return this.#component(press, [T.Button], {});
  }

  /** Picks values of a select menu; ids where it picks people, roles or channels. */
  async select(selection: Selection): Promise<Exchange> {
    const kinds = [T.StringSelect, T.UserSelect, T.RoleSelect, T.MentionableSelect, T.ChannelSelect];
    return this.#component(selection, kinds, { values: selection.values });
  }

  /** Fills in the modal that answered `exchange` and sends it; values by `custom_id`. */
  async submitModal(exchangeId: string, values: ModalValues): Promise<Exchange> {
    const exchange = this.#exchanges.get(exchangeId);
    if (exchange?.modal == null) throw new NotOffered('no modal is open');
    const { userId, channelId, source } = exchange.interaction;
    const place = this.#place({ user: userId, channel: channelId });
    const data = modalData(exchange.modal, values);
    return this.#act(place, InteractionType.ModalSubmit, data, {
      commandName: null,
      source,
      focused: null,
    }).answered();
  }

  /** Says something in the channel. */
  say(actor: Actor, content: string): APIMessage {
    const { user, channel } = this.#place(actor);
    const needed = channel.thread === null ? P.SendMessages : P.SendMessagesInThreads;
    if (!can(this.#world.permissionsIn(user.id, channel), needed))
      throw new NotOffered(`${user.globalName} may not write here`);
    return this.#world.messages.create({ channel, author: user, body: { content } }).wire;
  }

  #place(actor: Actor): Place {
    const user = this.#world.users.get(actor.user);
    if (user === undefined) throw new NotOffered(`there is no user ${actor.user}`);
    const channel = this.#world.channels.get(actor.channel);
    if (channel === undefined) throw new NotOffered(`there is no channel ${actor.channel}`);
    const permissions = this.#world.permissionsIn(user.id, channel);
    if (!actor.forged && !can(permissions, P.ViewChannel))
      throw new NotOffered(`${user.globalName} does not see this channel`);
    return { user, channel, locale: actor.locale ?? user.locale };
  }

  #mayUse(user: User, channel: Channel, command: Command): boolean {
    const context = channel.guildId === null ? InteractionContextType.BotDM : InteractionContextType.Guild;
    const contexts =
      command.contexts ?? (command.dm_permission === false ? [InteractionContextType.Guild] : null);
    if (contexts !== null && !contexts.includes(context)) return false;
    if (channel.guildId === null) return true;
    const permissions = this.#world.permissionsIn(user.id, channel);
    if (!can(permissions, P.UseApplicationCommands)) return false;
    const wanted = command.default_member_permissions;
    if (wanted == null) return true;
    // "0" is for administrators alone.
    return wanted === '0' ? permissions === ALL_PERMISSIONS : can(permissions, BigInt(wanted));
  }

  #command(place: Place, name: string, type: ApplicationCommandType, forged: boolean): Command {
    const command = this.#world.commands
      .offeredIn(place.channel.guildId)
      .find((one) => one.name === name && one.type === type);
    if (command === undefined) throw new NotOffered(`there is no command ${name}`);
    if (!forged && !this.#mayUse(place.user, place.channel, command)) {
      throw new NotOffered(`${place.user.globalName} is not offered ${name} here`);
    }
    return command;
  }

  #chatInput(invocation: Invocation, place: Place, typing?: string) {
    const [name = '', ...words] = invocation.command.split(' ');
    const command = this.#command(place, name, ApplicationCommandType.ChatInput, invocation.forged ?? false);
    const { chain, leaf } = optionsUnder(command.options ?? [], words);
    const guild = this.#world.guildOf(place.channel);
    const filled = fill(this.#world, guild, leaf, invocation.options ?? {}, typing);
    const resolved = resolve(this.#world, guild, place.user.id, references(this.#world, filled));
    const options = wrap(chain, filled);
    const data = {
      id: command.id,
      name: command.name,
      type: command.type,
      ...(options.length > 0 && { options }),
      ...(resolved !== undefined && { resolved }),
      ...(command.guild_id !== undefined && { guild_id: command.guild_id }),
    };
    return { command, data, focused: leaf.find((option) => option.name === typing)?.type ?? null };
  }

  #message(place: Place, id: string): StoredMessage {
    const message = this.#world.messages.find(place.channel.id, id);
    if (message === undefined || (message.visibleTo !== null && message.visibleTo !== place.user.id)) {
      throw new NotOffered(`${place.user.globalName} sees no message ${id} here`);
    }
    return message;
  }

  async #component(
    press: Press,
    kinds: readonly T[],
    more: { readonly values?: readonly string[] },
  ): Promise<Exchange> {
    const place = this.#place(press);
    const source = this.#message(place, press.message);
    const component = findComponent(source.wire.components ?? [], press.customId);
    const type = kinds.find((kind) => kind === component?.type) ?? kinds[0] ?? T.Button;
    if (!press.forged) {
      if (component === undefined || component.type !== type)
        throw new NotOffered(`there is no ${press.customId}`);
      if (component.disabled === true) throw new NotOffered(`${press.customId} is disabled`);
      if (more.values !== undefined) checkSelection(component, more.values);
    }
    const kindOf: Partial<Record<T, 'user' | 'role' | 'channel'>> = {
      [T.UserSelect]: 'user',
      [T.RoleSelect]: 'role',
      [T.ChannelSelect]: 'channel',
    };
    const guild = this.#world.guildOf(place.channel);
    const ids = (more.values ?? []).map(
      (id): Reference => ({ kind: kindOf[type] ?? (guild?.roles.has(id) ? 'role' : 'user'), id }),
    );
    const resolved = type === T.StringSelect ? undefined : resolve(this.#world, guild, place.user.id, ids);
    const data = {
      custom_id: press.customId,
      component_type: type,
      id: component?.id ?? 0,
      ...more,
      ...(resolved !== undefined && { resolved }),
    };
    return this.#act(place, InteractionType.MessageComponent, data, {
      commandName: null,
      source,
      focused: null,
    }).answered();
  }

  #act(
    place: Place,
    type: InteractionType,
    data: object,
    about: Pick<NewInteraction, 'commandName' | 'source' | 'focused'>,
  ): Exchange {
    const { user, channel, locale } = place;
    const world = this.#world;
    const guild = world.guildOf(channel);
    const interaction = world.interactions.open({
      ...about,
      type,
      userId: user.id,
      guildId: guild?.id ?? null,
      channelId: channel.id,
    });
    const exchange = new Exchange(world, interaction);
    this.#exchanges.set(interaction.id, exchange);
    if (this.#exchanges.size > EXCHANGES_KEPT)
      this.#exchanges.delete(this.#exchanges.keys().next().value ?? '');
    const permissions = world.permissionsIn(user.id, channel).toString();
    const member = guild?.members.get(user.id);
    world.publish({
      t: GatewayDispatchEvents.InteractionCreate,
      d: {
        id: interaction.id,
        application_id: world.botId,
        type,
        data,
        token: interaction.token,
        version: 1,
        channel_id: channel.id,
        channel: { ...channelWire(channel, world.users), permissions },
        ...(guild === undefined
          ? { user: userWire(user) }
          : {
              guild_id: guild.id,
              guild: { id: guild.id, locale: guild.locale, features: [] },
              guild_locale: guild.locale,
              member: { ...(member !== undefined && memberWire(member)), user: userWire(user), permissions },
            }),
        ...(about.source !== null && { message: about.source.wire }),
        app_permissions: world.permissionsIn(world.botId, channel).toString(),
        locale,
        entitlements: [],
        entitlement_sku_ids: [],
        authorizing_integration_owners: guild === undefined ? { 1: user.id } : { 0: guild.id },
        context:
          channel.type === ChannelType.DM ? InteractionContextType.BotDM : InteractionContextType.Guild,
        attachment_size_limit: 10 * 1024 * 1024,
      },
      guildId: guild?.id ?? null,
      channelId: channel.id,
    });
    return exchange;
  }
}

/** The component with this `custom_id`, wherever it is nested. */
export const findComponent = (components: unknown, customId: string): Record<string, unknown> | undefined => {
  if (!Array.isArray(components)) return undefined;
  for (const component of components.filter(isObject)) {
    if (component.custom_id === customId) return component;
    const nested = [component.components, [component.accessory], [component.component]];
    for (const inner of nested) {
      const found = findComponent(inner, customId);
      if (found !== undefined) return found;
    }
  }
  return undefined;
};

const checkSelection = (select: Record<string, unknown>, values: readonly string[]): void => {
  const min = typeof select.min_values === 'number' ? select.min_values : 1;
  const max = typeof select.max_values === 'number' ? select.max_values : 1;
  if (values.length < min || values.length > max) throw new NotOffered(`pick ${min} to ${max}`);
  if (!Array.isArray(select.options)) return;
  const known = select.options.filter(isObject).map((option) => option.value);
  const strange = values.find((value) => !known.includes(value));
  if (strange !== undefined) throw new NotOffered(`there is no choice ${strange}`);
};
