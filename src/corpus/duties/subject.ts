/**
 * The actor at the beginning of a clause: where its name ends.
 */
import { ADVERBIAL, ENABLES, isAgent, isDeed, isPredicate, PUBLIC } from './words.ts';

/** What joins the parts of one actor's name, or makes it longer. */
const GOES_ON = /^(?:[、(]|和|及|以及|或|与|等|的)/;
/** Words that begin a phrase about somebody, whoever it ends with: 对做出贡献的人员. */
const ABOUT = /^(?:对|为|向|将|把|以|因|会同|与|让|使|根据|按照|依照|通过|由|除|每|不)/;
/** Actors told by what they do: 从事…的单位, 依法设立的企业, 违反…的单位. */
const TOLD_BY_DEED = /^(?:从事|违反|取得|申请|承担|参加|参与|接受|拥有|提供|使用|依法|利用|未|不|在)/;
/** Too general to act, or a name with another's deed in it: 具体办法由某部门. */
const NO_NAME = /^(?:组织|平台|中心|力量|主体)$|(?<![自理缘事来])由|(?:无法|负责|依法|统一|共同)组织$/;
/** The longest list of actors in a clause, in characters; beyond it nobody is named. */
const LONGEST_NAME = 300;
const RELATIVE = /的[^的]*$/;

/**
 * How far the actor's name at the beginning of `clause` reaches, null where none stands there. `modal` is where the clause's
 * 应当, 不得 … stands, null in a plain statement: `市财政部门|在各自职责范围内`, `本市|建立…`, `新型研发机构|应当`. With `alone` the
 * name may be all there is: `有关部门、单位`.
 */
export function readSubject(clause: string, modal: number | null, alone = false): number | null {
  const limit = modal ?? clause.length;
  const longest = Math.min(limit, LONGEST_NAME);
  let fallback: number | null = null;
  for (let end = 1; end <= longest; end += 1) {
    const name = clause.slice(0, end);
    if (!isAgent(name)) continue;
    const list = /^等(?:$|(?=依法|可|按|根据))/.exec(clause.slice(end, limit))?.[0] ?? '';
    const rest = clause.slice(end + list.length, limit);
    if (GOES_ON.test(rest) || !isActor(name, modal !== null)) continue;
    if (rest === '' ? alone || modal !== null || standsAlone(name) : ADVERBIAL.test(rest))
      return end + list.length;
    // 政府投资基金应当…: what looks like a deed may be part of a longer name.
    if (isPredicate(rest)) fallback ??= end;
    if (fallback !== null && modal === null) return fallback;
  }
  return fallback;
}

/** Before a comma: 某办公室,统筹…; 从事…的单位,…的,应当…. */
const standsAlone = (name: string): boolean =>
  PUBLIC.test(name) || (RELATIVE.test(name) && TOLD_BY_DEED.test(name));

function isActor(name: string, bound: boolean): boolean {
  if (ABOUT.test(name) || NO_NAME.test(name)) return false;
  if (!isDeed(name) && !ADVERBIAL.test(name)) return true;
  return (
    RELATIVE.test(name) && (bound || TOLD_BY_DEED.test(name)) && !ENABLES.test(name) && !/^推/.test(name)
  );
}
