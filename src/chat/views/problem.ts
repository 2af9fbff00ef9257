import type { ReferenceProblem } from '../../corpus/address.ts';
import { labelOf, resolve } from '../../corpus/address.ts';
import type { Corpus } from '../../corpus/types.ts';
import type { Translate } from '../catalogue/index.ts';
import { clip, type Markdown } from '../markdown.ts';
import { buttons, type Reply, text } from '../reply.ts';
import { documentList, passageList, showAction } from './passage.ts';

/** What is said of a reference that names nothing: what was wrong with it, and what comes closest. */
export function referenceProblem(
  problem: ReferenceProblem,
  typed: string,
  corpus: Corpus,
  t: Translate,
): Reply {
  const nearest = problem.nearest.flatMap((address) => {
    const passage = resolve(address, corpus);
    return passage.ok ? [passage.value] : [];
  });
  return {
    tone: 'problem',
    blocks: [
      text(problemSentence(problem, typed, corpus, t)),
      ...(nearest.length === 0
        ? []
        : [
            text(t.md('reference.nearest')),
            text(passageList(nearest.slice(0, 5))),
            buttons(
              ...nearest
                .slice(0, 5)
                .map(({ label, address }) => ({ label: clip(label, 80), action: showAction(address) })),
            ),
          ]),
    ],
  };
}

/** The sentence alone, for the terminal as well. */
export function problemSentence(
  problem: ReferenceProblem,
  typed: string,
  corpus: Corpus,
  t: Translate,
): Markdown {
  const ref = clip(typed, 60);
  switch (problem.code) {
    case 'empty':
      return t.md('reference.empty');
    case 'unreadable':
      return t.md('reference.unreadable', { ref });
    case 'too-long':
      return t.md('reference.too-long', { length: problem.length });
    case 'no-such-document':
      return t.md('reference.no-such-document', { ref, documents: documentList(corpus) });
    case 'no-such-paragraph': {
      const { document, unit, count } = problem;
      return t.md('reference.no-such-paragraph', { label: labelOf({ document, unit }, corpus), count, ref });
    }
    case 'no-such-item': {
      const { document, unit, paragraph, count } = problem;
      const passage = { document, unit, ...(paragraph === undefined ? {} : { paragraph }) };
      return t.md(count === 0 ? 'reference.no-items' : 'reference.no-such-item', {
        ...{ label: labelOf(passage, corpus), count, ref },
      });
    }
    case 'no-such-unit': {
      const { document, first, last } = problem;
      const label = (unit: string | null) => (unit === null ? '—' : labelOf({ document, unit }, corpus));
      const title = corpus.document(document)?.info.title ?? document;
      return t.md('reference.no-such-unit', { title, ref, first: label(first), last: label(last) });
    }
  }
}
