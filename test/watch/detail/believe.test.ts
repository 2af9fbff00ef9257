import { describe, expect, it } from 'vitest';
import { isBelievable } from '../../../src/watch/detail/believe.ts';
import { pageState } from '../../../src/watch/detail/merge.ts';
import type { Detail } from '../../../src/watch/detail/types.ts';

const TITLE = '关于印发《北京市概念验证平台建设管理办法》的通知';
const TEXT = `各有关单位：\n${'支持概念验证平台建设，促进科技成果转化。'.repeat(8)}`;
const LONG = '本页集中发布各类信息，欢迎查阅。'.repeat(40);
const detailOf = (title: string | null, text: string, part: Partial<Detail> = {}): Detail => ({
  ...{ title, issuer: null, docNumber: null, signedOn: null, published: null, effectiveOn: null },
  ...{ consultation: null, attachments: [], text },
  ...part,
});
const file = { attachments: [{ title: '附件.pdf', url: 'https://a.cn/1.pdf' }] };
const HOME = '北京市科学技术委员会、中关村科技园区管理委员会';

describe('a page that was read before', () => {
  it.each<[string, Detail]>([
    ['the same again', detailOf(TITLE, TEXT)],
    ['another text under the same title', detailOf(TITLE, '第一条 支持概念验证。'.repeat(9))],
    ['a text replaced by a short one', detailOf(TITLE, '本办法已废止。')],
    ['a text replaced by its file', detailOf(TITLE, '详见附件', file)],
    ['a title that was corrected', detailOf('关于印发《北京市概念验证平台建设与管理办法》的通知', '新文')],
    ['a title with its stage', detailOf('北京市概念验证平台建设管理办法（2026年修订）', '新文')],
    ['a title with the site’s name around it', detailOf(`${TITLE}_政策文件_${HOME}`, '新文')],
    ['a title with its issuer', detailOf(`${HOME}${TITLE}`, '新文')],
    ['a title cut off', detailOf('关于印发《北京市概念验证平台建设…', '新文')],
    ['the same text under the column’s name, redesigned', detailOf('政策文件', TEXT)],
    ['the same text without a title', detailOf(null, TEXT)],
    ['its file in its place, which names it', detailOf(null, `北京市概念验证平台建设管理办法\n第一条 新文`)],
    [
      'another text that names it under the column’s name',
      detailOf('政策文件', '现将《北京市概念验证平台建设管理办法》印发给你们。'),
    ],
    ['a long text that has words of an apology', detailOf(TITLE, `${LONG}系统维护中，请稍后访问。`)],
    ['words of an apology beside a file', detailOf(TITLE, '附件下载如无法打开，请稍后再试。', file)],
  ])('is believed to be its document’s: %s', (_, detail) => {
    const known = pageState(detailOf(TITLE, TEXT));
    expect(isBelievable(detail, pageState(detail), known, [TITLE])).toBe(true);
  });

  it.each<[string, Detail]>([
    ['a notice of maintenance', detailOf('系统维护', '系统正在维护，请稍后访问，给您带来的不便敬请谅解。')],
    ['an apology that keeps the title', detailOf(TITLE, '内容更新中，请稍后访问。')],
    ['an apology without a title', detailOf(null, '网站正在进行升级改造，敬请谅解。')],
    ['a page that is gone', detailOf('提示信息', '您访问的页面不存在或已被删除。')],
    ['a page that is gone, in English', detailOf('404 Not Found', 'nginx')],
    ['a shell that loads', detailOf(TITLE, '正文加载中…')],
    ['the home page', detailOf(HOME, LONG)],
    ['a log-in', detailOf('统一身份认证平台', '请输入用户名和密码。')],
    ['another document', detailOf('关于做好垃圾分类工作的通知', '各单位要做好垃圾分类工作。'.repeat(20))],
    ['another document without a title', detailOf(null, '各单位要做好垃圾分类工作。'.repeat(20))],
    [
      'a list on which it stands far down',
      detailOf('政策文件', `${'关于其他事项的通知\n'.repeat(50)}${TITLE}`),
    ],
  ])('is not believed to be its document’s: %s', (_, detail) => {
    const known = pageState(detailOf(TITLE, TEXT));
    expect(isBelievable(detail, pageState(detail), known, [TITLE])).toBe(false);
  });

  it('is believed under the title that its list now has for it', () => {
    const renamed = '中关村科学城概念验证中心认定办法';
    const detail = detailOf(renamed, '新文');
    const known = pageState(detailOf(TITLE, TEXT));
    expect(isBelievable(detail, pageState(detail), known, [TITLE])).toBe(false);
    expect(isBelievable(detail, pageState(detail), known, [renamed, TITLE])).toBe(true);
  });

  it.each<[string, string | null]>([
    ['none', null],
    ['the column’s', '政策文件'],
  ])('under a title that is not the document’s own, %s, is believed as long as it has that', (_, title) => {
    const known = pageState(detailOf(title, TEXT));
    const detail = detailOf(title, '第二版：支持人才。');
    expect(isBelievable(detail, pageState(detail), known, [TITLE])).toBe(true);
  });

  it('by a version that kept no parts of it is believed, unless it is an apology', () => {
    const known = { textHash: 'x' };
    const [other, excuse] = [detailOf('提示', LONG), detailOf('提示', '系统维护中')];
    expect(isBelievable(other, pageState(other), known, [TITLE])).toBe(true);
    expect(isBelievable(excuse, pageState(excuse), known, [TITLE])).toBe(false);
  });
});

describe('a page that is read for the first time', () => {
  it.each<[string, Detail, readonly string[], boolean]>([
    ['whatever title its site gives it', detailOf('政策文件', TEXT), [TITLE], true],
    ['however short it is', detailOf(TITLE, '详见附件'), [TITLE], true],
    ['an apology', detailOf('系统维护', '系统维护中，请稍后访问。'), [TITLE], false],
    [
      'what is about a service itself',
      detailOf('关于申报系统停机升级的公告', '申报系统升级中，给您带来的不便敬请谅解。'),
      ['关于申报系统停机升级的公告'],
      true,
    ],
    ...[
      '加强设施运行维护，支持设备更新升级。',
      '在概念验证平台和信息系统建设中，要发挥企业作用；正在推动产业升级的，给予支持。',
      '将第三条有关内容删除，停止执行第四条。',
      '做好信息系统升级中的安全工作。',
    ].map((text): [string, Detail, string[], boolean] => [text, detailOf(TITLE, text), [TITLE], true]),
    ...[
      '网站建设中。',
      '页面正在加载，请稍候刷新',
      '信息已删除',
      '该页面无法显示',
      '您的访问过于频繁，请稍后再试',
      '503 Service Unavailable',
    ].map((text): [string, Detail, string[], boolean] => [text, detailOf(TITLE, text), [TITLE], false]),
  ])('is believed or not: %s', (_, detail, titles, isBelieved) => {
    for (const known of [undefined, { textHash: null }])
      expect(isBelievable(detail, pageState(detail), known, titles)).toBe(isBelieved);
  });
});
