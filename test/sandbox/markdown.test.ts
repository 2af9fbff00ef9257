import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MarkdownNode, parse, spans } from '../../sandbox/page/markdown.js';

const show = (node: MarkdownNode): string => {
  const inner = (node.children ?? []).map(show).join('');
  switch (node.type) {
    case 'text':
      return node.text ?? '';
    case 'inlineCode':
      return `<c>${node.text}</c>`;
    case 'link':
      return `<a ${node.url}>${inner}</a>`;
    case 'mention':
      return `<@${node.kind} ${node.id ?? node.name}>`;
    case 'time':
      return `<t ${node.seconds} ${node.style}>`;
    case 'code':
      return `<pre ${node.language}>${node.text}</pre>`;
    case 'list':
      return (node.items ?? [])
        .map((item) => `<li ${item.depth}${item.number ?? ''}>${item.children.map(show).join('')}</li>`)
        .join('');
    default:
      return `<${node.type}${node.level ?? ''}>${inner}</${node.type}>`;
  }
};
const inline = (text: string) => spans(text).map(show).join('');
const block = (text: string) => parse(text).map(show).join('');

describe('spans', () => {
  test.each<[reason: string, text: string, shown: string]>([
    ['bold', '**第二十三条**规定', '<bold>第二十三条</bold>规定'],
    ['italic, both ways', '*甲*_乙_', '<italic>甲</italic><italic>乙</italic>'],
    ['italic with underscores between spaces', 'a _b c_ d', 'a <italic>b c</italic> d'],
    ['bold and italic', '***a***', '<bold><italic>a</italic></bold>'],
    ['bold inside italic', '*a **b** c*', '<italic>a <bold>b</bold> c</italic>'],
    [
      'underline, strike, spoiler',
      '__a__ ~~b~~ ||c||',
      '<underline>a</underline> <strike>b</strike> <spoiler>c</spoiler>',
    ],
    ['code, in which nothing is read', '`**a**`', '<c>**a**</c>'],
    ['code with a backtick in it', '``a`b``', '<c>a`b</c>'],
    ['an escape', String.raw`\*a\* \\`, '*a* \\'],
    ['a name with underscores', 'snake_case_name', 'snake_case_name'],
    ['asterisks that are arithmetic', '2 * 3 * 4', '2 * 3 * 4'],
    ['a bold that never ends', '**a', '**a'],
    ['an address', '见 https://a.example/b_c。', '见 <a https://a.example/b_c>https://a.example/b_c</a>。'],
    ['an address in angle brackets', '<https://a.example>', '<a https://a.example>https://a.example</a>'],
    ['a masked link', '[公告](https://a.example/x)', '<a https://a.example/x>公告</a>'],
    [
      'a masked link with brackets in the address',
      '[a](https://a.example/x(1))',
      '<a https://a.example/x(1)>a</a>',
    ],
    ['a masked script', '[a](javascript:alert(1))', '[a](javascript:alert(1))'],
    [
      'a link that pretends to lead elsewhere',
      '[https://good.example](https://evil.example)',
      '[<a https://good.example>https://good.example</a>](<a https://evil.example>https://evil.example</a>)',
    ],
    [
      'mentions',
      '<@1> <@!2> <@&3> <#4> @everyone @here',
      '<@user 1> <@user 2> <@role 3> <@channel 4> <@everyone everyone> <@everyone here>',
    ],
    ['a command', '</feed add:5>', '<@command 5>'],
    ['a time', '<t:1700000000:R> <t:0>', '<t 1700000000 R> <t 0 f>'],
    ['tags of HTML', '<b>a</b><img src=x onerror=alert(1)>', '<b>a</b><img src=x onerror=alert(1)>'],
  ])('%s', (_, text, shown) => {
    expect(inline(text)).toBe(shown);
  });
});

describe('blocks', () => {
  test.each<[reason: string, text: string, shown: string]>([
    ['headings', '# 一\n### 三', '<heading1>一</heading><heading3>三</heading>'],
    ['what is no heading', '#一\n#### 四', '<paragraph>#一\n#### 四</paragraph>'],
    ['small print', '-# 注', '<subtext>注</subtext>'],
    [
      'a quote of two lines',
      '> 甲\n> 乙\n丙',
      '<quote><paragraph>甲\n乙</paragraph></quote><paragraph>丙</paragraph>',
    ],
    [
      'a quote to the end',
      '前\n>>> 甲\n乙',
      '<paragraph>前</paragraph><quote><paragraph>甲\n乙</paragraph></quote>',
    ],
    ['a list with a list in it', '- 甲\n  - 乙\n1. 丙', '<li 0>甲</li><li 1>乙</li><li 01>丙</li>'],
    [
      'a code block',
      '前\n```ts\na < b\n```\n后',
      '<paragraph>前</paragraph><pre ts>a < b</pre><paragraph>后</paragraph>',
    ],
    ['a code block in one line', '```a **b**```', '<pre >a **b**</pre>'],
    ['a fence that never ends', '```a', '<paragraph>```a</paragraph>'],
    ['bold over two lines', '**a\nb**', '<paragraph><bold>a\nb</bold></paragraph>'],
  ])('%s', (_, text, shown) => {
    expect(block(text)).toBe(shown);
  });

  test('only http and https ever become links, whatever the text', () => {
    const pieces = [
      '[a](',
      'javascript:',
      'https://a.example',
      ')',
      '**',
      '_',
      '`',
      '||',
      '<',
      '>',
      '\n',
      '> ',
      '- ',
      '# ',
      '\\',
      '条',
      ' ',
      'data:x',
      '```',
    ];
    const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), {
      maxLength: 30,
    });
    const links = (nodes: readonly MarkdownNode[]): string[] =>
      nodes.flatMap((node) => [
        ...(node.url === undefined ? [] : [node.url]),
        ...links(node.children ?? []),
        ...(node.items ?? []).flatMap((item) => links(item.children)),
      ]);
    fc.assert(
      fc.property(text, (parts) => {
        for (const url of links(parse(parts.join('')))) expect(new URL(url).protocol).toMatch(/^https?:$/);
      }),
    );
  });

  test('text without marks comes out as it went in', () => {
    const plain = fc.string({ unit: fc.constantFrom('条', '例', 'a', ' ', '，', '1', '。'), maxLength: 60 });
    fc.assert(
      fc.property(plain, (text) => {
        expect(inline(text)).toBe(text);
      }),
    );
  });
});
