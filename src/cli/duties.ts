import { plain } from '../chat/markdown.ts';
import { searchProblem } from '../chat/views/search.ts';
import { documentNamed } from '../corpus/address/names.ts';
import { labelOf, printAddress } from '../corpus/address.ts';
import { countBodies, type Duty, findDuties, readDuties } from '../corpus/duties/duties.ts';
import { suggestBodies } from '../corpus/duties/suggest.ts';
import { openTexts } from './openTexts.ts';
import { show, type Verb } from './verb.ts';

/**
 * `{duties:[{body, modal, action, address, role?, stated?}]}` of a body in the ordinance or in the document of `--doc`; without
 * a body of all of them, with `bodies:[{body, duties, joins}]`. `role: "joins"` where the body is only called in (会同),
 * `stated: false` where the text names nobody. 1 for a name nobody has.
 */
export const duties: Verb = {
  usage: 'duties [BODY] [--doc ID] [--json]',
  options: ['doc'],
  positionals: [0, Number.POSITIVE_INFINITY],
  async run(input) {
    const { args, options, t, complain } = input;
    using texts = await openTexts(input);
    if (!texts) return 1;
    const { corpus } = texts;
    const document = options.doc === undefined ? corpus.documents[0] : documentNamed(options.doc, corpus);
    if (!document) {
      const problem = { code: 'no-such-document', document: options.doc ?? '' } as const;
      complain(plain(searchProblem(problem, corpus, t)));
      return 1;
    }
    const line = ({ body, address, modal, action, role, stated }: Duty): string => {
      const marks = [
        ...(role === 'joins' ? [t('duties.joins')] : []),
        ...(stated ? [] : [t('duties.unstated')]),
      ];
      const mark = marks.length === 0 ? '' : ` [${marks.join(', ')}]`;
      return `${printAddress(address)}  ${labelOf(address, corpus)}  ${body.name}  〔${modal}〕${action}${mark}`;
    };

    const asked = args.join(' ').trim();
    if (asked === '') {
      const bodies = countBodies([document]).map(({ body, bears, joins }) => ({
        ...{ body: body.name, duties: bears, joins },
      }));
      const all = readDuties(document).duties;
      show(input, { bodies, duties: all.map(printed) }, () =>
        bodies.map(({ body, duties, joins }) => `${duties + joins}  ${body}`).join('\n'),
      );
      return 0;
    }

    const found = findDuties(asked, [document]);
    if (!found.known) {
      complain(plain(t.md('duties.unknown', { asked })));
      const likely = suggestBodies(asked, [document], 5).map(({ body }) => body.name);
      if (likely.length > 0) complain(t('duties.perhaps', { bodies: likely.join('、') }));
      return 1;
    }
    show(input, { duties: found.duties.map(printed) }, () =>
      found.duties.length === 0
        ? t('duties.none', { asked, title: document.info.title })
        : found.duties.map(line).join('\n'),
    );
    return 0;
  },
};

const printed = ({ body, modal, action, address, role, stated }: Duty) => ({
  ...{ body: body.name, modal, action, address: printAddress(address) },
  ...(role === 'joins' ? { role } : {}),
  ...(stated ? {} : { stated }),
});
