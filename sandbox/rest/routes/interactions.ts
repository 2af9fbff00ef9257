/** First responses, and what follows by the token (docs: interactions/receiving-and-responding). */
import {
  type APIMessage,
  type APIMessageInteractionMetadata,
  InteractionType as I,
  MessageFlags,
  MessageType,
  InteractionResponseType as R,
} from 'discord-api-types/v10';
import { accept, type Check, integer, object, optional, required } from '../../validate/form.ts';
import { acceptEdit, acceptMessage } from '../../validate/message.ts';
import { acceptChoices, acceptModal } from '../../validate/responses.ts';
import type { MessageBody } from '../../world/compose.ts';
import { FIRST_RESPONSE_MS, type Interaction, TOKEN_LIFE_MS } from '../../world/interactions.ts';
import type { StoredMessage } from '../../world/types.ts';
import { userWire } from '../../world/wire.ts';
import type { World } from '../../world/world.ts';
import { refuse } from '../refusal.ts';
import { type Call, json, noContent, type Reply, type Route } from '../router.ts';

/** Flags a response may carry. */
const SETTABLE =
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2 |
  MessageFlags.Ephemeral;

/** What may answer what. A modal cannot answer a modal; only a component, or a modal it opened, can update a message. */
const allowedFor = (interaction: Interaction): readonly R[] => {
  const message = [R.ChannelMessageWithSource, R.DeferredChannelMessageWithSource];
  const update = interaction.source === null ? [] : [R.DeferredMessageUpdate, R.UpdateMessage];
  if (interaction.type === I.ApplicationCommandAutocomplete) return [R.ApplicationCommandAutocompleteResult];
  if (interaction.type === I.ModalSubmit) return [...message, ...update];
  return [...message, ...update, R.Modal];
};

const metadata = (world: World, interaction: Interaction): Partial<APIMessage> => {
  const user = userWire(world.user(interaction.userId));
  const owners = interaction.guildId === null ? { 1: interaction.userId } : { 0: interaction.guildId };
  return {
    application_id: world.botId,
    webhook_id: world.botId,
    interaction_metadata: {
      id: interaction.id,
      type: interaction.type,
      user,
      authorizing_integration_owners: owners,
      ...(interaction.source !== null && { interacted_message_id: interaction.source.wire.id }),
    } as APIMessageInteractionMetadata,
    ...(interaction.commandName !== null && {
      interaction: { id: interaction.id, type: interaction.type, name: interaction.commandName, user },
    }),
  };
};

const post = (call: Call, interaction: Interaction, body: MessageBody, ephemeral: boolean): StoredMessage => {
  const { world } = call;
  const channel = world.channels.get(interaction.channelId);
  if (channel === undefined) throw refuse(10003);
  return world.messages.create({
    channel,
    author: world.bot,
    body,
    uploads: call.uploads,
    type: interaction.commandName === null ? MessageType.Default : MessageType.ChatInputCommand,
    visibleTo: ephemeral ? interaction.userId : null,
    interactionId: interaction.id,
    extra: metadata(world, interaction),
  });
};

const settable = (body: MessageBody): MessageBody => ({ ...body, flags: (body.flags ?? 0) & SETTABLE });

const isEphemeral = (flags: unknown): boolean => (Number(flags ?? 0) & MessageFlags.Ephemeral) !== 0;

const answer = (call: Call, interaction: Interaction, type: R, data: unknown): void => {
  const reply = (body: MessageBody) => {
    interaction.ephemeral = isEphemeral(body.flags);
    interaction.original = post(call, interaction, body, interaction.ephemeral);
  };
  switch (type) {
    case R.ChannelMessageWithSource:
      reply(settable(acceptMessage(data, call.uploads)));
      return;
    case R.DeferredChannelMessageWithSource: {
      const { flags = 0 } = accept<{ flags?: number }>(data ?? {}, object({ flags: optional(integer(0)) }));
      reply({ content: '', flags: (flags & MessageFlags.Ephemeral) | MessageFlags.Loading });
      return;
    }
    case R.UpdateMessage:
    case R.DeferredMessageUpdate: {
      interaction.original = interaction.source;
      interaction.ephemeral = interaction.source?.visibleTo != null;
      if (type === R.UpdateMessage && interaction.source !== null) {
        call.world.messages.edit(
          interaction.source,
          acceptEdit(data, interaction.source, call.uploads),
          call.uploads,
        );
      }
      return;
    }
    case R.Modal:
      interaction.modal = acceptModal(data);
      return;
    default:
      interaction.choices = acceptChoices(data, interaction.focused);
  }
};

