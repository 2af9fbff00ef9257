import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDetail } from '../../../src/watch/detail/read.ts';
import { issuingNumber, normaliseDocNumber } from '../../../src/watch/identity/docNumber.ts';

describe('a document number', () => {
  it.each([
    ['京科发〔2024〕1号', '京科发〔2024〕1号'],
    ['京科发[2024]1号', '京科发〔2024〕1号'],
    ['京科发（2024）1号', '京科发〔2024〕1号'],
    ['京科发【2024】 1 号', '京科发〔2024〕1号'],
    ['京科发﹝2024﹞１号', '京科发〔2024〕1号'],
    ['京科發〔2024〕1號', '京科发〔2024〕1号'],
    ['京醫保發〔2026〕1號', '京医保发〔2026〕1号'],
    ['京政办发〔2024〕第012号', '京政办发〔2024〕12号'],
    ['发文字号：京经信局发〔2024〕7号', '京经信局发〔2024〕7号'],
    ['国科发规〔2025〕100号', '国科发规〔2025〕100号'],
    ['工信部联科〔2026〕33号', '工信部联科〔2026〕33号'],
    ['第320号令', null],
    ['2024年第3号', null],
    ['〔2024〕1号', null],
    ['公告〔2026〕1号', null],
    ['通告〔2026〕1号', null],
    ['财政部公告〔2026〕1号', '财政部公告〔2026〕1号'],
    ['条例（2024年修订）', null],
    ['', null],
  ])('%j is normalised to %j', (text, number) => {
    expect(normaliseDocNumber(text)).toBe(number);
  });

  it('normalised again does not change', () => {
    const brackets = fc.constantFrom('〔〕', '[]', '（）', '()', '【】', '﹝﹞');
    fc.assert(
      fc.property(
        fc.constantFrom('京科发', '京政辦發', '发改高技', '海政发'),
        fc.integer({ min: 1990, max: 2099 }),
        fc.integer({ min: 1, max: 9999 }),
        brackets,
        (name, year, number, pair) => {
          const once = normaliseDocNumber(`${name} ${pair[0]}${year}${pair[1]} ${number}号`);
          expect(once).not.toBeNull();
          expect(normaliseDocNumber(once ?? '')).toBe(once);
        },
      ),
    );
  });

  it.each<[Parameters<typeof issuingNumber>[0], string | null, string]>([
    [
      { title: '关于印发《若干措施》的通知', docNumber: '京科发〔2024〕1号' },
      '京科发〔2024〕1号',
      'the column of the source',
    ],
    [
      { title: '关于印发《若干措施》的通知（京科发〔2024〕1号）' },
      '京科发〔2024〕1号',
      'the end of the title',
    ],
    [
      { title: '京科发〔2024〕1号 关于印发《若干措施》的通知' },
      '京科发〔2024〕1号',
      'the start of the title',
    ],
    [
      {
        title: '关于印发《若干措施》的通知',
        summary: '发文字号：京科发〔2024〕1号 各有关单位：根据《规划》（京政发〔2021〕21号），制定本措施。',
      },
      '京科发〔2024〕1号',
      'the labelled line, not the cited one',
    ],
    [
      {
        title: '关于印发《若干措施》的通知',
        summary: '京科发〔2024〕1号\n各有关单位：依据国科发规〔2025〕100号……',
      },
      '京科发〔2024〕1号',
      'a line of its own',
    ],
    [
      {
        title: '关于印发《若干措施》的通知',
        summary: '根据《管理办法》（京科发〔2020〕3号）的规定，现印发。',
      },
      null,
      'a cited number',
    ],
    [{ title: '《若干措施》（京科发〔2024〕1号）政策解读' }, null, 'a number in the middle of a title'],
    [{ title: '关于废止《管理办法》（京科发〔2020〕3号）的通知' }, null, 'the number of what is repealed'],
    [{ title: '一图读懂：若干措施（京科发〔2024〕1号）' }, null, 'a title about another document'],
    [{ title: '转发《通知》（国科发规〔2025〕100号）' }, null, 'a number that is passed on'],
    [
      { title: '京科发〔2026〕1号《概念验证平台管理办法》' },
      '京科发〔2026〕1号',
      'a document called by number and name',
    ],
    [
      { title: '关于贯彻落实《创新条例》的实施意见（京政发〔2026〕3号）' },
      '京政发〔2026〕3号',
      'what carries out another document has a name of its own',
    ],
    [
      { title: '北京市贯彻落实〈专利行动方案〉实施方案（京知局〔2026〕9号）' },
      '京知局〔2026〕9号',
      'so does a plan that carries out another',
    ],
    [
      { title: '关于组织申报概念验证平台的通知（京科发〔2026〕9号）' },
      '京科发〔2026〕9号',
      'a call under a measure',
    ],
    [
      {
        title: '关于印发《若干措施》的通知',
        summary: '北京市科学技术委员会文件\n关于印发《若干措施》的通知\n京科发〔2024〕1号\n各有关单位：',
      },
      '京科发〔2024〕1号',
      'below issuer and title',
    ],
    [
      {
        title: '关于根据规定做好相关工作的通知',
        summary: '关于根据规定\n做好相关工作的通知\n京科发〔2024〕1号\n各有关单位：',
      },
      '京科发〔2024〕1号',
      'below a title of several lines, whatever its words',
    ],
    [
      {
        title: '若干措施',
        summary: '索引号：000014349\n发文字号：\n京科发〔2024〕1号\n成文日期：2024-01-02\n各有关单位：',
      },
      '京科发〔2024〕1号',
      'in the line after its label',
    ],
    [
      { title: '若干措施', summary: '索引号：000014349 文号：京科发〔2024〕1号 成文日期：2024-01-02' },
      '京科发〔2024〕1号',
      'among other facts',
    ],
    [
      {
        title: '关于组织申报2026年北京市概念验证平台的通知',
        summary: '各单位：根据《北京市概念验证平台管理办法》（文号：京科发〔2026〕3号），现组织申报。',
      },
      null,
      'labelled, of the measure that the call carries out',
    ],
    [
      { title: '关于组织申报的通知', summary: '政策依据\n《管理办法》\n京科发〔2026〕3号\n一、申报条件' },
      null,
      'on a line of its own, of what a text rests on',
    ],
    [
      { title: '关于申报《管理办法》项目的通知', summary: '《管理办法》\n京科发〔2026〕3号\n一、申报条件' },
      null,
      'below the name of what a title carries out',
    ],
    [
      { title: '关于组织申报的通知', summary: '《管理办法》\n京科发〔2026〕3号\n一、申报条件' },
      null,
      'below another document’s name',
    ],
    [
      { title: '关于组织申报的通知', summary: '各有关单位：\n现组织申报。\n文号：京科发〔2026〕3号' },
      null,
      'below the first sentence',
    ],
    [
      { title: '关于落实概念验证平台管理办法（京科发〔2026〕1号）' },
      null,
      'the number of what is carried out',
    ],
    [{ title: '关于申报《管理办法》（京科发〔2026〕1号）' }, null, 'the number of a name that a title holds'],
    [
      { title: '京科发〔2026〕1号《北京市概念验证平台建设管理办法》申报指南' },
      null,
      'a number and name that a title begins with',
    ],
    [{ title: '京科发〔2026〕1号 申报指南' }, null, 'a guide to a number'],
    [{ title: '认定管理办法', docNumber: '公告〔2026〕1号' }, null, 'a number that names no agency'],
  ])('of %j is %s: %s', (entry, number) => {
    expect(issuingNumber(entry)).toBe(number);
  });
});

