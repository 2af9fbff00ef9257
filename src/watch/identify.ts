import { issuingNumber, withoutNumber } from './docNumber.ts';
import { simplify } from './simplify.ts';

/** `[已结束]`, `【进行中】`, `[置顶]`, `（已截止）` before a title change over time and are no part of it. */
const STATUS =
  /^(?:[[【［(（](?:已结束|进行中|已截止|征集中|未开始|已反馈|置顶|最新|热点|NEW|图文|视频)[\]】］)）]\s*)+/i;

/** `北京市科学技术委员会、中关村科技园区管理委员会关于…` → the bodies; names end as agencies' names end. */
const ISSUER =
  /^([\p{Script=Han}（）()、，,·\s]{2,80}?(?:委员会|委|局|政府|办公厅|办公室|厅|部|院|署|行|中心|总队|联席会议|领导小组|专班)(?:等[\p{Script=Han}\d]{0,6}(?:部门|单位|机构))?)\s*(?=关于|印发|发布|公布|转发)/u;

/**
 * Of most titles the normal form has the same letters: Han, ASCII, and marks that are none in whatever form.
 * Takes: 关于印发《北京市办法（试行）》的通知 · “十五五”规划2026。 Leaves alone: ①, ２０２６, 〇, Ａ, 々.
 */
const COMMON = /^[\u4e00-\u9fff\x20-\x7e《》〈〉「」『』【】〔〕（），。：；！？、“”‘’—…·　]*$/;

const letters = (text: string): string =>
  COMMON.test(text)
    ? simplify(text.replace(/[^\u4e00-\u9fffa-zA-Z0-9]+/g, '')).toLowerCase()
    : simplify(text.normalize('NFKC'))
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '');

export interface TitleParts {
  /** Letters and digits alone, status marks, issuer and document number off. */
  readonly core: string;
  readonly issuer: string | null;
}

/** What a title says apart from marks that change from site to site. */
export function normaliseTitle(title: string): TitleParts {
  const named = title.replace(STATUS, '');
  const plain = withoutNumber(named)
    .replace(/(?:\.{3}|…+)$/, '')
    .trim();
  const issuer = ISSUER.exec(plain)?.[1]?.trim() ?? null;
  // The centre's name is written with and without the region it now spans.
  const core = letters(plain.slice(issuer?.length ?? 0)).replaceAll(
    '北京京津冀国际科技创新中心',
    '北京国际科技创新中心',
  );
  return { core, issuer };
}

/** A title this long names its document well enough to be known by it on whatever site; shorter ones need their issuer. */
const TELLING_LENGTH = 16;

export interface Identity {
  /** Strongest first: `doc:`, `url:`, `text:`. */
  readonly keys: readonly string[];
  readonly docNumber: string | null;
  readonly issuer: string | null;
}

/** Whether a title names the district of its authority. */
function namesPlace(core: string, authority: string): boolean {
  const place = /^北京市(?:人民政府)?(\p{Script=Han}{2,3}区)/u.exec(authority)?.[1];
  return place !== undefined && core.includes(letters(place));
}

/**
 * The identities of an entry's document. A district's titles need their issuer, since districts issue like-named documents;
 * those of city and state are reposted word for word by portals and departments.
 */
export function identify(
  entry: {
    readonly id: string;
    readonly title: string;
    readonly summary?: string | undefined;
    readonly docNumber?: string | undefined;
  },
  feed: { readonly authority: string; readonly level: string },
): Identity {
  const docNumber = issuingNumber(entry);
  const { core, issuer } = normaliseTitle(entry.title);
  const isTelling =
    core.length >= TELLING_LENGTH && (feed.level !== 'district' || namesPlace(core, feed.authority));
  const scope = isTelling ? '' : letters(issuer ?? feed.authority);
  return {
    keys: [
      ...(docNumber === null ? [] : [`doc:${docNumber}`]),
      `url:${entry.id}`,
      ...(core === '' ? [] : [`text:${core}${scope === '' ? '' : `|${scope}`}`]),
    ],
    docNumber,
    issuer: issuer ?? feed.authority,
  };
}
