/** Who the bot is, and whom and what it can look up (docs: resources/user, resources/application, resources/guild). */
import { ApplicationFlags } from 'discord-api-types/v10';
import { accept, object, required, snowflake } from '../../validate/form.ts';
import { channelWire, guildWire, memberWire, roleWire, userWire } from '../../world/wire.ts';
import type { World } from '../../world/world.ts';
import { channelFor, guildFor } from '../access.ts';
import { refuse } from '../refusal.ts';
import { type Call, json, type Route } from '../router.ts';

/** No privileged intent is granted: what the bot must live with before Discord has approved it. */
export const APPLICATION_FLAGS: ApplicationFlags = ApplicationFlags.ApplicationCommandBadge;

const applicationWire = (world: World) => ({
  id: world.botId,
  name: world.bot.globalName,
  icon: null,
  description: '',
  summary: '',
  type: null,
  bot: userWire(world.bot),
  bot_public: true,
  bot_require_code_grant: false,
  verify_key: '0'.repeat(64),
  flags: APPLICATION_FLAGS,
  hook: true,
  tags: [],
  owner: userWire([...world.users.values()].find((user) => !user.bot) ?? world.bot),
  team: null,
  redirect_uris: [],
  interactions_endpoint_url: null,
  approximate_guild_count: [...world.guilds.values()].filter((guild) => guild.members.has(world.botId))
    .length,
  approximate_user_install_count: 0,
  integration_types_config: { '0': {} },
});

const memberOf = (call: Call) => {
  const guild = guildFor(call);
  const userId = call.param('user') === '@me' ? call.world.botId : call.param('user');
  if (!call.world.users.has(userId)) throw refuse(10013);
  const member = guild.members.get(userId);
  if (member === undefined) throw refuse(10007);
  return json({ ...memberWire(member), user: userWire(call.world.user(userId)) });
};

export const identityRoutes = (gatewayUrl: () => string): readonly Route[] => [
  { method: 'GET', path: '/gateway', answer: () => json({ url: gatewayUrl() }) },
  {
    method: 'GET',
    path: '/gateway/bot',
    answer: () =>
      json({
        url: gatewayUrl(),
        shards: 1,
        session_start_limit: { total: 1_000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 },
      }),
  },
  {
    method: 'GET',
    path: '/users/@me',
    answer: ({ world }) => json({ ...userWire(world.bot), email: null, verified: true }),
  },
  {
    method: 'POST',
    path: '/users/@me/channels',
    answer: (call) => {
      const { recipient_id: id } = accept<{ recipient_id: string }>(
        call.body,
        object({ recipient_id: required(snowflake) }),
      );
      if (id === call.world.botId || !call.world.users.has(id)) throw refuse(10013);
      return json(channelWire(call.world.dmWith(id), call.world.users));
    },
  },
  {
    method: 'GET',
    path: '/users/@me/guilds',
    answer: ({ world }) =>
      json([...world.guilds.values()].filter((guild) => guild.members.has(world.botId)).map(guildWire)),
  },
  {
    method: 'GET',
    path: '/users/:user',
    answer: (call) => {
      const user = call.world.users.get(call.param('user'));
      if (user === undefined) throw refuse(10013);
      return json(userWire(user));
    },
  },
  { method: 'GET', path: '/applications/@me', answer: ({ world }) => json(applicationWire(world)) },
  { method: 'GET', path: '/oauth2/applications/@me', answer: ({ world }) => json(applicationWire(world)) },
  { method: 'GET', path: '/guilds/:guild', answer: (call) => json(guildWire(guildFor(call))) },
  {
    method: 'GET',
    path: '/guilds/:guild/channels',
    answer: (call) => {
      const guild = guildFor(call);
      const channels = call.world.channelsOf(guild.id).filter((channel) => channel.thread === null);
      return json(channels.map((channel) => channelWire(channel, call.world.users)));
    },
  },
  {
    method: 'GET',
    path: '/guilds/:guild/roles',
    answer: (call) => json([...guildFor(call).roles.values()].map(roleWire)),
  },
  {
    method: 'GET',
    path: '/guilds/:guild/roles/:role',
    answer: (call) => {
      const role = guildFor(call).roles.get(call.param('role'));
      if (role === undefined) throw refuse(10011);
      return json(roleWire(role));
    },
  },
  { method: 'GET', path: '/guilds/:guild/members/:user', answer: memberOf },
  {
    method: 'GET',
    path: '/channels/:channel',
    answer: (call) => json(channelWire(channelFor(call), call.world.users)),
  },
];
