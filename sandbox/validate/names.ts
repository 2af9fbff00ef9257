/** Names and descriptions of commands and options, in all languages. */
import { Locale } from 'discord-api-types/v10';
import { type Check, isObject, optional, required, text } from './form.ts';

/** Takes `article`, `条文`, `look-up_2`; leaves `two words`, `a/b` and the empty name alone. */
const CHAT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LOCALES: readonly string[] = Object.values(Locale);

const chatName: Check = (value, path, report) => {
  text(32, 1)(value, path, report);
  if (typeof value !== 'string' || value === '') return;
  if (!CHAT_NAME.test(value) || value.toLowerCase() !== value) {
    report.add(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
};

/** By language; a language Discord does not have is refused. */
export const localised =
  (check: Check): Check =>
  (value, path, report) => {
    if (!isObject(value))
      return report.add(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
    for (const [locale, one] of Object.entries(value)) {
      if (!LOCALES.includes(locale)) {
        report.add([...path, locale], 'BASE_TYPE_CHOICES', `Value must be one of {${LOCALES.join(', ')}}.`);
      } else optional(check)(one, [...path, locale], report);
    }
  };

export const names = { name: required(chatName), name_localizations: optional(localised(chatName)) };
export const descriptions = {
  description: required(text(100, 1)),
  description_localizations: optional(localised(text(100, 1))),
};
