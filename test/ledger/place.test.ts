import { expect, test } from 'vitest';
import { departmentsOf, placeName, placeOf } from '../../src/ledger/place.ts';

test.each([
  ['北京市科学技术委员会、中关村科技园区管理委员会', '市', 'one name, though a mark parts it'],
  ['北京市海淀区人民政府', '海淀区', 'a district of the city'],
  ['海淀区科学技术和经济信息化局', '海淀区', 'a department of a district, without the city'],
  ['北京市朝陽區發展和改革委員會', '朝阳区', 'in Traditional Chinese'],
  ['北京经济技术开发区管理委员会', '经济技术开发区', 'it publishes as a district does'],
  ['中关村科学城管理委员会', '市', 'a park of the city'],
  ['科技部、财政部', '国家', 'ministries'],
  ['国务院办公厅', '国家', 'the state council'],
  ['北京海关', '市', 'an organ of the state in the city'],
])('places what %s issued in %s: %s', (issuer, name) => {
  const place = placeOf({ issuer, title: '' });
  expect(place.level === '区' ? place.district : place.level).toBe(name);
});

test('goes by the title where nobody is named as issuer', () => {
  expect(placeOf({ issuer: null, title: '丰台区支持科技创新若干措施' })).toEqual({
    level: '区',
    district: '丰台区',
  });
  expect(placeOf({ issuer: null, title: '关于支持科技创新的若干措施' })).toEqual({ level: '市' });
});

test.each([
  ['北京市科学技术委员会、中关村科技园区管理委员会', ['科学技术部门'], 'its two names are one body'],
  ['北京市财政局 北京市教育委员会', ['财政部门', '教育部门'], 'issued together'],
  ['北京市朝阳区发展和改革委员会', ['发展改革部门'], 'a district has the same field'],
  ['中共北京市委办公厅 北京市人民政府办公厅', ['人民政府'], 'its office speaks for a government'],
  ['某某公司', [], 'nobody we know'],
])('finds the departments behind %s', (issuer, kinds) => {
  expect(departmentsOf({ issuer })).toEqual(kinds);
});

test.each([
  ['科技部 财政部', '国家', 'ministries parted by a space'],
  ['工业和信息化部等五部门', '国家', 'a ministry and others'],
  ['国家金融监督管理总局北京监管局', '市', 'an organ of the state in the city'],
  ['中关村科技园区海淀园管理委员会', '海淀区', 'a park of a district'],
  ['市委办公厅', '市', 'an office of the Party in the city'],
])('places what %s issued in %s as well: %s', (issuer, name) => {
  expect(placeName(placeOf({ issuer, title: '' }))).toBe(name);
});

test.each([
  ['关于在全党大兴调查研究之风的办法', '市', '大兴 is a verb'],
  ['怀柔科学城条例', '市', 'the city makes it'],
  ['关于支持国家级经济技术开发区创新提升的意见', '市', 'other development areas'],
  ['中国（北京）自由贸易试验区条例', '市', 'of Beijing, though it begins with the state'],
  ['海淀区支持科技创新若干措施', '海淀区', 'a district by its full name'],
])('places %s, whose issuer nobody names, in %s: %s', (title, name) => {
  expect(placeName(placeOf({ issuer: null, title }))).toBe(name);
});

test.each([
  [
    '北京市海淀区科学技术和经济信息化局',
    ['科学技术部门', '经济和信息化部门'],
    'a district’s office of two fields',
  ],
  ['国家发展改革委', [], 'the state’s own is no department of the city'],
  ['国家税务总局北京市税务局', ['税务部门'], 'in the city'],
])('finds the departments behind %s: %j (%s)', (issuer, kinds) => {
  expect(departmentsOf({ issuer })).toEqual(kinds);
});
