import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../corpus/index.ts';
import type { MessageBody } from '../../src/chat/fit.ts';
import { renderAlert } from '../../src/deliver/render.ts';
import type { LeasedDelivery, Measure } from '../../src/store/port.ts';

const { corpus } = await loadCorpus();

const measure: Measure = {
  id: 'measure',
  keys: [],
  title: '关于印发《北京市概念验证平台建设管理办法》的通知',
  issuer: '北京市科学技术委员会',
  docNumber: '京科发〔2026〕7号',
  url: 'https://kw.beijing.gov.cn/zcwj/t20261101_1.html',
  date: '2026-11-01',
  kind: 'measure',
  confidence: 0.97,
  links: [{ number: 39, score: 0.92, link: 'implements', why: '概念验证平台' }],
  firstSeenAt: '2026-11-01T02:00:00.000Z',
  feedId: 'kw',
};

const render = (change: Partial<Measure> = {}, locale: 'zh-CN' | 'zh-TW' | 'en' = 'zh-CN'): MessageBody => {
  const target = { kind: 'channel', guildId: '1', channelId: '2' } as const;
  const delivery: LeasedDelivery = {
    id: 'delivery-id',
    alertId: 'alert',
    subscriptionId: 'subscription',
    target,
    fence: 1,
    priorAttempts: 0,
    firstAttemptAt: '2026-11-01T02:00:01.000Z',
    measure: { ...measure, ...change },
    subscription: {
      ...{
        id: 'subscription',
        target,
        articles: [],
        locale,
        createdBy: '3',
        createdAt: '2026-10-01T00:00:00.000Z',
      },
      trouble: null,
    },
  };
  return renderAlert(delivery, corpus);
};

const inner = (body: MessageBody) => body.components.flatMap((container) => container.components);
const textOf = (body: MessageBody): string =>
  inner(body)
    .map((part) => ('content' in part ? part.content : ''))
    .join('\n');

describe('an alert', () => {
  it('says what it is, who issued it, when, and which articles it carries out with the words that show it', () => {
    expect(textOf(render())).toBe(
      [
        '### 📢 新的配套文件 · 措施',
        '**[关于印发《北京市概念验证平台建设管理办法》的通知](<https://kw.beijing.gov.cn/zcwj/t20261101_1.html>)**',
        '措施 · 北京市科学技术委员会 · 京科发〔2026〕7号 · 2026\\-11\\-01 · 条例施行后发布',
        `落实**第三十九条**（${corpus.documents[0]?.captions.get('39')}）92% — 依据：概念验证平台`,
        '-# 条文关联由本机器人推断，以官方页面为准。',
        '',
      ].join('\n'),
    );
  });

  it('links the official page and carries its delivery’s id, by which it is known again', () => {
    const body = JSON.stringify(render());
    expect(body).toContain('"url":"https://kw.beijing.gov.cn/zcwj/t20261101_1.html"');
    expect(body).toContain('"custom_id":"latest|why|measure|delivery-id"');
  });

  it('tells an earlier measure on the same subject from a follow-up', () => {
    expect(textOf(render({ date: '2023-05-01' }))).toContain('条例施行前发布');
    expect(textOf(render({ date: null }))).toContain('日期不明');
  });

  it('says when it takes effect, and until when one may comment', () => {
    expect(textOf(render({ effectiveOn: '2026-12-01' }))).toContain('2026\\-12\\-01 起施行');
    expect(textOf(render({ consultationUntil: '2026-12-10' }))).toContain('征求意见至 2026\\-12\\-10');
  });

  it('speaks the language of its subscription', () => {
    expect(textOf(render({}, 'en'))).toContain('New follow-up · measure');
    expect(textOf(render({}, 'zh-TW'))).toContain('新的配套文件');
  });

  it.each([
    ['@everyone @here <@1> <@&2> <#3>', 'mentions'],
    ['＠everyone', 'full-width mentions'],
    ['**a** __b__ ~~c~~ ||d|| `e` ```f```', 'markup'],
    ['[领取补贴](https://evil.example)', 'masked links'],
    ['https://evil.example', 'bare links'],
    ['\u202Egnp.exe\u200B\uFEFF', 'direction overrides and invisible characters'],
    ['# 标题\n> 引用\n- 列表\n1. 列表', 'line markup'],
    ['）](<https://evil.example>) [', 'attempts to break out of the link'],
    ['字'.repeat(10_000), '10,000 characters'],
    ['*'.repeat(10_000), '10,000 characters to escape'],
    ['', 'nothing at all'],
  ])('shows %.20j harmlessly: %s', (hostile) => {
    const body = render({
      title: hostile,
      issuer: hostile,
      docNumber: hostile,
      links: Array.from({ length: 76 }, (_, index) => ({
        ...{ number: index + 1, score: 0.9, link: 'implements' as const, why: hostile },
      })),
    });
    expect(body.allowed_mentions).toEqual({ parse: [] });
    const text = textOf(body);
    expect(text.length).toBeLessThanOrEqual(4000);
    expect(text).not.toMatch(/(?<!\\)@/);
    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/);
    // The only links are ours.
    const links = [...text.matchAll(/(?<!\\)\]\(<([^>]*)>\)/g)].map(([, url]) => url);
    expect(new Set(links)).toEqual(new Set([measure.url]));
    expect(text.replaceAll(measure.url, '')).not.toMatch(/https?:\/\//);
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'not a url'])(
    'links nothing for the address %s',
    (url) => {
      const body = JSON.stringify(render({ url }));
      expect(body).not.toContain('"url"');
      expect(body).not.toContain('](<');
    },
  );
});
