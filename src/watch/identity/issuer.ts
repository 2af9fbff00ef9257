/**
 * Who issues a document, as its title says: 北京市科学技术委员会、中关村科技园区管理委员会, 市科委, 科技部办公厅, 市经信局等七部门. Whether two
 * of them may be one is asked where two documents have the same name.
 */
import { recogniseBody } from '../../corpus/bodies/recognise.ts';
import { issuerPlace, placeName } from '../../ledger/place.ts';
import { toSimplified } from './simplify.ts';

/** One body of an issuer. */
export interface Body {
  /** 市, 海淀区, 国家; null where its name does not say. */
  readonly place: string | null;
  /** 科学技术部门, 人民政府; null where nobody has written it down. */
  readonly kind: string | null;
  /** Without place and office: 科学技术委员会, 证监会. */
  readonly name: string;
}

/** 科技部办公厅 speaks for 科技部, 人民政府办公室 for its government. Leaves alone: 互联网信息办公室, 建设办公室. */
const OFFICE = /(?<=政府|部|委|委员会|局|院)(?:办公[厅室]|综合[司处室])$/;
/** 等七部门, 等部门, 等有关单位. */
const AND_OTHERS = /等[\p{Script=Han}\d]{0,6}(?:部门|单位|机构)?$/u;
/** What names begin with that says where they are: 北京市海淀区, 市, 国家, 中国, 中共. */
const PLACE =
  /^(?:中共|中华人民共和国|中国|国家|国务院(?=.)|首都|北京市(?:人民政府(?=.*委员会|.*办公室))?|北京(?=.*(?:局|委))|市(?!场))?(?:[一-龥]{2,3}区(?!域|管))?/;

/** The state's departments are named as the city's are, but for the last character: 科技部, 市科技局. */
function kindOf(name: string): string | null {
  const here = name.replace(/^北京市(?=[一-龥]{2,3}区)/, '');
  return (recogniseBody(here) ?? recogniseBody(here.replace(/部$/, '局')))?.kind ?? null;
}

function bodyOf(written: string): Body {
  const name = written.replace(OFFICE, '');
  const place = issuerPlace(name);
  const short = name.replace(PLACE, '');
  return { place: place === null ? null : placeName(place), kind: kindOf(name), name: short || name };
}

/** The names of an issuer's bodies, in its order. */
export const namesIn = (issuer: string): readonly string[] =>
  toSimplified(issuer)
    .split(/[、,，·\s]+/)
    .map((name) => name.replace(AND_OTHERS, ''))
    .filter((name) => name !== '');

export const bodiesOf = (issuer: string): readonly Body[] => namesIn(issuer).map(bodyOf);

/** 证监会 of 证券监督管理委员会: it begins as that does, and has its characters in order. */
function isShortFor(short: string, long: string): boolean {
  if (short.length < 2 || short[0] !== long[0]) return false;
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
}

function isSameBody(a: Body, b: Body): boolean {
  if (a.place !== null && b.place !== null && a.place !== b.place) return false;
  if (a.kind !== null && b.kind !== null) return a.kind === b.kind;
  return isShortFor(a.name, b.name) || isShortFor(b.name, a.name);
}

/** Whether two issuers have a body in common: the one may name more of them than the other. */
export const shareBody = (a: readonly Body[], b: readonly Body[]): boolean =>
  a.some((one) => b.some((other) => isSameBody(one, other)));
