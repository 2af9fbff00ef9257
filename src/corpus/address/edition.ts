/**
 * Editions: the words in or behind a law's name that say which of its texts is meant. On folded text without white space.
 */
import type { Corpus, CorpusDocument } from '../types.ts';
import { documentNamed } from './names.ts';

/**
 * Words of an edition that is not law, for use in a regular expression: 草案, 征求意见稿, 草案二次审议稿, 二审稿, 送审稿.
 * Whatever reads a law's name asks for these behind it before it takes the text in force.
 */
const NOT_IN_FORCE =
  '草案|草稿|征求|送审|审议稿|[一二三四两初]审|讨论稿|修改稿|表决稿|建议稿|初稿|(?<![a-z])draft';

/** Drafts that are not the one published for comment: 草案二次审议稿, 二审稿, 修订草案, 草案修改稿. */
const OTHER_DRAFT = /审|讨论|修改|修订|修正|表决|建议|初稿|草稿/;
const DRAFT = new RegExp(NOT_IN_FORCE);
/** Takes 2020, 2015年修正, 2024年修订版, 修正本; leaves 2024-2027, 试点 and 以下简称《条例》 alone. */
const REVISION =
  /^(?:((?:19|20)\d\d)年?(?:(?:第?[一二三四五六七八九]次)?修[正订改][本版]?|版|本|通过|公布)?|修[正订][本版]?)$/;

/** An edition that follows a name without parentheses: 条例|草案, 条例|草案二次审议稿, 条例|征求意见稿, 二审稿. */
const BARE =
  '(?:修[订正])?草案(?:稿|[一二三四]次审议稿|[一二三四]审稿|修改稿|(?:公开)?征求(?:意见)?稿)?|(?:公开)?征求意见稿|[一二三四]次?审议?稿|[送初]审稿|审议稿|讨论稿|表决稿';
const BEHIND = new RegExp(`^(?:\\((?<bracketed>[^()《》]{1,20})\\)|(?<bare>${BARE}))`);
const AT_END = new RegExp(`(?:\\((?<bracketed>[^()《》]{1,20})\\)|(?<bare>${BARE}))$`);

export interface EditionReading {
  readonly words: string;
  /** Of the words with their parentheses. */
  readonly length: number;
}

/** The edition named at the beginning of what follows a law's name. */
export const editionBehind = (rest: string): EditionReading | null => readEdition(BEHIND, rest);

/** The edition that a stretch of text ends with. */
export const editionAtEnd = (text: string): EditionReading | null => readEdition(AT_END, text);

function readEdition(pattern: RegExp, text: string): EditionReading | null {
  const match = pattern.exec(text);
  const words = match?.groups?.bracketed ?? match?.groups?.bare;
  return match && words !== undefined && isEdition(words) ? { words, length: match[0].length } : null;
}

/** Whether these words name an edition; what else stands in parentheses behind a name does not: 以下简称《条例》. */
function isEdition(words: string): boolean {
  return !/^(?:以下|下)?(?:简称|称)/.test(words) && (DRAFT.test(words) || REVISION.test(words));
}

/**
 * The document that is this edition of `document`; null where it is none of ours, so that no other text is shown for it. The draft
 * of the corpus is the one that was published for comment. Words that name no edition say nothing.
 */
export function editionOf(document: CorpusDocument, words: string, corpus: Corpus): CorpusDocument | null {
  if (!isEdition(words)) return document;
  if (DRAFT.test(words)) {
    if (OTHER_DRAFT.test(words)) return null;
    if (document.info.status === 'draft') return document;
    return corpus.documents.find(({ info }) => info.draftOf === document.info.id) ?? null;
  }
  const revision = REVISION.exec(words);
  const dates = Object.values(document.info.dates);
  if (dates.length === 0) return document;
  const year = revision?.[1];
  return year !== undefined && dates.some((date) => date?.startsWith(year)) ? document : null;
}

/** The document of this name and edition, null where it is none of ours: 《…条例》(征求意见稿), 《…条例(草案)》. */
export function documentOf(name: string, edition: string, corpus: Corpus): CorpusDocument | null {
  const exact = documentNamed(name + edition, corpus);
  if (exact) return exact;
  const document = documentNamed(name, corpus);
  return document ? editionOf(document, edition, corpus) : null;
}
