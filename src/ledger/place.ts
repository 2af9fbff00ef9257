import { DISTRICTS } from '../corpus/bodies/list.ts';
import { recogniseBody } from '../corpus/bodies/recognise.ts';
import { fold } from '../corpus/fold.ts';
import type { Measure } from '../store/port.ts';

/** Whose a measure is: the city's, a district's (`海淀区`), or the state's. */
export type Place = { readonly level: '市' | '国家' } | { readonly level: '区'; readonly district: string };

/** `海淀区`, `市`, `国家`. */
export const placeName = (place: Place): string => (place.level === '区' ? place.district : place.level);

/**
 * The economic and technological development area at 亦庄, which publishes as a district does: 北京经济技术开发区管理委员会, 经开区;
 * 国家级经济技术开发区 are others.
 */
const DEVELOPMENT_AREA = /(?<!级)经济技术开发区|经开区|亦庄/;
/** 北京市海淀区, 中关村科技园区海淀园, 规划和自然资源委员会海淀分局, 怀柔科学城管理委员会. */
const DISTRICT = new RegExp(
  `(${DISTRICTS.join('|')})区?(?=人民政府|政府|委员会|园|区|$|[^、，]{0,12}?(?:局|委|办))`,
);
/** A title has other words: 海淀区支持…若干措施, but neither 大兴调查研究之风的办法 nor 怀柔科学城条例, which is the city's. */
const DISTRICT_IN_TITLE = new RegExp(`(${DISTRICTS.join('|')})区(?!域)`);
/** 国务院办公厅, 国家发展改革委, 科技部 财政部, 工业和信息化部等五部门. */
const NATIONAL =
  /^(?:国务院|国家|中共中央|中央|全国|中华人民共和国|中国|[一-龥]{2,8}部(?:$|[、,\s]|等|办公厅|关于))/;
/** 北京市财政局, 市委办公厅, 中国（北京）自由贸易试验区; organs of the state in the city too: 北京海关, 国家金融监督管理总局北京监管局. */
const CITY = /北京市|^北京|[（(]北京[)）]|^市|中关村|北京[一-龥]{0,4}(?:局|分行)$/;

/** Whose a measure is, by its issuer, else by its title. `海淀区科学技术和经济信息化局` is Haidian's; what names nobody is the city's. */
export function placeOf({ issuer, title }: Pick<Measure, 'issuer' | 'title'>): Place {
  return (
    (issuer === null ? null : issuerPlace(issuer)) ?? placeIn(title, DISTRICT_IN_TITLE) ?? { level: '市' }
  );
}

/** The issuer that was asked for last: what comes from one source mostly has one. */
let asked: { readonly issuer: string; readonly place: Place | null } = { issuer: '', place: null };

/** Where an issuer's own name says it is; null where it does not. */
export function issuerPlace(issuer: string): Place | null {
  if (asked.issuer !== issuer) asked = { issuer, place: placeIn(issuer, DISTRICT) };
  return asked.place;
}

function placeIn(text: string, districts: RegExp): Place | null {
  const name = fold(text);
  if (DEVELOPMENT_AREA.test(name)) return { level: '区', district: '经济技术开发区' };
  const district = districts.exec(name)?.[1];
  if (district !== undefined) return { level: '区', district: `${district}区` };
  if (CITY.test(name)) return { level: '市' };
  return NATIONAL.test(name) ? { level: '国家' } : null;
}

/** Names of one body that hold the mark that otherwise parts two: 北京市科学技术委员会、中关村科技园区管理委员会. */
const WHOLE = /科学技术委员会、中关村科技园区管理委员会/g;
/** A district's department of two fields: 海淀区科学技术和经济信息化局, 东城区科技和信息化局, 科信局. */
const OF_TWO = /(?:科学技术|科技)和(?:经济)?信息化局|科信局/g;

/**
 * The kinds of departments of the city and its districts that issued a measure (`科学技术部门`), as norms have them; empty where none
 * is recognised. The state's are not among them, even where they work in the same field.
 */
export function departmentsOf({ issuer }: Pick<Measure, 'issuer'>): readonly string[] {
  if (issuer === null) return [];
  const names = fold(issuer)
    .replace(WHOLE, '科学技术委员会')
    .replace(OF_TWO, '科学技术局、经济和信息化局')
    .split(/[、,;\s]+|等(?=\d|[一二三四五六七八九十]|部门|$)/)
    .map(withoutDistrict);
  const kinds = names.flatMap((name) => {
    const body = NATIONAL.test(name) && !CITY.test(name) ? null : recogniseBody(name);
    return body?.kind ?? [];
  });
  return [...new Set(kinds)];
}

/** 海淀区科学技术局 → 区科学技术局: a district's department is known by its field, and a government's office speaks for it. */
const withoutDistrict = (name: string): string =>
  name.replace(/^(?:北京市)?[一-龥]{2,3}区(?=.)/, '区').replace(/(?<=政府)办公[厅室]$/, '');
