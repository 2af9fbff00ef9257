/** What people do with the bot: commands, autocomplete, buttons, selects, modals, messages. */
import {
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  ApplicationCommandType,
  GatewayDispatchEvents,
  InteractionType,
  PermissionFlagsBits as P,
} from 'discord-api-types/v10';
import type { NewInteraction } from '../world/interactions.ts';
import { can } from '../world/permissions.ts';
import type { Command } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { componentData } from './component.ts';
import { Exchange } from './exchange.ts';
import { forgedModalData, type ModalValues, modalData } from './modal.ts';
import { fill, type OptionValues, optionsUnder, references, resolve, wrap } from './options.ts';
import { payloadOf } from './payload.ts';
import { type Actor, commandAt, messageAt, offeredAt, type Place, placeOf } from './place.ts';
import { NotOffered } from './refusal.ts';

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

export interface ForgedModal extends Actor {
  readonly customId: string;
  readonly values: ModalValues;
  /** The message whose button is said to have opened it. */
  readonly message?: string;
}

type About = Pick<NewInteraction, 'commandName' | 'source' | 'focused'>;

const EXCHANGES_KEPT = 1_000;

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
    return offeredAt(this.#world, placeOf(this.#world, actor));
  }

  /** Runs a slash command and waits for the answer. */
  async invoke(invocation: Invocation): Promise<Exchange> {
    const place = placeOf(this.#world, invocation);
    const { data } = this.#chatInput(invocation, place);
    return this.#act(place, InteractionType.ApplicationCommand, data, {
      commandName: invocation.command,
    }).answered();
  }

  /** What the bot offers for the option being typed; `null` where it did not answer in time. */
  async autocomplete(completion: Completion): Promise<readonly APIApplicationCommandOptionChoice[] | null> {
    const place = placeOf(this.#world, completion);
    const { data, focused } = this.#chatInput(completion, place, completion.focused);
    const exchange = this.#act(place, InteractionType.ApplicationCommandAutocomplete, data, { focused });
    return (await exchange.answered()).choices;
  }

  /** Runs a command of the message's context menu. */
  async runMessageCommand(action: MessageAction & { readonly command: string }): Promise<Exchange> {
    const place = placeOf(this.#world, action);
    const command = commandAt(this.#world, place, action.command, ApplicationCommandType.Message);
    const { wire } = messageAt(this.#world, place, action.message);
    const { id, name, type } = command;
    const data = { id, name, type, target_id: wire.id, resolved: { messages: { [wire.id]: wire } } };
    return this.#act(place, InteractionType.ApplicationCommand, data, { commandName: name }).answered();
  }

  /** Presses a button. */
  async press(press: Press): Promise<Exchange> {
    return this.#component(press, null);
  }

  /** Picks values of a select menu; ids where it picks people, roles or channels. */
  async select(selection: Selection): Promise<Exchange> {
    return this.#component(selection, selection.values);
  }

  /** Fills in the modal that answered this exchange and sends it; values by `custom_id`. */
  async submitModal(exchangeId: string, values: ModalValues): Promise<Exchange> {
    const exchange = this.#exchanges.get(exchangeId);
    if (exchange?.modal == null) throw new NotOffered('no modal is open');
    const { userId, channelId, locale, source } = exchange.interaction;
    const place = placeOf(this.#world, { user: userId, channel: channelId, locale });
    const data = modalData(exchange.modal, values);
    return this.#act(place, InteractionType.ModalSubmit, data, { source }).answered();
  }

  /** Sends a modal that was never opened, as no client would. */
  async forgeModal({ customId, values, message, ...actor }: ForgedModal): Promise<Exchange> {
    const place = placeOf(this.#world, { ...actor, forged: true });
    const source = message === undefined ? null : messageAt(this.#world, place, message);
    const data = forgedModalData(customId, values);
    return this.#act(place, InteractionType.ModalSubmit, data, { source }).answered();
  }

  /** Chooses a file of one's own for an option of a command; the option's value is its id. */
  chooseFile(name: string, bytes: Uint8Array): string {
    const upload = { field: '', name, type: 'application/octet-stream', bytes };
    return this.#world.files.keep('ephemeral', name, upload).id;
  }

  /** Says something in the channel. */
  say(actor: Actor, content: string): APIMessage {
    const { user, channel } = placeOf(this.#world, actor);
    const needed = channel.thread === null ? P.SendMessages : P.SendMessagesInThreads;
    if (!can(this.#world.permissionsIn(user.id, channel), needed)) {
      throw new NotOffered(`${user.globalName} may not write here`);
    }
    return this.#world.messages.create({ channel, author: user, body: { content } }).wire;
  }

  #chatInput(invocation: Invocation, place: Place, typing?: string) {
    const world = this.#world;
    const [name = '', ...words] = invocation.command.split(' ');
    const command = commandAt(world, place, name, ApplicationCommandType.ChatInput);
    const { chain, leaf } = optionsUnder(command.options ?? [], words);
    const guild = world.guildOf(place.channel);
    const filled = fill(world, guild, leaf, invocation.options ?? {}, typing);
    const resolved = resolve(world, guild, place.user.id, references(world, filled));
    const options = wrap(chain, filled);
    const data = {
      id: command.id,
      name: command.name,
      type: command.type,
      ...(options.length > 0 && { options }),
      ...(resolved !== undefined && { resolved }),
      ...(command.guild_id !== undefined && { guild_id: command.guild_id }),
    };
    return { data, focused: leaf.find((option) => option.name === typing)?.type ?? null };
  }

  async #component(press: Press, values: readonly string[] | null): Promise<Exchange> {
    const place = placeOf(this.#world, press);
    const source = messageAt(this.#world, place, press.message);
    const data = componentData(this.#world, place, source, press.customId, values);
    return this.#act(place, InteractionType.MessageComponent, data, { source }).answered();
  }

  #act(place: Place, type: InteractionType, data: object, about: Partial<About>): Exchange {
    const world = this.#world;
    const { id: channelId, guildId } = place.channel;
    const interaction = world.interactions.open({
      type,
      userId: place.user.id,
      guildId,
      channelId,
      locale: place.locale,
      commandName: null,
      source: null,
      focused: null,
      ...about,
    });
    const exchange = new Exchange(world, interaction);
    this.#exchanges.set(interaction.id, exchange);
    if (this.#exchanges.size > EXCHANGES_KEPT)
      this.#exchanges.delete(this.#exchanges.keys().next().value ?? '');
    const d = payloadOf(world, place, interaction, data);
    world.publish({ t: GatewayDispatchEvents.InteractionCreate, d, guildId, channelId });
    return exchange;
  }
}
