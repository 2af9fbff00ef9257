import { describe, expect, it, vi } from 'vitest';
import { citedArticles, findCitations, namesOrdinance } from '../../src/link/cite.ts';
import { readZone } from '../../src/link/read.ts';

const cites = (body: string, title = '') =>
  citedArticles(findCitations(readZone(title).text, readZone(body).text));

const LAW = '《北京国际科技创新中心建设条例》';

describe('citations of this ordinance', () => {
  it.each([
    [`根据${LAW}第二十三条第一款，制定本办法。`, [23], 'full name, article and paragraph'],
    [`落实${LAW}第23条、第二十四条`, [23, 24], 'Arabic and Chinese side by side'],
    [`落实${LAW}第２３條`, [23], 'full-width digits and a Traditional 條'],
    [`按照${LAW}第二十三、二十六、三十二条规定`, [23, 26, 32], 'a list with one 条 at its end'],
    [`按照${LAW}第三十四至三十六条`, [34, 35, 36], 'a range with one 条'],
    [`按照${LAW}第三十四条至第三十六条的要求`, [34, 35, 36], 'a range with two'],
    [`依据${LAW}第34-36条`, [34, 35, 36], 'a range with a hyphen'],
    [`依据${LAW}第 二十\n三 条`, [23], 'white space and line ends inside a number'],
    [
      `依据${LAW}第二十八条第二款、第三款和第二十九条第二款`,
      [28, 29],
      'paragraphs of one article between two articles',
    ],
    [`落实${LAW}三十五条关于清单的要求`, [35], 'no 第, right after the name'],
    [`落实北京国际科技创新中心建设条例第五十条`, [50], 'the name without its marks'],
    [`为落实《条例》第五十三条，制定本意见。《条例》指${LAW}。`, [53], 'a short name explained afterwards'],
    [`${LAW}（以下简称《条例》）已施行。《条例》第六十条提出要求。`, [60], 'a short name introduced before'],
    [`${LAW}（以下简称“科创条例”）。依据《科创条例》第十二条。`, [12], 'a short name of its own'],
    [`为落实本条例第四十七条，结合${LAW}，制定本办法。`, [47], '本条例 in a text that is none itself'],
    [`${LAW}已施行。上述条例第十条规定`, [10], 'the same again'],
    [`《科创中心条例》第十二条，即${LAW}`, [12], 'shortened in its marks'],
    [`${LAW}施行后，落实条例第四十五条要求`, [45], 'bare 条例 when no other is named'],
    [`根據《北京國際科技創新中心建設條例》第六十二條，制定本辦法。`, [62], 'Traditional throughout'],
    [`《促进科技成果转化法》第十六条和${LAW}第三十二条`, [32], 'another law before ours'],
    [`${LAW}第三十二条、《促进科技成果转化法》第十六条`, [32], 'another law after ours'],
    [`${LAW}第二十三条（草案第三十一条）`, [23], 'the article beside that of the draft'],
    [`对${LAW}第二十三条征求意见`, [23], 'opinions on the law are no draft of it'],
    [`${LAW}草案第三十一条，即${LAW}第二十三条`, [23], 'the law named again after its draft'],
    [
      'Issued under Article 23 of the Regulation on the Construction of the Beijing International Science and Technology Innovation Center.',
      [23],
      'English',
    ],
    [
      'Articles 34-36 and 40 of the Beijing International Science & Technology Innovation Centre Regulations apply.',
      [34, 35, 36, 40],
      'an English list with a range',
    ],
  ])('reads %s', (text, expected, _reason) => {
    expect(cites(text)).toEqual(expected);
  });

  it.each([
    ['根据《上海市推进科技创新中心建设条例》第二十三条', 'another city’s'],
    [`${LAW}共七章七十六条，共76条`, 'a count of the whole'],
    [`落实${LAW}的32条措施`, 'a count of measures'],
    [`根据${LAW}，制定本办法。本办法第三条所称企业`, 'the document’s own article'],
    [`第一条 为落实${LAW}，制定本办法。第二条 本办法适用于本市。`, 'the document’s own headings'],
    [`根据${LAW}和《民法典》第一百条、第二十条`, 'another law named last'],
    [`《北京国际科技创新中心建设条例（草案）》第三十一条`, 'the draft is not law'],
    [`${LAW}（草案）第三十一条`, 'the draft, told behind the marks'],
    [`${LAW}（征求意见稿）第三十一条`, 'the same by another name'],
    [`《北京国际科技创新中心建设条例（送审稿）》第三十一条`, 'the same'],
    [`《北京国际科技创新中心建设条例（二次审议稿）》第三十一条`, 'the same'],
    [`${LAW}二次审议稿第三十一条`, 'the same without parentheses'],
    ['北京国际科技创新中心建设条例（草案公开征求稿）第三十一条', 'the same without marks'],
    [`${LAW}已施行。条例草案第三十一条曾规定`, 'the draft after the law was named'],
    [`${LAW}已施行。原草案中的第三十一条`, 'the same'],
    [
      `${LAW}: Article 31 of the draft Regulation on the Construction of the Beijing International Science and Technology Innovation Center.`,
      'the draft in English',
    ],
    [
      `《北京市促进科技成果转化条例》（以下简称《条例》）与${LAW}衔接，《条例》第十条规定`,
      'the short name means another ordinance',
    ],
    [`落实《条例》第二十三条`, 'a short name that nothing explains'],
    [`${LAW}第八十条`, 'a number the ordinance has not'],
    [`依据${LAW}制定，第三条明确对象`, 'its own article after what it was made under'],
    [`根据${LAW}等政策，修订《若干措施》第五条`, 'a policy document’s article'],
    [`${LAW} and Article 5 of the Patent Law`, 'an English citation of another law'],
  ])('leaves %s alone', (text, _reason) => {
    expect(cites(text)).toEqual([]);
  });

  it('takes the numbers in an explanation of the ordinance itself for the ordinance’s', () => {
    expect(cites('第二十三条规定，强化企业科技创新主体地位。', `${LAW}解读`)).toEqual([23]);
    expect(cites('第二十三条规定，强化企业科技创新主体地位。', `关于落实${LAW}的若干措施`)).toEqual([]);
  });

  it('takes the articles relied on for those of the ordinance that the title carries out, until another law is named', () => {
    const title = '关于落实北京国际科技创新中心建设条例若干举措的通知';
    expect(cites('一是落实第十五条、第十六条，推进统筹。', title)).toEqual([15, 16]);
    expect(cites('依据《民法典》办理，落实第十五条。', title)).toEqual([]);
    expect(cites('一是落实第十五条。', '关于落实某规定若干举措的通知')).toEqual([]);
  });

  it.each([
    ['第一、', 'numbers of headings'],
    ['第一条、', 'a list of articles'],
    ['第一款、', 'a list of what is below them'],
    ['《条例》', 'names'],
    ['条例草案', 'drafts'],
  ])('looks at a text of %s about as often as it is long: %s', (unit, _reason) => {
    const looks = (times: number) => {
      const look = vi.spyOn(RegExp.prototype, 'exec');
      try {
        cites(`${LAW}第一条。${unit.repeat(times)}`);
        return look.mock.calls.length;
      } finally {
        look.mockRestore();
      }
    };
    expect(looks(1000)).toBeLessThan(20 * looks(100));
  });

  it('knows the ordinance by name, and not its draft', () => {
    expect(namesOrdinance(readZone(`落实${LAW}`).text)).toBe(true);
    expect(namesOrdinance(readZone('《北京国际科技创新中心建设条例（草案）》').text)).toBe(false);
  });
});
