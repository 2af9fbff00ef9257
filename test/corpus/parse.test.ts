import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '../../src/corpus/normalise.ts';
import { parseLaw } from '../../src/corpus/parse/parse.ts';
import type { ParsedLaw } from '../../src/corpus/types.ts';
import { lettersOfLaw, lettersOfText } from './letters.ts';

/** A text of a line each, with a blank line between as sources have. */
const law = (...lines: string[]): ParsedLaw => parseLaw(['# 某市公园条例', ...lines].join('\n\n'));
const article = (numeral: string, text = `本条讲${numeral}。`): string => `第${numeral}条 ${text}`;
const three = [article('一'), article('二'), article('三')];

const headings = (parsed: ParsedLaw): string[] =>
  parsed.outline.map(({ level, label, title }) => `${level} ${label} ${title}`);
const numbers = (parsed: ParsedLaw): string => parsed.units.map(({ number }) => number).join(' ');
const codes = (parsed: ParsedLaw): string[] => parsed.warnings.map(({ code }) => code);
const paragraphs = (parsed: ParsedLaw, number: string): readonly string[] | undefined =>
  parsed.units.find((unit) => unit.number === number)?.paragraphs;

describe('headings', () => {
  test.each<[string, string[], string[]]>([
    [
      'the mark says nothing of the level',
      ['#### 第一章 总则', ...three, '## 第一节 范围', article('四')],
      ['chapter 第一章 总则', 'section 第一节 范围'],
    ],
    ['no space after the number', ['## 第一章总则', ...three], ['chapter 第一章 总则']],
    ['an ideographic space', ['## 第一章　总　则', ...three], ['chapter 第一章 总则']],
    ['an en space and a no-break space', ['第一章\u2002总\u00a0则', ...three], ['chapter 第一章 总则']],
    ['a tab', ['第一章\t总则', ...three], ['chapter 第一章 总则']],
    ['spaces inside the number', ['第 一 章 总 则', ...three], ['chapter 第一章 总则']],
    [
      'Traditional characters',
      ['第一編 總則', '第一節 範圍', ...three],
      ['part 第一編 總則', 'section 第一節 範圍'],
    ],
    [
      'a bare name between articles is a chapter',
      [...three, '法律责任', article('四')],
      ['chapter  法律责任'],
    ],
    ['a bare name spread out', [...three, '附 则', article('四')], ['chapter  附则']],
    [
      'bare names fill the gap between 第二章 and 第四章',
      ['第二章 规划', ...three, '建设', article('四'), '第四章 附则', article('五')],
      ['chapter 第二章 规划', 'chapter  建设', 'chapter 第四章 附则'],
    ],
    [
      'where no chapter is missing, a bare name is a section',
      ['第二章 规划', ...three, '建设', article('四'), '第三章 附则', article('五')],
      ['chapter 第二章 规划', 'section  建设', 'chapter 第三章 附则'],
    ],
    [
      'the numbers of chapters may have gaps',
      ['第一章 总则', ...three, '第四章 附则', article('四')],
      ['chapter 第一章 总则', 'chapter 第四章 附则'],
    ],
    [
      'a heading is wrapped onto a second line',
      ['第一章 规划、', '建设与管理', ...three],
      ['chapter 第一章 规划、建设与管理'],
    ],
    [
      'the name of a chapter stands below its number',
      ['## 第一章', '## 总则', ...three],
      ['chapter 第一章 总则'],
    ],
    [
      'chapters restart in each part',
      [
        '第一编 通则',
        '第一章 一般规定',
        ...three,
        '第二编 分则',
        '第一分编 通则',
        '第一章 一般规定',
        article('四'),
      ],
      [
        'part 第一编 通则',
        'chapter 第一章 一般规定',
        'part 第二编 分则',
        'subpart 第一分编 通则',
        'chapter 第一章 一般规定',
      ],
    ],
    [
      '附则 of a code in parts stands beside the parts',
      ['第一编 通则', '第一章 一般规定', ...three, '附则', article('四')],
      ['part 第一编 通则', 'chapter 第一章 一般规定', 'part  附则'],
    ],
    [
      '一、 above articles is a division',
      ['## 一、管辖', ...three, '## 二、证据', article('四')],
      ['division 一、 管辖', 'division 二、 证据'],
    ],
    [
      '（一） below 一、 is a subdivision',
      ['一、管辖', '（一）级别管辖', ...three, '（二）地域管辖', article('四')],
      ['division 一、 管辖', 'subdivision （一） 级别管辖', 'subdivision （二） 地域管辖'],
    ],
    [
      'a sentence that begins like a heading is none',
      ['第一条 课后服务规定如下。', '第一节课后，学校应当组织活动。', article('二')],
      [],
    ],
    ['a sentence that lost its full stop is none', [...three, '具体办法由市人民政府制定', article('四')], []],
  ])('%s', (_, lines, expected) => {
    expect(headings(law(...lines))).toEqual(expected);
  });

  test('name their first and last unit, and stand in the path of each', () => {
    const parsed = law(
      '第一编 通则',
      '第一章 范围',
      article('一'),
      article('二'),
      '第二章 机构',
      article('三'),
    );
    expect(parsed.outline.map(({ first, last }) => [first, last])).toEqual([
      ['1', '3'],
      ['1', '2'],
      ['3', '3'],
    ]);
    expect(parsed.units[2]?.path).toEqual(['第一编 通则', '第二章 机构']);
  });

  test('keep the text that a division has of its own', () => {
    const parsed = law('第一章 罪名', '下列罪名：', '第二章 附则', ...three);
    expect(parsed.outline[0]).toEqual({
      level: 'chapter',
      label: '第一章',
      title: '罪名',
      first: null,
      last: null,
      paragraphs: ['下列罪名：'],
    });
  });
});

