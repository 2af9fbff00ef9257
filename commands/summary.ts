import { type Context, defineCommand } from '../src/chat/command.ts';
import type { Reply } from '../src/chat/reply.ts';
import { referenceProblem } from '../src/chat/views/problem.ts';
import { referenceChoices } from '../src/chat/views/references.ts';
import { summaryReply } from '../src/chat/views/summary.ts';
import { parseReference, resolve } from '../src/corpus/address.ts';

export const summary = defineCommand({
  name: 'summary',
  access: 'everyone',
  audience: 'teams',
  options: { ref: { type: 'string', autocomplete: true }, share: { type: 'boolean' } },

  execute: ({ ref }, context) => show(ref ?? context.corpus.documents[0]?.info.id ?? '', context),

  autocomplete: (_, typed, { corpus }) => referenceChoices(typed, corpus),

  actions: { show: ([ref = ''], context) => show(ref, context) },
});

async function show(ref: string, { corpus, t }: Context): Promise<Reply> {
  // Loaded when it is first asked for: a bot at rest does without.
  const { summarise } = await import('../src/corpus/summarise/summarise.ts');
  const address = parseReference(ref, corpus);
  const passage = address.ok ? resolve(address.value, corpus) : address;
  if (!passage.ok) return referenceProblem(passage.error, ref, corpus, t);
  return summaryReply(passage.value, summarise(passage.value.address, corpus), corpus, t);
}
