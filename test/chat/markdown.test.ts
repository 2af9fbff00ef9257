import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clip,
  escapeMarkdown,
  link,
  md,
  oneLine,
  plain,
  quote,
  trusted,
  webUrl,
} from '../../src/chat/markdown.ts';

/** What Discord shows of an escaped text: a backslash before punctuation is the punctuation. */
const shown = (markdown: string) => markdown.replace(/\\([^0-9A-Za-z\s])/g, '$1');

describe('escaping', () => {
  it('shows every text letter for letter', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => shown(escapeMarkdown(text)) === text));
  });

  it.each([
    ['**bold**', 'emphasis'],
    ['@everyone <@123> <#1> <@&9>', 'mentions'],
    ['[click](https://evil.example)', 'masked links'],
    ['https://evil.example', 'bare links'],
    ['# heading', 'headings'],
    ['> quote', 'quotes'],
    ['- list', 'lists'],
    ['1. list', 'numbered lists'],
    ['```code```', 'code'],
    ['||spoiler||', 'spoilers'],
  ])('%s: leaves no %s', (text) => {
    expect(escapeMarkdown(text)).not.toMatch(/(?<!\\)[*_~`|<>[\]@#:-]|^\d+\./);
  });

  it('leaves the letters of law alone', () => {
    const law = '第二十三条 国家〔2024〕1号、（一）“创新”；';
    expect(escapeMarkdown(law)).toBe(law);
  });
});

describe('links', () => {
  it.each([
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['not a url', null],
    ['https://a.example/x(1)', 'https://a.example/x%281%29'],
    ['https://a.example/x>y', 'https://a.example/x%3Ey'],
  ])('%s is linked as %s', (url, expected) => {
    expect(webUrl(url)).toBe(expected);
  });

  it('show text without a link where the address is not one of the web', () => {
    expect(link('标题', 'javascript:alert(1)').markdown).toBe('标题');
  });

  it('cannot be broken out of by their text', () => {
    expect(link('a](https://evil.example)', 'https://a.example/').markdown).toBe(
      '[a\\]\\(https\\://evil.example\\)](<https://a.example/>)',
    );
  });
});

describe('text from feeds', () => {
  it.each([
    ['a\u202Egnp.exe', 'agnp.exe', 'direction overrides go'],
    ['a\u200Bb\uFEFFc', 'abc', 'invisible characters go'],
    ['a\r\n\tb  c', 'a b c', 'white space folds'],
    ['\u0000a\u0007', 'a', 'control characters go'],
    ['关于印发《办法》的通知', '关于印发《办法》的通知', 'a title stays'],
  ])('%j becomes %j: %s', (text, expected) => {
    expect(oneLine(text)).toBe(expected);
  });

  it('is clipped visibly and never inside a character', () => {
    expect(clip('一二三四五', 3)).toBe('一二…');
    expect(clip('😀😀😀', 2)).toBe('😀…');
    expect(clip('一二三', 3)).toBe('一二三');
  });
});

describe('templates', () => {
  it('escape what is put in, but not what is Markdown already', () => {
    expect(md`**${'*'}** ${md`_x_`} ${3}`.markdown).toBe('**\\*** _x_ 3');
  });

  it('quote every line', () => {
    expect(quote('一\n\n二').markdown).toBe('> 一\n> \n> 二');
  });
});

describe('a terminal', () => {
  it.each([
    [md`**${'第一章'}** · 3`.markdown, '第一章 · 3', 'our own bold is not shown as asterisks'],
    [md`${'**不是粗体**'}`.markdown, '**不是粗体**', 'asterisks that were text stay'],
    ['### 落实情况\n-# 小字', '落实情况\n小字', 'headings and small print'],
    [
      link('[题](x)', 'https://a.cn/').markdown,
      '[题](x) <https://a.cn/>',
      'a link keeps its address, and a title its brackets',
    ],
    ['用 `/订阅`', '用 /订阅', 'code'],
  ])('shows %j as %j: %s', (markdown, shown) => {
    expect(plain(trusted(markdown))).toBe(shown);
  });
});