describe('a table of contents', () => {
  const body = ['第一章 总则', ...three, '第二章 附则', article('四')];
  test.each<[string, string[]]>([
    ['under its caption', ['目 录', '第一章 总 则', '第二章 附 则']],
    ['as headings', ['## 第一章 总则', '## 第二章 附则']],
    ['with page numbers', ['目录', '第一章 总则……1', '第二章 附则 …… 12']],
    ['on one line', ['目录 第一章 总则 第二章 附则']],
    ['below a preamble', ['为了管理公园，制定本条例。', '目　次', '第一章 总则', '第二章 附则']],
  ])('%s is left out and named', (_, contents) => {
    const parsed = law(...contents, ...body);
    expect(headings(parsed)).toEqual(['chapter 第一章 总则', 'chapter 第二章 附则']);
    expect(numbers(parsed)).toBe('1 2 3 4');
    const named = parsed.warnings.map(({ text = '' }) => text).join('');
    expect(normalise(named)).toContain('第一章总则');
  });

  test('is not seen in headings that stand once', () => {
    expect(headings(law('第一编 总则', '第一章 范围', ...three))).toEqual([
      'part 第一编 总则',
      'chapter 第一章 范围',
    ]);
  });
});

describe('article labels', () => {
  test.each<[string, string[], string]>([
    ['may start above 1', ['第三十二条 甲。', '第三十三条 乙。'], '32 33'],
    [
      '第X条之一 stands after 第X条',
      [article('十'), '第十条之一 甲。', '第十条之二 乙。', article('十一')],
      '10 10-1 10-2 11',
    ],
    ['spaces inside', [article('一'), '第 二 条 甲。', '第三 条 乙。'], '1 2 3'],
    ['a dash for 一', [article('二十'), '第二十－条 甲。', article('二十二')], '20 21 22'],
    ['笫 for 第', [article('一'), '笫二条 甲。', article('三')], '1 2 3'],
    ['no space after it', ['第一条为了管理公园，制定本条例。', '第二条本条例适用于本市。'], '1 2'],
    ['Arabic and full-width digits', ['第1条 甲。', '第２条 乙。'], '1 2'],
    ['Traditional', ['第一條 甲。', '第二條 乙。'], '1 2'],
    ['as headings, the text below', ['### 第一条', '甲。', '### 第二条', '乙。'], '1 2'],
    [
      'glued inside a line',
      [article('一'), '第二条 甲的工作。第三条本条例所称乙，是指丙。', article('四')],
      '1 2 3 4',
    ],
    [
      'the last glued inside a line',
      [article('一'), '第二条 甲的工作。第三条 本条例自公布之日起施行。'],
      '1 2 3',
    ],
    ['half of it lost', [article('一'), '二条 甲。', article('三'), '第四 乙。', article('五')], '1 2 3 4 5'],
    ['a gap where an article was repealed', [article('一'), article('三'), article('四')], '1 3 4'],
    ['a gap below 附 则', [article('一'), '附 则', article('三'), article('四')], '1 3 4'],
    [
      'a misprinted number keeps its place',
      [article('一'), article('三'), article('三'), article('四')],
      '1 3 3 4',
    ],
    [
      'the citation that begins a paragraph is text',
      [
        article('一'),
        '第二条规定的期限，自公布之日起计算。',
        '第二条第一款规定的期限不变。',
        '第二条、第三条的规定除外。',
        article('二'),
      ],
      '1 2',
    ],
    [
      '第三人, 第二审, 第一款, 第一类 are text',
      [
        article('一'),
        '第三人知道的，不适用。',
        '第二审程序另定。',
        '第一款的规定除外。',
        '第一类物品从严。',
        article('二'),
      ],
      '1 2',
    ],
    [
      'a quoted article is text',
      [article('一', '将第九条修改为：'), '“第九条 甲。', '“第十条 乙。”', article('二')],
      '1 2',
    ],
    [
      'an inserted chapter without quotation marks is text',
      [
        article('五十二', '增加一节。内容如下：'),
        '第七节 监察',
        '第一百二十三条 甲。',
        '第一百二十四条 乙。',
        '第七节改为第八节。',
        article('五十三'),
      ],
      '52 53',
    ],
    [
      'the articles of a second text are not ours',
      [...three, '附件：', '某某办法', article('一'), article('二'), article('三'), article('四')],
      '1 2 3',
    ],
    [
      'begin again below 第二编',
      ['第一编 甲', article('一'), article('二'), '第二编 乙', article('一'), article('二')],
      '1 2 1 2',
    ],
    [
      'the articles an annex quotes are not ours',
      [...three, '附：有关法律条文', '第二十条 甲。', '第二十一条 乙。'],
      '1 2 3',
    ],
    [
      'a gap before the last article, where no label has a space behind it',
      ['第一条甲。', '第二条乙。', '第三条丙。', '第六条本条例自公布之日起施行。'],
      '1 2 3 6',
    ],
    [
      'a gap where no line ends in a full stop',
      ['第一条 甲', '第二条 乙', '第三条 丙', '第六条 丁'],
      '1 2 3 6',
    ],
    [
      'a gap below the heading of a chapter',
      ['第一章总则', '第一条甲。', '第二条乙。', '第二章附则', '第五条本条例自公布之日起施行。'],
      '1 2 5',
    ],
    [
      'one line may stand for several that were repealed',
      [article('一'), article('二'), '第六条（删除）', '第七条至第九条（删除）', article('十')],
      '1 2 6 7 10',
    ],
    ['a range that is cited is text', [article('一'), '第七条至第九条的规定除外。', article('二')], '1 2'],
  ])('%s', (_, lines, expected) => {
    expect(numbers(law(...lines))).toBe(expected);
  });

  test.each<[string, string, string, string]>([
    ['behind 依照本条例', '违反规定的，可以依照本条例', '第三条予以警告；情节严重的，处以罚款。', '三'],
    ['behind a title', '对符合《某市成果转化条例》', '第三条设立专项资金，支持公园。', '三'],
    ['with a space', '违反规定损坏公园的花草树木和设施设备的，由公园管理机构', '第三条 予以警告。', '三'],
    ['in another form', '违反规定损坏公园的花草树木和设施设备的，由公园管理机构', '第３条予以警告。', '三'],
  ])(
    'cited at the beginning of a line, %s, are text of the article before, and said to be',
    (_, cut, cited, own) => {
      const parsed = law(article('一'), `第二条 ${cut}`, cited, article(own), article('四'));
      expect(numbers(parsed)).toBe('1 2 3 4');
      expect(paragraphs(parsed, '3')).toEqual([`本条讲${own}。`]);
      expect(paragraphs(parsed, '2')?.join('')).toBe(cut + cited);
      expect(parsed.warnings.find(({ message }) => message.includes('left in the text'))?.line).toBe(7);
    },
  );

  test('of a chapter that one article stands in keep the chapter', () => {
    const parsed = law('第一章总则', '第一条甲。', '第二条乙。', '第二章附则', '第五条本条例施行。');
    expect(headings(parsed)).toEqual(['chapter 第一章 总则', 'chapter 第二章 附则']);
    expect(parsed.closing).toBeUndefined();
  });

  test.each<[string, string[]]>([
    ['list', ['- **第一条** 甲。', '- **第二条** 乙：', '  - （一）丙；', '  - （二）丁。', '* 第三条 戊。']],
    ['quote', ['> 第一条 甲。', '> 第二条 乙：', '> （一）丙；', '> （二）丁。', '> > 第三条 戊。']],
  ])('in a Markdown %s are articles and items as elsewhere', (_, lines) => {
    const parsed = law(...lines);
    expect(numbers(parsed)).toBe('1 2 3');
    expect(paragraphs(parsed, '2')).toEqual(['乙：\n（一）丙；\n（二）丁。']);
  });

  test('that were repealed together leave no gap', () => {
    const parsed = law(article('一'), '第二条至第四条（删除）', article('五'));
    expect(paragraphs(parsed, '2')).toEqual(['至第四条（删除）']);
    expect(codes(parsed)).not.toContain('gap');
  });

  test.each<[string, string[], string]>([
    [
      'a label that only its number tells from a citation',
      [article('一'), '第二条 违反规定的，由公园管理机构', '第三条予以警告。', article('四')],
      'label',
    ],
    ['a label in the text', [...three, '第一条 甲。', article('四')], 'label'],
    ['a damaged label', [article('二十'), '第二十－条 甲。'], 'label'],
    ['a label inside a line', [article('一'), '第二条 甲。第三条乙，是指丙。', article('四')], 'label'],
    ['a gap', [article('一'), article('三'), article('四')], 'gap'],
    ['a number out of order', [article('一'), article('三'), article('三'), article('四')], 'duplicate'],
  ])('warn of %s and name the line', (_, lines, code) => {
    const warning = law(...lines).warnings.find((candidate) => candidate.code === code);
    expect(warning?.line).toBeGreaterThan(2);
  });

  test('are removed from the text, and nothing else is', () => {
    const parsed = law('第一条（适用范围）本条例 适用于本市。', '第二条 甲；乙。');
    expect(parsed.units[0]).toEqual({
      kind: 'article',
      label: '第一条',
      number: '1',
      path: [],
      heading: '适用范围',
      paragraphs: ['（适用范围）本条例 适用于本市。'],
    });
    expect(paragraphs(parsed, '2')).toEqual(['甲；乙。']);
  });
});

