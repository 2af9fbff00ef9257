/**
 * Duties: every norm of a document under the name of each body it speaks to.
 */
import { recogniseBody } from '../bodies/recognise.ts';
import { fold } from '../fold.ts';
import type { Address, Corpus, CorpusDocument } from '../types.ts';
import { type Body, isCommunity } from './expand.ts';
import { type Norm, readNorms } from './norms.ts';

export interface Duty {
  /** Who: as the law names it, taken out of its list: 市科学技术部门. Simplified. */
  readonly body: Body;
  /** `joins`: it is called in by those who bear the duty (会同). */
  readonly role: 'bears' | 'joins';
  /** How strongly: 应当, 不得, 可以 …, 支持, 鼓励, 推动 …; `直述` where the law states what is done. */
  readonly modal: string;
  /** What: the law's own words less the actor and 应当 and its like. */
  readonly action: string;
  /** The paragraph; the unit where it has but one. */
  readonly address: Address;
  /** False where the law names nobody (支持…) and so speaks for its community (本市). */
  readonly stated: boolean;
}

export interface Duties {
  readonly duties: readonly Duty[];
  /** Paragraphs with a norm that speaks to no body: …建设应当坚持…. */
  readonly unaddressed: readonly Address[];
}

const known = new WeakMap<CorpusDocument, Duties>();

/** The duties of a document, in its order. */
export function readDuties(document: CorpusDocument): Duties {
  const before = known.get(document);
  if (before) return before;
  const norms = document.law.units.flatMap(({ number, paragraphs }) =>
    paragraphs.flatMap((paragraph, at) => {
      const unit = { document: document.info.id, unit: number };
      const address = paragraphs.length > 1 ? { ...unit, paragraph: at + 1 } : unit;
      return readNorms(paragraph).map((norm) => ({ norm, address }));
    }),
  );
  const community = communityOf(norms.map(({ norm }) => norm));
  const duties: Duty[] = [];
  const unaddressed: Address[] = [];
  for (const { norm, address } of norms) {
    const { modal, action, partners } = norm;
    const bodies = norm.own && community ? [community] : norm.bodies;
    const one =
      (role: Duty['role']) =>
      (body: Body): Duty => ({
        ...{ body, role, modal, action, address, stated: !norm.own },
      });
    duties.push(...bodies.map(one('bears')), ...partners.map(one('joins')));
    if (bodies.length === 0 && unaddressed.at(-1) !== address) unaddressed.push(address);
  }
  const read = { duties, unaddressed };
  known.set(document, read);
  return read;
}

/** For whom the law speaks: 本市, 国家, as it says itself most often. */
function communityOf(norms: readonly Norm[]): Body | null {
  const counts = new Map<string, { readonly body: Body; count: number }>();
  for (const body of norms.flatMap(({ bodies }) => bodies).filter(isCommunity)) {
    const seen = counts.get(body.name) ?? { body, count: 0 };
    counts.set(body.name, { body, count: seen.count + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.body ?? null;
}

/** Beyond so many units, documents are asked by name: nobody waits for thousands of laws to be read. */
const MOST_UNITS = 3000;

/** The documents whose duties are known without asking for one: the first ones, drafts (which bind nobody) aside. */
export function documentsAtHand(corpus: Corpus): readonly CorpusDocument[] {
  const documents: CorpusDocument[] = [];
  let units = 0;
  for (const document of corpus.documents) {
    units += document.law.units.length;
    if (units > MOST_UNITS) break;
    if (document.info.status !== 'draft') documents.push(document);
  }
  return documents;
}

/** One body with the number of norms that bind it and of those it is called in for. */
export interface BodyCount {
  readonly body: Body;
  readonly bears: number;
  readonly joins: number;
}

/** The bodies of some documents, those with most norms first. */
export function countBodies(documents: readonly CorpusDocument[]): readonly BodyCount[] {
  const counts = new Map<string, { body: Body; bears: number; joins: number }>();
  for (const { body, role } of documents.flatMap((document) => readDuties(document).duties)) {
    const key = `${body.level} ${body.kind}`;
    const count = counts.get(key) ?? { body, bears: 0, joins: 0 };
    count[role] += 1;
    counts.set(key, count);
  }
  return [...counts.values()].sort((a, b) => b.bears - a.bears || b.joins - a.joins);
}

export interface FoundDuties {
  /** The names under which laws speak to who was asked for: 市人才工作部门, 区人才工作部门. */
  readonly names: readonly string[];
  /** What the body is officially called today, where that is another name. */
  readonly official: string | null;
  readonly duties: readonly Duty[];
  /** Other bodies whose name holds what was asked for: 国有企业 for 企业. */
  readonly others: readonly string[];
}

/** `known` is false for a name that neither the list of bodies nor any document has. */
export interface KnownDuties extends FoundDuties {
  readonly known: boolean;
}

/**
 * The duties of a body by any name people use for it. A body that is known and has no duty here comes with none.
 */
export function findDuties(name: string, documents: readonly CorpusDocument[]): KnownDuties {
  const all = documents.flatMap((document) => readDuties(document).duties);
  const asked = fold(name).replace(/\s+/g, '');
  const meant = recogniseBody(name) ?? { level: '', kind: asked, official: null };
  const duties = all.filter(
    ({ body }) =>
      body.name === asked ||
      (body.kind === meant.kind && (meant.level === '' || body.level === '' || body.level === meant.level)),
  );
  const names = unique(duties.map(({ body }) => body.name));
  const others = unique(all.map(({ body }) => body.name)).filter(
    (other) => asked !== '' && other.includes(meant.kind) && !names.includes(other),
  );
  const isKnown = names.length > 0 || recogniseBody(name) !== null;
  return { names, official: meant.official, duties, others, known: isKnown };
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];
