import { readArticles } from '../../src/chat/articles.ts';
import type { Context } from '../../src/chat/command.ts';
import { readKinds } from '../../src/chat/kinds.ts';
import type { Markdown } from '../../src/chat/markdown.ts';
import { limits } from '../../src/ledger/defaults.ts';
import { readOwnQuietHours, readTime } from '../../src/ledger/readTimes.ts';
import { KINDS, readList } from '../../src/ledger/readTopic.ts';
import type { Guild } from '../../src/ledger/types.ts';
import type { EntryKind } from '../../src/link/types.ts';
import { fail, ok, type Result } from '../../src/result.ts';
import type { Rhythm, Subscription } from '../../src/store/port.ts';
import { findTopic } from '../topic/name.ts';

/** What a person typed, read, or the sentence that says what is wrong with it. */
type Read<T> = Result<T, Markdown>;

const ISSUERS = 20;

export type Scope = Pick<Subscription, 'articles' | 'topics' | 'kinds' | 'issuers'>;
export type GivenScope = { readonly [K in 'articles' | 'topic' | 'kinds' | 'issuers']?: string | undefined };

/** What is to be followed; what is not given asks for nothing. A person has no topics but the built-in ones. */
export function readScope(given: GivenScope, guild: Guild, context: Context): Read<Scope> {
  const { t, corpus } = context;
  const { articles = '', kinds = '', issuers = '', topic = '' } = given;
  const numbers = articles.trim() === '' ? [] : readArticles(articles, corpus);
  if (numbers === null) {
    const last = corpus.documents[0]?.law.units.at(-1)?.number ?? '';
    return fail(t.md('articles.unreadable', { articles, last }));
  }
  const topics = new Set<string>();
  // A name may hold a space or a comma: all of it is looked for before its parts are.
  const names = topic.trim() === '' ? [] : findTopic(topic, guild, context) ? [topic] : splitTopics(topic);
  for (const name of names) {
    const found = findTopic(name, guild, context);
    if (found === undefined) return fail(t.md('subscribe.unknown-topic', { topic: name }));
    topics.add(found.id);
  }
  const only = kinds.trim() === '' ? ok([]) : kindsNamed(kinds, context);
  if (!only.ok) return only;
  const by = [...new Set(readList(issuers))];
  if (by.length > ISSUERS || by.some((name) => name.length > limits.wordLength))
    return fail(t.md('subscribe.bad-issuers', { most: ISSUERS, length: limits.wordLength }));
  return ok({ articles: numbers, topics: [...topics], kinds: only.value, issuers: by });
}

const splitTopics = (typed: string): readonly string[] =>
  typed.split(/[,，、;；]+/u).filter((name) => name.trim());

/** The kinds that a person lists. */
function kindsNamed(typed: string, { t }: Context): Read<readonly EntryKind[]> {
  const kinds = readKinds(typed);
  if (kinds !== null) return ok(kinds);
  const known = KINDS.map((kind) => t(`kind.${kind}`)).join(t('list.comma'));
  return fail(t.md('subscribe.bad-kinds', { kinds: typed, known }));
}

export interface GivenRhythm {
  readonly mode?: string | undefined;
  readonly at?: string | undefined;
  readonly weekday?: string | undefined;
  readonly 'at-once'?: string | undefined;
  readonly quiet?: string | undefined;
  readonly workdays?: boolean | undefined;
}

const MODES: readonly Rhythm['mode'][] = ['instant', 'daily', 'weekly'];

/** A rhythm with what was given of it. Who names a weekday means a weekly digest, who names its time a digest. */
export function readRhythm(given: GivenRhythm, before: Rhythm, context: Context): Read<Rhythm> {
  const { t } = context;
  const { at: typed, quiet, weekday, workdays } = given;
  const at = typed === undefined ? before.at : readTime(typed);
  if (at === undefined) return fail(t.md('subscribe.bad-time', { typed: typed ?? '' }));
  const quietHours = quiet === undefined ? before.quietHours : readOwnQuietHours(quiet);
  if (quietHours === undefined) return fail(t.md('settings.bad-quiet', { typed: quiet ?? '' }));
  const atOnce = given['at-once'] === undefined ? ok(before.atOnce) : kindsNamed(given['at-once'], context);
  if (!atOnce.ok) return atOnce;
  const isOfDigest = typed !== undefined || given['at-once'] !== undefined;
  const implied =
    weekday !== undefined ? 'weekly' : isOfDigest && before.mode === 'instant' ? 'daily' : before.mode;
  const mode = MODES.find((one) => one === given.mode) ?? implied;
  const day = Number(weekday ?? before.weekday);
  return ok({
    ...{ mode, at, quietHours, timeZone: before.timeZone },
    weekday: day >= 1 && day <= 7 ? day : before.weekday,
    // At once everything is.
    atOnce: mode === 'instant' ? [] : atOnce.value,
    workdaysOnly: workdays ?? before.workdaysOnly,
  });
}

/** How alerts are sent where nothing else is said: as soon as they are known. */
export const plainRhythm = (timeZone: string): Rhythm => ({
  mode: 'instant',
  at: '09:00',
  weekday: 1,
  atOnce: [],
  quietHours: null,
  workdaysOnly: false,
  timeZone,
});

/** Whether a digest's time is within quiet hours, so that it comes later than it says. */
export function isWithinQuiet({ mode, at, quietHours }: Rhythm, guild: Guild): boolean {
  const quiet = quietHours ?? guild.settings.quietHours;
  if (mode === 'instant' || quiet === null) return false;
  const { from, to } = quiet;
  return from <= to ? from <= at && at < to : from <= at || at < to;
}
