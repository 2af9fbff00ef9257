import { labelOf, type Passage, parseAddress, printAddress } from '../../corpus/address.ts';
import type { Point, Summary } from '../../corpus/summarise/summarise.ts';
import type { Corpus } from '../../corpus/types.ts';
import type { Translate } from '../catalogue/index.ts';
import { code, join, type Markdown, md } from '../markdown.ts';
import { note, type Reply, text } from '../reply.ts';
import { pressable } from './menus.ts';
import { showAction, statusOf, toneOf } from './passage.ts';

/** The points of a passage, each with its place; marked as derived, and the text one press away. */
export function summaryReply(passage: Passage, summary: Summary, corpus: Corpus, t: Translate): Reply {
  const { document, address, units } = passage;
  const law = corpus.document(document.id)?.law;
  const whole = units.length === law?.units.length;
  const chapter = law?.outline.find(({ first, last }) => first === address.unit && last === address.through);
  const label = whole
    ? `《${document.title}》`
    : chapter
      ? `${chapter.label} ${chapter.title}`.trim()
      : passage.label;
  const percent = Math.max(1, Math.round(summary.ratio * 100));
  return {
    tone: toneOf(document),
    blocks: [
      text(t.md('summary.heading', { label })),
      note(t.md('article.source', { status: statusOf(document, t), address: code(printAddress(address)) })),
      text(join(summary.points.map((point) => pointLine(point, corpus)))),
      note(summary.quoted ? t.md('summary.quoted') : t.md('summary.derived', { percent })),
      ...(summary.chosen ? [note(t.md(whole ? 'summary.rule' : 'summary.rule.chapter'))] : []),
      ...pressable(
        { label: t('summary.text'), action: showAction(address) },
        { label: t('article.outline'), action: { command: 'outline', name: 'show', args: [document.id] } },
      ),
    ],
  };
}

/** `• **第二十三条第二款** …`, the word that tells how strongly underlined. */
function pointLine({ text, source, strength }: Point, corpus: Corpus): Markdown {
  const address = parseAddress(source);
  const label = address ? labelOf(address, corpus) : (corpus.document(source)?.info.title ?? source);
  const at = strength === null ? -1 : text.indexOf(strength);
  const shown =
    strength === null || at < 0
      ? md`${text}`
      : md`${text.slice(0, at)}__${strength}__${text.slice(at + strength.length)}`;
  return md`• **${label}** ${shown} ${code(source)}`;
}
