import { type Context, defineCommand } from '../src/chat/command.ts';
import { readPage } from '../src/chat/page.ts';
import type { Reply } from '../src/chat/reply.ts';
import { passageReply } from '../src/chat/views/passage.ts';
import { referenceProblem } from '../src/chat/views/problem.ts';
import { referenceChoices } from '../src/chat/views/references.ts';
import { parseReference, resolve } from '../src/corpus/address.ts';

export const article = defineCommand({
  name: 'article',
  access: 'everyone',
  audience: 'teams',
  options: {
    ref: { type: 'string', required: true, autocomplete: true },
    share: { type: 'boolean' },
  },

  execute: ({ ref }, context) => show(ref, 0, context),

  autocomplete: (_, typed, { corpus }) => referenceChoices(typed, corpus),

  actions: { show: ([ref = '', page = '0'], context) => show(ref, readPage(page), context) },
});

function show(ref: string, page: number, { corpus, t }: Context): Reply {
  const address = parseReference(ref, corpus);
  if (!address.ok) return referenceProblem(address.error, ref, corpus, t);
  const passage = resolve(address.value, corpus);
  if (!passage.ok) return referenceProblem(passage.error, ref, corpus, t);
  return passageReply(passage.value, page, corpus, t);
}
