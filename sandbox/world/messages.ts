import { type APIAttachment, type APIMessage, GatewayDispatchEvents } from 'discord-api-types/v10';
import { composed, type Draft, edited, type MessageBody, mentionsWire, pingsOfDraft } from './compose.ts';
import { olderFirst } from './snowflake.ts';
import type { Channel, StoredMessage, Upload } from './types.ts';
import { memberWire } from './wire.ts';
import type { World } from './world.ts';

/** How long a nonce is remembered. Discord says "a few minutes" only, so a bot may rely on two. */
const NONCE_MEMORY_MS = 120_000;
/** Messages kept in one channel; older ones fall away, so that a long fan-out runs in steady memory. */
const KEPT_PER_CHANNEL = 2_000;

export class MessageLog {
  readonly #world: World;
  readonly #channels = new Map<string, Map<string, StoredMessage>>();
  readonly #nonces = new Map<string, { message: StoredMessage; until: number }>();

  constructor(world: World) {
    this.#world = world;
  }

  /** The message with this id, ephemeral ones included. */
  find(channelId: string, id: string): StoredMessage | undefined {
    return this.#channels.get(channelId)?.get(id);
  }

  /** Oldest first, without ephemeral messages unless `viewer` is the one who sees them. */
  in(channelId: string, viewer?: string): StoredMessage[] {
    const all = [...(this.#channels.get(channelId)?.values() ?? [])];
    return all.filter((message) => message.visibleTo === null || message.visibleTo === viewer);
  }

  /** One page of history, newest first (docs: Get Channel Messages). */
  page(
    channelId: string,
    at: { before?: string; after?: string; around?: string; limit: number },
  ): StoredMessage[] {
    const all = this.in(channelId);
    if (at.around !== undefined) {
      const centre = at.around;
      const older = all.filter((m) => olderFirst(m.wire.id, centre) < 0).slice(-Math.floor(at.limit / 2));
      const rest = all.filter((m) => olderFirst(m.wire.id, centre) >= 0).slice(0, at.limit - older.length);
      return [...older, ...rest].reverse();
    }
    if (at.after !== undefined) {
      const after = at.after;
      return all
        .filter((m) => olderFirst(m.wire.id, after) > 0)
        .slice(0, at.limit)
        .reverse();
    }
    const before = at.before;
    const older = before === undefined ? all : all.filter((m) => olderFirst(m.wire.id, before) < 0);
    return older.slice(-at.limit).reverse();
  }

  /** The message this author made with this nonce not long ago, in whatever channel. */
  byNonce(authorId: string, nonce: string | number): StoredMessage | undefined {
    const known = this.#nonces.get(`${authorId}:${nonce}`);
    return known !== undefined && known.until > this.#world.clock.now() ? known.message : undefined;
  }

  create(draft: Draft): StoredMessage {
    const { channel, author, body } = draft;
    const id = draft.id ?? this.#world.nextId();
    const reference = body.message_reference ?? undefined;
    const referenced = reference && this.find(reference.channel_id ?? channel.id, reference.message_id);
    const pings = pingsOfDraft(this.#world, draft, referenced);
    const message: StoredMessage = {
      wire: composed(this.#world, draft, {
        id,
        pings,
        referenced,
        attachments: this.#attach(channel.id, body.attachments ?? [], draft.uploads ?? []),
      }),
      authorId: author.id,
      pings,
      visibleTo: draft.visibleTo ?? null,
      interactionId: draft.interactionId ?? null,
    };
    this.#store(channel, message);
    if (body.nonce != null && body.enforce_nonce === true) this.#remember(author.id, body.nonce, message);
    this.#publish(GatewayDispatchEvents.MessageCreate, message, channel, body.nonce ?? undefined);
    return message;
  }

  /** Changes what the body names and leaves the rest. `final` marks the first answer after "thinking": it is no edit. */
  edit(
    message: StoredMessage,
    body: Partial<MessageBody>,
    uploads: readonly Upload[] = [],
    final = false,
  ): StoredMessage {
    const channel = this.#world.channels.get(message.wire.channel_id);
    if (channel === undefined) throw new Error('a message outlived its channel');
    const old = message.wire;
    const named = body.attachments?.map((attachment) => String(attachment.id));
    const kept =
      named === undefined ? old.attachments : old.attachments.filter((one) => named.includes(one.id));
    const attachments = [...kept, ...this.#attach(channel.id, body.attachments ?? [], uploads)];
    for (const one of old.attachments) if (!kept.includes(one)) this.#world.files.drop(one.id);
    message.wire = {
      ...edited(old, body, attachments),
      attachments,
      edited_timestamp: final ? null : this.#world.isoNow(),
    };
    // An edit rings nobody; the first answer after "thinking" does.
    if (final) {
      const author = this.#world.user(message.authorId);
      message.pings = pingsOfDraft(
        this.#world,
        { channel, author, body, interactionId: 'answer' },
        undefined,
      );
      message.wire = { ...message.wire, ...mentionsWire(this.#world, message.pings) };
    }
    this.#publish(GatewayDispatchEvents.MessageUpdate, message, channel);
    return message;
  }

  /** Marks a change that is neither text nor embeds: published elsewhere, pinned, a thread started from it. */
  touch(message: StoredMessage, change: Partial<APIMessage>): void {
    message.wire = { ...message.wire, ...change };
    const channel = this.#world.channels.get(message.wire.channel_id);
    if (channel !== undefined) this.#publish(GatewayDispatchEvents.MessageUpdate, message, channel);
  }

  remove(message: StoredMessage): void {
    const { id, channel_id } = message.wire;
    this.#drop(channel_id, id);
    const channel = this.#world.channels.get(channel_id);
    this.#world.publish({
      t: GatewayDispatchEvents.MessageDelete,
      d: { id, channel_id, ...(channel?.guildId != null && { guild_id: channel.guildId }) },
      guildId: channel?.guildId ?? null,
      channelId: channel_id,
      ...(message.visibleTo !== null && { onlyFor: message.visibleTo }),
    });
  }

  /** Lets go of a channel that is gone. */
  forget(channelId: string): void {
    for (const id of this.#channels.get(channelId)?.keys() ?? []) this.#drop(channelId, id);
    this.#channels.delete(channelId);
  }

  #drop(channelId: string, id: string): void {
    for (const attachment of this.find(channelId, id)?.wire.attachments ?? []) {
      this.#world.files.drop(attachment.id);
    }
    this.#channels.get(channelId)?.delete(id);
  }

  #store(channel: Channel, message: StoredMessage): void {
    const log = this.#channels.get(channel.id) ?? new Map<string, StoredMessage>();
    this.#channels.set(channel.id, log);
    log.set(message.wire.id, message);
    if (log.size > KEPT_PER_CHANNEL) this.#drop(channel.id, log.keys().next().value ?? '');
    if (message.visibleTo !== null) return;
    channel.lastMessageId = message.wire.id;
    if (channel.thread !== null) {
      channel.thread.messageCount += 1;
      if (channel.thread.archived) {
        channel.thread.archived = false;
        this.#world.channelChanged(channel);
      }
    }
  }

  #remember(authorId: string, nonce: string | number, message: StoredMessage): void {
    const now = this.#world.clock.now();
    for (const [key, known] of this.#nonces) {
      if (known.until > now) break;
      this.#nonces.delete(key);
    }
    this.#nonces.set(`${authorId}:${nonce}`, { message, until: now + NONCE_MEMORY_MS });
  }

  #attach(
    channelId: string,
    described: readonly {
      id: string | number;
      filename?: string | undefined;
      description?: string | undefined;
    }[],
    uploads: readonly Upload[],
  ): APIAttachment[] {
    return uploads.map((upload) => {
      const about = described.find((one) => `files[${one.id}]` === upload.field);
      const more = about?.description == null ? {} : { description: about.description };
      return this.#world.files.keep(channelId, about?.filename ?? upload.name, upload, more);
    });
  }

  #publish(
    t: GatewayDispatchEvents,
    message: StoredMessage,
    channel: Channel,
    nonce?: string | number,
  ): void {
    const guild = this.#world.guildOf(channel);
    const member = guild?.members.get(message.authorId);
    this.#world.publish({
      t,
      d: {
        ...message.wire,
        ...(nonce !== undefined && { nonce }),
        ...(guild !== undefined && { guild_id: guild.id }),
        ...(member !== undefined && { member: memberWire(member) }),
        channel_type: channel.type,
      },
      guildId: channel.guildId,
      channelId: channel.id,
      ...(message.visibleTo !== null && { onlyFor: message.visibleTo }),
    });
  }
}
