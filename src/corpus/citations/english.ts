/**
 * Whose article a number is, in English. On folded text without white space, so that words have no borders.
 */
import { editionOf } from '../address/edition.ts';
import { documentNamed } from '../address/names.ts';
import type { Corpus, CorpusDocument } from '../types.ts';
import type { NamedLaw } from './laws.ts';

/** Takes draft, (draft), inthedraft, ofthepublicdraftordinance. */
const DRAFT_BEHIND =
  /^,?\(?(?:(?:of|in|from|under)(?:the)?)?(?:public|consultation)?draft(?:ordinance|regulations?)?\)?/;
/** Takes ofthepatentlaw, inthelaw; leaves ofthelawon… and inrelationtolaw alone. */
const LAW_BEHIND =
  /^,?(?:of(?:the)?|(?:in|from|under)the)(?<name>[a-z'&-]*?(?:law|regulations?|ordinance|measures|act|code|plan|decision|rules?|provisions?))(?![a-z]*?on(?:the)?[a-z])(?:on[a-z]*)?/;

const DRAFT_BEFORE = /draft(?:ordinance|regulations?)?(?:['’]s)?,?$/;
const OURS_BEFORE =
  /(?:^|[^a-z]|the|see|per|of|in|our|to|and|under|by)(?:ordinance|regulations?)(?:['’]s)?,?$/;
/** Takes patentlaw, thecivilcode's; leaves infact and contact alone. */
const LAW_BEFORE =
  /(?<![a-z'&-])(?<name>[a-z&-]*?(?:law|(?<!f|cont|ex|imp|comp|contr|extr|attr|abstr|inter|re)act|code|constitution|treaty|convention|agreement|contract|charter|rules|regulations?|measures))(?:['’]s)?,?$/;
/** How far back an English name is looked for. */
const LONGEST = 80;

/** Article31ofthedraft, article31draft; Article5ofthePatentLaw. */
export function englishLawBehind(text: string, at: number, corpus: Corpus): NamedLaw | null {
  const rest = text.slice(at, at + 120);
  const [draft] = DRAFT_BEHIND.exec(rest) ?? [];
  if (draft !== undefined) return { law: draftLaw(corpus), from: at, to: at + draft.length };
  const match = LAW_BEHIND.exec(rest);
  const name = match?.groups?.name;
  if (!match || name === undefined) return null;
  const to = at + match[0].length;
  const document = /^(?:regulations?|ordinance)$/.test(name)
    ? corpus.documents[0]
    : documentNamed(name, corpus);
  return { law: document ? { document } : { other: name, at: [to - name.length, to] }, from: at, to };
}

/** draftordinance|article31, thedraft's|article31; PatentLaw|article5. */
export function englishLawBefore(text: string, at: number, corpus: Corpus): NamedLaw | null {
  const before = text.slice(Math.max(0, at - LONGEST), at);
  const [draft] = DRAFT_BEFORE.exec(before) ?? [];
  if (draft !== undefined) return { law: draftLaw(corpus), from: at - draft.length, to: at };
  const [document] = corpus.documents;
  if (OURS_BEFORE.test(before)) return document ? { law: { document }, from: at, to: at } : null;
  const match = LAW_BEFORE.exec(before);
  const whole = match?.groups?.name;
  if (!match || whole === undefined) return null;
  const name = whole.replace(/^(?:see|in|under|per|by|of|and|to)*the(?=[a-z])/, '');
  const from = at - before.length + match.index + whole.length - name.length;
  return { law: { other: name, at: [from, from + name.length] }, from, to: at };
}

const draftLaw = (corpus: Corpus): { document: CorpusDocument } | { other: string } => {
  const [first] = corpus.documents;
  const draft = (first && editionOf(first, '草案', corpus)) ?? documentNamed('draft', corpus);
  return draft ? { document: draft } : { other: 'draft' };
};
