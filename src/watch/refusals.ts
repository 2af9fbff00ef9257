import type { Refusal } from '../link/types.ts';

const BECAUSE: Readonly<Record<Refusal, string>> = {
  'name-list': 'it is a list of names',
  meeting: 'it reports a meeting or a speech',
  award: 'it is about an award',
  personnel: 'it is about appointments or hiring',
  statistics: 'it gives statistics',
  'work-report': 'it is a general work report or a budget',
  'drafting-history': 'it is about the making of the ordinance itself',
  procurement: 'it is a call for tenders or its result',
  commentary: 'it comments, and sets no measure',
  'no-measure': 'it sets, drafts, explains or calls for no concrete measure',
  elsewhere: 'it is of another place',
  national: 'it is national, and neither names nor addresses Beijing',
  'unknown-place': 'it does not say that it is of Beijing',
  subject: 'no article is surely enough on its subject',
};

/** The sentence for people when an entry is no follow-up of the ordinance. */
export const whyIrrelevant = (refusal: Refusal | undefined): string =>
  refusal === undefined
    ? 'It is no follow-up of the ordinance.'
    : `It is no follow-up of the ordinance: ${BECAUSE[refusal]}.`;
