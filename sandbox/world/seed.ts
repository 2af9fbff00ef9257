import { ChannelType } from 'discord-api-types/v10';
import type { Channel, Guild, Role, User } from './types.ts';
import { permissionBits } from './wire.ts';
import { fixedId, type World } from './world.ts';

/** The people and places every sandbox starts with. Their ids are the same at every start. */
export interface Cast {
  readonly users: {
    readonly member: User;
    /** Has Manage Server, and is not the owner. */
    readonly moderator: User;
    /** Has the moderators' role of `roles.deputies`, by which alone nothing may be managed. */
    readonly deputy: User;
    /** Belongs to the other server only. */
    readonly stranger: User;
    readonly owner: User;
  };
  readonly guilds: { readonly home: Guild; readonly other: Guild };
  readonly roles: {
    readonly moderator: Role;
    /** Has no permission of its own: what it may do, a bot must be told. */
    readonly deputies: Role;
    readonly readers: Role;
    readonly bot: Role;
  };
  readonly channels: {
    /** Where people talk. */
    readonly general: Channel;
    /** An announcement channel: messages can be published to followers. */
    readonly announcements: Channel;
    readonly forum: Channel;
    /** Moderators and the bot only. */
    readonly review: Channel;
    /** The bot sees it and may not write (50013). */
    readonly readOnly: Channel;
    /** The bot does not see it (50001). */
    readonly hidden: Channel;
    /** In the other server. */
    readonly elsewhere: Channel;
  };
}

const EVERYONE = permissionBits(
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'ReadMessageHistory',
  'UseApplicationCommands',
  'UseExternalEmojis',
  'ChangeNickname',
);
const MODERATOR = permissionBits(
  'ManageGuild',
  'ManageChannels',
  'ManageMessages',
  'ManageThreads',
  'ManageRoles',
);
/** What the invitation link of the README asks for, and nothing more (a test holds them against each other). */
export const INVITED_WITH = permissionBits(
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'AttachFiles',
  'ReadMessageHistory',
);

export const BOT_ID = fixedId(1);

export const seed = (world: World): Cast => {
  const bot = world.addUser({ id: BOT_ID, username: 'tiaoli', globalName: '条例', bot: true });
  const member = world.addUser({ id: fixedId(2), username: 'xiaoming', globalName: '小明' });
  const moderator = world.addUser({ id: fixedId(3), username: 'banzhu', globalName: '版主' });
  const stranger = world.addUser({ id: fixedId(4), username: 'luren', globalName: '路人', locale: 'en-US' });
  const owner = world.addUser({ id: fixedId(5), username: 'qunzhu', globalName: '群主' });

  const deputy = world.addUser({ id: fixedId(6), username: 'xieguan', globalName: '协管' });

  const guild = (n: number, name: string, ownerId: string) => {
    const made = world.addGuild({ id: fixedId(n), name, ownerId });
    world.addRole(made, { id: made.id, name: '@everyone', permissions: EVERYONE, position: 0 });
    const botRole = world.addRole(made, {
      id: fixedId(n + 1),
      name: '条例',
      permissions: INVITED_WITH,
      managed: true,
    });
    return { made, botRole };
  };
  const { made: home, botRole } = guild(100, '科创政策交流', owner.id);
  const { made: other, botRole: otherBotRole } = guild(200, '另一个服务器', stranger.id);
  const moderatorRole = world.addRole(home, {
    id: fixedId(102),
    name: '版主',
    permissions: MODERATOR,
    color: 0x3498db,
  });
  const readers = world.addRole(home, {
    id: fixedId(103),
    name: '订阅者',
    color: 0x2ecc71,
    mentionable: true,
  });

  const deputies = world.addRole(home, { id: fixedId(104), name: '协管', color: 0x9b59b6 });

  world.addMember(home, moderator.id, [moderatorRole.id]);
  world.addMember(home, deputy.id, [deputies.id]);
  world.addMember(home, member.id);
  world.addMember(home, owner.id);
  world.addMember(home, bot.id, [botRole.id]);
  world.addMember(other, stranger.id);
  world.addMember(other, bot.id, [otherBotRole.id]);

  const channel = (n: number, name: string, more: Partial<Channel> = {}) =>
    world.addChannel({ id: fixedId(n), guildId: home.id, name, position: n - 110, ...more });
  const general = channel(110, '政策讨论', { topic: '输入 / 试试每一条命令' });
  const announcements = channel(111, '公告', {
    type: ChannelType.GuildAnnouncement,
    topic: '新的配套措施在这里公布',
  });
  const forum = channel(112, '措施论坛', {
    type: ChannelType.GuildForum,
    tags: [{ id: fixedId(120), name: '实施办法' }],
  });
  const review = channel(113, '审核', { topic: '只有版主与机器人看得见' });
  const readOnly = channel(114, '只读', { topic: '机器人在这里看得见、发不出' });
  const hidden = channel(115, '密室', { topic: '机器人看不见这里' });
  const see = permissionBits('ViewChannel');
  world.overwrite(review, home.id, 0n, see);
  world.overwrite(review, moderatorRole.id, see, 0n);
  world.overwrite(review, deputies.id, see, 0n);
  world.overwrite(review, botRole.id, see, 0n);
  world.overwrite(readOnly, botRole.id, 0n, permissionBits('SendMessages'));
  world.overwrite(hidden, botRole.id, 0n, see);
  const elsewhere = channel(210, '大厅', { guildId: other.id, position: 0 });

  return {
    users: { member, moderator, deputy, stranger, owner },
    guilds: { home, other },
    roles: { moderator: moderatorRole, deputies, readers, bot: botRole },
    channels: { general, announcements, forum, review, readOnly, hidden, elsewhere },
  };
};
