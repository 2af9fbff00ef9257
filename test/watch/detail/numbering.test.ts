import { describe, expect, it } from 'vitest';
import { docxText } from '../../../src/watch/detail/docx.ts';
import { docx } from './files.ts';

const level = (n: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const definition = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const list = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const numberingXml = (...parts: string[]) => `<w:numbering xmlns:w="w">${parts.join('')}</w:numbering>`;
const p = (text: string, numId?: number | null, ilvl = 0, style = '') =>
  `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${
    numId === undefined ? '' : `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId ?? 0}"/></w:numPr>`
  }</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const read = async (numbering: string, body: string, styles?: string) =>
  (
    await docxText(
      docx([], body, {
        'word/numbering.xml': numbering,
        ...(styles === undefined ? {} : { 'word/styles.xml': `<w:styles xmlns:w="w">${styles}</w:styles>` }),
      }),
    )
  )?.split('\n');

describe('automatic numbering', () => {
  it('of articles, items and sub-items is what Word shows: each level begins anew under the next higher', async () => {
    const law = numberingXml(
      definition(
        0,
        level(0, 'chineseCountingThousand', '第%1条'),
        level(1, 'chineseCountingThousand', '（%2）'),
        level(2, 'decimal', '%3.'),
      ),
      list(1, 0),
    );
    const body = [
      p('总则'),
      p('甲', 1),
      p('乙', 1, 1),
      p('丙', 1, 2),
      p('丁', 1, 2),
      p('戊', 1, 1),
      p('己', 1),
      p('庚', 1, 1),
    ];
    expect(await read(law, body.join(''))).toEqual([
      '总则',
      '第一条 甲',
      '（一）乙',
      '1.丙',
      '2.丁',
      '（二）戊',
      '第二条 己',
      '（一）庚',
    ]);
  });

  it.each([
    ['chineseCountingThousand', 123, '一百二十三、'],
    ['chineseCounting', 21, '二十一、'],
    ['chineseCounting', 110, '一一○、'],
    ['japaneseCounting', 10, '十、'],
    ['ideographDigital', 20, '二〇、'],
    ['decimal', 7, '7、'],
    ['decimalZero', 7, '07、'],
    ['decimalEnclosedCircleChinese', 3, '③、'],
    ['decimalFullWidth', 12, '１２、'],
    ['ideographTraditional', 2, '乙、'],
    ['upperLetter', 27, 'AA、'],
    ['lowerLetter', 3, 'c、'],
    ['upperRoman', 14, 'XIV、'],
    ['lowerRoman', 4, 'iv、'],
    ['none', 4, '、'],
    ['a format of tomorrow', 4, '4、'],
    ['chineseCounting', 1e12, '一、'],
  ])('in %s counts %d as %s', async (format, value, label) => {
    const started = level(0, format, '%1、').replace('w:val="1"', `w:val="${value}"`);
    expect(await read(numberingXml(definition(0, started), list(1, 0)), p('甲', 1))).toEqual([`${label}甲`]);
  });

  it('goes on in another list of the same definition, and begins where a list says so', async () => {
    const numbering = numberingXml(
      definition(0, level(0, 'decimal', '%1.')),
      list(1, 0),
      list(2, 0),
      list(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    );
    expect(await read(numbering, [1, 1, 2, 3, 3].map((id) => p('甲', id)).join(''))).toEqual([
      '1.甲',
      '2.甲',
      '3.甲',
      '1.甲',
      '2.甲',
    ]);
  });

  it('comes with a style, with the one it is based on, and is taken off by a paragraph', async () => {
    const numbering = numberingXml(
      definition(
        0,
        level(0, 'chineseCounting', '第%1章'),
        level(1, 'chineseCounting', '第%2条', '<w:pStyle w:val="Article"/>'),
      ),
      list(5, 0),
    );
    const numbered = '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr>';
    const styles = `<w:style w:styleId="Chapter">${numbered}</w:style><w:style w:styleId="Article">${numbered}</w:style><w:style w:styleId="Part"><w:basedOn w:val="Chapter"/></w:style>`;
    const body = [
      p('总则', undefined, 0, 'Chapter'),
      p('甲', undefined, 0, 'Article'),
      p('无', null, 0, 'Article'),
      p('乙', undefined, 0, 'Article'),
      p('附则', undefined, 0, 'Part'),
    ];
    expect(await read(numbering, body.join(''), styles)).toEqual([
      '第一章 总则',
      '第一条 甲',
      '无',
      '第二条 乙',
      '第二章 附则',
    ]);
  });

  it('in the legal manner writes all in figures; a bullet is no label; nothing stands between where Word puts nothing', async () => {
    const numbering = numberingXml(
      definition(0, level(0, 'chineseCounting', '%1'), level(1, 'decimal', '%1.%2', '<w:isLgl/>')),
      definition(1, level(0, 'bullet', '\uf06c')),
      definition(2, level(0, 'chineseCounting', '第%1款', '<w:suff w:val="nothing"/>')),
      list(1, 0),
      list(2, 1),
      list(3, 2),
    );
    expect(await read(numbering, p('甲', 1) + p('乙', 1, 1) + p('丙', 2) + p('丁', 3) + p('戊', 9))).toEqual([
      '一 甲',
      '1.1 乙',
      '丙',
      '第一款丁',
      '戊',
    ]);
  });
});