describe('paragraphs', () => {
  test.each<[string, string]>([
    ['（一）', '（二）'],
    ['(一)', '(二)'],
    ['（一)', '（二)'],
    ['1.', '2.'],
    ['1．', '2．'],
    ['1、', '2、'],
    ['⒈', '⒉'],
    ['（1）', '（2）'],
    ['①', '②'],
    ['（一）、', '（二）、'],
    ['一、', '二、'],
  ])('hold the items marked %s', (first, second) => {
    const parsed = law(article('一', '下列情形：'), `${first}甲；`, `${second}乙。`, '丙。');
    expect(paragraphs(parsed, '1')).toEqual([`下列情形：\n${first}甲；\n${second}乙。`, '丙。']);
  });

  const start = '公园管理机构应当按照国家和本市的有关规定，';
  test.each<[string, string[], string[]]>([
    ['a page cuts a word', [`${start}加强对公园设`, '施的维护。'], [`${start}加强对公园设施的维护。`]],
    ['a page cuts after a comma', [start, '维护公园。'], [`${start}维护公园。`]],
    ['a page cuts three times', [`${start}甲`, '乙', '丙。', '丁。'], [`${start}甲乙丙。`, '丁。']],
    [
      'a page cuts an item',
      ['下列情形：', `（一）${start}`, '维护公园；', '（二）乙。'],
      [`下列情形：\n（一）${start}维护公园；\n（二）乙。`],
    ],
    [
      'a page cuts an item after its semicolon',
      ['下列情形：', '（一）甲的，处一万元罚款；', '情节严重的，停业；', '（二）乙。'],
      ['下列情形：\n（一）甲的，处一万元罚款；情节严重的，停业；\n（二）乙。'],
    ],
    [
      'a page number stands between',
      [`${start}加强对公园设`, '— 3 —', '施的维护。'],
      [`${start}加强对公园设施的维护。`],
    ],
    ['a line that begins with a comma goes on', ['公园', '，应当开放。'], ['公园，应当开放。']],
    [
      'members of a list stay apart',
      ['委员会由下列人员组成：', '主任，', '副主任若干人，', '委员若干人。', '主任主持工作。'],
      ['委员会由下列人员组成：', '主任，', '副主任若干人，', '委员若干人。', '主任主持工作。'],
    ],
    [
      'the last item lost its full stop, and 前款 begins anew',
      ['下列情形：', '（一）法律、行政法规和本条例规定的其他情形', '前款规定的期限为十日。'],
      ['下列情形：\n（一）法律、行政法规和本条例规定的其他情形', '前款规定的期限为十日。'],
    ],
    ['一、二级海塘 is no item', [`${start}管理`, '一、二级海塘。'], [`${start}管理一、二级海塘。`]],
    [
      '（三）项 is no item',
      [`${start}依照本条例第五条第`, '（三）项处理。'],
      [`${start}依照本条例第五条第（三）项处理。`],
    ],
    [
      '（二）及时 is an item',
      ['下列义务：', '（一）甲；', '（二）及时报告。'],
      ['下列义务：\n（一）甲；\n（二）及时报告。'],
    ],
    ['a decimal is no item', [`${start}按照标准的`, '1.5倍处罚。'], [`${start}按照标准的1.5倍处罚。`]],
  ])('%s', (_, lines, expected) => {
    const [first = '', ...rest] = lines;
    expect(paragraphs(law(article('一', first), ...rest, article('二')), '1')).toEqual(expected);
  });

  test('are told by their indent where lines are cut at a width', () => {
    const set = (text: string): string => `　　${text}`;
    const parsed = parseLaw(
      [
        '公园条例',
        set('第一条 公园管理机构应当按照国家和本市的有关规定，维护公园的'),
        '设施，保持公园的整洁和安静，不得占用公园的绿地、道路、广场。',
        '确需占用的，应当报经市人民政府批准，并在批准的期限内恢复公园',
        '原状。',
        set('公园管理机构应当公布开放的时间。'),
        set('第二条 公园管理机构应当按照国家和本市的有关规定，开放公园的'),
        '道路和广场。',
        set('第三条 公园应当开放。'),
      ].join('\n'),
    );
    expect(parsed.units.map((unit) => unit.paragraphs.length)).toEqual([2, 1, 1]);
  });

  test('of two words of Latin letters keep a space where a line was cut', () => {
    const parsed = law(article('一', `${start}采用 Open`), 'Source 许可。');
    expect(paragraphs(parsed, '1')).toEqual([`${start}采用 Open Source 许可。`]);
  });

  test('lose the numbers of pages, which count on, and keep a figure that stands alone', () => {
    const parsed = law(
      article('一', `${start}加强对公园设`),
      '7',
      '施的维护。',
      '8',
      article('二', '共计：'),
      article('三'),
    );
    expect(paragraphs(parsed, '1')).toEqual([`${start}加强对公园设施的维护。`]);
    expect(paragraphs(law(article('一', '共计：'), '300', article('二')), '1')).toEqual(['共计：', '300']);
  });

  test.each<[string, string[], string]>([
    ['full-width digits between dashes', ['—１—'], '组织'],
    ['with spaces', ['— １２ —'], '组织'],
    ['the page of how many', ['3/15'], '组织'],
    ['full-width digits alone, which count on', ['７', '８'], '组织'],
  ])('lose the numbers of pages, %s, and are one again where a short line was cut', (_, pages, rest) => {
    const parsed = law(article('一', '公园管理机构应当'), ...pages, `${rest}验收。`, article('二'));
    expect(paragraphs(parsed, '1')).toEqual([`公园管理机构应当${rest}验收。`]);
    expect(codes(parsed).filter((code) => code === 'boilerplate')).toHaveLength(pages.length);
  });

  test('keep fractions that count no pages', () => {
    const parsed = law(article('一', '比例如下：'), '2/3', '1/2', article('二'));
    expect(paragraphs(parsed, '1')).toEqual(['比例如下：', '2/3', '1/2']);
  });

  test('hold the rows of a table', () => {
    const parsed = law(
      article('一', '标准如下：'),
      '<!-- TABLE -->',
      '| 项目 | 金额 |',
      '|---|---|',
      '| 甲 | 十元 |',
      '<!-- TABLE END -->',
      article('二'),
    );
    expect(paragraphs(parsed, '1')).toEqual(['标准如下：\n| 项目 | 金额 |\n|---|---|\n| 甲 | 十元 |']);
  });
});

