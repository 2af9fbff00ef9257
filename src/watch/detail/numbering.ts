import type { CheerioAPI } from 'cheerio/slim';
import { formatNumeral } from '../../corpus/numerals.ts';

type Elements = ReturnType<CheerioAPI>;

/** One level of a list, as ISO/IEC 29500-1 §17.9 defines it. */
interface Level {
  readonly start: number;
  readonly format: string;
  /** `第%1条`, `%1.%2`. */
  readonly text: string;
  readonly suffix: string;
  /** The paragraph style that puts a paragraph on this level. */
  readonly style: string | undefined;
  readonly isLegal: boolean;
}
interface List {
  /** Lists of one definition count on from one another. */
  readonly definition: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly restarts: ReadonlyMap<number, number>;
}
interface Place {
  readonly list: string;
  readonly level: number;
}

const settingOf = (element: Elements, name: string): string | undefined =>
  element.children(name).attr('w:val');

/** A count as somebody wrote it; nobody counts from beyond the thousands. */
function countOf(written: string | undefined): number {
  const count = Number(written ?? 0);
  return Number.isInteger(count) && count >= 0 && count < 10_000 ? count : 1;
}

const repeated = (value: number, first: string): string =>
  String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26)).repeat(Math.ceil(value / 26));

const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;
function roman(value: number): string {
  let left = Math.min(value, 3999);
  let text = '';
  for (const [worth, letters] of ROMAN) {
    text += letters.repeat(Math.floor(left / worth));
    left %= worth;
  }
  return text;
}

const from = (first: number, last: number) => (value: number) =>
  value >= 1 && value <= last ? String.fromCodePoint(first + value - 1) : String(value);
const of = (characters: string) => (value: number) => characters[value - 1] ?? String(value);
const digits = (characters: string) => (value: number) =>
  String(value).replace(/\d/g, (digit) => characters[Number(digit)] ?? digit);

/** By the names of §17.18.59; any other counts 1, 2, 3. */
const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: digits('０１２３４５６７８９'),
  decimalFullWidth2: digits('０１２３４５６７８９'),
  decimalEnclosedCircle: from(0x2460, 20),
  decimalEnclosedCircleChinese: from(0x2460, 20),
  decimalEnclosedParen: from(0x2474, 20),
  decimalEnclosedFullstop: from(0x2488, 20),
  chineseCounting: (value) => (value < 100 ? formatNumeral(value) : digits('○一二三四五六七八九')(value)),
  chineseCountingThousand: formatNumeral,
  japaneseCounting: formatNumeral,
  taiwaneseCounting: formatNumeral,
  taiwaneseCountingThousand: formatNumeral,
  ideographDigital: digits('〇一二三四五六七八九'),
  japaneseDigitalTenThousand: digits('〇一二三四五六七八九'),
  taiwaneseDigital: digits('○一二三四五六七八九'),
  ideographEnclosedCircle: from(0x3220, 10),
  ideographTraditional: of('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: of('子丑寅卯辰巳午未申酉戌亥'),
  upperLetter: (value) => repeated(value, 'A'),
  lowerLetter: (value) => repeated(value, 'a'),
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  bullet: () => '',
  none: () => '',
};

function readLevel(level: Elements): Level {
  return {
    start: countOf(settingOf(level, 'w\\:start')),
    format: level.find('w\\:numFmt').first().attr('w:val') ?? 'decimal',
    text: settingOf(level, 'w\\:lvlText') ?? '',
    suffix: settingOf(level, 'w\\:suff') ?? 'tab',
    style: settingOf(level, 'w\\:pStyle'),
    isLegal: level.children('w\\:isLgl').length > 0,
  };
}