describe('a page that cites another document’s number', () => {
  const read = async (facts: string, text: string) => {
    const html = `<h1>关于组织申报2026年北京市概念验证平台的通知</h1>${facts}<div class="TRS_Editor">${text}</div>`;
    const page = await readDetail(html, 'https://kw.beijing.gov.cn/202609/t20260918_1.html');
    return page.ok && page.value.docNumber;
  };
  const cited = '<p>根据《北京市概念验证平台管理办法》（文号：京科发〔2026〕3号），现组织申报。</p>';

  it.each([
    ['in a sentence', '', `<p>各单位：</p>${cited}`],
    [
      'on a line of its own',
      '',
      '<p>一、政策依据</p><p>《北京市概念验证平台管理办法》</p><p>京科发〔2026〕3号</p><p>二、申报条件</p>',
    ],
    ['behind a label', '', '<p>各单位：</p><p>现组织申报。</p><p>发文字号：京科发〔2026〕3号</p>'],
  ])('%s has none of its own', async (_, facts, text) => {
    expect(await read(facts, text)).toBeNull();
  });

  it.each([
    ['its facts', '<ul><li>[发文字号] 京科发〔2026〕9号</li></ul>', `<p>各单位：</p>${cited}`],
    ['its issuing line', '', `<p>京科发〔2026〕9号</p><p>各单位：</p>${cited}`],
    ['facts within its text', '', `<p>发文字号：京科发〔2026〕9号</p><p>各单位：</p>${cited}`],
  ])('has the one of %s', async (_, facts, text) => {
    expect(await read(facts, text)).toBe('京科发〔2026〕9号');
  });
});
