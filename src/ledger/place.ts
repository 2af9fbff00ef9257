import { DISTRICTS } from '../corpus/bodies/list.ts';
import { recogniseBody } from '../corpus/bodies/recognise.ts';
import { fold } from '../corpus/fold.ts';
import type { Measure } from '../store/port.ts';

/** Whose a measure is: the city's, a district's (`海淀区`), or the state's. */
export type Place = { readonly level: '市' | '国家' } | { readonly level: '区'; readonly district: string };

/** The economic and technological development area at 亦庄, which publishes as a district does. */
const DEVELOPMENT_AREA = /经济技术开发区|经开区|亦庄/;
const DISTRICT = new RegExp(
  `(${DISTRICTS.join('|')})区?(?=人民政府|政府|委员会|园|区|$|[^、，]{0,12}?(?:局|委|办))`,
);
const NATIONAL = /^(?:国务院|国家|中共中央|中央|全国|中华人民共和国|中国|[一-龥]{2,8}部(?:$|、|办公厅))/;
const CITY = /北京市|^市|中关村/;

/** Whose a measure is, by its issuer, else by its title. `海淀区科学技术和经济信息化局` is Haidian's; what names nobody is the city's. */
export function placeOf({ issuer, title }: Pick<Measure, 'issuer' | 'title'>): Place {
  for (const text of [issuer, title]) {
    if (text === null) continue;
    const name = fold(text);
    if (DEVELOPMENT_AREA.test(name)) return { level: '区', district: '经济技术开发区' };
    const district = DISTRICT.exec(name)?.[1];
    if (district !== undefined) return { level: '区', district: `${district}区` };
    if (CITY.test(name)) return { level: '市' };
    if (NATIONAL.test(name)) return { level: '国家' };
  }
  return { level: '市' };
}

/** Names of one body that hold the mark that otherwise parts two: 北京市科学技术委员会、中关村科技园区管理委员会. */
const WHOLE = /科学技术委员会、中关村科技园区管理委员会/g;

/** The kinds of departments that issued a measure (`科学技术部门`), as norms have them; empty where none is recognised. */
export function departmentsOf({ issuer }: Pick<Measure, 'issuer'>): readonly string[] {
  if (issuer === null) return [];
  const names = fold(issuer)
    .replace(WHOLE, '科学技术委员会')
    .split(/[、,;\s]+|等(?=\d|[一二三四五六七八九十]|部门|$)/);
  const kinds = names.flatMap((name) => recogniseBody(withoutDistrict(name))?.kind ?? []);
  return [...new Set(kinds)];
}

/** 海淀区科学技术局 → 区科学技术局: a district's department is known by its field, and a government's office speaks for it. */
const withoutDistrict = (name: string): string =>
  name.replace(/^(?:北京市)?[一-龥]{2,3}区(?=.)/, '区').replace(/(?<=政府)办公[厅室]$/, '');