/** The lists of `word/numbering.xml`, by the number by which paragraphs name them. */
function readLists($: CheerioAPI): ReadonlyMap<string, List> {
  const levelsOf = (parent: Elements): [number, Level][] =>
    parent
      .children('w\\:lvl')
      .toArray()
      .map((level) => [Number($(level).attr('w:ilvl')), readLevel($(level))]);
  const definitions = new Map(
    $('w\\:abstractNum')
      .toArray()
      .map((element) => [$(element).attr('w:abstractNumId') ?? '', levelsOf($(element))]),
  );
  return new Map(
    $('w\\:num')
      .toArray()
      .map((element) => {
        const list = $(element);
        const definition = settingOf(list, 'w\\:abstractNumId') ?? '';
        const overrides = list.children('w\\:lvlOverride').toArray();
        const restarts = overrides.flatMap((override): [number, number][] => {
          const start = settingOf($(override), 'w\\:startOverride');
          return start === undefined ? [] : [[Number($(override).attr('w:ilvl')), countOf(start)]];
        });
        const levels = new Map([
          ...(definitions.get(definition) ?? []),
          ...overrides.flatMap((override) => levelsOf($(override))),
        ]);
        return [list.attr('w:numId') ?? '', { definition, levels, restarts: new Map(restarts) }];
      }),
  );
}

/** What paragraph styles say of numbering, by style; a style has it from the one it is based on. */
function readStyles($: CheerioAPI, lists: ReadonlyMap<string, List>): ReadonlyMap<string, Place> {
  const styles = new Map(
    $('w\\:style')
      .toArray()
      .map((element) => [$(element).attr('w:styleId') ?? '', $(element)]),
  );
  const places = new Map<string, Place>();
  for (const id of styles.keys()) {
    let style = styles.get(id);
    for (let depth = 0; style !== undefined && depth < 20; depth += 1) {
      const number = style.children('w\\:pPr').children('w\\:numPr');
      const list = settingOf(number, 'w\\:numId');
      if (list !== undefined) {
        const linked = [...(lists.get(list)?.levels ?? [])].find(([, level]) => level.style === id)?.[0];
        places.set(id, { list, level: linked ?? Number(settingOf(number, 'w\\:ilvl') ?? 0) });
        break;
      }
      style = styles.get(settingOf(style, 'w\\:basedOn') ?? '');
    }
  }
  return places;
}

/** A label that ends so stands close to its text: 一、 （二） 3. */
const CLOSE = /[、，．.)）：:]$/;

/**
 * Gives each paragraph of a DOCX, asked for in their order, the label that its automatic numbering puts before it (`第一条 `, `（二）`);
 * empty for one that has none. `numbering` and `styles` are the parts of these names.
 */
export function createNumbering(
  numbering: CheerioAPI,
  styles: CheerioAPI | null,
): (paragraph: Elements) => string {
  const lists = readLists(numbering);
  const byStyle = styles === null ? new Map<string, Place>() : readStyles(styles, lists);
  /** By definition, the count of each level. */
  const counts = new Map<string, Map<number, number>>();
  const begun = new Set<string>();

  const placeOf = (paragraph: Elements): Place | undefined => {
    const properties = paragraph.children('w\\:pPr');
    const number = properties.children('w\\:numPr');
    const inherited = byStyle.get(settingOf(properties, 'w\\:pStyle') ?? '');
    if (number.length === 0) return inherited;
    const list = settingOf(number, 'w\\:numId') ?? inherited?.list;
    const level = settingOf(number, 'w\\:ilvl') ?? inherited?.level ?? 0;
    return list === undefined ? undefined : { list, level: Number(level) };
  };

  return (paragraph) => {
    const place = placeOf(paragraph);
    const list = place && lists.get(place.list);
    const level = list?.levels.get(place?.level ?? 0);
    if (place === undefined || list === undefined || level === undefined) return '';
    const count = counts.get(list.definition) ?? new Map<number, number>();
    counts.set(list.definition, count);
    const restart = list.restarts.get(place.level);
    const first = `${place.list} ${place.level}`;
    const isRestarted = restart !== undefined && !begun.has(first);
    begun.add(first);
    const before = count.get(place.level);
    const now = isRestarted ? restart : before === undefined ? level.start : before + 1;
    count.set(place.level, now);
    for (const deeper of [...count.keys()]) if (deeper > place.level) count.delete(deeper);
    const label = level.text.replace(/%([1-9])/g, (_, written: string) => {
      const index = Number(written) - 1;
      const other = list.levels.get(index);
      const value = count.get(index) ?? other?.start ?? 1;
      const format = level.isLegal ? undefined : FORMATS[other?.format ?? 'decimal'];
      return (format ?? String)(value);
    });
    // A bullet is no label: its sign stands in a font of signs.
    if (level.format === 'bullet' || label === '') return '';
    return level.suffix === 'nothing' || CLOSE.test(label) ? label : `${label} `;
  };
}
