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
  readonly to: number;
  /** The places, taken for places of that document. They need not exist. */
  places(document: CorpusDocument): readonly Place[];
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
/** What may not follow a bare number that is to be an article: 草案31天, 方案2024年, 条例3.5%. */
const NO_SHORT = /^[\p{L}\p{N}.%+]/u;

/** The mention at `at`; `law` is the document named just before it, or 'other' for another law, null where none is. */
export function readMention(text: string, at: number, law: CorpusDocument | 'other' | null): Reading | null {
  const list = /[a-z]/.test(text.charAt(at)) ? readEnglishMentions(text, at) : readMentions(text, at);
  if (list) {
    const bare = text[at] !== '第' && !/[a-z]/.test(text.charAt(at));
    const counted = COUNTED.test(text.slice(list.to, list.to + 8));
    return (bare && law === null) || (counted && (bare || law === null)) ? null : placesOf(list);
  }
  if (law === null || law === 'other') return null;
  const heading = readHeading(text.slice(at), law);
  const below = heading && readMentions(text, at + heading.text.length);
  if (below) return placesOf(below);
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
