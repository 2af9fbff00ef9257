import { describe, expect, it } from 'vitest';
import {
  consultationWindow,
  effectiveDay,
  readSpan,
  signatureDay,
  withDigits,
} from '../../../src/watch/detail/days.ts';

describe('the day a text takes effect', () => {
  it.each<[string, string | null, string]>([
    ['本办法自2026年10月1日起施行。', '2026-10-01', 'a day written out'],
    ['本细则自二〇二六年十月一日起施行。', '2026-10-01', 'in Chinese numerals'],
    ['本措施自发布之日起实施，有效期三年。', '2026-09-10', 'the day of issue'],
    ['本通知自印发之日起30日后施行。', '2026-10-10', 'so many days after it'],
    ['本实施细则自发布之日起三十日后施行。', '2026-10-10', 'so many days in Chinese numerals'],
    ['原办法自2021年1月1日起施行。本办法自2026年10月1日起施行。', '2026-10-01', 'its own, not a cited one'],
    [
      '本办法自2026年10月1日起施行。原办法自2027年1月1日起实施的条款除外。',
      '2026-10-01',
      'wherever it stands',
    ],
    ['本办法自 2026 年 10 月 1 日起施行。', '2026-10-01', 'blanks around digits'],
    ['本办法自二〇二六 年 十 月 一 日起施行。', '2026-10-01', 'blanks around Chinese numerals'],
    ['本办法自2026年10月\n1日起施行。', '2026-10-01', 'a line broken in the middle, as files have it'],
    ['本办法于2026年10月1日起施行。', '2026-10-01', 'on a day'],
    ['本办法自2026年10月1日起试行两年。', '2026-10-01', 'on trial'],
    ['本办法于2026年10月1日正式实施。', '2026-10-01', 'on a day alone'],
    ['本办法从2026年10月1日起施行。', '2026-10-01', 'from another word'],
    ['本办法自2026年10月1日零时起施行。', '2026-10-01', 'from an hour'],
    ['本办法自2026年10月1日起，施行。', '2026-10-01', 'a comma before the verb'],
    ['本若干措施2026年10月1日起在全市施行。', '2026-10-01', 'no preposition, and a place'],
    ['自本办法公布之日起满三十日施行。', '2026-10-10', 'so many full days after its own issue'],
    ['本办法自发布之日起3个月后施行。', '2026-12-10', 'so many months, not thirty days each'],
    ['本办法自发布之日起30个工作日后施行。', '2026-10-28', 'workdays, with the days off of autumn between'],
    ['本办法自发布之日起120个工作日后施行。', null, 'workdays of a year that is not settled yet'],
    [
      '《中华人民共和国科学技术进步法》自2022年1月1日起施行以来，成效明显。本办法自 2026 年 10 月 1 日起施行。',
      '2026-10-01',
      'its own, with a law cited before',
    ],
    ['《科学技术进步法》自2022年1月1日起施行以来，成效明显。', null, 'a law that is cited'],
    ['新修订的《科学技术进步法》自2022年1月1日起施行。', null, 'a law that was in force long before'],
    ['《旧办法》（自2019年1月1日起施行）同时废止。', null, 'what it abolishes'],
    ['该办法自2021年1月1日起施行，现予修订。', null, 'what it revises'],
    ['现印发《平台管理办法》。《平台管理办法》自2026年10月1日起施行。', '2026-10-01', 'what it brings'],
    ['本市自2020年1月1日起执行最低工资制度，各区自2026年1月1日起执行。', '2026-01-01', 'early in its year'],
    ['2022年1月1日起施行的法律', null, 'words about another law'],
    ['申报自2026年10月1日起受理。', null, 'nothing takes effect'],
    ['自2026年2月31日起施行。', null, 'the calendar has no such day'],
  ])('of "%s" is %s: %s', (text, day) => {
    expect(effectiveDay(text, '2026-09-10')).toBe(day);
  });
});

