import {
  type CommandInteraction,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { AnswerPort } from './answer.ts';
import type { MessageBody } from './fit.ts';

/** In a message's place: files that it had before are gone with what showed them. */
const edited = ({ components, allowed_mentions, files }: MessageBody) => ({
  components,
  allowedMentions: allowed_mentions,
  flags: MessageFlags.IsComponentsV2 as const,
  files: uploads(files),
  attachments: [],
});
const posted = ({ components, allowed_mentions, flags, files }: MessageBody) => ({
  components,
  allowedMentions: allowed_mentions,
  flags,
  files: uploads(files),
});

const uploads = (files: MessageBody['files'] = []) =>
  files.map(({ name, bytes }) => ({
    name,
    attachment: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  }));

/** Answers a command; `shared`: for everyone in the channel. */
export const commandPort = (interaction: CommandInteraction, shared: boolean): AnswerPort => ({
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
  ask: (modal) => interaction.showModal(modal),
});

/** Answers a press: in the place of the message it sits on, or to whoever pressed alone. */
export function pressPort(interaction: MessageComponentInteraction): AnswerPort {
  const port = isOwnAnswer(interaction) ? inPlacePort(interaction) : asidePort(interaction);
  return { ...port, ask: (modal) => interaction.showModal(modal) };
}

/** Answers a form: as the press that opened it would be answered. */
export const formPort = (interaction: ModalSubmitInteraction): AnswerPort =>
  interaction.isFromMessage() && isOwnAnswer(interaction) ? inPlacePort(interaction) : asidePort(interaction);

/** Only who asked turns the pages of an answer; anyone else's press, or one on an alert, is answered to them alone. */
const isOwnAnswer = ({
  message,
  user,
}: MessageComponentInteraction | ModalMessageModalSubmitInteraction): boolean =>
  message.interactionMetadata?.user.id === user.id;

const inPlacePort = (
  interaction: MessageComponentInteraction | ModalMessageModalSubmitInteraction,
): AnswerPort => ({
  defer: () => interaction.deferUpdate(),
  first: (body) => interaction.update(edited(body)),
  afterDefer: (body) => interaction.editReply(edited(body)),
  aside: (body, deferred) =>
    deferred ? interaction.followUp(posted(body)) : interaction.reply(posted(body)),
  more: (body) => interaction.followUp(posted(body)),
});

const asidePort = (interaction: MessageComponentInteraction | ModalSubmitInteraction): AnswerPort => ({
  defer: () => interaction.deferReply({ flags: MessageFlags.Ephemeral }),
  first: (body) => interaction.reply(posted(body)),
  afterDefer: (body) => interaction.editReply(edited(body)),
  aside: (body, deferred) =>
    deferred ? interaction.editReply(edited(body)) : interaction.reply(posted(body)),
  more: (body) => interaction.followUp(posted(body)),
});
