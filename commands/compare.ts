import { type Context, defineCommand } from '../src/chat/command.ts';
import { type Reply, text } from '../src/chat/reply.ts';
import { comparisonReply, type Manner, pairReply } from '../src/chat/views/compare.ts';
import { documentChoices } from '../src/chat/views/documents.ts';
import { documentList } from '../src/chat/views/passage.ts';
import { referenceProblem } from '../src/chat/views/problem.ts';
import { referenceChoices } from '../src/chat/views/references.ts';
import { documentNamed } from '../src/corpus/address/names.ts';
import type { CompareProblem } from '../src/corpus/compare/ask.ts';

export const compare = defineCommand({
  name: 'compare',
  access: 'everyone',
  audience: 'teams',
  options: {
    ref: { type: 'string', autocomplete: true },
    with: { type: 'string', autocomplete: true },
    text: { type: 'boolean' },
    share: { type: 'boolean' },
  },

  execute: ({ ref = '', with: other = '', text }, context) =>
    show(ref, { style: text ? 'words' : 'marks', other: idOf(other, context) }, context),

  autocomplete: (option, typed, { corpus }) =>
    option === 'with' ? documentChoices(typed, corpus) : referenceChoices(typed, corpus),

  actions: {
    pair: ([ref = '', style = '', other = ''], context) => show(ref, mannerOf(style, other), context),
    overview: ([document = '', style = '', other = ''], context) =>
      show(document, mannerOf(style, other), context),
  },
});

/** The id goes on in buttons, where a title may be too long; a name that is nobody's stays, to be named in the answer. */
const idOf = (name: string, { corpus }: Context): string => documentNamed(name, corpus)?.info.id ?? name;

const mannerOf = (style: string, other: string): Manner => ({
  style: style === 'words' ? 'words' : 'marks',
  other,
});

/** One pair is shown whole; several, or a whole document, as an overview to choose from. */
async function show(reference: string, manner: Manner, context: Context): Promise<Reply> {
  // Loaded when it is first asked for: a bot at rest does without.
  const { askComparison } = await import('../src/corpus/compare/ask.ts');
  const { corpus, t } = context;
  const answer = askComparison({ reference, other: manner.other }, corpus);
  if (!answer.ok) return problem(answer.error, reference, context);
  const [only] = answer.value.pairs;
  return only && answer.value.pairs.length === 1 && !answer.value.whole
    ? pairReply(only, answer.value, manner, corpus, t)
    : comparisonReply(answer.value, manner, corpus, t);
}

function problem(problem: CompareProblem, reference: string, { corpus, t }: Context): Reply {
  const documents = documentList(corpus);
  switch (problem.code) {
    case 'reference':
      return referenceProblem(problem.problem, reference, corpus, t);
    case 'no-such-document':
      return {
        tone: 'problem',
        blocks: [text(t.md('search.document.unknown', { document: problem.name, documents }))],
      };
    case 'no-edition':
      return {
        tone: 'problem',
        blocks: [text(t.md('compare.no-edition', { title: problem.document.info.title, documents }))],
      };
  }
}
