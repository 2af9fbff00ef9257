import type {
  APIApplicationCommandOptionChoice,
  APIModalInteractionResponseCallbackData,
  ApplicationCommandOptionType,
  InteractionResponseType,
  InteractionType,
  LocaleString,
} from 'discord-api-types/v10';
import type { StoredMessage } from './types.ts';
import type { World } from './world.ts';

/** First response within three seconds (10062 afterwards). */
export const FIRST_RESPONSE_MS = 3_000;
/** The token lives for fifteen minutes (50027 afterwards). */
export const TOKEN_LIFE_MS = 15 * 60_000;

/** One thing a person did to the bot, and what became of it. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly createdAt: number;
  readonly userId: string;
  readonly guildId: string | null;
  readonly channelId: string;
  readonly locale: LocaleString;
  /** Of a command: its name with subcommands, as the message header shows it. */
  readonly commandName: string | null;
  /** Of a component, or of a modal opened by one: the message it sits on. */
  readonly source: StoredMessage | null;
  /** Of an autocomplete: the type of the option that is being typed. */
  readonly focused: ApplicationCommandOptionType | null;
  /** The first response, once there is one. */
  acknowledged: InteractionResponseType | null;
  ephemeral: boolean;
  /** What `@original` names. */
  original: StoredMessage | null;
  modal: APIModalInteractionResponseCallbackData | null;
  choices: APIApplicationCommandOptionChoice[] | null;
  readonly followUps: StoredMessage[];
  /** Called after every change, for those who wait for the answer. */
  readonly watchers: Set<() => void>;
}

export type NewInteraction = Pick<
  Interaction,
  'type' | 'userId' | 'guildId' | 'channelId' | 'locale' | 'commandName' | 'source' | 'focused'
>;

export class InteractionLog {
  readonly #world: World;
  readonly #byToken = new Map<string, Interaction>();

  constructor(world: World) {
    this.#world = world;
  }

  open(about: NewInteraction): Interaction {
    this.#forgetOld();
    const id = this.#world.nextId();
    const token = Buffer.from(`interaction:${id}:${crypto.randomUUID()}`).toString('base64url');
    const interaction: Interaction = {
      ...about,
      id,
      token,
      createdAt: this.#world.clock.now(),
      acknowledged: null,
      ephemeral: false,
      original: null,
      modal: null,
      choices: null,
      followUps: [],
      watchers: new Set(),
    };
    this.#byToken.set(token, interaction);
    return interaction;
  }

  byToken(token: string): Interaction | undefined {
    return this.#byToken.get(token);
  }

  age(interaction: Interaction): number {
    return this.#world.clock.now() - interaction.createdAt;
  }

  changed(interaction: Interaction): void {
    for (const watcher of [...interaction.watchers]) watcher();
  }

  /** Expired tokens are remembered for a while, so that using one says "expired" and not "unknown". */
  #forgetOld(): void {
    for (const [token, interaction] of this.#byToken) {
      if (this.age(interaction) < 4 * TOKEN_LIFE_MS) break;
      this.#byToken.delete(token);
    }
  }
}
