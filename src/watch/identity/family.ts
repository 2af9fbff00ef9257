import { hashOf } from '../../hash.ts';
import { placeOf } from '../../ledger/place.ts';
import { normaliseTitle } from './identify.ts';

/** A title within marks: 《北京市概念验证平台管理办法（试行）》, 〈…〉; the outer one. */
const QUOTED = /《([^《》]*(?:《[^《》]*》[^《》]*)*)》|〈([^〈〉]+)〉/gu;

/**
 * Who does something with the document that follows: 北京经济技术开发区关于印发《…, 科技部等七部门联合印发《…; not 北京市贯彻落实《…, whose
 * document is another.
 */
const DOING = /^[^《》〈〉]*(?:印发|发布|公布|出台|转发|征求|征集|修订|修改|修正|废止|解读)(?=[《〈])/u;

/** What explains a document says of itself further: 》解读（目标任务与保障）, 》政策问答之二. */
const EXPLAINING = /(?<=[》〉])(?:政策|图文|有关)?(?:解读|图解|问答|说明|一图读懂).*$/u;

/** Stages and forms in brackets: （征求意见稿）, （试行）, （2026年修订）; not （第一批）, （集成电路领域）. */
const STAGE =
  /[（(〔[【][^（）()〔〕[\]【】]{0,12}(?:征求意见|试行|暂行|修订|修正|草案|送审|公开|解读|废止|失效|全文|图解)[^（）()〔〕[\]【】]{0,6}[）)〕\]】]/gu;

/** What is done with a document, and how it is told: all that its titles have beside its name. */
const FORM =
  /一图(?:读懂|看懂|速览)|图解|图文解读|政策(?:解读|问答)|解读|问答|起草说明|(?:公开)?(?:征求|征集)|(?:社会|公众|各界)|意见(?:建议)?(?:反馈|采纳)?|反馈|采纳|情况|通知|公告|通告|公示|决定|命令|说明|正式|出台|发布|公布|印发|转发|施行|实施(?!细则|方案|办法|意见)|继续|执行|修订|修改|修正|废止|宣布|失效|停止|(?:的|对|向|关于|有关|并|及|和|等|部分|条款|稿|我市|本市|再次|面向)/gu;

/** At the ends of a title without marks: 关于印发…的通知, 一图读懂：…, …公开征求意见的公告, …政策解读. */
const BEFORE =
  /^(?:一图(?:读懂|看懂|速览)|图解|政策(?:解读|问答)|解读|关于|对|再次|公开|征求|征集|社会|公众|修订|修改|修正|废止|宣布|印发|发布|公布|转发|停止执行|继续执行|实施|的|[:：|｜—-])+/u;
const AFTER =
  /(?:(?:公开|面向社会|向社会)*(?:征求|征集)(?:社会|公众|公开|各界)*意见(?:建议)?|意见(?:反馈|采纳)?情况|的|之|政策(?:解读|问答)|图文解读|解读|图解|问答|起草说明|草案|征求意见稿|通知|公告|通告|决定|命令|失效|废止|说明)+$/u;

/** A name this short names no policy. */
const LEAST = 6;
/** So much beside the marks is the name of another document, which only has the quoted one in it. */
const MOST_BESIDE = 1;

const plain = (text: string): string => normaliseTitle(text.replace(STAGE, '')).core;

/** The name of the policy that a title is about, without stage and form; empty where it has none. */
export function policyName(title: string): string {
  const [, outer, inner] = [...title.matchAll(QUOTED)][0] ?? [];
  const name = outer ?? inner;
  if (name !== undefined) {
    const beside = title.replace(DOING, '').replace(EXPLAINING, '').replace(QUOTED, '');
    if (plain(beside).replace(FORM, '').length <= MOST_BESIDE) return plain(name);
  }
  const { core } = normaliseTitle(title.replace(STAGE, ''));
  return core.replace(BEFORE, '').replace(AFTER, '');
}

/**
 * What consultation, measure, interpretation, revision and repeal of one policy share; null where the title names none. Like-named
 * policies of two districts are two.
 */
export function familyOf(title: string, issuer: string | null): string | null {
  const name = policyName(title);
  if (name.length < LEAST) return null;
  const place = placeOf({ title, issuer });
  return hashOf('family', name, place.level === '区' ? place.district : place.level);
}
