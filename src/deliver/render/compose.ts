import { locales, type Translate, translator } from '../../chat/catalogue/index.ts';
import { fitReply, type MessageBody } from '../../chat/fit.ts';
import { clip, type Markdown, oneLine, plain } from '../../chat/markdown.ts';
import { type Outgoing, roomOfMention } from '../../chat/messenger.ts';
import { type Block, note, type Tone } from '../../chat/reply.ts';
import type { LeasedDelivery } from '../../store/port.ts';

/** One message of a delivery, before it is fitted to Discord's limits. */
export interface Draft {
  readonly tone: Tone;
  /** What a forum post is called that opens with it. */
  readonly title: string;
  /** Ever shorter forms of what is told; the first that fits one message is sent. */
  readonly forms: readonly (readonly Block[])[];
  /** All of it; attached as a text where the form that is sent leaves something out. */
  readonly whole: Markdown;
  /** Whether a form says all of it. */
  readonly isWhole: (form: readonly Block[]) => boolean;
  /** Stands below: small print and buttons. */
  readonly foot: readonly Block[];
  readonly roleIds: readonly string[];
}

/** Discord's limit of a thread's name. */
const TITLE_LIMIT = 100;
const FILE = 'quanwen.txt';

/** The language of whoever subscribed, else of the server, else of whom the alert is for; Chinese, as the law is, of nobody known. */
export const voiceOf = ({ subscription, guild, alert }: LeasedDelivery): Translate =>
  translator(
    subscription?.locale ??
      guild?.settings.locale ??
      locales.find((locale) => locale === alert.about.locale) ??
      'zh-CN',
  );

/** So many fit beside any message in its shortest form. */
const MOST_ROLES = 50;

/** The roles that a delivery's subscriptions mention; ids alone, never text from anywhere else. */
export const rolesOf = ({ subscriptions }: LeasedDelivery): readonly string[] =>
  [...new Set(subscriptions.map(({ roleId }) => roleId ?? ''))]
    .filter((roleId) => /^\d{1,20}$/.test(roleId))
    .slice(0, MOST_ROLES);

/** At most so many UTF-16 code units, in which some of Discord's limits are counted. */
export function clipUnits(text: string, limit: number): string {
  let characters = limit;
  let shown = clip(text, characters);
  while (shown.length > limit) {
    characters -= 1;
    shown = clip(text, characters);
  }
  return shown;
}

/** The draft as one message; what does not fit is attached, and the message says so. Throws where even its shortest form is too long. */
export function compose(draft: Draft, t: Translate): Outgoing {
  const { whole, foot, tone, roleIds } = draft;
  const mention = roomOfMention(roleIds);
  const title = clipUnits(oneLine(draft.title) || '—', TITLE_LIMIT);
  for (const form of draft.forms) {
    const fitted = (more: readonly Block[], files: { readonly name: string; readonly bytes: Uint8Array }[]) =>
      fitReply({ tone, blocks: [...form, ...more, ...foot], files }, 'everyone', mention);
    const out = (body: MessageBody, bare: MessageBody): Outgoing => ({ body, bare, title, roleIds });
    if (draft.isWhole(form)) {
      const [body, ...more] = fitted([], []);
      if (more.length === 0) return out(body, body);
      continue;
    }
    const bytes = new TextEncoder().encode(`${plain(whole)}\n`);
    const attached: Block[] = [note(t.md('deliver.attached')), { type: 'file', file: FILE }];
    const [body, ...more] = fitted(attached, [{ name: FILE, bytes }]);
    const [bare, ...bareMore] = fitted([note(t.md('deliver.not-attached'))], []);
    if (more.length === 0 && bareMore.length === 0) return out(body, bare);
  }
  throw new Error(`a message does not fit: ${title}`);
}
