/**
 * Alignment by content: which texts of one edition became which of the other, whatever their numbers.
 *
 * Each text names the text of the other side that holds the most of its wording. A nomination counts when the two are
 * alike enough; the surest are taken first, and only so that every text ends up in one group: one to one, several merged
 * into one, or one split into several.
 */
import { likeness, remainder, type Weighed } from '../weigh.ts';

/** Indexes into the two sides. One of `from` and `to` has at most one member; an empty one means dropped or new. */
export interface Group {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

interface Link {
  readonly from: number;
  readonly to: number;
  /** 0…1: the weight of the shared wording by the geometric mean of both weights. */
  readonly likeness: number;
}

/**
 * Below this two texts are taken for strangers. Between the ordinance and its draft, read by hand, every pair above 0.13
 * belongs together and none below 0.115 can be told from chance by its wording.
 */
const ALIKE = 0.115;
/** A further text joins a pair only if it is so much like what the pair leaves unexplained; a mere double of a partner is not. */
const ADDS = 0.075;

type Partners = Map<number, number[]>;

/** Every index of both sides in exactly one group; groups in the order of `to`, those without it where `from` leaves them. */
export function align(from: readonly Weighed[], to: readonly Weighed[]): readonly Group[] {
  const [ofFrom, ofTo]: [Partners, Partners] = [new Map(), new Map()];
  const links = nominations(from, to).sort((a, b) => b.likeness - a.likeness);
  // Pairs first, so that nobody is left alone while another has two.
  for (const link of links)
    if (!ofFrom.has(link.from) && !ofTo.has(link.to)) {
      ofFrom.set(link.from, [link.to]);
      ofTo.set(link.to, [link.from]);
    }
  for (const link of links) {
    const merged = join(link.from, link.to, ofFrom, ofTo, from, to);
    if (!merged) join(link.to, link.from, ofTo, ofFrom, to, from);
  }
  return inOrder(from.length, to.length, ofFrom, ofTo);
}

/** Lets one that is alone join the partners of another, where that one's partners have it alone and it adds to them. */
function join(
  newcomer: number,
  host: number,
  ofNewcomers: Partners,
  ofHosts: Partners,
  newcomers: readonly Weighed[],
  hosts: readonly Weighed[],
): boolean {
  const partners = ofHosts.get(host) ?? [];
  const [text, whole] = [newcomers[newcomer], hosts[host]];
  if (!text || !whole || ofNewcomers.has(newcomer)) return false;
  if (partners.some((partner) => ofNewcomers.get(partner)?.length !== 1)) return false;
  const unexplained = partners
    .flatMap((partner) => newcomers.slice(partner, partner + 1))
    .reduce((left, partner) => remainder(left, partner), whole);
  if (likeness(text, unexplained) < ADDS) return false;
  ofNewcomers.set(newcomer, [host]);
  ofHosts.set(host, [...partners, newcomer]);
  return true;
}

/** The links that one side or the other names, each once. */
function nominations(from: readonly Weighed[], to: readonly Weighed[]): Link[] {
  const named = new Map<string, Link>();
  for (const link of bestLinks(from, to)) named.set(`${link.from} ${link.to}`, link);
  for (const { from: to_, to: from_, likeness } of bestLinks(to, from))
    named.set(`${from_} ${to_}`, { from: from_, to: to_, likeness });
  return [...named.values()];
}

/** For each text of `from` the one of `to` with which it shares the most, where they are alike. Of equals, the nearest in place. */
function bestLinks(from: readonly Weighed[], to: readonly Weighed[]): readonly Link[] {
  const holders = new Map<string, { readonly at: number; readonly count: number }[]>();
  for (const [at, { terms }] of to.entries())
    for (const [term, { count }] of terms) {
      const known = holders.get(term);
      if (known) known.push({ at, count });
      else holders.set(term, [{ at, count }]);
    }
  const shared = new Float64Array(to.length);
  return from.flatMap((text, index) => {
    shared.fill(0);
    for (const [term, { count, weight }] of text.terms)
      for (const holder of holders.get(term) ?? [])
        shared[holder.at] = (shared[holder.at] ?? 0) + weight * Math.min(count, holder.count);
    const distance = (at: number): number => Math.abs(at / to.length - index / from.length);
    let best = 0;
    for (const [at, weight] of shared.entries()) {
      const ahead = weight - (shared[best] ?? 0);
      if (ahead > 0 || (ahead === 0 && distance(at) < distance(best))) best = at;
    }
    const likeness = (shared[best] ?? 0) / Math.sqrt(text.total * (to[best]?.total ?? 0));
    return likeness >= ALIKE ? [{ from: index, to: best, likeness }] : [];
  });
}

function inOrder(fromLength: number, toLength: number, ofFrom: Partners, ofTo: Partners): readonly Group[] {
  const ascending = (numbers: readonly number[]): readonly number[] => numbers.toSorted((a, b) => a - b);
  const groups: Group[] = [];
  for (let to = 0; to < toLength; to += 1) {
    const partners = ofTo.get(to) ?? [];
    const sisters = partners.length === 1 ? partners.flatMap((from) => ofFrom.get(from) ?? []) : [to];
    if (sisters.some((sister) => sister < to)) continue;
    groups.push({ from: ascending(partners), to: partners.length === 0 ? [to] : ascending(sisters) });
  }
  // What was dropped stands behind what was before it.
  for (let from = 0; from < fromLength; from += 1) {
    if (ofFrom.has(from)) continue;
    const before = groups.findLastIndex((group) => group.from.includes(from - 1));
    groups.splice(before + 1, 0, { from: [from], to: [] });
  }
  return groups;
}
