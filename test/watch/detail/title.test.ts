import { expect, it } from 'vitest';
import { readDetail } from '../../../src/watch/detail/read.ts';

const BASE = 'https://a.gov.cn/zc/202609/t20260912_1.html';
const TITLE = '关于印发《概念验证平台管理办法》的通知';
const SITE = '北京市科学技术委员会、中关村科技园区管理委员会';

it.each<[string, string | null, string]>([
  [`<meta name="ArticleTitle" content="${TITLE}"><h1>别的</h1>`, TITLE, 'as its own data call it'],
  [`<h1>${TITLE}</h1>`, TITLE, 'as its heading calls it'],
  [`<h1>北京市科学技术委员会</h1><div class="title">${TITLE}</div>`, TITLE, 'under the name of the site'],
  [`<h1>${SITE}</h1><h1>${TITLE}</h1>`, TITLE, 'under the names of its bodies'],
  [`<h1>北京市科学技术委员会</h1><title>${TITLE}_政策文件_首都之窗</title>`, TITLE, 'in the window alone'],
  [`<title>北京市科学技术委员会_${TITLE}</title>`, TITLE, 'behind the name of the site'],
  [
    `<meta name="SiteName" content="科创中关村"><h1>科创中关村</h1><h2>${TITLE}</h2>`,
    TITLE,
    'its site has a name',
  ],
  [
    `<meta property="og:title" content="中国政府网"><title>${TITLE}_中国政府网</title>`,
    TITLE,
    'where its data name the site',
  ],
  [
    `<title>${TITLE}_政策_样例网</title><div class="title">相关链接和其他信息</div><div class="tit">${TITLE}</div>`,
    TITLE,
    'and not as a box beside it is headed',
  ],
  [
    `<title>通知公告-北京市海淀区人民政府</title><div class="title">${TITLE}</div>`,
    TITLE,
    'in a column’s window',
  ],
  [`<title>${TITLE}-北京市海淀区人民政府</title>`, TITLE, 'before the name of the site'],
  ['<title>关于2026-2028年规划的通知</title>', '关于2026-2028年规划的通知', 'with a dash of its own'],
  [`<h1>政策文件</h1><div class="title">${TITLE}</div>`, TITLE, 'under the name of its column'],
  ['<h1>政府工作报告</h1>', '政府工作报告', 'by few characters, and no other'],
  ['<h1>关于设立概念验证工作办公室</h1>', '关于设立概念验证工作办公室', 'though it ends as bodies do'],
  ['<h1>国家科技管理信息系统公共服务平台</h1>', '国家科技管理信息系统公共服务平台', 'where it has no other'],
  ['', null, 'not at all'],
])('%s is called %s: %s', async (html, title) => {
  const read = await readDetail(`${html}<div id="mainText"><p>现印发给你们。</p></div>`, BASE, {}, SITE);
  expect(read).toMatchObject({ ok: true, value: { title } });
});

it('a page is called as its source says that it is', async () => {
  const html = `<h1>别的</h1><p class="own">${TITLE}</p><div id="mainText"><p>现印发给你们。</p></div>`;
  expect(await readDetail(html, BASE, { title: '.own' })).toMatchObject({ value: { title: TITLE } });
});
