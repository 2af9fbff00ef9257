/**
 * References as people write them: `23`, `第二十三条第二款`, `二十三条二款`, `23.2`, `第三十四至三十六条`, `草案第三十一条`,
 * `方案 20`, `第三章`, `article 23(2)`. Read folded and without spaces, so width, script and case do not matter.
 */
import { fail, ok, type Result } from '../../result.ts';
import { NUMERAL_CHARACTERS } from '../numerals.ts';
import type { Address, Corpus, CorpusDocument } from '../types.ts';
import { bestEntries, entriesOfAll, plain, rankByWords } from './entries.ts';
import { readHeading } from './heading.ts';
import { locate, type Mention } from './mention.ts';
import { documentNamed, documentsLike, nameAtEnd, nameAtStart } from './names.ts';
import { parseAddress } from './print.ts';
import { LONGEST_INPUT, noSuchUnit, type ReferenceProblem } from './problem.ts';
import { endsAt, readUnits } from './unit.ts';

type Reading = Result<Address, ReferenceProblem>;

/** Words that lead up to a reference: 根据, 请看一下本… They name nothing. */
const LEAD =
  '请问|请|帮我|查一下|查询|查|看一下|看看|看|解释|说明|根据|依据|依照|按照|参照|参见|详见|见|依|按|在|我们的|我们|我国|关于|符合|违反|适用|the|本|该|此|这部|这个|的';
const LEADING = new RegExp(`^(?:${LEAD})+`);
/** A name in brackets, with the edition in parentheses inside or behind: 《…条例(草案)》, 《…条例》(征求意见稿). */
const BRACKETED = /^[《〈]([^《》〈〉]+?)(?:\(([^()《》〈〉]+)\))?[》〉](?:\(([^()]+)\))?/;
/** Takes 第31条(草案), article31ofthedraft. */
const NAMED_BEHIND = /^(.+?)(?:of(?:the)?|[(,])([^(),]+)\)?$/;
/** A law's name just before a mention; leaves 说明第三条 and 请看第三条 alone. */
const LAW_NAME = /[\p{Script=Han}·]*(?:法|法典|条例|规定|办法|决定|方案|细则|规则|规划|意见)[》〉)]?$/u;
/** Takes 第三条, 三条, 第三十四至三十六条, article3; leaves 第三章 and 第三 alone. */
const MENTION = new RegExp(
  `第?[${NUMERAL_CHARACTERS}]+(?:[至到~—、和-]第?[${NUMERAL_CHARACTERS}]+)*条|(?:articles?|arts?\\.?)[${NUMERAL_CHARACTERS}]+`,
  'g',
);

/**
 * The passage a text refers to; it exists. Without a document's name the corpus's first document is meant. A document or a
 * chapter alone is the range of its units. Items inside a paragraph (第（二）项) and several paragraphs at once select what
 * holds them.
 */
export function parseReference(text: string, corpus: Corpus): Reading {
  const reading = readReference(text, corpus);
  if (reading.ok || reading.error.code !== 'unreadable' || reading.error.nearest.length > 0) return reading;
  return fail({ ...reading.error, nearest: likeWords(reading.error.text, corpus) });
}

/** The same without looking for passages whose words are like the text, for callers who search for those themselves. */
export function readReference(text: string, corpus: Corpus): Reading {
  const trimmed = text.trim();
  if (trimmed === '') return fail({ code: 'empty', nearest: [] });
  if (trimmed.length > LONGEST_INPUT)
    return fail({ code: 'too-long', length: trimmed.length, limit: LONGEST_INPUT, nearest: [] });
  const printed = parseAddress(trimmed);
  if (printed && corpus.document(printed.document)) return locate(printed, corpus);
  const reference = plain(trimmed).replace(LEADING, '');
  const reading = readWhole(reference, corpus);
  if (reading) return reading;
  return printed ? fail(noSuchDocument(printed.document, '', corpus)) : readMentions(reference, corpus);
}

/** A text that is a reference and nothing else; null where it is more or less than that. */
function readWhole(reference: string, corpus: Corpus): Reading | null {
  const bracketed = BRACKETED.exec(reference);
  if (bracketed) {
    const [all, name = '', inside, behind] = bracketed;
    const rest = reference.slice(all.length);
    const edition = inside ?? behind;
    const document =
      (edition && (documentNamed(name + edition, corpus) ?? documentNamed(edition, corpus))) ||
      documentNamed(name, corpus);
    return document ? readNamed(document, rest, corpus) : fail(noSuchDocument(name, rest, corpus));
  }
  let rest = reference;
  let document = corpus.documents[0];
  // The last name counts: 条例草案31 is in the draft.
  for (let name = nameAtStart(rest, corpus); name; name = nameAtStart(rest, corpus)) {
    document = name.document;
    rest = rest.slice(name.length);
  }
  const behind = NAMED_BEHIND.exec(rest);
  const named = behind && documentNamed(behind[2] ?? '', corpus);
  if (named) return readIn(named, behind[1] ?? '', corpus);
  if (!document) return null;
  return (rest === reference ? readIn : readNamed)(document, rest, corpus);
}