describe('the window of a consultation', () => {
  it.each<[string, { from: string | null; until: string } | null]>([
    ['征集意见时间为2026年9月1日至2026年9月30日', { from: '2026-09-01', until: '2026-09-30' }],
    ['公示时间：2026年9月1日至30日', { from: '2026-09-01', until: '2026-09-30' }],
    ['征求意见期限：2026-09-01～2026-09-30', { from: '2026-09-01', until: '2026-09-30' }],
    ['请于2026年9月30日前将意见反馈至邮箱', { from: '2026-09-02', until: '2026-09-30' }],
    ['请于9月30日前将意见反馈至邮箱', { from: '2026-09-02', until: '2026-09-30' }],
    ['意见反馈截止日期为2026年9月30日。', { from: '2026-09-02', until: '2026-09-30' }],
    ['意见反馈截止时间：发布之日起三十日。', { from: '2026-09-02', until: '2026-10-02' }],
    ['请自本公告发布之日起30日内提出意见建议', { from: '2026-09-02', until: '2026-10-02' }],
    ['自收到意见之日起30日内答复', null],
    ['公示期为自公示之日起5个工作日', { from: '2026-09-02', until: '2026-09-09' }],
    ['意见反馈自发布之日起90个工作日内有效', null],
    ['征求意见截止时间为2026-09-30。', { from: '2026-09-02', until: '2026-09-30' }],
    ['请于9月30日（星期三）下午5点前反馈意见', { from: '2026-09-02', until: '2026-09-30' }],
    ['请于 2026 年 9 月 30 日 17:00 前反馈意见', { from: '2026-09-02', until: '2026-09-30' }],
    ['2026年9月30日17时30分前，将意见发送至邮箱', { from: '2026-09-02', until: '2026-09-30' }],
    ['征求意见期为30日，自2026年9月1日起', { from: '2026-09-01', until: '2026-10-01' }],
    ['自2026年9月1日起30日内提出意见', { from: '2026-09-01', until: '2026-10-01' }],
    ['自2026年9月1日起5个工作日内提出意见', { from: '2026-09-01', until: '2026-09-08' }],
    ['本次征求意见期限为30天', { from: '2026-09-02', until: '2026-10-02' }],
    ['征集时间：自公布之日起至2026年10月14日止', { from: '2026-09-02', until: '2026-10-14' }],
    ['公示时间：2026年9月1日（星期二）9:00至9月30日', { from: '2026-09-01', until: '2026-09-30' }],
    ['请于9月30日下班前反馈意见', { from: '2026-09-02', until: '2026-09-30' }],
    ['现向社会公开征求意见，为期30天。', { from: '2026-09-02', until: '2026-10-02' }],
    ['培训为期30天，请提出意见。', null],
    ['请于1月10日前反馈意见', null],
    ['2020年1月1日前成立的企业，请于9月30日前反馈意见', { from: '2026-09-02', until: '2026-09-30' }],
    ['截止2026年8月31日共收到意见30条', null],
    ['原办法于2021年9月1日施行，现征求意见', null],
  ])('of "%s" is %o', (text, window) => {
    expect(consultationWindow(text, '2026-09-02')).toEqual(window);
  });

  it('that ends early in the next year begins late in this one', () => {
    const window = { from: '2026-12-20', until: '2027-01-10' };
    expect(consultationWindow('请于1月10日前反馈意见', '2026-12-20')).toEqual(window);
  });

  it.each([
    ['2026-09-012026-09-30', '2026-09-30', 'two days run together'],
    ['2026-09-01 2026-09-30', '2026-09-30', 'a space between'],
    ['2026年9月1日-9月30日', '2026-09-30', 'no second year'],
  ])('%s ends on %s: %s', (text, until) => {
    expect(readSpan(text)).toEqual({ from: '2026-09-01', until });
  });

  it('never ends before it begins', () => {
    expect(readSpan('2026-09-30 2026-09-01')).toBeNull();
  });
});

describe('the day under a signature', () => {
  it('is the last that stands alone on its line', () => {
    expect(signatureDay('某局\n2026年9月8日\n正文提到2027年1月1日的事')).toBe('2026-09-08');
    expect(signatureDay('某局\n二〇二六年十二月三十一日')).toBe('2026-12-31');
    expect(signatureDay('2026年9月8日召开会议')).toBeNull();
    expect(signatureDay('样例市科学技术委员会 样例市财政局　2026 年 9 月 8 日')).toBe('2026-09-08');
    expect(signatureDay('受理时间 2026年9月8日')).toBeNull();
  });

  it('in Chinese numerals is read digit by digit', () => {
    expect(withDigits('二〇一〇年十月二十日')).toBe('2010年10月20日');
    expect(withDigits('二零二六年一月一日')).toBe('2026年1月1日');
  });
});
