import { escapeMarkdown, type Markdown, trusted } from '../markdown.ts';
import { alerts } from './alerts.ts';
import { audit } from './audit.ts';
import { backtest } from './backtest.ts';
import { commands } from './commands.ts';
import { compare } from './compare.ts';
import { deliver } from './deliver.ts';
import { duties } from './duties.ts';
import { importing } from './importing.ts';
import { ledger } from './ledger.ts';
import { lookup } from './lookup.ts';
import { fill, type Locale, type Message, type ParametersOf } from './message.ts';
import { operator } from './operator.ts';
import { problems } from './problems.ts';
import { reading } from './reading.ts';
import { reasons } from './reasons.ts';
import { related } from './related.ts';
import { review } from './review.ts';
import { settings } from './settings.ts';
import { sources } from './sources.ts';
import { subscribing } from './subscribing.ts';
import { subscriptions } from './subscriptions.ts';
import { summarise } from './summarise.ts';
import { topicCommand } from './topicCommand.ts';
import { topics } from './topics.ts';
import { watching } from './watching.ts';
import { why } from './why.ts';

export { type Locale, localeOf, locales } from './message.ts';

/** Every message to a person, in one place; the files beside this one group them by room. */
export const catalogue = {
  ...commands,
  ...reading,
  ...compare,
  ...settings,
  ...audit,
  ...sources,
  ...summarise,
  ...duties,
  ...related,
  ...importing,
  ...ledger,
  ...lookup,
  ...alerts,
  ...subscribing,
  ...subscriptions,
  ...deliver,
  ...topicCommand,
  ...topics,
  ...backtest,
  ...review,
  ...reasons,
  ...problems,
  ...operator,
  ...watching,
  ...why,
};
export type MessageKey = keyof typeof catalogue;

/** A message by a key that is put together (`kind.${kind}`); a missing one is a bug and throws. */
export function message(key: string): Message {
  if (!(key in catalogue)) throw new Error(`the catalogue has no message ${key}`);
  return catalogue[key as MessageKey];
}

export interface Translate {
  readonly locale: Locale;
  /** Plain text: for labels, placeholders, the terminal. Parameters go in as they are. */
  <K extends MessageKey>(key: K, ...parameters: ParametersOf<(typeof catalogue)[K], string | number>): string;
  /** Plain text of a message whose key is put together (`kind.${kind}`); a key that is not there is a bug and throws. */
  of(key: string, parameters?: Readonly<Record<string, string | number>>): string;
  /** For message bodies: the message's own markup stands, parameters are escaped unless they are Markdown already. */
  md<K extends MessageKey>(
    key: K,
    ...parameters: ParametersOf<(typeof catalogue)[K], string | number | Markdown>
  ): Markdown;
}

/** The voice of one language. */
export function translator(locale: Locale): Translate {
  const template = (key: MessageKey): string =>
    (catalogue as Readonly<Record<MessageKey, Message>>)[key][locale];
  const say = (key: MessageKey, parameters?: Readonly<Record<string, string | number>>): string =>
    fill(template(key), parameters);
  const md = (
    key: MessageKey,
    parameters: Readonly<Record<string, string | number | Markdown>> = {},
  ): Markdown =>
    trusted(
      fill(
        template(key),
        Object.fromEntries(
          Object.entries(parameters).map(([name, value]) => [
            name,
            typeof value === 'object' ? value.markdown : escapeMarkdown(String(value)),
          ]),
        ),
      ),
    );
  const of = (key: string, parameters?: Readonly<Record<string, string | number>>): string =>
    fill(message(key)[locale], parameters);
  return Object.assign(say, { locale, of, md }) as Translate;
}
