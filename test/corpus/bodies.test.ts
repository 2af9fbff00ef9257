import { describe, expect, it } from 'vitest';
import { DEPARTMENTS, departmentOfField, KINDS } from '../../src/corpus/bodies/list.ts';
import { recogniseBody } from '../../src/corpus/bodies/recognise.ts';

describe('names of bodies', () => {
  it.each([
    ['市科委', '市', '科学技术部门', 'short'],
    ['科委', '', '科学技术部门', 'without its level'],
    ['北京市科学技术委员会、中关村科技园区管理委员会', '市', '科学技术部门', 'official'],
    ['市科学技术部门', '市', '科学技术部门', 'as the law writes it'],
    ['市科学技术行政主管部门', '市', '科学技术部门', 'as older laws write it'],
    ['發改委', '', '发展改革部门', 'Traditional'],
    ['人社局', '', '人力资源和社会保障部门', 'short'],
    ['人力资源社会保障部门', '', '人力资源和社会保障部门', 'as another document writes it'],
    ['市市场监管局', '市', '市场监管部门', '市 twice'],
    ['市场监管局', '', '市场监管部门', '市 that is no level'],
    ['市委金融办', '市', '地方金融监管部门', 'an office of the Party committee'],
    ['财政口', '', '财政部门', 'spoken'],
    ['海淀区', '区', '人民政府', 'a district'],
    ['海淀', '区', '人民政府', 'a district without 区'],
    ['海淀区科委', '区', '科学技术部门', 'a department of a district'],
    ['各区', '区', '人民政府', 'all districts'],
    ['北京市政府', '市', '人民政府', 'the government, short'],
    ['本市', '', '本市', 'the community'],
    ['相关部门', '', '有关部门', 'nobody in particular'],
    ['高校', '', '高等学校', 'a kind'],
    ['国企', '', '国有企业', 'a kind'],
  ])('%s is %s %s', (name, level, kind, _reason) => {
    expect(recogniseBody(name)).toMatchObject({ level, kind });
  });

  it.each([
    ['火星部门', 'no such field'],
    ['', 'nothing'],
    ['你好', 'no body'],
    ['北京市火星局', 'no such office'],
  ])('leaves %s alone', (name, _reason) => {
    expect(recogniseBody(name)).toBeNull();
  });

  it('tells what a department of the city is called today, and does not call a district’s so', () => {
    expect(recogniseBody('市规自委')?.official).toBe('北京市规划和自然资源委员会');
    expect(recogniseBody('海淀区教委')?.official).toBeNull();
    expect(recogniseBody('海淀区')?.official).toBe('北京市海淀区人民政府');
  });
});

describe('the list of bodies', () => {
  it('gives every name to one body', () => {
    const names = [
      ...DEPARTMENTS.flatMap(({ names, official, branches = [] }) => [official, ...names, ...branches]),
      ...KINDS.flatMap(({ name, names, organs = [] }) => [name, ...names, ...organs]),
    ];
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('gives every field to one department, and every official name to itself', () => {
    const fields = DEPARTMENTS.flatMap(({ field, alsoWritten }) => [field, ...alsoWritten]);
    expect(new Set(fields).size).toBe(fields.length);
    for (const department of DEPARTMENTS) {
      expect(departmentOfField(department.field)).toBe(department);
      expect(recogniseBody(department.official)).toMatchObject({
        kind: `${department.field}部门`,
        official: department.official,
      });
    }
  });
});
