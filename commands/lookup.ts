import { type Context, defineMessageCommand } from '../src/chat/command.ts';
import { clip, type Markdown, oneLine } from '../src/chat/markdown.ts';
import { type Block, divider, note, type Reply, text } from '../src/chat/reply.ts';
import { passageBlocks, toneOf } from '../src/chat/views/passage.ts';
import { type Passage, printAddress, resolve } from '../src/corpus/address.ts';
import type { Citation } from '../src/corpus/citations/find.ts';

/** So much of law is shown at once, in characters; what goes beyond is listed to choose from. */
const shownAtOnce = 1500;
/** So many passages in one answer. */
const mostShown = 5;
/** So many notes on what cannot be shown. */
const mostNotes = 10;

export const lookup = defineMessageCommand({
  name: 'lookup',
  access: 'everyone',
  audience: 'teams',

  async execute({ text: said }, context): Promise<Reply> {
    // Loaded when it is first asked for: a bot at rest does without.
    const { findCitations } = await import('../src/corpus/citations/find.ts');
    const { corpus, t } = context;
    const citations = findCitations(said, corpus);
    const passages = passagesOf(citations, context);
    if (citations.length === 0) return { tone: 'plain', blocks: [text(t.md('lookup.none'))] };
    const shown = withinReach(passages);
    const rest = passages.filter((passage) => !shown.includes(passage));
    const documents = new Set(passages.map(({ document }) => document));
    const [only] = documents;
    return {
      tone: only && documents.size === 1 ? toneOf(only) : 'plain',
      blocks: [
        ...shown.flatMap((passage, at) => [...(at > 0 ? [divider] : []), ...passageBlocks(passage, t)]),
        ...remarks(citations, context),
        ...(rest.length === 0
          ? []
          : [note(t.md('lookup.rest', { labels: rest.map(({ label }) => label).join('、') }))]),
        ...(passages.length === 0 ? [] : [openMenu(passages, context)]),
      ],
    };
  },
});

/** The passages that are cited, each once, in the order of the message. */
function passagesOf(citations: readonly Citation[], { corpus }: Context): readonly Passage[] {
  const passages = new Map<string, Passage>();
  for (const citation of citations) {
    const passage = citation.kind === 'passage' ? resolve(citation.address, corpus) : null;
    if (passage?.ok) passages.set(printAddress(passage.value.address), passage.value);
  }
  return [...passages.values()];
}

/** The passages that are read at once; a long one, or one too many, is left to choose. */
function withinReach(passages: readonly Passage[]): readonly Passage[] {
  const shown: Passage[] = [];
  let room = shownAtOnce;
  for (const passage of passages) {
    const size = sizeOf(passage);
    if (shown.length === mostShown || size > room) continue;
    shown.push(passage);
    room -= size;
  }
  return shown;
}

const sizeOf = ({ units }: Passage): number =>
  units.flatMap(({ paragraphs }) => paragraphs).reduce((sum, paragraph) => sum + paragraph.text.length, 0);

/** What was taken for granted, what is not there, what is another law's; each wording once. */
function remarks(citations: readonly Citation[], context: Context): readonly Block[] {
  const said = new Map<string, Markdown>();
  for (const citation of citations) {
    const remark = remarkOn(citation, context);
    if (remark) said.set(remark.markdown, remark);
  }
  return [...said.values()].slice(0, mostNotes).map(note);
}

function remarkOn(citation: Citation, { corpus, t }: Context): Markdown | null {
  const written = clip(oneLine(citation.text), 80);
  const titleOf = (document: string): string => corpus.document(document)?.info.title ?? document;
  switch (citation.kind) {
    case 'other':
      return t.md('lookup.other', { text: written, law: clip(oneLine(citation.law), 60) });
    case 'missing':
      return t.md('lookup.missing', { text: written, title: titleOf(citation.document) });
    case 'passage':
      return citation.assumed
        ? t.md('lookup.assumed', { text: written, title: titleOf(citation.address.document) })
        : null;
  }
}

const openMenu = (passages: readonly Passage[], { t }: Context): Block => ({
  type: 'select',
  action: { command: 'article', name: 'show', args: ['0'] },
  placeholder: t('lookup.open'),
  options: passages
    .slice(0, 25)
    .map(({ label, address }) => ({ label: clip(label, 100), value: printAddress(address) })),
});
