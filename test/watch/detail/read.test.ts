import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../../src/hash.ts';
import { pageState, READING } from '../../../src/watch/detail/merge.ts';
import { readDetail } from '../../../src/watch/detail/read.ts';
import type { Detail } from '../../../src/watch/detail/types.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/details');
const BASE = 'https://www.example.cn/zc/202609/t20260912_1.html';
const pages = readdirSync(FIXTURES).filter((name) => name.endsWith('.html'));

describe('an official page', () => {
  it.each(pages)('%s says what its golden holds', async (name) => {
    const read = await readDetail(readFileSync(join(FIXTURES, name), 'utf8'), BASE);
    await expect(`${JSON.stringify(read, null, 2)}\n`).toMatchFileSnapshot(
      join(FIXTURES, name.replace('.html', '.golden.json')),
    );
  });

  it('that is read as something else than before has another reading counted, lest it pass for revised', () => {
    const goldens = readdirSync(FIXTURES).filter((name) => name.endsWith('.golden.json'));
    const states = goldens.sort().map((name) => {
      const read: { value: Detail } = JSON.parse(readFileSync(join(FIXTURES, name), 'utf8'));
      return JSON.stringify(pageState(read.value).parts);
    });
    // Where the same pages give another hash, READING is counted on, and both are put here.
    expect({ reading: READING, pages: hashOf(...states) }).toEqual({
      reading: 3,
      pages: 'aFmP-j0Ahn7G-YvlG0-B8c',
    });
  });

  it('is read where its source says its text is', async () => {
    const html = '<div class="x">别处的话很长很长很长很长很长</div><div class="y">正文</div>';
    expect(await readDetail(html, BASE, { content: '.y' })).toMatchObject({ value: { text: '正文' } });
  });

  const meta = '<meta name="PubDate" content="2026-09-18">';
  const text = '<div id="mainText"><p>现将有关事项通知如下。</p>';
  const h1 = '<h1>关于概念验证平台的通知</h1>';
  it.each<[string, string | null, string]>([
    [
      `${meta}${text}<p>时间：2026年3月1日至6月30日</p><p>地点：北京</p></div>`,
      '2026-09-18',
      'a time in its text',
    ],
    [`${text}<p>时间：2026年3月1日</p><p>地点：北京</p></div>`, null, 'a time in its text, and no other day'],
    [
      `${text}<p>发布日期：2020-01-01 实施日期：2020-03-01</p></div>`,
      null,
      'the days of another in its text',
    ],
    [
      `${meta}<div class="jd"><a href="x.html">相关解读</a><p>发布日期：2020-01-01</p></div>${text}</div>`,
      '2026-09-18',
      'a box with another’s day beside it',
    ],
    [
      `${meta}<ul><li><a href="x.html">关于旧平台的通知</a> 来源：市科委 发布日期：2020-01-01</li></ul>${text}</div>`,
      '2026-09-18',
      'a row with another’s facts above it',
    ],
    [
      `${meta}${text}</div><p>来源：市科委 发布日期：2020-01-01</p>`,
      '2026-09-18',
      'the facts of another, perhaps, below it',
    ],
    [
      `${meta}<ol><li>[成文日期] 2018-02-12</li><li>[废止日期]</li><li>[发布日期] 2018-02-13</li></ol>${text}</div>`,
      '2018-02-13',
      'its own facts, of which the first publication is before its move to this site',
    ],
    [
      `${h1}<p>日期：2026-09-18 来源：市科委</p>${text}</div>`,
      '2026-09-18',
      'a bare label beside another fact',
    ],
    [
      `${h1}<div class="a"><p>日期：2026-09-18　来源：市科委</p><p>现将有关事项通知如下。本办法支持概念验证平台。</p></div>`,
      '2026-09-18',
      'facts at the head of the box of its text',
    ],
    [
      `${h1}<p>发布时间：2026-09-18 10:30</p>${text}</div>`,
      '2026-09-18T02:30:00.000Z',
      'a day under its title',
    ],
    [`${h1}<p>公开时间：2026-09-18 有效性：有效</p>${text}</div>`, '2026-09-18', 'another word for it'],
    [
      `${meta}<div id="mainText"><table><tr><td>发布日期</td><td>2020-01-01</td></tr><tr><td>实施日期</td><td>2020-05-01</td></tr></table></div>`,
      '2026-09-18',
      'facts of a standard at the head of its text',
    ],
    [`<p>发布时间：2020-01-01</p>${h1}${text}</div>`, null, 'a day above its title'],
    [
      `${h1}${text}</div><p>来源：市科委</p><p>发布日期：2026-09-18</p>`,
      '2026-09-18',
      'its facts below the text',
    ],
    [
      `${h1}<dl><dt>发布日期：</dt><dd>2026-09-18</dd><dt>有效性：</dt><dd>有效</dd></dl>${text}</div>`,
      '2026-09-18',
      'values below their labels',
    ],
  ])('was published on the day that it says of itself: %s is of %s: %s', async (html, published) => {
    expect(await readDetail(html, BASE)).toMatchObject({ value: { published } });
  });

  it('has no day where only its label stands, and the next label below it', async () => {
    const facts = [
      '[发文机构] 市科委',
      '[联合发文单位] 市财政局',
      '[实施日期]',
      '[成文日期] 2026-09-08',
      '[有效性] 是',
    ];
    const list = `<ol>${facts.map((fact) => `<li>${fact}</li>`).join('')}</ol>`;
    for (const html of [list, `<p>${facts.join(' ')}</p>`])
      expect(await readDetail(`${h1}${html}${text}</div>`, BASE)).toMatchObject({
        value: { issuer: '市科委；市财政局', signedOn: '2026-09-08', effectiveOn: null },
      });
  });

  it.each([
    ['市科委', '市科委'],
    ['海淀街道办事处', '海淀街道办事处'],
    ['北京日报', null],
    ['新华社', null],
    ['中国政府网', null],
    ['科技成果处', null],
  ])('that has its text from %s is issued by %s', async (source, issuer) => {
    const meta = `<meta name="ContentSource" content="${source}">`;
    const line = `<p>日期：2026-09-18 来源：${source}</p>`;
    for (const html of [`${meta}${h1}${text}</div>`, `${h1}${line}${text}</div>`])
      expect(await readDetail(html, BASE)).toMatchObject({ value: { issuer } });
  });

  const other = '<a href="t20250101_1.html">关于印发概念验证平台旧办法的通知</a>';
  it.each<[string, string | null, string]>([
    [`<ul><li>${other}<p>文号：京科发〔2025〕1号</p></li></ul>${h1}${text}</div>`, null, 'in a row above'],
    [`${h1}${text}</div><ul><li>${other} 文号：京科发〔2025〕1号</li></ul>`, null, 'in a row below'],
    [`${h1}${text}</div><ul><li>${other}</li><li>文号：京科发〔2025〕1号</li></ul>`, null, 'alone below'],
    [
      `${h1}${text}</div><ul><li>文号：京科发〔2026〕9号</li><li>成文日期：2026-09-08</li></ul>`,
      '京科发〔2026〕9号',
      'with other facts below',
    ],
    [
      `${h1}<p>文号：<a href="a.pdf">京科发〔2026〕9号全文</a></p>${text}</div>`,
      '京科发〔2026〕9号',
      'as a link under the title',
    ],
  ])('has its own number and no other’s: %s has %s, %s', async (html, docNumber) => {
    expect(await readDetail(html, BASE)).toMatchObject({ value: { docNumber } });
  });

  it.each([
    '起止日期：2026/09/18-2026/10/18',
    '征求意见起止时间：2026年9月18日至10月18日',
    '[征集期限] 2026-09-18 ~ 2026-10-18',
  ])('that asks for opinions says by its own facts until when: %s', async (fact) => {
    const asking = '<h1>关于公开征求《概念验证平台管理办法（征求意见稿）》意见的公告</h1>';
    expect(await readDetail(`${asking}<p>${fact}</p>${text}</div>`, BASE)).toMatchObject({
      value: { consultation: { from: '2026-09-18', until: '2026-10-18' } },
    });
  });

  it.each([
    [
      'below it, in a list of terms',
      '<dl><dt>发文字号</dt><dd>京科发〔2026〕9号</dd><dt>成文日期</dt><dd>2026-09-08</dd></dl>',
    ],
    [
      'below it, in a box',
      '<div>发文字号</div><div>京科发〔2026〕9号</div><div>成文日期</div><div>2026-09-08</div>',
    ],
    [
      'beside it, in a box',
      '<p><b>发文字号</b><i>京科发〔2026〕9号</i></p><p><b>成文日期</b><i>2026-09-08</i></p>',
    ],
    [
      'below it, after one that has none',
      '<dl><dt>发布机构</dt><dd></dd><dt>发文字号</dt><dd>京科发〔2026〕9号</dd><dt>成文日期</dt><dd>2026-09-08</dd></dl>',
    ],
  ])('has the fact that stands by its label without a colon, %s', async (_, facts) => {
    expect(await readDetail(`${h1}${facts}${text}</div>`, BASE)).toMatchObject({
      value: { docNumber: '京科发〔2026〕9号', signedOn: '2026-09-08', issuer: null },
    });
  });

  it.each([
    ['a shell that a script would fill', '<div id="app"></div><script src="a.js"></script>', 'no-text'],
    ['a challenge', '<script>document.cookie="__jsl_clearance=1"</script>', 'challenge'],
    ['a stub of thirteen bytes', '<html></html>', 'no-text'],
    ['a nest no page has', '<div>'.repeat(1000), 'too-large'],
  ])('that is %s is no document', async (_, html, cause) => {
    expect(await readDetail(html, BASE)).toMatchObject({ ok: false, error: { cause } });
  });
});
