import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linksFrom } from '../../../src/watch/read/links.ts';
import { plainText, tidyTitle } from '../../../src/watch/read/text.ts';

describe('the text of a fragment of mark-up', () => {
  it.each([
    ['<p>各有关单位：</p><p>第一条</p>', '各有关单位： 第一条', 'a tag between blocks is a blank'],
    ['北京<em>国际科技</em>创新<b>中心</b>', '北京国际科技创新中心', 'a tag within words is none'],
    ['<abbr>条例</abbr>', '条例', 'a tag whose name begins as an inline one'],
    [
      '一<script>if (a < b) x()</script>二<STYLE>p{}</STYLE>三',
      '一 二 三',
      'scripts and styles are not shown',
    ],
    ['一<!-- <p>旧</p> -->二<!-- 未完', '一 二', 'comments, too, though they are not closed'],
    ['a < b 且 c > d', 'a < b 且 c > d', 'a sign is no tag'],
    [' 一\n\t二\u00a0三\u3000四 五  六 ', '一 二 三 四 五 六', 'white space of all kinds'],
  ])('%j is %j: %s', (markup, text) => {
    expect(plainText(markup)).toBe(text);
  });

  it('has one blank between words and none at its ends, whatever stood there', () => {
    const piece = fc.constantFrom(' ', '  ', '\n', '\t', '\u00a0', '\u3000', '条', 'a', '。');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const words = pieces.join('').split(/\s+/);
        expect(plainText(pieces.join(''))).toBe(words.filter((word) => word !== '').join(' '));
      }),
    );
  });
});

describe('a title', () => {
  it.each([
    ['关于开展申报的通知 NEW!', '关于开展申报的通知', 'without its mark of news'],
    ['关于开展申报的通知NEW', '关于开展申报的通知', 'without its mark of news'],
    ['NEWS 与政策', 'NEWS 与政策', 'a word is no mark'],
    ['关于开展申报的通知 [2026-08-20]', '关于开展申报的通知', 'without its date'],
    ['关于开展申报的通知2026-08-20 16:30', '关于开展申报的通知', 'without its date and time'],
    ['2026-08-20 关于开展申报的通知', '关于开展申报的通知', 'without its date before it'],
    ['关于申报2026', '关于申报2026', 'a year is no date'],
    ['办法（试行）', '办法（试行）', 'brackets are kept'],
    ['标题：关于开展申报的通知&#10;时间：2026-09-17', '关于开展申报的通知', 'without labels'],
    [
      '文章标题：关于开展申报的通知\n作    者：佚名\n更新时间：2026/9/17\n点击数：30',
      '关于开展申报的通知',
      'without all that is labelled',
    ],
    ['标题：关于开展申报的通知', '关于开展申报的通知', 'without its own label'],
    [
      '关于开展申报的通知\n发布时间：2026-09-17',
      '关于开展申报的通知',
      'without its date and the label of that',
    ],
    [
      '关于开展申报的通知 时间：2026-09-17 10:30',
      '关于开展申报的通知',
      'without its time and the label of that',
    ],
    ['标题党整治办法', '标题党整治办法', 'a word is no label'],
    ['关于调整受理时间：第二批', '关于调整受理时间：第二批', 'a colon makes no label'],
    ['工作动态 来源：市科委', '工作动态 来源：市科委', 'labels behind what has none are kept'],
    ['标题：', '标题：', 'a label alone is all there is'],
    ['2026-08-20', '2026-08-20', 'a date alone is all there is'],
  ])('%j is %j: %s', (written, title) => {
    expect(tidyTitle(written)).toBe(title);
  });
});

describe('a link', () => {
  it('is what the browser makes of it, from wherever', () => {
    const segment = fc.constantFrom(
      'zcwj',
      't20261101_1.html',
      '..',
      '.',
      '',
      'a b',
      '%e5',
      '政策',
      'a-b',
      '.x',
      '_',
    );
    const base = fc.constantFrom(
      'https://a.gov.cn/b/c.html',
      'http://A.gov.cn:80/b/',
      'https://a.gov.cn:8443/?x=/y',
    );
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1 }), base, (segments, page) => {
        // What begins with two slashes names a host.
        const path = `/${segments.join('/').replace(/^\/+/, '')}`;
        expect(linksFrom(page)(path)).toBe(new URL(path, page).href);
      }),
    );
  });
});