describe('texts numbered 一、二、', () => {
  const changes = [
    '一、将第二条修改为：“第二条 公园由区管理。”',
    '二、删去第九条。',
    '本决定自公布之日起施行。《某市公园条例》根据本决定作相应修改，重新公布。',
  ];
  test('that decide a change keep the law that they publish anew apart', () => {
    const parsed = parseLaw(
      ['# 关于修改《某市公园条例》的决定', ...changes, '某市公园条例', '第一章 总则', ...three].join('\n\n'),
    );
    expect(parsed.units.map(({ label }) => label)).toEqual(['一、', '二、']);
    expect(parsed.closing?.slice(-3)).toEqual(three);
  });

  test('of a notice stand before the articles of the measures that it issues', () => {
    const parsed = parseLaw(
      ['# 关于印发《某市公园办法》的通知', '一、请认真执行本办法。', '二、请及时报告情况。', ...three].join(
        '\n\n',
      ),
    );
    expect(numbers(parsed)).toBe('1 2 3');
    expect(parsed.units[0]?.kind).toBe('article');
  });

  test('have the name alone for a heading where the items below it are part of the same paragraph', () => {
    const parsed = law(
      '一、重点任务',
      '（一）强化基础研究',
      '1.支持高校',
      '二、保障',
      '（一）组织',
      '1.领导',
    );
    expect(parsed.units.map((unit) => unit.heading)).toEqual(['重点任务', '保障']);
  });

  test('have items, a preamble and the signature as closing', () => {
    const parsed = law(
      '为了保护公园，决定如下：',
      '一、公园应当开放。',
      '具体时间另定。',
      '二、本决定自公布之日起施行。',
      '某市人民代表大会常务委员会',
      '2024年1月2日',
    );
    expect(parsed.preamble).toEqual(['为了保护公园，决定如下：']);
    expect(parsed.units).toEqual([
      {
        kind: 'item',
        label: '一、',
        number: '1',
        path: [],
        paragraphs: ['公园应当开放。', '具体时间另定。'],
      },
      { kind: 'item', label: '二、', number: '2', path: [], paragraphs: ['本决定自公布之日起施行。'] },
    ]);
    expect(parsed.closing).toEqual(['某市人民代表大会常务委员会', '2024年1月2日']);
  });

  test('keep the name of an item in its paragraphs and repeat it as heading', () => {
    const parsed = law(
      '## 一、实际损失的赔偿范围',
      '铁路法所称实际损失，是指甲。',
      '## 二、重大过失',
      '乙。',
    );
    expect(parsed.units[0]).toMatchObject({
      heading: '实际损失的赔偿范围',
      paragraphs: ['实际损失的赔偿范围', '铁路法所称实际损失，是指甲。'],
    });
    expect(parsed.outline).toEqual([]);
  });

  test('have a number for each measure where the numbers run on through all divisions', () => {
    const parsed = law(
      '一、总体要求',
      '坚持创新。',
      '二、主要任务',
      '（一）建设平台',
      '1.建设实验室。支持甲。',
      '2.建设大学。支持乙。',
      '（二）集聚人才',
      '3.培养人才。支持丙。',
      '三、保障',
      '（三）组织',
      '4.加强领导。支持丁。',
    );
    expect(numbers(parsed)).toBe('1 2 3 4');
    expect(headings(parsed)).toEqual([
      'division 一、 总体要求',
      'division 二、 主要任务',
      'subdivision （一） 建设平台',
      'subdivision （二） 集聚人才',
      'division 三、 保障',
      'subdivision （三） 组织',
    ]);
    expect(parsed.units[2]).toMatchObject({
      label: '3.',
      heading: '培养人才',
      path: ['二、主要任务', '（二）集聚人才'],
    });
    expect(parsed.outline[0]?.paragraphs).toEqual(['坚持创新。']);
  });

  test('have their lists in the items where the numbers begin anew in each', () => {
    const parsed = law('一、任务：', '（一）甲；', '（二）乙。', '二、保障：', '（一）丙；', '（二）丁。');
    expect(numbers(parsed)).toBe('1 2');
    expect(paragraphs(parsed, '2')).toEqual(['保障：\n（一）丙；\n（二）丁。']);
  });

  test('end where an annex begins its own', () => {
    const parsed = law('一、甲。', '二、乙。', '附件：标准', '一、丙。', '二、丁。', '三、戊。');
    expect(numbers(parsed)).toBe('1 2');
    expect(parsed.closing).toEqual(['附件：标准', '一、丙。', '二、丁。', '三、戊。']);
  });

  test('quote articles without having any', () => {
    const parsed = law(
      '一、将第一条修改为：',
      '“第一条 甲。”',
      '二、第五条修改为：',
      '第五条 乙。',
      '三、删去第六条。',
      '本决定自公布之日起施行。',
      '《某市公园条例》根据本决定作相应修改，重新公布。',
    );
    expect(numbers(parsed)).toBe('1 2 3');
    expect(paragraphs(parsed, '2')).toEqual(['第五条修改为：', '第五条 乙。']);
    expect(parsed.closing).toHaveLength(2);
  });
});

