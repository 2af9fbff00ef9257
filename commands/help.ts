import { type Command, type Context, defineCommand, type Options } from '../src/chat/command.ts';
import { code, join, type Markdown, md } from '../src/chat/markdown.ts';
import { note, type Reply, text } from '../src/chat/reply.ts';
import { listedDocuments, statusOf } from '../src/chat/views/passage.ts';

/** So many short names of a document; the rest are other spellings of them. */
const mostAliases = 6;

export const help = defineCommand({
  name: 'help',
  access: 'everyone',
  audience: 'teams',
  options: { share: { type: 'boolean' } },

  execute(_, context): Reply {
    const { t, corpus, commands, feeds } = context;
    const audiences = (['teams', 'subscribers', 'moderators'] as const).map((audience) => ({
      audience,
      list: commands.filter((command) => command.audience === audience),
    }));
    return {
      tone: 'plain',
      blocks: [
        text(t.md('help.heading')),
        text(t.md('help.about')),
        ...audiences.flatMap(({ audience, list }) =>
          list.length === 0
            ? []
            : [
                text(
                  join([
                    t.md(`help.audience.${audience}`),
                    ...list.flatMap((command) => commandLines(command, context)),
                  ]),
                ),
              ],
        ),
        text(
          join([
            t.md('help.documents'),
            ...corpus.documents.slice(0, listedDocuments).map(
              ({ info }) =>
                md`• ${t.md('help.document', {
                  title: info.title,
                  status: statusOf(info, t),
                  aliases: info.aliases.slice(0, mostAliases).join('、') || info.id,
                })}`,
            ),
            ...(corpus.documents.length > listedDocuments
              ? [t.md('help.more-documents', { count: corpus.documents.length })]
              : []),
          ]),
        ),
        note(t.md('help.watching', { count: feeds.length })),
      ],
    };
  },
});

/** `/条文` `编号` — 查看一条…: the names that the asker's client shows; it takes the English ones as well. */
function commandLines(command: Command, context: Context): Markdown[] {
  if ('kind' in command) return [menuLine(command.name, context)];
  if (!('subcommands' in command)) return [commandLine([command.name], command.options, context)];
  return Object.entries(command.subcommands).map(([name, { options }]) =>
    commandLine([command.name, name], options, context),
  );
}

/** `查条文` — 在消息的菜单里…: it has no slash and takes nothing. */
const menuLine = (name: string, { t }: Context): Markdown =>
  t.md('help.command', {
    name: code(t.of(`command.${name}.name`)),
    options: '',
    description: t.of(`command.${name}.description`),
  });

/** For a subcommand `/栏目 状况`. */
function commandLine(path: readonly string[], options: Options, { t }: Context): Markdown {
  const key = `command.${path.join('.')}`;
  const names = path.map((_, depth) => t.of(`command.${path.slice(0, depth + 1).join('.')}.name`));
  const said = Object.entries(options)
    .filter(([option]) => option !== 'share')
    .map(([option, { required }]) => {
      const shown = code(t.of(`${key}.${option}.name`));
      return required ? shown : md`[${shown}]`;
    });
  return t.md('help.command', {
    name: code(`/${names.join(' ')}`),
    options: said.length === 0 ? '' : md`${join(said, ' ')} `,
    description: t.of(`${key}.description`),
  });
}