const respond = (call: Call): Reply => {
  const { world } = call;
  const interaction = world.interactions.byToken(call.param('token'));
  if (interaction === undefined || interaction.id !== call.param('interaction')) throw refuse(10062);
  if (interaction.acknowledged !== null) throw refuse(40060);
  if (world.interactions.age(interaction) > FIRST_RESPONSE_MS) throw refuse(10062);
  const allowed = allowedFor(interaction);
  const known: Check = (value, path, report) => {
    if (!allowed.some((one) => one === value)) {
      report.add(path, 'BASE_TYPE_CHOICES', `Value must be one of {${allowed.join(', ')}}.`);
    }
  };
  const { type, data } = accept<{ type: R; data?: unknown }>(call.body, object({ type: required(known) }));
  answer(call, interaction, type, data);
  interaction.acknowledged = type;
  world.interactions.changed(interaction);
  if (call.query.get('with_response') !== 'true') return noContent;
  const message = interaction.original?.wire;
  return json({
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(message !== undefined && {
        response_message_id: message.id,
        response_message_loading: ((message.flags ?? 0) & MessageFlags.Loading) !== 0,
        response_message_ephemeral: interaction.ephemeral,
      }),
    },
    ...(message !== undefined && { resource: { type, message } }),
  });
};

/** The interaction whose token a webhook path carries: alive, and answered at least once. */
const tokenFor = (call: Call): Interaction => {
  const interaction = call.world.interactions.byToken(call.param('token'));
  if (call.param('application') !== call.world.botId) throw refuse(10015);
  if (interaction === undefined || call.world.interactions.age(interaction) > TOKEN_LIFE_MS)
    throw refuse(50027);
  if (interaction.acknowledged === null || interaction.choices !== null) throw refuse(10015);
  return interaction;
};

const targetFor = (call: Call, interaction: Interaction): StoredMessage => {
  const wanted = call.param('message');
  const id = wanted === '@original' ? (interaction.original?.wire.id ?? '') : wanted;
  const message = call.world.messages.find(interaction.channelId, id);
  const ours =
    message !== undefined &&
    (message.interactionId === interaction.id ||
      message === interaction.original ||
      message === interaction.source);
  if (!ours) throw refuse(10008);
  return message;
};

const isLoading = (message: StoredMessage): boolean =>
  ((message.wire.flags ?? 0) & MessageFlags.Loading) !== 0;

/** The first message after "thinking" takes the place of the thinking, and keeps its ephemerality. */
const settle = (
  call: Call,
  interaction: Interaction,
  message: StoredMessage,
  body: Partial<MessageBody>,
): APIMessage => {
  const edited = call.world.messages.edit(message, body, call.uploads, isLoading(message));
  call.world.interactions.changed(interaction);
  return edited.wire;
};

const followUp = (call: Call): Reply => {
  const interaction = tokenFor(call);
  const body = settable(acceptMessage(call.body, call.uploads));
  const { original } = interaction;
  if (original !== null && isLoading(original)) return json(settle(call, interaction, original, body));
  const message = post(call, interaction, body, isEphemeral(body.flags));
  interaction.followUps.push(message);
  call.world.interactions.changed(interaction);
  return json(message.wire);
};

const MESSAGE = '/webhooks/:application/:token/messages/:message';
const PER_TOKEN = { requests: 5, perMs: 2_000 };

export const interactionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/interactions/:interaction/:token/callback',
    byToken: true,
    limit: PER_TOKEN,
    answer: respond,
  },
  {
    method: 'POST',
    path: '/webhooks/:application/:token',
    byToken: true,
    limit: PER_TOKEN,
    answer: followUp,
  },
  {
    method: 'GET',
    path: MESSAGE,
    byToken: true,
    answer: (call) => json(targetFor(call, tokenFor(call)).wire),
  },
  {
    method: 'PATCH',
    path: MESSAGE,
    byToken: true,
    limit: PER_TOKEN,
    answer: (call) => {
      const interaction = tokenFor(call);
      const message = targetFor(call, interaction);
      return json(settle(call, interaction, message, acceptEdit(call.body, message, call.uploads)));
    },
  },
  {
    method: 'DELETE',
    path: MESSAGE,
    byToken: true,
    answer: (call) => {
      const interaction = tokenFor(call);
      call.world.messages.remove(targetFor(call, interaction));
      call.world.interactions.changed(interaction);
      return noContent;
    },
  },
];
