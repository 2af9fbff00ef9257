import { describe, expect, it } from 'vitest';
import { locate } from '../../src/link/locate.ts';
import { readEntry } from '../../src/link/read.ts';
import type { EntryText } from '../../src/link/types.ts';

const where = (entry: Omit<EntryText, 'id'>) => locate(readEntry({ id: '1', ...entry }));

describe('whose document an entry is', () => {
  it.each([
    [{ title: '关于某事项的通知', source: '北京市财政局' }, 'beijing', 'by its source'],
    [{ title: '关于某事项的通知', source: '北京市海淀区人民政府' }, 'beijing', 'a district'],
    [
      { title: '关于某事项的通知', url: 'https://kw.beijing.gov.cn/a.html' },
      'beijing',
      'by its address alone',
    ],
    [{ title: '北京发布若干措施', source: '新华网' }, 'beijing', 'by its title in a paper'],
    [{ title: '国家税务总局北京市税务局关于某事项的公告' }, 'beijing', 'a branch in Beijing'],
    [{ title: '国务院关于某方案的批复', source: '首都之窗' }, 'national', 'reposted by Beijing'],
    [{ title: '国务院关于支持北京某示范区的批复', source: '国务院' }, 'named', 'national, for Beijing'],
    [
      { title: '关于某试点的通知', body: '在中关村开展试点。', source: '财政部' },
      'named',
      'named in its text',
    ],
    [
      { title: '关于某试点的通知', body: '在北京、上海等地开展试点。', source: '财政部' },
      'national',
      'one place of many',
    ],
    [
      { title: '某部印发方案', body: '新华社北京3月5日电', source: '教育部' },
      'national',
      'a dateline names no place',
    ],
    [{ title: '上海市科委关于印发某办法的通知', source: '上海市科委' }, 'elsewhere', 'another city'],
    [{ title: '关于印发《深圳市某办法》的通知' }, 'elsewhere', 'another city inside the quotes'],
    [{ title: '某某市人民政府关于某事项的意见' }, 'elsewhere', 'a city that no list names'],
    [{ title: '全国重点实验室经费支持细则', source: '北京市财政局' }, 'beijing', '全国 as part of a name'],
    [{ title: '中央在京单位资源开放办法', source: '北京市财政局' }, 'beijing', '中央 as whose they are'],
    [{ title: '市委组织部关于某事项的通知', source: '北京市人才工作局' }, 'beijing', 'the city has a 部 too'],
    [{ title: '中国证监会发布资本市场若干措施', source: '证监会' }, 'national', '本市 across two words'],
    [{ title: '国家大学科技园建设方案', source: '北京市教育委员会' }, 'beijing', '国家 as part of a subject'],
    [
      { title: '天津市科技局 北京市科委关于京津冀某专项的通知', source: '北京市科学技术委员会' },
      'beijing',
      'a joint document that Beijing publishes',
    ],
    [
      { title: '市科委 市财政局关于某事项的通知', source: '北京市财政局' },
      'beijing',
      'two bodies of one city',
    ],
    [{ title: 'Measures of Beijing for a Matter', source: 'A Paper' }, 'beijing', 'in English'],
    [
      { title: '长春市朝阳区某办法', source: '长春市朝阳区政府' },
      'elsewhere',
      'a district of that name in another city',
    ],
    [{ title: '南通市通州区人民政府关于某事项的若干措施' }, 'elsewhere', 'the same in the name of its body'],
    [{ title: '某某市朝阳区某办法' }, 'unknown', 'the same where no list names the city'],
    [{ title: '通州区（南通市）某办法' }, 'elsewhere', 'the same, told behind the name'],
    [{ title: '中关村（天津）科技园某政策' }, 'elsewhere', 'a park of that name'],
    [{ title: '北京市朝阳区某办法' }, 'beijing', 'a district behind the name of this city'],
    [{ title: '本市通州区某办法' }, 'beijing', 'the same'],
    [{ title: '朝阳区（北京市）某办法' }, 'beijing', 'told behind the name'],
    [{ title: '某办法', body: '本市朝阳区的企业，' }, 'beijing', 'in its text'],
    [{ title: '某办法', body: '长春市朝阳区的企业，' }, 'unknown', 'another in its text'],
    [
      { title: '河北省人民政府 北京市人民政府关于共建某基地的意见' },
      'beijing',
      'Beijing is among those who issue it',
    ],
    [{ title: '河北省驻北京市办事处关于某事项的意见' }, 'elsewhere', 'an office of others in Beijing'],
    [{ title: '关于某事项的通知' }, 'unknown', 'nothing tells'],
  ] as const)('is told of %o: %s, %s', (entry, expected, _reason) => {
    expect(where(entry)).toBe(expected);
  });
});