describe('what stands before and after', () => {
  test.each<[string, string, string, string[]]>([
    [
      'a title of two heading lines',
      '# 某省人民代表大会\n\n# 关于公园的决定\n\n2024年1月2日 通过\n\n<!-- INFO END -->',
      '某省人民代表大会关于公园的决定',
      ['2024年1月2日 通过'],
    ],
    ['a title between its marks', '《公园建设方案》', '公园建设方案', []],
    ['a title wrapped', '某市公园保护和\n\n管理条例', '某市公园保护和管理条例', []],
    [
      'a title below the order that issues it',
      '某市人民代表大会常务委员会公告〔十五届〕第74号\n\n《公园条例》已经通过，现予公布。\n\n2024年1月2日\n\n公园条例\n\n（2024年1月2日通过）',
      '公园条例',
      ['（2024年1月2日通过）'],
    ],
    [
      'a date line wrapped',
      '# 甲条例\n\n2020年1月2日 某市第十五届人民代表大会常务委员会第二十次\n\n会议通过\n\n<!-- INFO END -->',
      '甲条例',
      ['2020年1月2日 某市第十五届人民代表大会常务委员会第二十次会议通过'],
    ],
    [
      'a date line in parentheses, wrapped',
      '甲条例\n\n（2020年1月2日某市第十五届人民代表大会\n\n常务委员会第二十次会议通过　2021年3月4日修正）',
      '甲条例',
      ['（2020年1月2日某市第十五届人民代表大会常务委员会第二十次会议通过　2021年3月4日修正）'],
    ],
    [
      'full-width digits',
      '甲条例\n\n（２０２０年１月２日某市人民政府发布）',
      '甲条例',
      ['（２０２０年１月２日某市人民政府发布）'],
    ],
    [
      'no title',
      '(2023年11月24日某市人民代表大会常务委员会通过)',
      '',
      ['(2023年11月24日某市人民代表大会常务委员会通过)'],
    ],
    [
      'a date line whose date comes last',
      '甲条例\n\n某市第十届人民代表大会常务委员会第二次会议1995年4月14日通过',
      '甲条例',
      ['某市第十届人民代表大会常务委员会第二次会议1995年4月14日通过'],
    ],
    [
      'the title once more, in pieces',
      '# 某市公园保护和管理条例\n\n2024年1月2日 通过\n\n<!-- INFO END -->\n\n某市公园\n\n保护和管理条例',
      '某市公园保护和管理条例',
      ['2024年1月2日 通过'],
    ],
    [
      'the number of an interpretation',
      '# 关于公园的解释\n\n<!-- INFO END -->\n\n法释〔2023〕3号',
      '关于公园的解释',
      [],
    ],
  ])('%s', (_, front, title, dates) => {
    const parsed = parseLaw([front, ...three].join('\n\n'));
    expect(parsed.title).toBe(title);
    expect(parsed.dates).toEqual(dates);
    expect(parsed.preamble).toEqual([]);
    expect(numbers(parsed)).toBe('1 2 3');
  });

  test('the notice that issues a text is named, not taken for its preamble', () => {
    const parsed = parseLaw(
      [
        '# 工资规定',
        '关于印发《工资规定》的通知',
        '各区：',
        '请执行。',
        '一九九四年十二月六日',
        '<!-- INFO END -->',
        ...three,
      ].join('\n\n'),
    );
    expect(parsed.dates).toEqual(['一九九四年十二月六日']);
    expect(parsed.preamble).toEqual([]);
    expect(parsed.warnings.map(({ text }) => text)).toContain('请执行。');
  });

  test.each<[string, string[]]>([
    ['an annex with items of its own', ['附件：收费标准', '一、成人十元。', '二、儿童五元。']],
    ['an annex that is numbered', ['附件1', '收费标准', '一、成人十元。']],
    ['a signature', ['市长：张三', '2024年1月2日']],
    ['a forced break', ['<!-- FORCE BREAK -->', '本页说明：甲。']],
    ['a heading', ['## 收费标准', '成人十元。']],
    ['此复', ['此复。']],
  ])('%s after the last article is closing', (_, lines) => {
    const parsed = law(...three, ...lines);
    expect(numbers(parsed)).toBe('1 2 3');
    expect(paragraphs(parsed, '3')).toEqual(['本条讲三。']);
    expect(parsed.closing).toEqual(
      lines.filter((line) => !line.startsWith('<')).map((line) => line.replace(/^#+ /, '')),
    );
  });

  test.each<[string, string]>([
    ['a repeal after the date of force', '1998年5月22日公布的《某某办法》同时废止。'],
    ['附近 is not 附件', '附近的单位应当配合。'],
  ])('%s belongs to the last article', (_, line) => {
    expect(paragraphs(law(...three, line), '3')).toEqual(['本条讲三。', line]);
  });

  test('a body with nothing in it gives a title and says so', () => {
    const parsed = parseLaw('# 某市公园条例\n\n2024年1月2日 通过\n\n<!-- INFO END -->\n');
    expect(parsed).toMatchObject({ title: '某市公园条例', units: [], preamble: [], outline: [] });
    expect(codes(parsed)).toContain('no-units');
  });

  test('zero-width and private-use characters are no text', () => {
    expect(paragraphs(law('\ufeff第一\u200b条 公\ue004园\u2060。'), '1')).toEqual(['公园。']);
  });
});

test.each<[string, string, string[]]>([
  ['中华人民共和国公园法', 'law', []],
  ['公园条例', 'regulation', ['2003年6月26日 中华人民共和国国务院令第382号公布']],
  ['某市公园条例', 'local-regulation', []],
  ['北京公园条例', 'local-regulation', ['2024年1月2日 北京市第十六届人民代表大会第二次会议通过']],
  ['某市公园规定', 'local-regulation', ['2024年1月2日 某市第十六届人民代表大会常务委员会第二次会议通过']],
  ['公园管理规定', 'rule', []],
  ['公园管理办法（试行）', 'measures', []],
  ['最高人民法院关于公园案件适用法律的解释', 'interpretation', []],
  ['关于推进公园建设的决定', 'decision', []],
  ['公园建设方案（2024—2027年）', 'plan', []],
  ['公园', 'other', []],
])('%s is a %s', (title, kind, dates) => {
  expect(parseLaw([`# ${title}`, ...dates, '<!-- INFO END -->', ...three].join('\n\n')).kind).toBe(kind);
});

describe('no letter is lost or made up', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '第一章 总则',
      '第二章 附则',
      '法律责任',
      '一、总体要求',
      '（一）甲；',
      '1.乙。',
      '附件：',
      '目 录',
      '下列：',
      '“甲',
      '乙”',
      '| 甲 | 乙 |',
      '## 二、丙',
      '2024年1月2日 通过',
    ),
    fc.integer({ min: 1, max: 12 }).map((value) => `第${value}条 甲乙。`),
    fc.stringMatching(/^[甲乙丙，。；：第条一二]{1,40}$/),
  );
  test('of any text in lines', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        expect(lettersOfLaw(parseLaw(lines.join('\n')))).toBe(lettersOfText(lines.join('')));
      }),
      { numRuns: 1000 },
    );
  });
});

