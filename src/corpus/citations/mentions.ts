/**
 * Mentions: the places where passages are written out, whatever law they belong to. On folded text without white space.
 */
import { readHeading } from '../address/heading.ts';
import type { Mention } from '../address/mention.ts';
import { readUnits } from '../address/unit.ts';
import { NUMERAL_CHARACTERS } from '../numerals.ts';
import type { CorpusDocument } from '../types.ts';
import { type MentionList, readEnglishMentions, readMentions } from './enumerate.ts';

/** Passages that are written out as one: an article, a range, the paragraphs of an article. */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly addresses: readonly Mention[];
}

export interface Reading {
  /** Where it begins, if not where it was looked for: paragraph 2 of article 23. */
  readonly from?: number;
  readonly to: number;
  /** The places, taken for places of that document. They need not exist. */
  places(document: CorpusDocument): readonly Place[];
}

/** No mention; what was read before that was known need not be read again. */
interface Nothing {
  readonly to: number;
  readonly places: null;
}

const N = `[${NUMERAL_CHARACTERS}]{1,8}`;

/** Where a mention may begin. What it is depends on what follows, and on whether a law is named just before. */
export const START = new RegExp(
  `(?:articles?|(?<![a-z])arts?\\.?)(?=\\d)|第(?=${N})|(?<![${NUMERAL_CHARACTERS}.:/-])(?=${N})`,
  'g',
);

/** What makes a number of 条 a count or a place in a row, not an article: 第三条评论, 32条措施. */
const COUNTED =
  /^(?:政策|硬)?(?:措施|举措|意见|建议|任务|内容|干货|新政|消息|评论|信息|新闻|微博|回复|留言|动态|短信|弹幕|推送|记录|理由|原因|经验|线|路)/;
/** What may not follow a bare number that is to be an article: 草案31天, 方案2024年, 条例3.5%, 条例7², 条例2 3. */
const NO_SHORT = /^(?:[\p{L}\p{N}.%+^]| \d)/u;

/** Places that are counted from the end: 倒数第二条 is not the second. */
const FROM_THE_END = /倒数$/;

/** The mention at `at`; `law` is the document named just before it, or 'other' for another law, null where none is. */
export function readMention(
  text: string,
  at: number,
  law: CorpusDocument | 'other' | null,
): Reading | Nothing {
  if (/[a-z]/.test(text.charAt(at))) return readEnglish(text, at);
  const list = readMentions(text, at);
  if (list.mentions.length > 0) {
    const bare = text[at] !== '第';
    const counted = COUNTED.test(text.slice(list.to, list.to + 8));
    if (counted && (bare || law === null)) return nothing(list.to);
    if (FROM_THE_END.test(text.slice(Math.max(0, at - 2), at))) return nothing(list.to);
    if (!bare || law !== null) return placesOf(list);
    // 1、2、第3条: what has no 第 is no article without a law, but what comes later in the list may have one.
    return nothing(list.mentions.find(({ from }) => text[from] === '第')?.from ?? list.to);
  }
  return (law === null || law === 'other' ? null : readShort(text, at, law)) ?? nothing(list.to);
}

const nothing = (to: number): Nothing => ({ to, places: null });

/** paragraph2of|article23, para.(2)ofthe|article23 */
const PARAGRAPH_BEFORE = /para(?:graph)?s?\.?\(?(\d{1,2})\)?(?:of|in)(?:the)?$/;

function readEnglish(text: string, at: number): Reading | Nothing {
  const list = readEnglishMentions(text, at);
  if (list === null) return nothing(at);
  const [all = '', paragraph] = PARAGRAPH_BEFORE.exec(text.slice(Math.max(0, at - 30), at)) ?? [];
  const [only, ...others] = list.mentions;
  if (paragraph === undefined || !only || others.length > 0 || only.paragraphs.length > 0)
    return placesOf(list);
  const mention = { ...only, paragraphs: [Number(paragraph)] };
  return { ...placesOf({ ...list, mentions: [mention] }), from: at - all.length };
}

/** What needs a document's name before it: 方案20, 条例第三章, 决定七. */
function readShort(text: string, at: number, law: CorpusDocument): Reading | null {
  const heading = readHeading(text.slice(at), law);
  const below = heading && readMentions(text, at + heading.text.length);
  if (below && below.mentions.length > 0) return placesOf(below);
  if (heading && heading.ranges.length === 1 && heading.text !== '')
    return {
      to: at + heading.text.length,
      places: () => [{ from: at, to: at + heading.text.length, addresses: heading.ranges }],
    };
  const units = readUnits(text, at, law);
  if (units === null || (!ITEM.test(text.slice(at, units.end)) && NO_SHORT.test(text.slice(units.end))))
    return null;
  const [first, last] = [units.units[0], units.units.at(-1)];
  const range = units.range && units.units.length === 2 && first && last;
  const addresses = range
    ? [{ document: first.document, unit: first.unit, through: last.unit }]
    : units.units;
  return { to: units.end, places: () => [{ from: at, to: units.end, addresses }] };
}

/** The unit of a document of items: 第20项. A mere number needs more to be sure. */
const ITEM = new RegExp(`^第?${N}[项点号]$`);

function placesOf({ mentions, to }: MentionList): Reading {
  return {
    to,
    places(document) {
      const places: Place[] = [];
      for (const { number, paragraphs, item, range, from, to } of mentions) {
        const before = places.at(-1);
        if (number === null) continue;
        const unit = { document: document.info.id, unit: number };
        const start = before?.addresses[0];
        if (range && before && start && paragraphs.length === 0) {
          const whole = { document: unit.document, unit: start.unit, through: number };
          places[places.length - 1] = { from: before.from, to, addresses: [whole] };
          continue;
        }
        const whole = item === null ? unit : { ...unit, item };
        const addresses =
          paragraphs.length === 0 ? [whole] : paragraphs.map((paragraph) => ({ ...whole, paragraph }));
        places.push({ from, to, addresses });
      }
      return places;
    },
  };
}
