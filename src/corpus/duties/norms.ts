/**
 * Reading: the norms that a paragraph of law states, each with those it speaks to.
 *
 *   paragraph → segments → clauses → who, how strongly, what
 *
 * An actor and a modal hold until others take their place: 应当…;…;… is one 应当 for all three, and a sentence without an
 * actor goes on with the one before it.
 */
import { foldWithOrigins } from '../fold.ts';
import { findPartners, OWN } from './actors.ts';
import { type Draft, readDrafts } from './drafts.ts';
import type { Body } from './expand.ts';
import { ADVERB, NO_NORM, PROMOTES } from './words.ts';

/** What a norm without a modal word is: the law states what is done. */
export const PLAIN = '直述';

export interface Norm {
  /** Those who are bound; empty where the law names nobody. */
  readonly bodies: readonly Body[];
  /** Those with whom they are to act: 会同有关部门. */
  readonly partners: readonly Body[];
  /** The word that tells the strength: 应当, 不得, 可以 …, 支持, 鼓励, 推动 …; `直述` where there is none. */
  readonly modal: string;
  /** The law's own words, verbatim, less the actor and 应当 and its like. */
  readonly action: string;
  /** The law speaks in its own voice and names nobody: 支持…. */
  readonly own: boolean;
}

/** The norms of one paragraph (verbatim, its items on lines of their own), in its order. */
export function readNorms(paragraph: string): readonly Norm[] {
  const { text, original } = foldWithOrigins(paragraph);
  const drafts = readDrafts(text);
  const verbatim = (from: number, to: number): string =>
    from < to ? paragraph.slice(...original(from, to)) : '';
  return drafts.flatMap((draft) => {
    const said = text.slice(draft.predicate, draft.to).replace(ADVERB, '');
    const action = actionOf(draft, verbatim);
    if (action === '' || NO_NORM.test(text.slice(draft.from, draft.to))) return [];
    return [
      {
        bodies: draft.actor?.bodies ?? [],
        partners: [
          ...(draft.actor?.partners ?? []),
          ...findPartners(text.slice(draft.from, draft.to), draft.actor),
        ],
        modal: draft.modal?.word ?? PROMOTES.exec(said)?.[0] ?? PLAIN,
        action,
        own: draft.actor === OWN,
      },
    ];
  });
}

function actionOf({ from, to, named, modal }: Draft, verbatim: (from: number, to: number) => string): string {
  const cuts = [named, modal?.at ?? null].filter((cut) => cut !== null).sort((a, b) => a[0] - b[0]);
  let action = '';
  let end = from;
  for (const cut of cuts) {
    action += verbatim(end, cut[0]);
    end = cut[1];
  }
  return (action + verbatim(end, to)).replace(/^[\s，,；;、：:]+|[\s，,；;、]+$/g, '');
}
