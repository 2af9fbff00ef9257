import {
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  MessageFlags,
  InteractionResponseType as R,
} from 'discord-api-types/v10';
import { FIRST_RESPONSE_MS, type Interaction, TOKEN_LIFE_MS } from '../world/interactions.ts';
import type { World } from '../world/world.ts';

/**
 * `message`: the bot wrote; `updated`: it changed the message the component sits on; `modal`: it asks something; `choices`: it
 * completed what was being typed; `thinking`: acknowledged and not yet answered; `silent`: "the application did not respond".
 */
export type ExchangeState = 'message' | 'updated' | 'modal' | 'choices' | 'thinking' | 'silent';

export interface ExchangeSnapshot {
  readonly id: string;
  readonly state: ExchangeState;
  /** Only the person who asked sees it. */
  readonly ephemeral: boolean;
  readonly message: APIMessage | null;
  readonly followUps: readonly APIMessage[];
  readonly modal: APIModalInteractionResponseCallbackData | null;
  readonly choices: readonly APIApplicationCommandOptionChoice[] | null;
}

/** What a person did and what they see of the answer. Its properties are live: a later edit or follow-up shows in them. */
export class Exchange implements ExchangeSnapshot {
  readonly interaction: Interaction;
  readonly #world: World;

  constructor(world: World, interaction: Interaction) {
    this.#world = world;
    this.interaction = interaction;
  }

  get id(): string {
    return this.interaction.id;
  }

  get state(): ExchangeState {
    const { acknowledged, original } = this.interaction;
    switch (acknowledged) {
      case null:
        return 'silent';
      case R.Modal:
        return 'modal';
      case R.ApplicationCommandAutocompleteResult:
        return 'choices';
      case R.UpdateMessage:
      case R.DeferredMessageUpdate:
        return 'updated';
      default:
        return ((original?.wire.flags ?? 0) & MessageFlags.Loading) !== 0 ? 'thinking' : 'message';
    }
  }

  get ephemeral(): boolean {
    return this.interaction.ephemeral;
  }

  get message(): APIMessage | null {
    return this.interaction.original?.wire ?? null;
  }

  get followUps(): readonly APIMessage[] {
    return this.interaction.followUps.map((message) => message.wire);
  }

  get modal(): APIModalInteractionResponseCallbackData | null {
    return this.interaction.modal;
  }

  get choices(): readonly APIApplicationCommandOptionChoice[] | null {
    return this.interaction.choices;
  }

  toJSON(): ExchangeSnapshot {
    const { id, state, ephemeral, message, followUps, modal, choices } = this;
    return { id, state, ephemeral, message, followUps, modal, choices };
  }

  /** Resolves once there is an answer to look at, or none is to be expected any more. */
  answered(): Promise<this> {
    return this.#until((changes) => {
      if (this.interaction.acknowledged === R.DeferredMessageUpdate) return changes > 1;
      return this.state !== 'silent' && this.state !== 'thinking';
    });
  }

  /** Resolves once at least this many follow-ups have come. */
  followUpCount(count: number): Promise<this> {
    return this.#until(() => this.interaction.followUps.length >= count);
  }

  #until(done: (changes: number) => boolean): Promise<this> {
    let changes = 0;
    if (done(changes)) return Promise.resolve(this);
    return new Promise((resolve) => {
      const { clock } = this.#world;
      const finish = () => {
        callOff();
        this.interaction.watchers.delete(look);
        resolve(this);
      };
      const look = () => {
        changes += 1;
        if (done(changes)) finish();
      };
      // Not acknowledged in time: silence. Acknowledged and then forgotten: the token runs out.
      const giveUp = (after: number) =>
        clock.after(after, () => {
          if (this.interaction.acknowledged === null || after === TOKEN_LIFE_MS) finish();
          else callOff = giveUp(TOKEN_LIFE_MS);
        });
      let callOff = giveUp(FIRST_RESPONSE_MS);
      this.interaction.watchers.add(look);
    });
  }
}
