/**
 * From a list of actors as the law writes it to each of them by name.
 */
import { departmentOfField } from '../bodies/list.ts';
import { isAgent, POLITY, VAGUE } from './words.ts';

/** A body that a norm speaks to. */
export interface Body {
  /** As the law names it, taken out of its list: 市科学技术部门; Simplified. */
  readonly name: string;
  /** Whose it is: 市, 区, 国务院; empty where the law does not say. */
  readonly level: string;
  /** What it is, without the level and whatever the department is called: 科学技术部门, 人民政府, 高等学校. */
  readonly kind: string;
}

/** Whose government or department: 市, 各区, 国务院, 天津市; not 市场监管, 区域, 县级以上. */
const LEVEL =
  /^(?:本?(?:市|省|区|县|自治区|自治州|州|乡|镇|街道)(?!场|域|块|政|级以上)级?|各区|国务院|国家|中央|直辖市|[^市省区县、]{2,3}(?:市|省|自治区)(?=人民政府|有关|相关))/;
const OFFICE = /(?:部门|机关)$/;
const PUBLIC = /(?:人民政府|部门|机关)$/;
/** What a department may be called besides its field: 科学技术(行政)(主管)部门. */
const TITLES = [
  OFFICE,
  /(?:行政)?(?:主管|管理)?(?:部门|机关)$/,
  /(?:行政|监督)?(?:主管|管理)?(?:部门|机关)$/,
];
const GENERAL = /^(?:其他)?(?:有关|相关)(?:行政)?(?:主管|管理)?(?:部门|机关)$/;
/** Beside others, such a word adds nobody: 有关部门、单位. */
const BARE = /^(?:单位|组织|机构|机关|人员)$/;
const COMMUNITY = new RegExp(`^(?:${POLITY})$`);
const JOINT = /及其(?!他)|以及|和|及|或者|或/g;
/** 等 behind examples; not in 高等学校. */
const AND_SO_ON = /(?<!高|中|初|同|平)等(?:各类)?/;

/**
 * The bodies in a list. A group that names no level has that of the group before it: 市人民政府及其教育、财政等部门. `inherited`
 * are the levels of whoever is spoken of together with them: 市教育部门会同|科学技术等部门.
 */
export function expandBodies(list: string, inherited: readonly string[] = []): readonly Body[] {
  const bodies: Body[] = [];
  let levels = inherited;
  let open: string[] = [];
  for (const part of split(list.replace(/等$/, ''))) {
    open.push(part);
    if (!isAgent(part)) continue;
    const group = expandGroup(open, levels);
    open = [];
    bodies.push(...group);
    const named = group.filter(({ level, name }) => level !== '' && PUBLIC.test(name));
    if (named.length > 0) levels = [...new Set(named.map(({ level }) => level))];
  }
  return bodies.filter(
    ({ name }, at) =>
      bodies.findIndex((other) => other.name === name) === at && (bodies.length === 1 || !BARE.test(name)),
  );
}

/** The parts of a list. 和 and 及 part only what is complete before them: 经济和信息化 is one field. */
function split(list: string): readonly string[] {
  // A relative clause has lists of its own: 从事医学、人工智能等活动的单位 is one actor.
  if (list.includes('的')) return [list];
  return list.split('、').flatMap((piece) => {
    const parts: string[] = [];
    let from = 0;
    for (const joint of piece.matchAll(JOINT)) {
      const ends = isAgent(piece.slice(from, joint.index));
      if (!ends && !/^(?:其他)?(?:有关|相关)/.test(piece.slice(joint.index + joint[0].length))) continue;
      parts.push(piece.slice(from, joint.index));
      from = joint.index + joint[0].length;
    }
    return [...parts, piece.slice(from)].filter((part) => part !== '');
  });
}

/** Parts that share the last one's noun: [市, 区教育, 公安等部门] are four departments. */
function expandGroup(parts: readonly string[], inherited: readonly string[]): readonly Body[] {
  const last = parts.at(-1) ?? '';
  if (last.includes('的') || COMMUNITY.test(last)) return [{ name: last, level: '', kind: last }];
  const [example, noun] = last.split(AND_SO_ON, 2);
  const office = OFFICE.exec(last)?.[0];
  const levels: string[] = [];
  const stems: string[] = [];
  for (const part of [...parts.slice(0, -1), noun === undefined ? last : (example ?? '')]) {
    const level = stems.length === 0 && PUBLIC.test(last) ? levelOf(part) : '';
    if (level !== '') levels.push(level.replace(/^[本各](?=.)|级$/g, ''));
    const stem = part.slice(level.length).replace(/^人民政府(?=.)/, '');
    if (stem !== '') stems.push(stem);
  }
  const names = stems.map((stem) => (isAgent(stem) || office === undefined ? stem : `${stem}${office}`));
  // 高等学校等事业单位 speaks to all of that kind; 财政等部门, 企业等单位 to those named.
  if (noun !== undefined && office === undefined && !VAGUE.test(noun)) names.push(noun);
  return levels.length > 0
    ? levels.flatMap((level) => names.map((name) => body(name, level)))
    : names.flatMap((name) => {
        const whose = GENERAL.test(name) || (/部门$/.test(name) && departmentOf(name)) ? inherited : [];
        return whose.length > 0 ? whose.map((level) => body(name, level)) : [body(name, '')];
      });
}

const body = (name: string, level: string): Body => ({ name: `${level}${name}`, level, kind: kindOf(name) });

function levelOf(part: string): string {
  const level = LEVEL.exec(part)?.[0] ?? '';
  const rest = part.slice(level.length);
  // 国家机关, 市场监管部门 are names of their own.
  return departmentOf(part) !== undefined || /^(?:机关|部门)$/.test(rest) ? '' : level;
}

function kindOf(name: string): string {
  if (GENERAL.test(name)) return '有关部门';
  const department = OFFICE.test(name) ? departmentOf(name) : undefined;
  return department ? `${department.field}部门` : name;
}

const departmentOf = (name: string) =>
  TITLES.map((title) => departmentOfField(name.replace(title, ''))).find(
    (department) => department !== undefined,
  );

/** The community itself: 本市, 国家. */
export const isCommunity = ({ name }: Body): boolean => COMMUNITY.test(name);
