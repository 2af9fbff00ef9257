import {
  ApplicationCommandOptionType,
  ComponentType,
  Events,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { ManualClock } from '../../sandbox/clock.ts';
import { connect } from './bot.ts';

const ARTICLE = {
  name: 'article',
  description: 'Shows an article',
  options: [
    {
      type: ApplicationCommandOptionType.String as const,
      name: 'ref',
      description: 'Which',
      required: true,
      autocomplete: true,
    },
  ],
};

describe('a command, from the person to the bot and back', () => {
  test('the answer is what the person sees', async () => {
    await using bench = await connect();
    bench.client.on(Events.InteractionCreate, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply({
        content: interaction.options.getString('ref', true),
        flags: MessageFlags.Ephemeral,
      });
    });
    await bench.client.application.commands.set([ARTICLE]);
    const answer = await bench.sandbox.people.invoke({
      ...bench.here,
      command: 'article',
      options: { ref: '23' },
    });
    expect(answer).toMatchObject({ state: 'message', ephemeral: true, message: { content: '23' } });
  });

  test('what is being typed is completed by the bot', async () => {
    await using bench = await connect();
    bench.client.on(Events.InteractionCreate, async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      await interaction.respond([{ name: `第${interaction.options.getFocused()}条`, value: '23' }]);
    });
    await bench.client.application.commands.set([ARTICLE]);
    const asked = { ...bench.here, command: 'article', options: { ref: '23' }, focused: 'ref' };
    expect(await bench.sandbox.people.autocomplete(asked)).toEqual([{ name: '第23条', value: '23' }]);
  });

  test('a deferred answer is waited for, and follow-ups come after it', async () => {
    await using bench = await connect();
    bench.client.on(Events.InteractionCreate, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply('first');
      await interaction.followUp('second');
    });
    await bench.client.application.commands.set([ARTICLE]);
    const answer = await bench.sandbox.people.invoke({
      ...bench.here,
      command: 'article',
      options: { ref: '23' },
    });
    expect(answer).toMatchObject({ state: 'message', ephemeral: true, message: { content: 'first' } });
    await answer.followUpCount(1);
    expect(answer.followUps[0]?.content).toBe('second');
  });

  test('a button updates its message, a modal is asked and answered', async () => {
    await using bench = await connect();
    const row = {
      type: ComponentType.ActionRow as const,
      components: [{ type: ComponentType.Button as const, style: 1 as const, label: 'Ask', customId: 'ask' }],
    };
    bench.client.on(Events.InteractionCreate, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply({ content: 'one', components: [row] });
      if (interaction.isButton()) {
        const why = new TextInputBuilder().setCustomId('why').setStyle(TextInputStyle.Short);
        const label = new LabelBuilder().setLabel('Why').setTextInputComponent(why);
        await interaction.showModal(
          new ModalBuilder().setCustomId('form').setTitle('Form').addLabelComponents(label),
        );
      }
      if (interaction.isModalSubmit() && interaction.isFromMessage()) {
        await interaction.update({ content: interaction.fields.getTextInputValue('why'), components: [] });
      }
    });
    await bench.client.application.commands.set([ARTICLE]);
    const { people } = bench.sandbox;
    const answer = await people.invoke({ ...bench.here, command: 'article', options: { ref: '23' } });
    const asked = await people.press({ ...bench.here, message: answer.message?.id ?? '', customId: 'ask' });
    expect(asked.state).toBe('modal');
    const done = await people.submitModal(asked.id, { why: 'because' });
    expect(done).toMatchObject({ state: 'updated', message: { content: 'because', components: [] } });
    expect(answer.message?.content).toBe('because');
  });

  test('a bot that stays silent for three seconds is seen to have failed', async () => {
    const clock = new ManualClock();
    await using bench = await connect({ clock });
    await bench.client.application.commands.set([ARTICLE]);
    const answer = bench.sandbox.people.invoke({ ...bench.here, command: 'article', options: { ref: '23' } });
    clock.advance(3_000);
    expect((await answer).state).toBe('silent');
  });
});
