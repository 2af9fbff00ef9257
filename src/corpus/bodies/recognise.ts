/**
 * What somebody means by the name of a body: 市科委, 经信局, 北京市发展和改革委员会, 海淀区, 高校.
 */
import { fold } from '../fold.ts';
import { DEPARTMENTS, type Department, DISTRICTS, departmentOfField, KINDS } from './list.ts';

export interface RecognisedBody {
  /** 市, 区, 国务院; empty where it was not said. */
  readonly level: string;
  /** As norms have it: 科学技术部门, 人民政府, 高等学校. */
  readonly kind: string;
  /** What the body is officially called today; null where laws call it by that very name. */
  readonly official: string | null;
}

const CITY = /^(?:中共)?(?:北京市委?|北京(?!海关|住房)|本市|市委|市(?!场))/;
const DISTRICT = new RegExp(`^(${DISTRICTS.join('|')})区?`);
const OTHER_LEVEL = /^(?:国务院|国家|中央)(?=.)/;
const GOVERNMENT = /^(?:人民)?政府$/;
const GENERAL = /^(?:各|有关|相关|其他)(?:有关|相关)?部门$/;
/** What may stand behind a field: 财政(部门), 科技(局), 教育(主管部门). */
const OFFICE =
  /(?:行政)?(?:主管|监督管理|管理)?(?:部门|机关|系统|口)$|(?:管理)?(?:局|委员会|委|厅|办公室|办)$/;

const byName = new Map<string, Department | string>();
for (const { name, names, organs = [] } of KINDS)
  for (const said of [name, ...names, ...organs]) byName.set(plain(said), name);
for (const department of DEPARTMENTS)
  for (const said of [department.official, ...department.names]) byName.set(plain(said), department);

/** The body that a name stands for, null for a name nobody has written down: it may still be a law's own. */
export function recogniseBody(text: string): RecognisedBody | null {
  const name = plain(text);
  const whole = known(name, '');
  if (whole) return whole;
  const district = DISTRICT.exec(name);
  if (district) {
    const rest = name.slice(district[0].length);
    if (rest === '' || GOVERNMENT.test(rest))
      return { level: '区', kind: '人民政府', official: `北京市${district[1]}区人民政府` };
    return withoutOfficial(known(rest, '区'));
  }
  const city = CITY.exec(name)?.[0];
  if (city !== undefined && ['', '里', '级'].includes(name.slice(city.length)) && city !== '市委')
    return { level: '', kind: '本市', official: null };
  if (city !== undefined) return known(name.slice(city.length).replace(/^级/, ''), '市');
  const level = /^[各本]?区/.test(name) ? '区' : OTHER_LEVEL.exec(name)?.[0];
  if (level === undefined) return null;
  const rest = name.replace(level === '区' ? /^[各本]?区/ : level, '');
  return withoutOfficial(known(rest === '' ? '政府' : rest, level));
}

/** The kinds of bodies that have a name with `text` in it, for what is still being typed: 经信 → 经济和信息化部门. */
export function kindsNamedLike(text: string): ReadonlySet<string> {
  const name = plain(text);
  const part = name.replace(CITY, '') || name;
  return new Set(
    [...byName].flatMap(([said, body]) =>
      said.includes(part) ? [typeof body === 'string' ? body : kindOf(body)] : [],
    ),
  );
}

const kindOf = ({ field }: Department): string => `${field}部门`;

function known(name: string, level: string): RecognisedBody | null {
  if (GOVERNMENT.test(name))
    return { level, kind: '人民政府', official: level === '市' ? '北京市人民政府' : null };
  if (GENERAL.test(name)) return { level, kind: '有关部门', official: null };
  const found = byName.get(name) ?? departmentOfField(name) ?? departmentOfField(name.replace(OFFICE, ''));
  if (found === undefined) return null;
  if (typeof found === 'string') {
    const official = KINDS.find((kind) => kind.name === found)?.official ?? null;
    return { level: '', kind: found, official };
  }
  const named = plain(found.official) === name;
  return { level: named ? '市' : level, kind: kindOf(found), official: found.official };
}

/** The official names we know are the city's; a district's department has another. */
const withoutOfficial = (body: RecognisedBody | null): RecognisedBody | null =>
  body && { ...body, official: null };

function plain(text: string): string {
  return fold(text).replace(/[\s《》“”"']/g, '');
}
