import { expect, test } from 'vitest';
import { locales, translator } from '../../src/chat/catalogue/index.ts';
import { faultText } from '../../src/chat/views/importFault.ts';
import { faultAt, type ImportFault, valueTypes } from '../../src/ledger/transfer/fault.ts';
import { fromYaml } from '../../src/ledger/transfer/yaml.ts';

test.each<[fault: ImportFault, told: readonly [string, string, string]]>([
  [
    faultAt('subscriptions.0.channel', 'missing'),
    [
      'subscriptions.0.channel：没有写，这一项不能少',
      'subscriptions.0.channel：沒有寫，這一項不能少',
      'subscriptions.0.channel: it is missing',
    ],
  ],
  [
    faultAt('topics.1', 'topic', { fault: 'word-long', word: '算力', most: 40 }),
    [
      'topics.1：词语“算力”太长，最多 40 个字',
      'topics.1：詞語「算力」太長，最多 40 個字',
      'topics.1: the word “算力” is too long; 40 characters at most',
    ],
  ],
  [
    faultAt('feeds.0.url', 'refused', { cause: 'scheme' }),
    [
      'feeds.0.url：不会访问这个网址：只访问 http 和 https 地址',
      'feeds.0.url：不會存取這個網址：只存取 http 和 https 位址',
      'feeds.0.url: this address is not visited: only http and https are visited',
    ],
  ],
  [
    faultAt('', 'yaml-tab', { line: 2, column: 1 }),
    [
      '第 2 行第 1 列：缩进要用空格，不能用 Tab',
      '第 2 行第 1 欄：縮排要用空格，不能用 Tab',
      'line 2, column 1: indent with blanks, not with tabs',
    ],
  ],
])('%j is told in each language', (fault, told) => {
  expect(locales.map((locale) => faultText(fault, translator(locale)))).toEqual(told);
});

test.each(valueTypes)('says that a value of type %s is expected', (expected) => {
  for (const locale of locales)
    expect(faultText(faultAt('topics', 'type', { expected }), translator(locale))).not.toContain('{');
});

test('quotes of a file what one line holds, and nothing that does not show', () => {
  const read = fromYaml(`tiaoli: 1\n"${'\\u202e\\n长'.repeat(100)}": 1`);
  const [fault] = read.ok ? [] : read.error;
  const told = fault ? faultText(fault, translator('zh-CN')) : '';
  expect(told).toMatch(/^不认识这里的：(?: ?长)+…$/u);
  expect(told.length).toBeLessThan(100);
});
