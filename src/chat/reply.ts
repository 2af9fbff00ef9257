import type { Markdown } from './markdown.ts';

/** What a command answers: a value, fitted to Discord's limits and sent by the adapter (`fit.ts`). */
export interface Reply {
  readonly blocks: readonly Block[];
  /** What kind of text it is; shown as the accent colour, and never by colour alone. A problem is shown to the asker alone. */
  readonly tone: Tone;
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
      /** The chosen option's `value` is handed to it as its first argument. */
      readonly action: Action;
      readonly placeholder: string;
      /** At most 25. */
      readonly options: readonly {
        readonly label: string;
        readonly value: string;
        readonly description?: string;
      }[];
    };

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
