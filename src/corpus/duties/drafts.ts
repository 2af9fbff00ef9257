/**
 * Drafts: the norms of a paragraph as stretches of its folded text. Sentences are read segment by segment, segments clause by
 * clause; what an actor or a modal is held for is settled here.
 */
import { type Actor, findActor, OWN, readActor, type Span, together } from './actors.ts';
import { type Clause, readSegments, type Segment } from './clauses.ts';
import { isCommunity } from './expand.ts';
import { readSubject } from './subject.ts';
import {
  ADVERB,
  CONDITION,
  ENABLES,
  isDeed,
  isPredicate,
  MODAL,
  PREPOSITION,
  PUBLIC,
  TASKS,
} from './words.ts';

/** A norm while it is read. */
export interface Draft {
  from: number;
  to: number;
  readonly actor: Actor | null;
  /** Where the actor is named, if in this very norm. */
  readonly named: Span | null;
  modal: { readonly word: string; readonly at: Span | null } | null;
  /** Where its predicate begins. */
  readonly predicate: number;
}

/** The lead-in of a list is told by so many characters before its colon. */
const LEAD_IN = 60;

/** The drafts of a folded paragraph, in its order. */
export function readDrafts(text: string): readonly Draft[] {
  const segments = readSegments(text);
  const drafts: Draft[] = [];
  let held: Held = { actor: null, modal: null };
  let list: Draft | null = null;
  segments.forEach((segment, at) => {
    const opening = segment.clauses[0]?.text ?? '';
    if (list && segment.item && readSubject(opening, null) === null) {
      // A list of what the norm before it is about.
      list.to = segment.clauses.at(-1)?.to ?? list.to;
      return;
    }
    list = null;
    const read = readSegment(segment, text, { ...held, modal: carried(segment, held.modal) });
    const last = read.at(-1);
    if (last) held = { actor: last.actor, modal: last.modal?.word ?? enabling(last, text) };
    if (last && text[last.to - 1] === ':' && segments[at + 1]?.item) {
      // 履行下列职责: each item is a norm of its own.
      if (TASKS.test(text.slice(last.from, last.to).slice(-LEAD_IN))) read.pop();
      else list = last;
    }
    drafts.push(...read);
  });
  return drafts;
}

/** A modal holds within its sentence; a prohibition for its own segment and the items under it. */
const carried = ({ first, item }: Segment, modal: string | null): string | null =>
  first || (!item && modal !== null && /^[不禁严]/.test(modal)) ? null : modal;

/** What goes on from one segment to the next. */
interface Held {
  readonly actor: Actor | null;
  readonly modal: string | null;
}