/** What follows a document's name; nothing stands for the whole document. */
function readNamed(document: CorpusDocument, text: string, corpus: Corpus): Reading | null {
  const [first] = document.law.units;
  const last = document.law.units.at(-1);
  if (endsAt(text.replace(/^:/, ''), 0) && first && last)
    return ok(span({ document: document.info.id, unit: first.number }, last.number));
  return readIn(document, text, corpus);
}

function readIn(document: CorpusDocument, text: string, corpus: Corpus): Reading | null {
  const reference = text.replace(/^[:,、.·的]+/, '');
  const heading = readHeading(reference, document);
  const at = heading?.text.length ?? 0;
  if (heading && endsAt(reference, at)) {
    const [range] = heading.ranges;
    if (!range) return fail({ ...noSuchUnit(document, heading.text, corpus), nearest: heading.nearest });
    return heading.ranges.length === 1
      ? ok(range)
      : fail({ code: 'unreadable', text: reference, nearest: heading.ranges });
  }
  const reading = readUnits(reference, at, document);
  if (!reading || !endsAt(reference, reading.end)) return null;
  return joined(reading.units, reading.range, document, corpus);
}

/** One address for what was mentioned: a unit, a range, or a list of neighbours. */
function joined(
  mentioned: readonly Mention[],
  range: boolean,
  document: CorpusDocument,
  corpus: Corpus,
): Reading {
  const addresses: Address[] = [];
  for (const mention of mentioned) {
    const address = locate(mention, corpus);
    if (!address.ok) return address;
    addresses.push(address.value);
  }
  const [only] = addresses;
  if (only && addresses.length === 1) return ok(only);
  const indexes = addresses
    .map(({ unit }) => document.law.units.findIndex(({ number }) => number === unit))
    .sort((a, b) => a - b);
  const neighbours = indexes.every((index, at) => at === 0 || index - (indexes[at - 1] ?? index) <= 1);
  const first = document.law.units[indexes[0] ?? 0];
  const last = document.law.units[indexes.at(-1) ?? 0];
  if (first && last && ((range && mentioned.length === 2) || neighbours))
    return ok(span({ document: document.info.id, unit: first.number }, last.number));
  return fail({ code: 'unreadable', text: addresses.map(({ unit }) => unit).join(), nearest: addresses });
}

function span(first: Address, last: string): Address {
  return first.unit === last ? first : { ...first, through: last };
}

/** References inside other words: one is taken (第二十三条讲什么), several are offered, another law's is named as such. */
function readMentions(text: string, corpus: Corpus): Reading {
  const found: Reading[] = [];
  let end = 0;
  for (const match of text.matchAll(MENTION)) {
    if (match.index < end) continue;
    const before = text.slice(end, match.index);
    const document = documentBefore(before, corpus);
    if (typeof document === 'string') return fail(noSuchDocument(document, text.slice(match.index), corpus));
    const reading = document && readUnits(text, match.index, document);
    if (!reading) continue;
    end = reading.end;
    found.push(joined(reading.units, reading.range, document, corpus));
  }
  const [only] = found;
  if (only && found.length === 1) return only;
  const nearest = found.flatMap((reading) => (reading.ok ? [reading.value] : reading.error.nearest));
  return fail({ code: 'unreadable', text, nearest });
}

/** The document named just before a mention; the name, where it is none of ours; the first document where none is named. */
function documentBefore(before: string, corpus: Corpus): CorpusDocument | string | undefined {
  const [name] = LAW_NAME.exec(before) ?? [];
  const ours = nameAtEnd(before.replace(/[》〉)]+$/, ''), corpus);
  const full = name?.replace(/[》〉)]+$/, '').replace(LEADING, '') ?? '';
  if (ours && full.length <= ours.length) return ours.document;
  return full === '' ? corpus.documents[0] : full;
}

function noSuchDocument(name: string, rest: string, corpus: Corpus): ReferenceProblem {
  const nearest = documentsLike(name, corpus, 3).flatMap((document) => {
    const reading = readIn(document, rest, corpus);
    return reading?.ok ? [reading.value] : [];
  });
  return { code: 'no-such-document', name, nearest };
}

function likeWords(text: string, corpus: Corpus): readonly Address[] {
  if (text.length < 2) return [];
  return bestEntries(entriesOfAll(corpus), (entry) => rankByWords(entry, [[text]]), 3).map(
    ({ address }) => address,
  );
}
