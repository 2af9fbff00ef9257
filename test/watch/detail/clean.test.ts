import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/watch/detail/clean.ts';

describe('a cleaned text', () => {
  it.each([
    ['正文。【打印本页】【关闭窗口】', '正文。'],
    ['正文。\n（责任编辑：张三）', '正文。'],
    ['正文。\n扫一扫在手机打开当前页', '正文。'],
    ['正文。\n您访问的链接即将离开“首都之窗”门户网站 是否继续？', '正文。'],
    ['正文。\n浏览次数：128次', '正文。'],
    ['首页 > 政策文件\n正文。', '首页 > 政策文件\n正文。'],
    ['字号： 大 中 小\n正文。', '正文。'],
    ['上一篇\n下一篇\n正文。', '正文。'],
    ['支持打印机产业分享经济成果。', '支持打印机产业分享经济成果。'],
  ])('of %j is %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it('cleaned again is the same', () => {
    const parts = fc.constantFrom(
      '正文。',
      '【打印本页】',
      '\n',
      ' ',
      '责任编辑：',
      '张三',
      '扫一扫',
      '大',
      '分享',
    );
    fc.assert(
      fc.property(fc.array(parts), (some) => {
        const clean = cleanText(some.join(''));
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});
