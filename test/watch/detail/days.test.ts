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
    ['公示期为自公示之日起5个工作日', null],
    ['原办法于2021年9月1日施行，现征求意见', null],
  ])('of "%s" is %o', (text, window) => {
    expect(consultationWindow(text, '2026-09-02')).toEqual(window);
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
  });

  it('in Chinese numerals is read digit by digit', () => {
    expect(withDigits('二〇一〇年十月二十日')).toBe('2010年10月20日');
    expect(withDigits('二零二六年一月一日')).toBe('2026年1月1日');
  });
});
