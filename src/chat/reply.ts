import type { Markdown } from './markdown.ts';

/** What a command answers: a value, fitted to Discord's limits and sent by the adapter (`fit.ts`). */
export interface Reply {
  readonly blocks: readonly Block[];
  /** What kind of text it is; shown as the accent colour, and never by colour alone. A problem is shown to the asker alone. */
  readonly tone: Tone;
  /** Sent with the message; an `image` or `file` block says where each is shown. */
  readonly files?: readonly Attachment[];
}

/** A file of a reply. Its name is unique in the reply: letters, digits, `-`, `_` and `.`. */
export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * A form that opens instead of an answer; what is filled in goes to `forms[action.name]` of its command. It must be the first answer
 * to a command or a press, within three seconds: nothing slow goes before it.
 */
export interface Modal {
  readonly action: Action;
  /** At most 45 characters. */
  readonly title: string;
  /** At most five. */
  readonly fields: readonly ModalField[];
}

export interface ModalField {
  readonly id: string;
  /** At most 45 characters. */
  readonly label: string;
  /** At most 100 characters. */
  readonly description?: string;
  /** One line, many lines, or at most 25 options to choose from. */
  readonly type: 'line' | 'lines' | 'select';
  readonly value?: string;
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly options?: readonly SelectOption[];
  /** How many options may be chosen at most; 1 where it is not given. */
  readonly most?: number;
}

export interface SelectOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly selected?: boolean;
}

export type Tone = 'law' | 'draft' | 'policy' | 'alert' | 'plain' | 'problem';

export type Block =
  | { readonly type: 'text'; readonly text: Markdown }
  /** Small print: what is derived, where it comes from, what one can do next. */
  | { readonly type: 'note'; readonly text: Markdown }
  | { readonly type: 'divider' }
  /** At most five. */
  | { readonly type: 'buttons'; readonly buttons: readonly Button[] }
  | {
      readonly type: 'select';
      /** The chosen option's `value` is handed to it as its first argument; of several, joined by commas. */
      readonly action: Action;
      readonly placeholder: string;
      /** At most 25. */
      readonly options: readonly SelectOption[];
      /** How many may be chosen; one where it is not given. */
      readonly least?: number;
      readonly most?: number;
    }
  /** A picture among the reply's files, with what it shows in words. */
  | { readonly type: 'image'; readonly file: string; readonly alt: string }
  /** One of the reply's files, to be saved. */
  | { readonly type: 'file'; readonly file: string };

export type Button =
  | {
      readonly label: string;
      readonly action: Action;
      readonly disabled?: boolean;
      readonly style?: 'primary' | 'danger';
    }
  | { readonly label: string; readonly url: string };

/** What a press asks for: an action of a command, with arguments. It lives in the component's `custom_id`. */
export interface Action {
  readonly command: string;
  readonly name: string;
  readonly args: readonly string[];
}

export const text = (value: Markdown): Block => ({ type: 'text', text: value });
export const note = (value: Markdown): Block => ({ type: 'note', text: value });
export const divider: Block = { type: 'divider' };
export const buttons = (...list: readonly Button[]): Block => ({ type: 'buttons', buttons: list });
/** Why something cannot be done. */
export const problem = (...why: readonly Markdown[]): Reply => ({ tone: 'problem', blocks: why.map(text) });