/** Inputs on which a careless pattern or a second loop over all lines would take hours. */
const many = (text: string): string => text.repeat(Math.ceil(300_000 / text.length));
test.each<[string, string]>([
  ['one line of letters', many('公园')],
  ['one line of labels', `第一条 甲${many('。第三条 乙')}`],
  ['one line of headings', many('。第一章 甲')],
  ['one line of opening brackets', `甲条例\n（2024年1月2日${many('（')}`],
  ['one line of spaces', `第一条 甲${many(' ')}章`],
  ['one line of dots below a caption', `目录\n第一章 甲${many('.')}`],
  [
    'labels in falling order',
    Array.from({ length: 20_000 }, (_, at) => `第${20_000 - at}条 甲。`).join('\n'),
  ],
  ['labels with gaps', Array.from({ length: 20_000 }, (_, at) => `第${3 * at + 1}条 甲。`).join('\n')],
  ['the same label', many('第五条 甲。\n')],
  ['headings', many('第一章 总则\n')],
  ['bare names', many('总则\n第一条 甲。\n')],
  ['tables of contents', many('目录\n第一章 总则\n')],
  ['items', many('一、甲；\n')],
  ['dates', many('（2024年1月2日\n')],
  ['quotations', many('“甲\n')],
  ['annexes', `第一条 甲。\n${many('附件：\n第五条 乙。\n')}`],
  ['lines that never end', many('公园管理机构应当按照国家和本市的有关规定\n')],
  ['a notice that never ends', `${many('甲\n')}<!-- INFO END -->`],
])('does not run away on %s', (_, text) => {
  expect(parseLaw(text).warnings.length).toBeGreaterThanOrEqual(0);
});
