/**
 * Matching: which articles an entry is about, by the words it shares with their topics and their wording, and by who issued it.
 */
import type { Corpus } from '../corpus/types.ts';
import { createAttributor } from './attribute.ts';
import { createFinder, type Found } from './find.ts';
import type { Reading } from './read.ts';
import type { ArticleTopics } from './topics.ts';
import { createWeigher } from './weigh.ts';

/** What speaks for one article, each 0…1. */
export interface Signals {
  /** The topic's terms and hints in the title, its words of scope there, and all of its words in the body. */
  readonly title: number;
  readonly scope: number;
  readonly body: number;
  /** The issuer is named after the subject, or is one of those who must act under the article. */
  readonly issuer: number;
  /** Rare wording shared with the law. */
  readonly wording: number;
}

export interface Match {
  readonly article: number;
  readonly signals: Signals;
  /** The topic's words as found, in offsets of the folded title and body. */
  readonly title: readonly Found[];
  readonly body: readonly Found[];
}

/** How much of a body is read for its subject: the opening of a document, not its every chapter. */
const BODY_OPENING = 400;
/** A word of the body counts for this much of one in the title when wording is compared. */
const BODY_WORDING = 0.3;
/** Shared wording of this weight is as good as any. */
const FULL_WORDING = 8;
/** Part of the older name of the science body, and no sign that an entry is about parks. */
const NO_SUBJECT = '中关村科技园区管理委员会';

/** A function that returns every article of whose topic a word is in the entry, in no order. */
export function createMatcher(corpus: Corpus, topics: ArticleTopics): (reading: Reading) => Match[] {
  const find = createFinder(topics);
  const attribute = createAttributor(corpus);
  const weigh = createWeigher(corpus);

  return (reading) => {
    const issuer = `${reading.title.text.slice(0, reading.issuerEnd)}\n${reading.source}`;
    const subject = reading.title.text.slice(reading.issuerEnd);
    const opening = reading.body.text.slice(0, BODY_OPENING);
    const inTitle = find(subject);
    const inBody = find(opening);
    const inIssuer = find(issuer.replaceAll(NO_SUBJECT, ''), true);
    const actors = attribute(reading);
    const titleWording = weigh(subject);
    const bodyWording = weigh(opening);
    const articles = new Set([inTitle, inBody, inIssuer].flatMap((found) => [...found.keys()]));
    return [...articles].map((article) => {
      const title = (inTitle.get(article) ?? []).map((found) => shift(found, reading.issuerEnd));
      const body = inBody.get(article) ?? [];
      const wording = (titleWording.get(article) ?? 0) + BODY_WORDING * (bodyWording.get(article) ?? 0);
      return {
        article,
        title,
        body,
        signals: {
          title: together(title.filter(({ role }) => role !== 'scope')),
          scope: together(title.filter(({ role }) => role === 'scope')),
          body: together(body),
          issuer: Math.max(together(inIssuer.get(article) ?? []), actors.get(article) ?? 0),
          wording: Math.min(1, wording / FULL_WORDING),
        },
      };
    });
  };
}

const shift = (found: Found, by: number): Found => ({ ...found, from: found.from + by, to: found.to + by });

/** Several words together say more than the best of them, and never more than 1. Words that overlap are one word said twice. */
function together(found: readonly Found[]): number {
  const counted: Found[] = [];
  for (const one of found.toSorted((a, b) => b.weight - a.weight))
    if (!counted.some((other) => other.from < one.to && one.from < other.to)) counted.push(one);
  return 1 - counted.reduce((doubt, { weight }) => doubt * (1 - weight), 1);
}
