import { articleList } from '../../src/chat/articles.ts';
import type { Context } from '../../src/chat/command.ts';
import { join, type Markdown, trusted } from '../../src/chat/markdown.ts';
import { lastPage } from '../../src/chat/page.ts';
import { type Action, type Block, buttons, divider, note, type Reply, text } from '../../src/chat/reply.ts';
import { brief, measureText, titleLink } from '../../src/chat/views/measure.ts';
import {
  decidedBy,
  personName,
  settleButtons,
  taught,
  undoButton,
  verdictName,
} from '../../src/chat/views/review.ts';
import { showTime } from '../../src/chat/views/time.ts';
import { isHeard } from '../../src/deliver/dispatch.ts';
import { measuresIn } from '../../src/ledger/gather.ts';
import { saidOf, see } from '../../src/ledger/see.ts';
import { proposedOf } from '../../src/ledger/settle.ts';
import type { Guild } from '../../src/ledger/types.ts';
import type { Measure } from '../../src/store/port.ts';

const to = (name: string, ...args: readonly string[]): Action => ({ command: 'review', name, args });

const waitingShown = 3;
const decidedShown = 5;

/** What waits for a moderator: first what members flagged, then what is doubtful; each the newest first. */
export async function waitingIn(
  guild: Guild,
  { store }: Pick<Context, 'store'>,
): Promise<readonly Measure[]> {
  const flagged = guild.decisions
    .filter(({ verdict }) => verdict === 'flagged')
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const found: Measure[] = [];
  for (const { measureId } of flagged) {
    const measure = await store.measure(measureId);
    if (measure !== null) found.push(measure);
  }
  const filter = { relevance: ['relevant', 'doubtful'], guildId: guild.id } as const;
  for await (const measure of measuresIn(store, filter))
    if (
      see(measure, guild).standing === 'review' &&
      saidOf(measure.id, guild) === null &&
      isHeard(measure, guild)
    )
      found.push(measure);
  return found;
}

/** How many decisions a server's links are weighed by. */
function learntNote({ decisions }: Guild, { t }: Context): readonly Block[] {
  const examples = decisions.flatMap((decision) =>
    decision.examples.filter(({ words }) => words.length > 0).map(({ right }) => ({ right, decision })),
  );
  const right = examples.filter((example) => example.right).length;
  const count = new Set(examples.map(({ decision }) => decision)).size;
  return count === 0 ? [] : [note(t.md('review.learnt', { count, right, wrong: examples.length - right }))];
}

/** What waits, with its evidence and the ways to settle it. A page that is not there is the last one. */
export async function listWaiting(wanted: number, guild: Guild, context: Context): Promise<Reply> {
  const { t, corpus } = context;
  const all = await waitingIn(guild, context);
  const last = lastPage(all.length, waitingShown);
  const page = Math.min(wanted, last);
  const shown = all.slice(page * waitingShown, (page + 1) * waitingShown);
  return {
    tone: 'policy',
    blocks: [
      text(
        all.length === 0
          ? t.md('review.waiting.none')
          : t.md('review.waiting.heading', { count: all.length }),
      ),
      ...learntNote(guild, context),
      ...shown.flatMap((measure) => {
        const seen = see(measure, guild);
        const said = saidOf(measure.id, guild);
        return [
          divider,
          text(
            join([
              measureText({ ...measure, links: proposedOf(seen), seen }, corpus, t, brief),
              ...(said === null
                ? []
                : [t.md('review.flagged', { who: personName(said.by), time: showTime(said.at) })]),
            ]),
          ),
          settleButtons(measure.id, t),
        ];
      }),
      ...(last > 0 ? [note(t.md('article.page', { page: page + 1, pages: last + 1 }))] : []),
      buttons(...turning('waiting', page, last, context), {
        label: t('review.button.decided'),
        action: to('decided', '0'),
      }),
    ],
  };
}

/** The labelled examples: what was decided, by whom and when, what was learnt from it, and the way back. */
export async function listDecided(wanted: number, guild: Guild, context: Context): Promise<Reply> {
  const { t, store, corpus } = context;
  const all = guild.decisions
    .filter(({ verdict }) => verdict !== 'flagged')
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const last = lastPage(all.length, decidedShown);
  const page = Math.min(wanted, last);
  const shown = all.slice(page * decidedShown, (page + 1) * decidedShown);
  const measures = await Promise.all(shown.map(({ measureId }) => store.measure(measureId)));
  return {
    tone: 'policy',
    blocks: [
      text(
        all.length === 0
          ? t.md('review.decided.none')
          : t.md('review.decided.heading', { count: all.length }),
      ),
      ...learntNote(guild, context),
      ...shown.map((decision, index) =>
        text(
          join([
            t.md('review.decided.line', {
              number: index + 1,
              title: titleOf(measures[index] ?? null),
              verdict: verdictName(decision, t),
              articles:
                decision.articles.length === 0
                  ? ''
                  : t('review.decided.articles', { articles: articleList(decision.articles, t) }),
            }),
            decidedBy(decision, t),
            taught(decision, corpus.documents[0], t),
          ]),
        ),
      ),
      ...(shown.length === 0
        ? []
        : [buttons(...shown.map((decision, index) => undoButton(decision, t, index + 1)))]),
      ...(last > 0 ? [note(t.md('article.page', { page: page + 1, pages: last + 1 }))] : []),
      buttons(...turning('decided', page, last, context), {
        label: t('review.button.waiting'),
        action: to('waiting', '0'),
      }),
    ],
  };
}

const turning = (name: 'waiting' | 'decided', page: number, last: number, { t }: Context) =>
  last === 0
    ? []
    : [
        { label: t('page.previous'), action: to(name, String(page - 1)), disabled: page === 0 },
        { label: t('page.next'), action: to(name, String(page + 1)), disabled: page === last },
      ];

const titleOf = (measure: Measure | null): Markdown =>
  measure === null ? trusted('—') : titleLink(measure, brief);
