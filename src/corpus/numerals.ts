/**
 * The numerals of Chinese legal texts and their values.
 */

const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 千: 1000, 百: 100, 十: 10 };

/** Other ways to write a digit or a unit: older, financial, Traditional, spoken. */
const VARIANTS: Readonly<Record<string, string>> = {
  ...{ 〇: '零', '○': '零', 两: '二', 兩: '二', 廿: '二十', 卅: '三十', 卌: '四十' },
  ...{ 壹: '一', 贰: '二', 貳: '二', 叁: '三', 叄: '三', 參: '三', 肆: '四', 伍: '五' },
  ...{ 陆: '六', 陸: '六', 柒: '七', 捌: '八', 玖: '九', 拾: '十', 佰: '百', 仟: '千', 萬: '万' },
};

/** Every character a numeral may hold, for use inside the brackets of a regular expression. */
export const NUMERAL_CHARACTERS = `0-9０-９${DIGITS}十百千万${Object.keys(VARIANTS).join('')}`;

const LARGEST = 99_999_999;

/**
 * The value of a numeral, null for anything else: `23`, `２３`, `二十三`, `廿三`, `两百零一`, `一百十二`, `二〇二四`, `贰拾叁`.
 * Nothing but the numeral: no `第`, no spaces, no sign. Ambiguous spoken forms (`一百二`) are null.
 */
export function parseNumeral(text: string): number | null {
  if (/^[0-9０-９]{1,8}$/.test(text)) return Number(text.normalize('NFKC'));
  let plain = '';
  for (const character of text) plain += VARIANTS[character] ?? character;
  if (/^[零一二三四五六七八九]{1,8}$/.test(plain))
    return Number([...plain].map((digit) => DIGITS.indexOf(digit)).join(''));
  if (!/^[零一二三四五六七八九十百千万]{2,16}$|^十$/.test(plain)) return null;
  // 十二 is written 一十二 by some, and 一百一十二 as 一百十二.
  const full = plain.replace(/(?<![一二三四五六七八九])十/g, '一十');
  const [high = '', low] = full.split('万', 2);
  const value = low === undefined ? sum(high) : sum(high) * 10_000 + sum(low);
  // Reading is lenient, so the value must print as what was read: 十百, 一百二 and 二十廿 do not.
  return value <= LARGEST && formatNumeral(value) === full.replace(/^一十/, '十') ? value : null;
}

function sum(text: string): number {
  let total = 0;
  let digit = 0;
  for (const character of text) {
    const unit = UNITS[character];
    if (unit === undefined) digit = DIGITS.indexOf(character);
    else {
      total += digit * unit;
      digit = 0;
    }
  }
  return total + digit;
}

/** The numeral as Chinese laws print it: 12 → `十二`, 110 → `一百一十`, 1001 → `一千零一`. Whole numbers from 0 to 99,999,999. */
export function formatNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > LARGEST)
    throw new RangeError(`no Chinese numeral is made for ${value}`);
  if (value === 0) return '零';
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  const gap = high > 0 && low > 0 && low < 1000 ? '零' : '';
  return `${high > 0 ? `${formatBelowTenThousand(high)}万` : ''}${gap}${formatBelowTenThousand(low)}`.replace(
    /^一十/,
    '十',
  );
}

function formatBelowTenThousand(value: number): string {
  let text = '';
  let rest = value;
  for (const [unit, size] of Object.entries(UNITS)) {
    const digit = Math.floor(rest / size);
    rest %= size;
    if (digit > 0) text += `${DIGITS[digit]}${unit}`;
    else if (text !== '' && rest > 0 && !text.endsWith('零')) text += '零';
  }
  return rest > 0 ? `${text}${DIGITS[rest]}` : text;
}
