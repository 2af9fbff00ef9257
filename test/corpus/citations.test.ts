import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { loadCorpus } from '../../corpus/index.ts';
import { printAddress } from '../../src/corpus/address.ts';
import { findCitations } from '../../src/corpus/citations/find.ts';

const { corpus } = await loadCorpus();
const LAW = '《北京国际科技创新中心建设条例》';

/** Addresses; `?` where no law was named, `✗` with the reason where nothing is there, `※` with the name of another law. */
const found = (text: string): string =>
  findCitations(text, corpus)
    .map((citation) => {
      if (citation.kind === 'other') return `※${citation.law}`;
      if (citation.kind === 'missing') return `✗${citation.problem.code}`;
      return printAddress(citation.address) + (citation.assumed ? '?' : '');
    })
    .join(' ');

describe('citations of our documents', () => {
  it.each([
    [`根据${LAW}第二十三条第一款，制定本办法。`, 'ordinance:23.1', 'full name, article and paragraph'],
    ['本条例第三十四至三十六条怎么理解？', 'ordinance:34..36', 'a range, by 本条例'],
    [
      `${LAW}（以下简称《条例》）已施行。《条例》第六十条提出要求。`,
      'ordinance:60',
      'a short name introduced',
    ],
    [`${LAW}（下称“科创法”）。依据《科创法》第十二条。`, 'ordinance:12', 'a short name of its own'],
    ['《条例》第二十三条', 'ordinance:23', 'a short name that nothing else claims'],
    ['根據《北京國際科技創新中心建設條例》第六十二條', 'ordinance:62', 'Traditional'],
    ['第２３條第２款', 'ordinance:23.2?', 'full-width digits, no law named'],
    ['条 例 第 二 十\n三 条', 'ordinance:23', 'white space anywhere'],
    ['落实条例第四十五条要求', 'ordinance:45', 'the bare name behind a verb'],
    ['我们条例的第23条', 'ordinance:23', 'the bare name behind a pronoun, with 的'],
    ['条例二十三条呢', 'ordinance:23', 'no 第, right behind the name'],
    ['条例23.2', 'ordinance:23.2', 'digits alone, right behind the name'],
    ['第二十三、二十六、三十二条', 'ordinance:23? ordinance:26? ordinance:32?', 'a list with one 条'],
    ['条例第23条第3款、第4款', 'ordinance:23.3 ordinance:23.4', 'two paragraphs of one article'],
    ['第二十三条第一款至第三款', 'ordinance:23.1? ordinance:23.2? ordinance:23.3?', 'a range of paragraphs'],
    ['条例第三章', 'ordinance:22..37', 'a chapter of a named document'],
    ['条例第三章和条例第二十四条', 'ordinance:22..37 ordinance:24', 'a chapter and an article'],
    ['条例第三章第二十三条', 'ordinance:23', 'a chapter that only says where the article is'],
    ['草案第三十一条、草案31', 'ordinance-draft:31 ordinance-draft:31', 'the draft'],
    [
      '《北京国际科技创新中心建设条例（草案）》第三十一条',
      'ordinance-draft:31',
      'the edition inside the marks',
    ],
    [`${LAW}（征求意见稿）第三十一条`, 'ordinance-draft:31', 'the edition behind them'],
    ['第31条（草案）', 'ordinance-draft:31', 'the edition behind the number'],
    ['方案第20项、第21项', 'zgc-plan:20 zgc-plan:21', 'items of a plan'],
    ['决定七', 'jjj-decision:7', 'an item of a decision, short'],
    ['北京国际科技创新中心建设条例施行后，第二十三条怎么落实', 'ordinance:23', 'a law named earlier goes on'],
    ['see Article 23(2) and Articles 34-36', 'ordinance:23.2? ordinance:34..36?', 'English'],
    ['Article 31 of the draft', 'ordinance-draft:31', 'English names the law behind'],
    ['ordinance:23.2 and zgc-plan:20', 'ordinance:23.2 zgc-plan:20', 'printed addresses'],
    [`${LAW}第八十条`, '✗no-such-unit', 'a number it has not'],
    ['条例第二十三条第（一）项', '✗no-such-item', 'an item of an article that has none'],
    ['条例第二十三条第二款第一项', '✗no-such-item', 'an item of a paragraph that has none'],
    ['条例第二十三条第九款', '✗no-such-paragraph', 'a paragraph it has not'],
    ['条例第23条和草案第31条对比一下', 'ordinance:23 ordinance-draft:31', 'behind an Arabic number'],
    ['条例第二十三条对应草案第三十一条', 'ordinance:23 ordinance-draft:31', '对应 between'],
    ['见方案第20项和决定第七项', 'zgc-plan:20 jjj-decision:7', 'behind an item'],
    ['因为条例第十条', 'ordinance:10', 'a conjunction before'],
    ['如果条例第十条', 'ordinance:10', 'a conjunction before'],
    ['即条例第十条', 'ordinance:10', 'one character before'],
    ['我觉得条例第十条', 'ordinance:10', 'a verb before'],
    ['《北京国际科创中心建设条例》第十条', 'ordinance:10', 'a shorter full name'],
    ['北京国际科创中心建设条例第十条', 'ordinance:10', 'the same without marks'],
    [
      '北京国际科技创新中心建设条例（草案）第三十一条',
      'ordinance-draft:31',
      'the edition behind a plain name',
    ],
    [
      '北京国际科技创新中心建设条例草案（征求意见稿）第三条',
      'ordinance-draft:3',
      'two editions behind one name',
    ],
    ['北京国际科技创新中心建设条例草案公布。第三十一条', 'ordinance-draft:31', 'the draft goes on'],
    [
      '第二十三条.第二款，第23条中的第2款',
      'ordinance:23.2? ordinance:23.2?',
      'what may stand before a paragraph',
    ],
    ['paragraph 2 of article 23', 'ordinance:23.2?', 'the paragraph first'],
    ['Article 31 in the draft, the draft’s article 3', 'ordinance-draft:31 ordinance-draft:3', 'English'],
    ['1、2、第3条', 'ordinance:3?', 'what comes later in a list of numbers'],
  ])('%s', (text, expected, _reason) => {
    expect(found(text)).toBe(expected);
  });
});

