import { headingName } from '../../corpus/address/heading.ts';
import type { SearchProblem } from '../../corpus/search/search.ts';
import type { Corpus } from '../../corpus/types.ts';
import type { Translate } from '../catalogue/index.ts';
import { clip, type Markdown } from '../markdown.ts';
import { documentList } from './passage.ts';

/** So many headings are listed where one is not found. */
const listedHeadings = 12;

/** What is said of a search that cannot be made. */
export function searchProblem(problem: SearchProblem, corpus: Corpus, t: Translate): Markdown {
  switch (problem.code) {
    case 'empty':
      return t.md('search.empty');
    case 'too-long':
      return t.md('search.too-long', problem);
    case 'no-such-document': {
      const documents = documentList(corpus);
      return t.md('search.document.unknown', { document: clip(problem.document, 60), documents });
    }
    case 'no-such-chapter': {
      const document = corpus.document(problem.document);
      const outline = document?.law.outline ?? [];
      const names = outline.slice(0, listedHeadings).map((_, index) => headingName(index, outline));
      return t.md('search.chapter.unknown', {
        title: document?.info.title ?? problem.document,
        chapter: clip(problem.chapter, 60),
        chapters: names.length === 0 ? '—' : names.join('、') + (outline.length > listedHeadings ? ' …' : ''),
      });
    }
  }
}
