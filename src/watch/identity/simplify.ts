import { fold } from '../../corpus/fold.ts';

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
/** Those of them that a text has, in Simplified. */
export const simplify = (text: string): string =>
  text.replace(TRADITIONAL, (character) => SIMPLIFIED[character] ?? character);

/** Of the Han characters, those that GB2312 has, by code less the first's. */
let simplified: Uint8Array | undefined;
const FIRST = 0x4e00;
const LAST = 0x9fff;

function simplifiedCharacters(): Uint8Array {
  const known = new Uint8Array(LAST - FIRST + 1);
  const decoder = new TextDecoder('gb18030');
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    const bytes = Uint8Array.from({ length: 188 }, (_, n) => (n % 2 === 0 ? row : 0xa1 + (n >> 1)));
    for (const character of decoder.decode(bytes)) {
      const code = character.codePointAt(0) ?? 0;
      if (code >= FIRST && code <= LAST) known[code - FIRST] = 1;
    }
  }
  return known;
}

/** Whether GB2312 has all Han characters of a text, as Simplified titles have them and Traditional ones do not. */
function isSimplified(text: string): boolean {
  simplified ??= simplifiedCharacters();
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= FIRST && code <= LAST && simplified[code - FIRST] === 0) return false;
  }
  return true;
}

/** A Traditional text in Simplified characters and the words of the mainland; any other as it stands, at the cost of a glance. */
export const toSimplified = (text: string): string => (isSimplified(text) ? text : fold(text));
