import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
} from 'discord-api-types/v10';
import { encodeAction } from './customId.ts';
import { selectOptions } from './fitModal.ts';
import { clip } from './markdown.ts';
import type { Attachment, Block, Button, Reply, Tone } from './reply.ts';

/** Who sees an answer: the asker alone (ephemeral), or everyone in the channel. */
export type Audience = 'asker' | 'everyone';

/** A message as Discord takes it: Components V2, mentioning nobody. */
export interface MessageBody {
  readonly flags: number;
  readonly components: APIContainerComponent[];
  readonly allowed_mentions: { readonly parse: [] };
  /** Uploaded beside the rest, not in its JSON; its components name them (`attachment://name`). */
  readonly files?: readonly Attachment[];
}

/**
 * Discord's limits for Components V2 (docs, "Component Reference"): 4000 characters over all text of a message, 40 components
 * with nested ones. Some of its checks count UTF-16 code units, others code points; `length` is the larger of the two.
 */
const textLimit = 4000;
const componentLimit = 40;
/** Of a picture's description. */
const altLimit = 1024;

const colours: Readonly<Record<Tone, number>> = {
  law: 0x1f6f54,
  draft: 0xb7791f,
  policy: 0x3b5b8c,
  alert: 0xa4342f,
  plain: 0x6b7280,
  problem: 0x8a8f98,
};

/** Of a message: characters of text, and components. */
export interface Room {
  readonly text: number;
  readonly components: number;
}

/**
 * The messages a reply takes: one, or as many as its text needs. Nothing is cut: text that does not fit one message goes on
 * in the next, split at a line or a sentence. `taken` of each is left to what is put beside it.
 */
export function fitReply(
  reply: Reply,
  audience: Audience,
  taken: Room = { text: 0, components: 0 },
): readonly [MessageBody, ...MessageBody[]] {
  const flags = MessageFlags.IsComponentsV2 | (audience === 'asker' ? MessageFlags.Ephemeral : 0);
  const pages: Block[][] = [[]];
  let text = 0;
  let components = 1;
  for (const block of reply.blocks.flatMap(splitLong)) {
    const size = content(block).length;
    const count = 1 + (block.type === 'buttons' ? block.buttons.length : block.type === 'select' ? 1 : 0);
    if (text + size > textLimit - taken.text || components + count > componentLimit - taken.components) {
      pages.push([]);
      text = 0;
      components = 1;
    }
    pages.at(-1)?.push(block);
    text += size;
    components += count;
  }
  const [first = [], ...more] = pages;
  return [body(first, reply, flags), ...more.map((page) => body(page, reply, flags))];
}

/** A file goes with the message that shows it; Discord shows none that no component names. */
function body(blocks: readonly Block[], { tone, files = [] }: Reply, flags: number): MessageBody {
  const named = blocks.flatMap((block) => ('file' in block ? [block.file] : []));
  const shown = files.filter(({ name }) => named.includes(name));
  const missing = named.find((name) => !shown.some((file) => file.name === name));
  if (missing !== undefined) throw new Error(`the reply shows ${missing}, which is not among its files`);
  return {
    flags,
    components: [
      { type: ComponentType.Container, accent_color: colours[tone], components: blocks.map(component) },
    ],
    allowed_mentions: { parse: [] },
    ...(shown.length > 0 ? { files: shown } : {}),
  };
}

function component(block: Block): APIComponentInContainer {
  switch (block.type) {
    case 'text':
    case 'note':
      return { type: ComponentType.TextDisplay, content: content(block) };
    case 'divider':
      return { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small };
    case 'buttons':
      return row(block.buttons.map(button));
    case 'select':
      return row([
        {
          type: ComponentType.StringSelect,
          custom_id: encodeAction(block.action),
          placeholder: block.placeholder,
          options: selectOptions(block.options),
          ...(block.least === undefined ? {} : { min_values: block.least }),
          ...(block.most === undefined ? {} : { max_values: Math.min(block.most, block.options.length) }),
        },
      ]);
    case 'image':
      return {
        type: ComponentType.MediaGallery,
        items: [{ media: { url: `attachment://${block.file}` }, description: clip(block.alt, altLimit) }],
      };
    case 'file':
      return { type: ComponentType.File, file: { url: `attachment://${block.file}` } };
  }
}

/** The text a block shows; small print is marked on each of its lines. */
function content(block: Block): string {
  if (block.type === 'text') return block.text.markdown;
  if (block.type === 'note') return block.text.markdown.replace(/^/gm, '-# ');
  return '';
}

const row = (
  components: APIComponentInMessageActionRow[],
): APIActionRowComponent<APIComponentInMessageActionRow> => ({ type: ComponentType.ActionRow, components });

const styles = { primary: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const;

const button = (button: Button): APIButtonComponent =>
  'url' in button
    ? { type: ComponentType.Button, style: ButtonStyle.Link, label: button.label, url: button.url }
    : {
        type: ComponentType.Button,
        style: button.style ? styles[button.style] : ButtonStyle.Secondary,
        label: button.label,
        custom_id: encodeAction(button.action),
        disabled: button.disabled ?? false,
      };

/** A text block longer than a message, as several: cut after a line, else after a sentence, else anywhere but in an escape. */
function splitLong(block: Block): readonly Block[] {
  if (!('text' in block) || block.text.markdown.length <= textLimit - 200) return [block];
  const room = textLimit - 200;
  const quoted = block.text.markdown.startsWith('> ');
  const parts: Block[] = [];
  let rest = block.text.markdown;
  while (rest.length > room) {
    const cut = cutAt(rest.slice(0, room));
    parts.push({ ...block, text: { markdown: rest.slice(0, cut) } });
    // A quote goes on as a quote.
    const tail = rest.slice(cut).replace(/^\n/, '');
    rest = quoted && !tail.startsWith('> ') ? `> ${tail}` : tail;
  }
  parts.push({ ...block, text: { markdown: rest } });
  return parts;
}

function cutAt(head: string): number {
  const line = head.lastIndexOf('\n');
  if (line > head.length / 2) return line;
  const sentence = Math.max(head.lastIndexOf('。'), head.lastIndexOf('；'));
  if (sentence > head.length / 2) return sentence + 1;
  const wholeCharacters = head.replace(/[\uD800-\uDBFF]$/, '');
  return wholeCharacters.replace(/\\$/, '').length;
}
