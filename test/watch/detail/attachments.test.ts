import { describe, expect, it } from 'vitest';
import { fileBehind } from '../../../src/watch/detail/attachments.ts';
import { readDetail } from '../../../src/watch/detail/read.ts';

const BASE = 'https://a.gov.cn/zc/202609/t20260912_1.html';
const text = '<p>现将办法印发给你们，请遵照执行。</p>';
const box = (inside: string) => `<div id="mainText">${text}${inside}</div>`;
const of = async (html: string) => {
  const read = await readDetail(html, BASE);
  return read.ok ? read.value.attachments.map(({ title, url }) => `${title} ${url}`) : read.error.cause;
};

describe('the files of a page', () => {
  it.each<[string, string, string]>([
    [box('<a href="./W1.pdf">办法</a>'), '办法 https://a.gov.cn/zc/202609/W1.pdf', 'a file by its address'],
    [
      `<base href="/cms/"><p></p>${box('<a href="W1.ofd">办法</a>')}`,
      '办法 https://a.gov.cn/cms/W1.ofd',
      'resolved as the page says',
    ],
    [
      `<base href="javascript:void(0)">${box('<a href="W1.wps">办法</a>')}`,
      '办法 https://a.gov.cn/zc/202609/W1.wps',
      'unless that is no place',
    ],
    [
      box('<a href="/cms/downFile?id=123">附件：办法.docx</a>'),
      '附件：办法.docx https://a.gov.cn/cms/downFile?id=123',
      'a file by its words',
    ],
    [
      box('<a href="/down?id=7">办法.pdf（点击下载）</a>'),
      '办法.pdf（点击下载） https://a.gov.cn/down?id=7',
      'with a hint after its name',
    ],
    [
      box('<a href="/down?id=7" download>办法</a>'),
      '办法 https://a.gov.cn/down?id=7',
      'a link that is to be saved',
    ],
    [
      box(`<a href="javascript:void(0)" onclick="window.open('./W1.pdf')">办法</a>`),
      '办法 https://a.gov.cn/zc/202609/W1.pdf',
      'a file that a script opens',
    ],
    [
      box(`<a onclick="down('/f/附件1.xls?x=1')">名单</a>`),
      '名单 https://a.gov.cn/f/%E9%99%84%E4%BB%B61.xls?x=1',
      'without an address of its own',
    ],
    [
      box('<a href="/pdfjs/web/viewer.html?file=%2Fa%2Fb.pdf">办法</a>'),
      '办法 https://a.gov.cn/a/b.pdf',
      'a viewer of a file',
    ],
    [
      `${box('')}<div class="download"><a href="W2.docx">申报书</a></div>`,
      '申报书 https://a.gov.cn/zc/202609/W2.docx',
      'in a box for downloads beside the text',
    ],
    [
      `${box('')}<div class="x"><h3>附件下载</h3><ul><li><a href="W2.docx">申报书</a></li></ul></div>`,
      '申报书 https://a.gov.cn/zc/202609/W2.docx',
      'under a word for them beside the text',
    ],
    [
      `${box('')}<embed src="W3.pdf" type="application/pdf">`,
      'W3.pdf https://a.gov.cn/zc/202609/W3.pdf',
      'shown in the page',
    ],
  ])('%s is %s: %s', async (html, file) => {
    expect(await of(html)).toEqual([file]);
  });

  it.each([
    [box('<a href="/zc/x.html">关于打开.pdf阅读器的说明</a>'), 'a page about files'],
    [box(`<a href="javascript:share('weibo')">分享</a>`), 'a script that opens none'],
    [box('<a href="ftp://a.gov.cn/W1">附件.docx</a>'), 'what is nowhere on the web'],
    [`${box('')}<div class="side"><a href="指南.pdf">政府信息公开指南</a></div>`, 'a file of the site'],
    [box('<iframe src="/video/player.html?id=3"></iframe>'), 'a frame that shows no file'],
  ])('%s is none: %s', async (html) => {
    expect(await of(html)).toEqual([]);
  });

  it.each([
    '<div class="con"><iframe src="/pdfjs/web/viewer.html?file=/a/b.pdf"></iframe></div>',
    '<div class="TRS_Editor"><iframe src="/a/b.pdf#toolbar=0"></iframe></div>',
    '<div class="top"><p>首页 政务公开 互动交流</p></div><div><div><object data="/a/b.pdf"></object></div></div><div>主办：样例市科学技术委员会 备案号</div>',
  ])('are all of a document that is only shown: %s', async (html) => {
    const read = await readDetail(html, BASE);
    expect(read).toMatchObject({ ok: true, value: { text: '' } });
    expect(read.ok && read.value.attachments[0]?.url).toMatch(/^https:\/\/a\.gov\.cn\/a\/b\.pdf/);
  });

  it.each([
    ['https://a.gov.cn/view?url=https://b.gov.cn/c.pdf', 'https://b.gov.cn/c.pdf', 'on another host'],
    [
      'https://a.gov.cn/view?url=file:///etc/a.pdf',
      'https://a.gov.cn/view?url=file:///etc/a.pdf',
      'on no host',
    ],
    [
      'https://a.gov.cn/down.jsp?file=b.pdf',
      'https://a.gov.cn/down.jsp?file=b.pdf',
      'which is its name alone',
    ],
    ['https://a.gov.cn/b.pdf', 'https://a.gov.cn/b.pdf', 'itself'],
    ['', '', 'nothing'],
  ])('%s shows %s: %s', (url, file) => {
    expect(fileBehind(url)).toBe(file);
  });
});
