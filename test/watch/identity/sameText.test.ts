import { describe, expect, it } from 'vitest';
import { isSameText } from '../../../src/watch/identity/sameText.ts';

const FIRST = '2026-03-02';
const WORDS =
  '各有关单位：为加快科技成果转化，支持概念验证平台建设，现组织申报。申报单位应当在本市注册，信用良好，有专职的技术经理人队伍和固定的验证场地，近三年没有发生重大安全事故，同一单位限报一项，逾期不予受理，联系人见附件，所需材料见附件，咨询时间为工作日。';

const areOne = (text: string, later: string, isCall = true, other = text): boolean =>
  isSameText({ text, day: Date.parse(FIRST) }, { text: other, day: Date.parse(later) }, isCall);

describe('one text of two days is of one document', () => {
  it.each<[string, string, boolean]>([
    ['截止2026年3月31日。', 'a day that is over', true],
    ['2026年度申报截止3月31日。', 'a day of the year that is named', true],
    ['受理时间：2026-03-02至2026-03-31。', 'days in digits', true],
    ['\n二〇二六年二月二十六日', 'a signature', true],
    ['\n2026年1月6日\n附件：1.申报书', 'a signature long before its publication', true],
    ['', 'no day', false],
    ['截止2026年8月25日。', 'a term that is still to come', true],
    ['请于2026年8月25日前将材料报送至市科委。', 'a term that is still to come, in a sentence', true],
    ['截止3月31日。', 'a day without a year, half a year later', true],
    ['截至2026年2月20日，已认定三批。', 'a day before it, as of which something is told', false],
    ['支持2026年8月25日前的投入。', 'a day that is still to come', false],
    ['每年3月1日至3月31日受理。2026年起实行。', 'days of every year', false],
    ['截止2026年12月31日。', 'a term that is too far', false],
    ['支持2026年1月1日以后的投入。', 'a day before it', false],
    ['《条例》（2026年3月28日市人民代表大会常务委员会通过）。', 'the day of another document', false],
    ['《条例》自2026年4月1日起施行。', 'the day on which another takes effect', false],
    ['按照《2026年3月31日工作方案》办理。', 'a day in a name', false],
    ['\n2024年1月6日', 'a signature of other years', false],
  ])('with %j: %s (%j)', (end, _, expected) => {
    const text = WORDS + end;
    expect(areOne(text, '2026-08-20')).toBe(expected);
    const [day, other] = [Date.parse(FIRST), Date.parse('2026-08-20')];
    expect(isSameText({ text, day: other }, { text, day }, true)).toBe(expected);
  });

  it('where its day has no year only as long as no other year could be meant', () => {
    expect(areOne(`${WORDS}截止3月31日。`, '2027-03-02')).toBe(false);
    expect(areOne(`${WORDS}截止2026年3月31日。`, '2027-03-02')).toBe(true);
  });

  const RULE = '第一条为了规范概念验证平台的建设和运行，促进科技成果转化，根据有关法律法规，制定本办法。';
  it.each<[string, string, string, boolean]>([
    [RULE.repeat(10), '2027-03-02', 'that is whole', true],
    [RULE.repeat(60).slice(0, 2000), '2026-08-20', 'that fills what is kept', true],
    [RULE.repeat(60).slice(0, 2000), '2027-03-02', 'that does, a year later', false],
    [RULE.repeat(10).slice(0, -2), '2026-08-20', 'that its list cut', false],
    [RULE.repeat(3), '2026-08-20', 'of a few sentences', false],
    ['第一条为了规范。', '2026-08-20', 'of a few words', false],
  ])('where it is no call, %#: %3$s (%4$j)', (text, later, _, expected) => {
    expect(areOne(text, later, false)).toBe(expected);
    expect(areOne(text, later, true)).toBe(false);
  });

  it('whatever marks and white space stand between its letters, and not where a letter is another', () => {
    const text = `${WORDS}截止2026年3月31日。`;
    expect(areOne(text, '2026-08-20', true, text.replaceAll('，', '\n, '))).toBe(true);
    expect(areOne(text, '2026-08-20', true, text.replace('限报一项', '限报两项'))).toBe(false);
    expect(areOne(text, '2026-08-20', true, `${text}公示。`)).toBe(false);
  });
});
