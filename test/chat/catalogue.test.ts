import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { catalogue, translator } from '../../src/chat/catalogue/index.ts';
import { localeOf, locales, type Message } from '../../src/chat/catalogue/message.ts';
import { md } from '../../src/chat/markdown.ts';

const messages = Object.entries(catalogue as Readonly<Record<string, Message>>);
const parameters = (template: string) => [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('the catalogue', () => {
  it.each(messages)('%s has the same parameters in every language', (_, message) => {
    for (const locale of locales) expect(parameters(message[locale])).toEqual(parameters(message['zh-CN']));
  });

  it.each(messages)('%s says something in every language', (_, message) => {
    for (const locale of locales) expect(message[locale].trim()).not.toBe('');
  });

  it.each(messages)('%s names commands as the reader’s client shows them', (_, message) => {
    for (const locale of locales) {
      const names = commands.map(({ name }) => translator(locale).of(`command.${name}.name`));
      for (const [, named = ''] of message[locale].matchAll(/`\/([^`\s]+)/g)) expect(names).toContain(named);
    }
  });

  it('uses Traditional characters in zh-TW wherever Simplified ones differ', () => {
    // A few of the commonest characters that differ; 条例 itself is a proper name and stays.
    const simplifiedOnly = /[这说请读发东车门问间对时过还进远运]/;
    const wrong = messages.filter(([, message]) =>
      simplifiedOnly.test(message['zh-TW'].replace(/《[^》]*》/g, '')),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});

describe('a translation', () => {
  it('escapes what is put into a message body, and leaves the message its own markup', () => {
    const t = translator('en');
    expect(t.md('search.none', { query: '**x** @everyone' }).markdown).toContain('\\*\\*x\\*\\* \\@everyone');
    expect(t.md('search.heading', { query: md`**ours**` }).markdown).toBe('### Search: **ours**');
  });

  it('leaves plain text as it is, for labels and the terminal', () => {
    expect(translator('en')('article.next', { label: '*' })).toBe('* ▶');
  });
});

describe('the language of a person', () => {
  it.each([
    ['zh-CN', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
    ['zh_TW.UTF-8', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['zh', 'zh-CN'],
    ['zh_CN.UTF-8', 'zh-CN'],
    ['en-US', 'en'],
    ['de', 'en'],
    [undefined, 'en'],
  ])('%s is answered in %s', (tag, locale) => {
    expect(localeOf(tag)).toBe(locale);
  });
});
