/**
 * References as people write them: `23`, `第二十三条第二款`, `二十三条二款`, `23.2`, `第三十四至三十六条`, `草案第三十一条`,
 * `方案 20`, `第三章`, `article 23(2)`. Read folded and without spaces, so width, script and case do not matter.
 */
import { fail, ok, type Result } from '../../result.ts';
import { findCitations } from '../citations/find.ts';
import { NUMERAL_CHARACTERS, parseNumeral } from '../numerals.ts';
import type { Address, Corpus, CorpusDocument } from '../types.ts';
import { documentOf, editionBehind, editionOf } from './edition.ts';
import { bestEntries, entriesOfAll, plain, rankByWords } from './entries.ts';
import { readHeading } from './heading.ts';
import { locate, type Mention } from './mention.ts';
import { documentNamed, documentsLike, nameAtStart } from './names.ts';
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
/** Takes 最后一条, 末条, 倒数第二条: counted from the end. */
const FROM_THE_END = new RegExp(`^(?:最后[一1]?[条项]|末[条项]|倒数第([${NUMERAL_CHARACTERS}]{1,8})[条项])`);
/** Takes paragraph2ofarticle23: the number of the article, of its paragraph. */
const PARAGRAPH_FIRST = /^para(?:graph)?s?\.?\(?(\d{1,2})\)?(?:of|in)(?:the)?((?:articles?|arts?\.?)\d+)/;

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
  return printed ? fail(noSuchDocument(printed.document, '', corpus)) : readCitations(trimmed, corpus);
}

/** A text that is a reference and nothing else; null where it is more or less than that. */
function readWhole(reference: string, corpus: Corpus): Reading | null {
  const bracketed = BRACKETED.exec(reference);
  if (bracketed) {
    const [all, name = '', inside, behind] = bracketed;
    const rest = reference.slice(all.length);
    const edition = inside ?? behind ?? editionBehind(rest)?.words ?? '';
    const after = (inside ?? behind) ? rest : rest.slice(editionBehind(rest)?.length ?? 0);
    const document = documentOf(name, edition, corpus);
    if (document) return readNamed(document, after, corpus);
    return fail(noSuchDocument(edition === '' ? name : `${name}(${edition})`, after, corpus));
  }
  let rest = reference;
  let document = corpus.documents[0];
  // The last name counts: 条例草案31 is in the draft. So is draft ordinance 31.
  for (let name = nameAtStart(rest, corpus); name; name = nameAtStart(rest, corpus)) {
    if (rest === reference || document?.info.draftOf !== name.document.info.id) document = name.document;
    rest = rest.slice(name.length);
  }
  const edition = rest === reference ? null : editionBehind(rest);
  if (document && edition) {
    const name = reference.slice(0, reference.length - rest.length + edition.length);
    rest = rest.slice(edition.length);
    const meant = editionOf(document, edition.words, corpus);
    return meant ? readNamed(meant, rest, corpus) : fail(noSuchDocument(name, rest, corpus));
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
  const reference = text.replace(/^(?:里面?|当中|中)?[:,、.·的]*/, '').replace(PARAGRAPH_FIRST, '$2,para$1');
  const last = FROM_THE_END.exec(reference);
  const counted = last && document.law.units.at(-(parseNumeral(last[1] ?? '1') || 1));
  if (
    last &&
    counted?.kind === (last[0].endsWith('项') ? 'item' : 'article') &&
    endsAt(reference, last[0].length)
  )
    return ok({ document: document.info.id, unit: counted.number });
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

/**
 * References inside other words, as every citation is read: one is taken (第二十三条讲什么), neighbours are one, several are offered;
 * where one of them is another law's, that law is named.
 */
function readCitations(text: string, corpus: Corpus): Reading {
  const citations = findCitations(text, corpus);
  const nearest = citations.flatMap((citation) => {
    if (citation.kind === 'passage') return [citation.address];
    return citation.kind === 'missing' ? citation.problem.nearest : [];
  });
  const other = citations.find((citation) => citation.kind === 'other');
  if (other) {
    const rest = plain(other.text.replace(other.law, '')).replace(/[《》〈〉()]/g, '');
    const name = plain(other.law).replace(/^\((.*)\)$/, '$1');
    const problem = noSuchDocument(name, rest, corpus);
    return fail(nearest.length > 0 ? { ...problem, nearest } : problem);
  }
  const [only, ...others] = citations;
  if (only?.kind === 'missing' && others.length === 0) return fail(only.problem);
  const [first] = nearest;
  const document = first && corpus.document(first.document);
  const together =
    document &&
    citations.every(
      (citation) =>
        citation.kind === 'passage' &&
        citation.address.document === first.document &&
        (others.length === 0 || citation.address.through === undefined),
    );
  const cited = nearest.some((address) => corpus.document(address.document)?.info.status === 'draft');
  if (nearest.length > 0 && !cited && DRAFT_MEANT.test(text))
    return fail({
      code: 'unreadable',
      text: plain(text),
      nearest: [...nearest, ...inDraft(nearest, corpus)],
    });
  return together
    ? joined(nearest, false, document, corpus)
    : fail({ code: 'unreadable', text: plain(text).replace(LEADING, ''), nearest });
}

/** Where a draft is spoken of, and no article of it is cited: 第31条在草案里怎么写的. Which of the two is meant must be asked. */
const DRAFT_MEANT = /草案|征求意见稿|審議稿|审议稿|审稿|\bdraft\b/i;

function inDraft(addresses: readonly Address[], corpus: Corpus): readonly Address[] {
  return corpus.documents
    .filter(({ info }) => info.draftOf === addresses[0]?.document)
    .flatMap(({ info, law }) =>
      addresses
        .filter(({ unit }) => law.units.some(({ number }) => number === unit))
        .map(({ unit }) => ({ document: info.id, unit })),
    );
}

function noSuchDocument(name: string, rest: string, corpus: Corpus): ReferenceProblem {
  const [first] = corpus.documents;
  const like =
    first && editionBehind(name)?.length === name.length
      ? corpus.documents.filter(({ info }) => info === first.info || info.draftOf === first.info.id)
      : documentsLike(name, corpus, 3);
  const nearest = like.flatMap((document) => {
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