describe('citations of other laws are named as such', () => {
  it.each([
    [
      '《中华人民共和国专利法》第五条和第六条，条例第二十三条',
      '※中华人民共和国专利法 ordinance:23',
      'in marks, before ours',
    ],
    ['专利法第五条说了什么，条例二十三条呢', '※专利法 ordinance:23', 'without marks'],
    [`${LAW}第三十二条、《促进科技成果转化法》第十六条`, 'ordinance:32 ※促进科技成果转化法', 'after ours'],
    ['请看条例第23条，以及科学技术进步法第三十条', 'ordinance:23 ※科学技术进步法', 'behind a joint'],
    ['专利法第五条和条例第二十三条', '※专利法 ordinance:23', 'behind another’s article'],
    ['根据专利法，第五条', '※专利法', 'relied on, then a number'],
    ['上海科创中心条例第五条', '※上海科创中心条例', 'another city’s, short'],
    ['成果转化条例第十条', '※成果转化条例', 'a longer name than ours'],
    ['《上海市推进科技创新中心建设条例》第二十三条', '※上海市推进科技创新中心建设条例', 'another city’s'],
    [
      '《北京市促进科技成果转化条例》规定，该条例第十条',
      '※北京市促进科技成果转化条例',
      '该条例 is the one named',
    ],
    [
      '《北京市促进科技成果转化条例》（以下简称《条例》）施行。《条例》第十条',
      '※北京市促进科技成果转化条例',
      'the short name means another',
    ],
    ['本办法第三条', '※本办法', 'the text’s own document'],
    ['合同第五条', '※合同', 'no law at all, but not ours'],
    ['《关于印发〈若干措施〉的通知》第三条', '※关于印发〈若干措施〉的通知', 'a title in a title'],
    ['民法典第一百条、第二十条', '※民法典', 'a list is one citation of it'],
    ['根據《專利法》第五條', '※專利法', 'in its own script'],
    ['Article 5 of the Patent Law', '※Patent Law', 'English'],
    ['Patent Law Article 5', '※Patent Law', 'English, before'],
    ['专利法第5条和商标法第6条', '※专利法 ※商标法', 'each by its own name'],
    ['公众参与条例第十条', '※公众参与条例', 'a name whose 与 joins nothing'],
    ['科学技术普及条例第十条', '※科学技术普及条例', 'a name whose 及 joins nothing'],
    ['数据条例第十条', '※数据条例', 'a name whose 据 leads up to nothing'],
    ['关于惩治犯罪的决定第三条', '※惩治犯罪的决定', 'another decision'],
    ['对外贸易法第五条', '※对外贸易法', 'a name that begins with 对'],
    ['上海国际科技创新中心建设条例第十条', '※上海国际科技创新中心建设条例', 'another city’s, like ours'],
    [
      '《北京国际科技创新中心建设条例（二次审议稿）》第三十一条',
      '※北京国际科技创新中心建设条例（二次审议稿）',
      'a draft that is not the public one',
    ],
    ['专利法（2020）第23条', '※专利法（2020）', 'with its edition'],
  ])('%s', (text, expected, _reason) => {
    expect(found(text)).toBe(expected);
  });
});

