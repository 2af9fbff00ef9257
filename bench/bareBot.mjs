import { Client, Events, GatewayIntentBits } from 'discord.js';

/**
 * The least a discord.js bot can be: one command with a constant answer, the very message that Tiaoli puts together. What
 * Tiaoli's cost is measured against. In JavaScript, so that it pays for nothing but discord.js.
 */
const answer = JSON.parse(process.env.CONSTANT_ANSWER);
const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: process.env.DISCORD_API_URL },
});
client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isChatInputCommand()) void interaction.reply(answer);
});
client.once(Events.ClientReady, (ready) => {
  void ready.application.commands.set([
    { name: 'article', description: 'constant', options: [{ name: 'ref', description: 'ref', type: 3 }] },
  ]);
});
await client.login(process.env.DISCORD_TOKEN);
