import { expect, test } from 'vitest';
import { departmentsOf, placeOf } from '../../src/ledger/place.ts';

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
