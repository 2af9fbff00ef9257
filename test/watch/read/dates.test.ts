import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfUrl, readDate } from '../../../src/watch/read/dates.ts';

describe('a date on an official page', () => {
  it.each([
    ['2026-09-15', '2026-09-15', 'the common form'],
    ['2026/09/15', '2026-09-15', 'NDRC'],
    ['2026.07.08', '2026-07-08', 'with dots'],
    ['[2026-09-15]', '2026-09-15', 'in brackets that are part of the text'],
    ['2026年9月5日', '2026-09-05', 'unpadded'],
    ['2026年05月18日', '2026-05-18', 'padded'],
    ['2026 年 9 月 5 日', '2026-09-05', 'spaced'],
    ['关于征集项目的通知（2026-08-20）', '2026-08-20', 'at the end of a link text'],
    ['1789000000000', '2026-09-10T00:26:40.000Z', 'epoch in milliseconds'],
    ['1789000000', '2026-09-10T00:26:40.000Z', 'epoch in seconds'],
    ['20260918', '2026-09-18', 'compact'],
    ['20260918103000', '2026-09-18T02:30:00.000Z', 'compact with a time'],
    ['2026-05-18-16:49:00', '2026-05-18T08:49:00.000Z', 'gov.cn meta'],
    ['2026-10-04 01:39:11.0', '2026-10-03T17:39:11.000Z', 'Beijing time without a zone'],
    ['2026-09-15 00:00', '2026-09-14T16:00:00.000Z', 'midnight in Beijing'],
    ['2026-10-04T01:39:11Z', '2026-10-04T01:39:11.000Z', 'with its zone'],
    ['2026-10-04T01:39:11+08:00', '2026-10-03T17:39:11.000Z', 'with its offset'],
    ['2026-10-04T01:39:11-05:00', '2026-10-04T06:39:11.000Z', 'with a negative offset'],
    ['4 Jun 2026 16:00:00 GMT', '2026-06-04T16:00:00.000Z', "the central bank's feed"],
    ['Thu, 04 Jun 2026 16:00:00 +0800', '2026-06-04T08:00:00.000Z', 'RFC 822'],
    ['Thu, 04 Jun 2026 16:00:00 CST', '2026-06-04T08:00:00.000Z', 'CST is China’s here'],
    ['Jun 4, 2026', '2026-06-04', 'English'],
    ['日期： 2026年05月18日 16:49 来源： 科技部', '2026-05-18T08:49:00.000Z', 'among other words'],
    ['2026-09-15 09:00:002026-09-30 23:55:00', '2026-09-15T01:00:00.000Z', 'two run together: the first'],
    ['2026-09-152026-09-30', '2026-09-15', 'two dates run together: the first'],
    ['2026-09-15 00:002026-09-30 23:55', '2026-09-14T16:00:00.000Z', 'start and deadline run together'],
    ['2026-09-15 00:00-2026-09-30 23:55', '2026-09-14T16:00:00.000Z', 'a range is no time zone'],
    ['2026-03-01 09:00-12:00', '2026-03-01T01:00:00.000Z', 'hours of a day are no time zone'],
    ['2024-02-29', '2024-02-29', 'a leap day'],
    ['Tue Sep 15 10:20:30 CST 2026', '2026-09-15T02:20:30.000Z', 'as Java prints one'],
    ['Tue Sep 15 10:20:30 2026', '2026-09-15T02:20:30.000Z', 'as C prints one'],
    [
      'Tue Sep 15 2026 10:20:30 GMT+0800 (中国标准时间)',
      '2026-09-15T02:20:30.000Z',
      'as JavaScript prints one',
    ],
    ['Thu, 04 Jun 26 16:00:00 +0800', '2026-06-04T08:00:00.000Z', 'RFC 822 with a year of two digits'],
    ['Thu, 04 Jun 98 16:00:00 GMT', '1998-06-04T16:00:00.000Z', 'the same, of the last century'],
    ['15 SEP 2026', '2026-09-15', 'in capitals'],
    ['15 September 2026', '2026-09-15', 'a month in full'],
    ['Sept. 15, 2026 3:30 pm', '2026-09-15T07:30:00.000Z', 'English with its half of the day'],
    ['202609151030', '2026-09-15T02:30:00.000Z', 'compact to the minute'],
    ['2026091510', '2026-09-15T02:00:00.000Z', 'compact to the hour, which is no epoch of 2034'],
    ['20260915 10:30:00', '2026-09-15T02:30:00.000Z', 'a compact day and a time'],
    ['20260915T103000Z', '2026-09-15T10:30:00.000Z', 'ISO 8601, basic'],
    ['20260915103000123', '2026-09-15T02:30:00.000Z', 'compact to the millisecond'],
    ['/Date(1789000000000)/', '2026-09-10T00:26:40.000Z', 'as .NET writes one in JSON'],
    ['２０２６－０９－１５', '2026-09-15', 'of full width'],
    ['2026－09－15', '2026-09-15', 'with dashes of full width'],
    ['2026–09–15', '2026-09-15', 'with dashes that are none of a keyboard'],
    ['2026-09-15 03:30 PM', '2026-09-15T07:30:00.000Z', 'in the afternoon'],
    ['2026-09-15 12:30 AM', '2026-09-14T16:30:00.000Z', 'after midnight'],
    ['2026/9/15 下午 3:30:00', '2026-09-15T07:30:00.000Z', 'in the afternoon, as Windows prints it'],
    ['2026年9月15日（星期二）下午3:30', '2026-09-15T07:30:00.000Z', 'with its weekday'],
    ['2026年9月15日上午10时30分', '2026-09-15T02:30:00.000Z', 'in words'],
    ['2026年9月15日下午15:30', '2026-09-15T07:30:00.000Z', 'said twice: of 24 hours'],
    ['2026年9月15日 中午12:30', '2026-09-15T04:30:00.000Z', 'at noon'],
    ['2026-09-15T10:30-05:00', '2026-09-15T15:30:00.000Z', 'to the minute with a negative offset'],
    ['2026-09-15 10:30:00+00', '2026-09-15T10:30:00.000Z', 'as PostgreSQL prints one'],
    ['2026-09-15 10:30:00 GMT+0800', '2026-09-15T02:30:00.000Z', 'an offset from Greenwich is not Greenwich'],
    ['2026-09-15 10:30 UTC-5', '2026-09-15T15:30:00.000Z', 'an offset of one digit'],
    ['152026-09', '2026-09-15', 'a leaf of a calendar: day above year and month'],
    ['2026-09 15', '2026-09-15', 'year and month above the day'],
    ['2026 09-15', '2026-09-15', 'year above month and day'],
    ['09-15 2026', '2026-09-15', 'month and day above the year'],
  ])('%j is %s (%s)', (text, date) => {
    expect(readDate(text)).toMatchObject({ written: true, date });
  });

  it('is the same to the clock at every hour of every zone', () => {
    const part = (max: number) => fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, '0'));
    const zone = fc.constantFrom('GMT', '+0800', '-0530', '+1345', '-1100');
    fc.assert(
      fc.property(part(23), part(59), part(59), zone, (hour, minute, second, z) => {
        const written = `Sun, 01 Mar 2026 ${hour}:${minute}:${second} ${z}`;
        expect(readDate(written).date).toBe(new Date(written).toISOString());
      }),
    );
  });

  it('is the same to the calendar for every day, in a feed or on a page', () => {
    const year = fc.integer({ min: 1900, max: 2110 });
    const zone = fc.constantFrom('GMT', '+0800', '-0530', '+0000');
    fc.assert(
      fc.property(
        year,
        fc.integer({ min: 0, max: 11 }),
        fc.integer({ min: 0, max: 32 }),
        zone,
        (y, m, d, z) => {
          const day = new Date(Date.UTC(y, m, d, 12, 30, 15));
          const exists = day.getUTCMonth() === m && day.getUTCDate() === d && y >= 1949 && y <= 2100;
          const month = day.toLocaleString('en', { month: 'short', timeZone: 'UTC' });
          fc.pre(day.getUTCMonth() === m);
          const written = `${d} ${month} ${y} 12:30:15 ${z}`;
          const { date } = readDate(`Thu, ${written}`);
          expect(date).toBe(exists ? new Date(`${month} ${d} ${y} 12:30:15 ${z}`).toISOString() : null);
          // Words around it change nothing.
          expect(readDate(`on ${written} `).date).toBe(date);
        },
      ),
    );
  });

  it.each([
    ['2026-02-31', 'no such day'],
    ['2026-13-01', 'no such month'],
    ['2026-00-10', 'no month zero'],
    ['2025-02-29', 'no leap year'],
    ['9999-01-01', 'a year that says it is not known'],
    ['0001-01-01', 'the same, other end'],
    ['9999999999999', 'an epoch far away'],
  ])('%j is written, but no date: %s', (text) => {
    expect(readDate(text)).toMatchObject({ written: true, date: null });
  });

  it.each([
    ['', 'nothing'],
    ['09-15', 'no year'],
    ['2026年9月', 'no day'],
    ['2026年第3号', 'a number'],
    ['2026-2027年度', 'two years'],
    ['京科发〔2026〕12号', 'a document number'],
    ['12026-09-15', 'digits before'],
    ['v1.2.3', 'a version'],
    ['123456789', 'an id'],
    ['202699991234', 'an id of twelve digits'],
    ['5 Markets 2026', 'a word that begins as a month'],
    ['04 Jun 26', 'a year that may be a day'],
    ['2026-2027', 'two years, which are no leaf of a calendar'],
  ])('%j holds none: %s', (text) => {
    expect(readDate(text).written).toBe(false);
  });

  it('is read back as it was written, whatever the form', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = iso.split('-').map(Number);
        for (const text of [
          iso,
          iso.replaceAll('-', '/'),
          iso.replaceAll('-', '.'),
          `[${iso}]`,
          iso.replaceAll('-', ''),
          iso.replaceAll('-', '－'),
          `${year}年${month}月${dayOfMonth}日`,
        ])
          expect(readDate(text).date).toBe(iso);
      }),
    );
  });

  it('is never anything but an ISO date, an ISO instant or null', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\d\-/:. 年月日TZ+]{0,40}$/), (text) => {
        expect(readDate(text).date ?? '2026-01-01').toMatch(/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d\.\d{3}Z)?$/);
      }),
    );
  });

  it.each([
    ['https://kw.beijing.gov.cn/zwgk/tzgg/202608/t20260812_4820137.html', '2026-08-12'],
    ['https://fgw.beijing.gov.cn/x/202604/t20260430_4630846.htm', '2026-04-30'],
    ['https://www.cnipa.gov.cn/art/2026/4/3/art_75_201.html', '2026-04-03'],
    ['https://www.cac.gov.cn/2026-05/18/c_1780000000000000.htm', '2026-05-18'],
    ['https://service.most.gov.cn/kjjh_tztg_all/20260430/5824.html', '2026-04-30'],
    ['https://www.bjtzh.gov.cn/bjtz/zwgk/20260518103000123/index.shtml', '2026-05-18'],
    ['https://www.nda.gov.cn/sjj/zwgk/zcfb/2026/2026051810300001_pc.html', '2026-05-18'],
    ['http://politics.people.com.cn/n1/2026/0518/c1001-40000000.html', '2026-05-18'],
    ['https://x.gov.cn/202602/t20260231_1.html', null],
    ['https://zscqj.beijing.gov.cn/zscqj/zwgk/tzgg/436549321/index.html', null],
    ['https://www.bjmtg.gov.cn/bjmtg/202605/0123456789abcdef0123456789abcdef.shtml', null],
    ['https://www.gov.cn/zhengce/202605/content_7012345.htm', null],
  ])('in %s is %s', (url, date) => {
    expect(dateOfUrl(url)).toBe(date);
  });
});
