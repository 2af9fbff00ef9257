import { issuingNumber, withoutNumber } from './docNumber.ts';
import { namesIn } from './issuer.ts';
import { otherForms } from './putOut.ts';
import { simplify, toSimplified } from './simplify.ts';
import { TELLING_LENGTH } from './telling.ts';

/** `[已结束]`, `【进行中】`, `[置顶]`, `（已截止）` before a title change over time and are no part of it. */
const STATUS =
  /^(?:[[【［(（](?:已结束|进行中|已截止|征集中|未开始|已反馈|置顶|最新|热点|NEW|图文|视频)[\]】］)）]\s*)+/i;

const ENDINGS = '委员会|委|局|政府|办公厅|办公室|厅|部|院|署|行|中心|总队|联席会议|领导小组|专班';
/** The bodies at the start of a title, whose names end so. */
const issuersEnding = (endings: string): RegExp =>
  new RegExp(
    `^([\\p{Script=Han}（）()、，,·\\s]{2,80}?(?:${endings})(?:等[\\p{Script=Han}\\d]{0,6}(?:部门|单位|机构))?)\\s*(?=关于|印发|发布|公布|转发)`,
    'u',
  );
/** `北京市科学技术委员会、中关村科技园区管理委员会关于…` → the bodies; names end as agencies' names end. */
const ISSUER = issuersEnding(ENDINGS);
/** 中关村管委会, 北京经济技术开发区, 北京海关, too: to the hashes that are kept they are part of the title. */
const ANY_ISSUER = issuersEnding(`${ENDINGS}|管委会|开发区|经开区|海关|法院|检察院|协会`);

/**
 * Of most titles the normal form has the same letters: Han, ASCII, and marks that are none in whatever form.
 * Takes: 关于印发《北京市办法（试行）》的通知 · “十五五”规划2026。 Leaves alone: ①, ２０２６, 〇, Ａ, 々.
 */
const COMMON = /^[\u4e00-\u9fff\x20-\x7e《》〈〉「」『』【】〔〕（），。：；！？、“”‘’—…·　]*$/;

/** Letters and digits alone, in the form in which titles are compared. */
const plainLetters = (text: string): string =>
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
export const normaliseTitle = (title: string): TitleParts => partsOf(title, ISSUER);

function partsOf(title: string, issuers: RegExp): TitleParts {
  const named = title.replace(STATUS, '');
  const plain = withoutNumber(named)
    .replace(/(?:\.{3}|…+)$/, '')
    .trim();
  const issuer = issuers.exec(plain)?.[1]?.trim() ?? null;
  // The centre's name is written with and without the region it now spans.
  const core = plainLetters(plain.slice(issuer?.length ?? 0)).replaceAll(
    '北京京津冀国际科技创新中心',
    '北京国际科技创新中心',
  );
  return { core, issuer };
}

/** One that is shorter than this says no more than what kind of paper it is. */
export const LEAST_LENGTH = 8;
/** So much of a title is left where a list cuts it. */
export const OPENING_LENGTH = 18;

const CUT = /(?:\.{3}|…+)\s*$/;
/** Whether a title goes on where its list does not: 关于印发《北京市概念验证平台建设管…. */
export const isCutOff = (title: string): boolean => CUT.test(title);

export interface Title extends TitleParts {
  readonly isCut: boolean;
}

/** A title as documents are compared by it, in Simplified characters. */
export function readTitle(written: string): Title {
  const title = toSimplified(written);
  return { ...partsOf(title, ANY_ISSUER), isCut: isCutOff(written) };
}

export interface Identity {
  /**
   * Strongest first: `doc:` its number, `url:` its address, `file:` the file of that, `name:` title and the issuer it names, `text:` the
   * title, or title and source, `cut:` what a list left of it, `head:` its opening. Documents may share all but the first two of them:
   * whether two are one, `same.ts` says.
   */
  readonly keys: readonly string[];
  /** Looked up, and not given: by which earlier versions of this program knew it, and titles that put it out, or that it puts out. */
  readonly former: readonly string[];
  readonly docNumber: string | null;
  readonly issuer: string | null;
}

/**
 * The file of an address whose publishing system counts all files of its site: it shows one in several columns.
 * Takes: `https://kw.beijing.gov.cn/zcwj/202609/t20260912_4820137.html` · `https://a.cn/t20260912_48201.shtml`.
 * Leaves alone: `…/zcwj/0/t20261101_1.html`, which is counted in its directory · `…/t20260912_4820137_2.html` · `…/t20260912_4820137.pdf`.
 */
const FILE = /^https?:\/\/([^/]+)\/(?:[^?#]*\/)?(t\d{8}_\d{5,})\.s?html?$/;

const fileKeys = (id: string): readonly string[] => {
  const [, host, file] = FILE.exec(id) ?? [];
  return file === undefined ? [] : [`file:${host}/${file}`];
};

/** Whether a title names the district of its authority. */
function namesPlace(core: string, authority: string): boolean {
  const place = /^北京市(?:人民政府)?(\p{Script=Han}{2,3}区)/u.exec(authority)?.[1];
  return place !== undefined && core.includes(plainLetters(place));
}

/** The key of a title whose document is known by it alone, or by it and who published it. */
function textKey({ core, issuer }: TitleParts, { authority, level }: Publisher): string {
  const isTelling = core.length >= TELLING_LENGTH && (level !== 'district' || namesPlace(core, authority));
  return isTelling ? `text:${core}` : `text:${core}|${plainLetters(issuer ?? authority)}`;
}

type Publisher = { readonly authority: string; readonly level: string };

/** The identities of an entry's document. */
export function identify(
  entry: {
    readonly id: string;
    readonly title: string;
    readonly summary?: string | undefined;
    readonly docNumber?: string | undefined;
  },
  feed: Publisher,
): Identity {
  const docNumber = issuingNumber(entry);
  const title = readTitle(entry.title);
  const { core, issuer } = title;
  const keys = [
    ...(docNumber === null ? [] : [`doc:${docNumber}`]),
    `url:${entry.id}`,
    ...fileKeys(entry.id),
  ];
  const former: string[] = [];
  if (core !== '') {
    if (issuer !== null) keys.push(`name:${core}|${namesIn(issuer).join('、')}`);
    // What is left of a title that is cut would be taken for a whole one.
    const titled = title.isCut ? former : keys;
    if (core.length >= LEAST_LENGTH) titled.push(`text:${core}`);
    const own = textKey(title, feed);
    if (!titled.includes(own)) (issuer === null ? titled : former).push(own);
    if (!title.isCut) former.push(...otherForms(core).map((form) => `text:${form}`));
    const written = textKey(normaliseTitle(entry.title), feed);
    if (written !== own) former.push(written);
    if (title.isCut) keys.push(`cut:${core}`);
    if (core.length >= OPENING_LENGTH) keys.push(`head:${core.slice(0, OPENING_LENGTH)}`);
  }
  return { keys, former, docNumber, issuer: issuer ?? feed.authority };
}
