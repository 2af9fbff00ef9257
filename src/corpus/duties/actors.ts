/**
 * Who acts: the actor of a clause, and those with whom it is to act.
 */
import type { Clause } from './clauses.ts';
import { type Body, expandBodies, isCommunity } from './expand.ts';
import { readSubject } from './subject.ts';
import { isAgent } from './words.ts';

/** A stretch of the paragraph. */
export type Span = readonly [from: number, to: number];

export interface Actor {
  readonly bodies: readonly Body[];
  readonly partners: readonly Body[];
  /** The law speaks in its own voice and names nobody: 支持…. */
  readonly own?: true;
}

export const OWN: Actor = { bodies: [], partners: [], own: true };

/** Where the actor of a clause is named: at its beginning, or behind 由. `modal` is where its 应当 stands. */
export function findActor({ text, from }: Clause, modal: number | null): Span | null {
  const end = readSubject(text, modal === null ? null : modal - from);
  if (end !== null) return [from, from + end];
  for (const { index } of text.matchAll(/(?<![自理缘事来])由/g)) {
    const length = readSubject(text.slice(index + 1), null);
    if (length !== null) return [from + index + 1, from + index + 1 + length];
  }
  return null;
}

/** 县(市、区)人民政府 */
const LEVELS_IN_BRACKETS = /\((?:[市区县旗、]|自治县|特区|林区)+\)/g;

/** Those named. 与 joins partners: a city's law can ask nothing of 天津市. */
export function readActor(written: string, before: Actor | null): Actor {
  const name = written.replace(LEVELS_IN_BRACKETS, '');
  const joint = [...name.matchAll(/[与同]/g)].find(({ index }) => isAgent(name.slice(0, index)));
  const inherited = /^(?:其|有关|相关)/.test(name) ? levelsOf(before) : [];
  return {
    bodies: expandBodies(name.slice(0, joint?.index), inherited),
    partners: joint ? expandBodies(name.slice(joint.index + 1)) : [],
  };
}

/** Several as one: 企业…,社会力量…的,享受…. */
export const together = (actors: readonly Actor[]): Actor | null =>
  actors.length === 0
    ? null
    : {
        bodies: actors
          .flatMap(({ bodies }) => bodies)
          .filter(({ name }, at, all) => all.findIndex((other) => other.name === name) === at),
        partners: actors.flatMap(({ partners }) => partners),
      };

/** 会同|科学技术、人力资源和社会保障等部门: those called in, of the level of who calls them. */
export function findPartners(text: string, actor: Actor | null): readonly Body[] {
  return [...text.matchAll(/会同/g)].flatMap(({ index }) => {
    const [rest = ''] = text.slice(index + 2).split(/[,;。\n]/, 1);
    const end = readSubject(rest, null, true);
    return end === null ? [] : expandBodies(rest.slice(0, end), levelsOf(actor));
  });
}

const levelsOf = (actor: Actor | null): readonly string[] => [
  ...new Set(actor?.bodies.map(levelOf).filter((level) => level !== '')),
];

const levelOf = (body: Body): string => (isCommunity(body) ? body.name.replace(/^本/, '') : body.level);
