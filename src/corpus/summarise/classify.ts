/**
 * What each clause of a segment is for. What a sentence says first (who, how strongly, what) is always bound: the rest hangs on it.
 */
import { CONDITION, MODAL, PREPOSITION } from '../duties/words.ts';
import type { Clause } from './sentences.ts';

/** `bound`: stays whatever the room. `deed`: may stay or go. `aim`: what it is all good for, and goes. */
export type Role = 'bound' | 'deed' | 'aim';

export interface Piece extends Clause {
  readonly role: Role;
  /** Whether it is nothing without the piece behind it. */
  readonly leadsOn: boolean;
}

/** The end of a sentence that only says what it is good for: 促进…发展, 提升…水平. Leaves 对促进…做出贡献的 alone. */
const AIM =
  /^(?:并|以|从而|进一步|不断|有效|持续|加快|更好)*(?:促进|提升|提高|增强|带动|激发|营造|形成|打造|实现|释放|吸引|让|使)/;
/** Amounts, dates, shares, other laws. Takes 增长幅度高于…, 2027年, 三十日内, 《规划纲要》; leaves 第一资源, 统一 alone. */
const FIGURE =
  /\d|《|百分之|[一二三四五六七八九十百千两]+(?:个|名|项|次|倍|成|年|月|日|万|亿|元)|比重|比例|幅度|限额|[高低多少早晚]于|超过|以[上下内]/;
/** Without it the rule would be read too widely; or what follows when it is broken. */
const LIMIT =
  /不受|不再|不予|不适用|除.*外|^但|例外|免(?:予|于|除|征|责)|方可|未经|限于|予以限制|处罚|赔偿|撤销|取消|追究|承担.*责任/;
/** Says that the text is made: 制定本条例, 作出如下决定. */
const MAKES = /(?:制定|制订|作出)[本如]/;
/** A clause that ends before its verb: 应当根据…规划, 可以根据工作需要, 对做出贡献的组织和个人, 到2027年. */
const OPEN =
  /^(?:到|展望)?\s*\d{4}\s*年底?$|(?:根据|按照|依照|依据|结合|围绕|针对|依托|面向)[^,]*(?:规定|需要|需求|要求|规划|计划|方案|原则|标准|程序|情况|实际|领域|方向)$|(?:^|应当|可以|不得|本市|政府|部门|机构|单位|机关)对[^,]*的[^,的]*$/;

export function classify(segment: readonly Clause[]): readonly Piece[] {
  const last = segment.length - 1;
  const opening = segment.findIndex(({ plain }, at) => at === last || !leadsOn(plain));
  // 企业…,社会力量…的,依法享受…: one condition up to its 的. …制定规划,应当听取意见: they do the one, so they must do the other.
  const relative = segment.findLastIndex(({ plain }, at) => at < last && plain.endsWith('的')) + 1;
  const direct = segment.findLastIndex(({ plain }) => plain.search(MODAL) === 0);
  const frame = Math.max(opening, relative, direct);
  const stays = segment.map(({ plain, text }, at) => at <= frame || isBound(plain, text));
  // A circumstance stays with what it is a circumstance of, and what begins without its verb goes on to it.
  for (let at = last - 1; at > frame; at -= 1)
    stays[at] ||= stays[at + 1] === true && leadsOn(segment[at]?.plain ?? '');
  for (let at = 1; at <= last; at += 1)
    stays[at] ||= stays[at - 1] === true && leadsOn(segment[at - 1]?.plain ?? '');
  const end = segment.findLastIndex(({ plain }, at) => stays[at] || !AIM.test(plain));
  return segment.map((clause, at) => ({
    ...clause,
    leadsOn: leadsOn(clause.plain),
    role: stays[at] ? 'bound' : at > end ? 'aim' : 'deed',
  }));
}

const isBound = (plain: string, text: string): boolean =>
  plain.search(MODAL) >= 0 || FIGURE.test(text) || LIMIT.test(plain) || MAKES.test(plain);

/** No circumstance is longer; beyond it nobody looks for one. */
const LONGEST = 300;

const leadsOn = (plain: string): boolean =>
  plain.length <= LONGEST && (OPEN.test(plain) || CONDITION.test(plain) || PREPOSITION.test(plain));
