/**
 * Text that is ready for Discord: what is not ours has been escaped. Only this module makes it, so that neither a law's
 * asterisk nor a hostile title is ever read as markup.
 */
export interface Markdown {
  readonly markdown: string;
}

/** Our own markup. Never for text that came from outside. */
export const trusted = (markdown: string): Markdown => ({ markdown });

/**
 * Shows `text` letter for letter. Discord reads a backslash before any character but letters, digits and white space as
 * "this character itself" (support article "Markdown Text 101"), so every character that can open markup gets one:
 * emphasis `*_~|` and code, quotes `>`, headings `#`, lists `-+` and `1.`, links `[]()` and `://`, mentions `<@#&`, emoji `:`.
 * `国家〔2024〕1号、（一）` stays as it is; `https://a.b` is shown but is no link.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\*_~`|<>[\]()#@:+-]/g, '\\$&').replace(/^(\s*\d+)\./gm, '$1\\.');
}

/** `md\`**${title}** …\``: the template is ours, what is put into it is escaped unless it is Markdown already. */
export function md(
  template: TemplateStringsArray,
  ...values: readonly (string | number | Markdown)[]
): Markdown {
  return trusted(
    template.reduce((text, part, index) => {
      const value = values[index - 1];
      const inserted = typeof value === 'object' ? value.markdown : escapeMarkdown(String(value));
      return text + inserted + part;
    }),
  );
}

export const join = (parts: readonly Markdown[], separator = '\n'): Markdown =>
  trusted(parts.map((part) => part.markdown).join(separator));

/**
 * A link with text of ours or escaped text. Only http and https are linked (Discord refuses other schemes, and so do we);
 * anything else is shown as text.
 */
export function link(text: string | Markdown, url: string): Markdown {
  const shown = typeof text === 'string' ? trusted(escapeMarkdown(text)) : text;
  const target = webUrl(url);
  return target === null ? shown : trusted(`[${shown.markdown}](<${target}>)`);
}

/** The URL in a form that cannot break out of a link, or null when it is not http(s). */
export function webUrl(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  return href.replace(/[<>()\s]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Letters that are typed or copied, such as an address; inside a code span nothing is markup and nothing is escaped. */
export const code = (text: string): Markdown => trusted(`\`${text.replaceAll('`', "'")}\``);

/** Verbatim text as a block quote, each line of it. */
export const quote = (text: string): Markdown =>
  trusted(
    text
      .split('\n')
      .map((line) => `> ${escapeMarkdown(line)}`)
      .join('\n'),
  );

/**
 * Text from outside made fit for one line of a message: control characters, direction overrides and invisible characters
 * go, white space folds. For feed text only; law text is never touched.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\p{Cf}|\u034F|\u115F|\u1160|\u3164|\uFFA0/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** At most `limit` characters; what was left out is announced by an ellipsis, never silent. Surrogate pairs stay whole. */
export function clip(text: string, limit: number): string {
  const characters = [...text];
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}

/**
 * What a person would see of our Markdown in a place that knows none, such as a terminal: `**第一条**` is 第一条, `[题](<https://a.cn/>)`
 * is 题 <https://a.cn/>; a `\*` that was text stays an asterisk.
 */
export const plain = ({ markdown }: Markdown): string =>
  markdown
    .replace(/^(?:#{1,3}|-#) /gm, '')
    .replace(/(?<!\\)\*\*/g, '')
    .replace(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\(<([^>]*)>\)/g, '$1 <$2>')
    .replace(/`([^`\n]*)`/g, '$1')
    .replace(/\\([^0-9A-Za-z\s])/g, '$1');