function readSegment({ clauses, first }: Segment, text: string, held: Held): Draft[] {
  const drafts: Draft[] = [];
  /** Where the circumstances begin that the next norm takes with it. */
  let context: number | null = null;
  /** Actors named in conditions: 从事…的单位,违反…的,…. */
  let conditional: { readonly actor: Actor; readonly at: Span }[] = [];

  const start = (clause: Clause, draft: Pick<Draft, 'actor' | 'named' | 'modal' | 'predicate'>): void => {
    const from = context ?? clause.from;
    const before = drafts.at(-1);
    if (before && before.to > from) before.to = from;
    drafts.push({ from, to: clause.to, ...draft });
    context = null;
    conditional = [];
  };
  const whose = (): Pick<Draft, 'actor' | 'named'> => ({
    actor: together(conditional.map(({ actor }) => actor)) ?? drafts.at(-1)?.actor ?? held.actor,
    named: conditional.length === 1 ? (conditional[0]?.at ?? null) : null,
  });

  for (const clause of clauses) {
    const open = drafts.at(-1);
    const isLast = clause === clauses.at(-1);
    const condition = !isLast && isCondition(clause);
    const word = condition ? null : findModal(clause);
    const name = nameIn(clause, word?.at[0] ?? null, clause === clauses[0] || condition, isLast);
    const actor = name && readActor(text.slice(...name), held.actor);

    if (condition) {
      if (actor && open?.named && !open.modal && !isPublic(open.actor)) {
        // 企业投入…,社会力量投入…的,享受…: what looked like a norm is one of the conditions.
        drafts.pop();
        context ??= open.from;
        if (open.actor) conditional.push({ actor: open.actor, at: open.named });
      }
      if (actor) conditional.push({ actor, at: name });
      context ??= clause.from;
    } else if (name) {
      // What stands before the actor without one of its own is a circumstance: 创新…制度,市…部门应当….
      if (open && !open.named && !open.modal?.at && !held.actor) context = drafts.pop()?.from ?? null;
      // 由 stays with its actor: 由…推荐 is what is done.
      const named = text[name[0] - 1] === '由' ? null : name;
      start(clause, { actor, named, modal: word, predicate: word?.at[1] ?? name[1] });
    } else if (word) {
      const direct = word.at[0] === clause.from && !/^[不禁严]/.test(word.word);
      const bare = open && !open.modal && context === null && (open.named || open.actor === OWN);
      if (direct && bare) {
        // 市人民政府制定规划,应当听取意见: when they do the one, they must do the other.
        const merged = { ...open, modal: word, to: clause.to, actor: open.named ? open.actor : null };
        drafts[drafts.length - 1] = merged;
      } else {
        const { actor: carried, named } = whose();
        const before = text.slice(clause.from, word.at[0]);
        // 合作项目应当…: a thing is spoken of, and whoever acted before is out of it.
        const aside = carried === OWN || !(before === '' || isPredicate(before));
        start(clause, { actor: aside ? null : carried, named, modal: word, predicate: word.at[1] });
      }
    } else if (open && context === null && (open.modal || !ENABLES.test(clause.text))) {
      if (PREPOSITION.test(clause.text) && !isLast) context = clause.from;
      else open.to = clause.to;
    } else if (open && !conditional.length && (open.modal || !ENABLES.test(clause.text))) {
      // The circumstance was this norm's after all.
      if (!PREPOSITION.test(clause.text)) context = null;
      open.to = clause.to;
    } else if (open && !conditional.length) {
      start(clause, { actor: open.actor, named: null, modal: null, predicate: clause.from });
    } else if (PREPOSITION.test(clause.text) && !isLast) {
      context ??= clause.from;
    } else {
      start(clause, { ...ownVoice(clause, first, held, whose()), predicate: clause.from });
    }
  }
  return drafts;
}

/** A plain statement without an actor: it goes on with what is held, or the law speaks for itself. */
function ownVoice(
  { text }: Clause,
  first: boolean,
  held: Held,
  whose: Pick<Draft, 'actor' | 'named'>,
): Pick<Draft, 'actor' | 'named' | 'modal'> {
  const deed = text.replace(ADVERB, '');
  const alone = first && whose.actor === null && isDeed(deed);
  const turns = first && !whose.named && ENABLES.test(deed) && !whose.actor?.bodies.some(isCommunity);
  if (alone || turns) return { actor: OWN, named: null, modal: null };
  const other = held.modal !== null && ENABLES.test(held.modal) && ENABLES.test(deed);
  return { ...whose, modal: held.modal === null || other ? null : { word: held.modal, at: null } };
}

/** The actor a clause names. In mid-sentence, without a modal, only a public body takes over: 集聚…人才 is what is done. */
function nameIn(clause: Clause, modal: number | null, leads: boolean, isLast: boolean): Span | null {
  const name = findActor(clause, modal);
  if (!name) return null;
  const [from, to] = name;
  const taken = modal !== null || from > clause.from;
  if (!taken && !leads && !PUBLIC.test(clause.text.slice(0, to - from))) return null;
  return isLast && modal === null && to === clause.to ? null : name;
}

const isPublic = (actor: Actor | null): boolean =>
  actor?.bodies.some(({ name }) => PUBLIC.test(name)) ?? false;

/** 应当公开而未公开的, 申请时; not 不得在明知的情况下 or 鼓励双方在签约时, which say what to do. */
const isCondition = (clause: Clause): boolean =>
  CONDITION.test(clause.text) &&
  !ENABLES.test(clause.text) &&
  (clause.text.endsWith('的') || findModal(clause) === null);

function findModal({ text, from }: Clause): { word: string; at: Span } | null {
  const [match] = text.matchAll(MODAL);
  return match ? { word: match[0], at: [from + match.index, from + match.index + match[0].length] } : null;
}

/**
 * 支持 and its like, where the norm says who is to do what: what follows a semicolon is still theirs (支持银行设立…;开展…). Not
 * 支持…建设, of which nobody is to do more.
 */
function enabling(draft: Draft, text: string): string | null {
  const [said = ''] = text.slice(draft.predicate, draft.to).replace(ADVERB, '').split(',', 1);
  const word = ENABLES.exec(said)?.[0];
  return word !== undefined && readSubject(said.slice(word.length), null) !== null ? word : null;
}
