/** Traditional characters of document numbers and agencies' short names, as big5 mirrors print them. */
const SIMPLIFIED: Readonly<Record<string, string>> = {
  號: '号',
  發: '发',
  辦: '办',
  國: '国',
  經: '经',
  財: '财',
  規: '规',
  衛: '卫',
  會: '会',
  農: '农',
  環: '环',
  黨: '党',
  務: '务',
  園: '园',
  區: '区',
  關: '关',
  廳: '厅',
  東: '东',
  門: '门',
  頭: '头',
  順: '顺',
  義: '义',
  興: '兴',
  懷: '怀',
  雲: '云',
  慶: '庆',
  豐: '丰',
  臺: '台',
  陽: '阳',
  產: '产',
  業: '业',
  創: '创',
  學: '学',
  術: '术',
  員: '员',
  監: '监',
  證: '证',
  險: '险',
  銀: '银',
  聯: '联',
  計: '计',
  資: '资',
  藥: '药',
  電: '电',
  網: '网',
  數: '数',
  據: '据',
  稅: '税',
  築: '筑',
  設: '设',
  審: '审',
  開: '开',
  體: '体',
  應: '应',
  優: '优',
  鄉: '乡',
  運: '运',
  輸: '输',
  質: '质',
  標: '标',
  準: '准',
  統: '统',
  調: '调',
  專: '专',
  戶: '户',
  廣: '广',
  視: '视',
  紀: '纪',
  協: '协',
  縣: '县',
  鎮: '镇',
  總: '总',
};
const TRADITIONAL = new RegExp(`[${Object.keys(SIMPLIFIED).join('')}]`, 'g');
const simplify = (text: string): string =>
  text.replace(TRADITIONAL, (character) => SIMPLIFIED[character] ?? character);

/**
 * A document number as issued: agency's short name, year in brackets, number.
 * Takes: 京科发〔2024〕1号 · 京政办发[2024]12号 · 发改高技（2026）3号 · 国科发规【2025】 100 号 · 京经信局发﹝2024﹞ 7 號 · 京科发〔2024〕第1号.
 * Leaves alone: 第320号令 · 2024年第3号 · 〔2024〕1号 without an agency · 条例（2024年修订）.
 */
const DOC_NUMBER =
  /([\p{Script=Han}]{2,14}?)\s*[〔［[（(【﹝]\s*((?:19|20)\d{2})\s*[〕］\])）】﹞]\s*第?\s*0*(\d{1,5})\s*[号號]/u;

/** Words before a short name that are not part of it: 发文字号：京科发…, 根据国科发…, 印发《…》的通知 京科发…. */
const NOT_AGENCY =
  /^.*(?:发文字号|文号|字号|通知|办法|意见|方案|措施|根据|依据|按照|关于|转发|印发|以及|和|与|及)/;

/** Most texts hold no number, and are asked for this first. */
const mayHoldNumber = (text: string): boolean => text.includes('号') || text.includes('號');

/** Normal form: full-width and brackets of all shapes to 〔〕, no spaces, Simplified, no leading zeros; null when it is none. */
export function normaliseDocNumber(text: string): string | null {
  const [, agency, year, number] = DOC_NUMBER.exec(text.normalize('NFKC').replace(/\s+/g, '')) ?? [];
  if (agency === undefined) return null;
  const name = simplify(agency).replace(NOT_AGENCY, '');
  return name.length < 2 ? null : `${name}〔${year}〕${number}号`;
}

export const isDocNumber = (text: string): boolean => normaliseDocNumber(text) !== null;

const NUMBER_SOURCE = DOC_NUMBER.source;
/** At the end of a title in brackets, or bare: …的通知（京科发〔2024〕1号）. */
const AT_TITLE_END = new RegExp(`(?:^|[\\s（([])(${NUMBER_SOURCE})\\s*[）)\\]]?$`, 'u');
const AT_TITLE_START = new RegExp(`^(${NUMBER_SOURCE})(?=\\s|$|[关《])`, 'u');
/** On a line of its own, or after its label. */
const OWN_LINE = new RegExp(
  `^\\s*(?:发文字号|文\\s*号|文件编号)?\\s*[:：]?\\s*(${NUMBER_SOURCE})\\s*$`,
  'mu',
);
const LABELLED = new RegExp(`(?:发文字号|文\\s*号|文件编号)\\s*[:：]\\s*(${NUMBER_SOURCE})`, 'u');

/** A title about another document: its number is cited, not issued. */
const ABOUT_ANOTHER = /解读|问答|一图读懂|图解|政策说明|废止|失效|修改.*决定|转发/;

/**
 * The number under which an entry's own document was issued: from the source's own column, the title's ends, or the issuing line
 * of the text. Numbers of other documents that it cites are not taken.
 */
export function issuingNumber(entry: {
  readonly title: string;
  readonly summary?: string | undefined;
  readonly docNumber?: string | undefined;
}): string | null {
  if (entry.docNumber !== undefined) {
    const given = normaliseDocNumber(entry.docNumber);
    if (given !== null) return given;
  }
  if (!ABOUT_ANOTHER.test(entry.title)) {
    const title = entry.title.trim();
    const inTitle = mayHoldNumber(title)
      ? (AT_TITLE_END.exec(title)?.[1] ?? AT_TITLE_START.exec(title)?.[1])
      : undefined;
    if (inTitle !== undefined) return normaliseDocNumber(inTitle);
  }
  // The issuing line stands above the text; further down numbers are cited.
  const head = (entry.summary ?? '').slice(0, 600);
  const inText = mayHoldNumber(head) ? (LABELLED.exec(head)?.[1] ?? OWN_LINE.exec(head)?.[1]) : undefined;
  return inText === undefined ? null : normaliseDocNumber(inText);
}

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
  const plain = (mayHoldNumber(named) ? named.replace(AT_TITLE_END, '') : named)
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