describe('what is no citation', () => {
  it.each([
    ['没有引用', 'nothing'],
    ['共76条', 'a count'],
    ['条例32条措施', 'a count of measures'],
    ['第三条评论说得好', 'a place in a row'],
    ['我们决定三天后开会', 'a verb and a number'],
    ['方案2024年出台', 'a year'],
    ['北京市科学技术委员会 2024年第3号', 'a number of a document'],
    ['《“十四五”规划第三个五年纲要》', 'a number inside a title'],
    ['第三章', 'a chapter of nothing'],
    ['倒数第二条', 'counted from the end'],
    ['smart23', 'letters that only end like an abbreviation'],
    ['', 'an empty message'],
  ])('leaves %s alone', (text, _reason) => {
    expect(found(text)).toBe('');
  });
});

describe('every citation', () => {
  it('is quoted as it was written, with the name of its law', () => {
    const text = '请看 《北京国际科技创新中心建设条例》 第 二十三 条 第一款 吧';
    const [citation] = findCitations(text, corpus);
    expect(citation?.text).toBe('《北京国际科技创新中心建设条例》 第 二十三 条 第一款');
  });

  const word = fc.constantFrom(
    ...[
      '《',
      '》',
      '条例',
      '第',
      '二十三',
      '条',
      '款',
      '至',
      '、',
      '专利法',
      '草案',
      '23',
      '(',
      ')',
      'Article',
      ' ',
      '\n',
    ],
  );
  it('stands in the text where it says, whatever the text, and its passage exists', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.join('');
        for (const citation of findCitations(text, corpus)) {
          expect(citation.text).toBe(text.slice(citation.from, citation.to));
          expect(citation.text).not.toBe('');
        }
      }),
    );
  });
});

describe('a long message', () => {
  /** How many times a pattern is tried while the citations of a text are looked for. */
  const steps = (text: string): number => {
    const tried = vi.spyOn(RegExp.prototype, 'exec');
    try {
      findCitations(text, corpus);
      return tried.mock.calls.length;
    } finally {
      tried.mockRestore();
    }
  };

  it.each([
    ['第一、', 'numbers that wait for a 条'],
    ['1,2,3,', 'a pasted list'],
    ['第三章、', 'headings'],
    ['第三条、', 'articles'],
    ['草案', 'editions'],
    ['第三条草案', 'editions of articles'],
  ])('of %s costs twice as much at twice the length (%s)', (part) => {
    expect(steps(part.repeat(400))).toBeLessThan(2.5 * steps(part.repeat(200)));
  });

  it('is read no further for a list that ends as a count', () => {
    const list = (length: number): string => `${'1、'.repeat(length)}2条措施`;
    expect(steps(list(400))).toBeLessThan(2.5 * steps(list(200)));
  });
});
