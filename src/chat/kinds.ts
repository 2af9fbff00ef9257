import { KINDS } from '../ledger/readTopic.ts';
import type { EntryKind } from '../link/types.ts';
import { locales, type Translate, translator } from './catalogue/index.ts';
import type { Choices } from './command.ts';

const namesOf = (kind: EntryKind): readonly string[] => [
  kind,
  ...locales.map((locale) => translator(locale)(`kind.${kind}`).toLowerCase()),
];

/** The kinds of documents that a person lists, by their names in any of our languages; null when any part names none. */
export function readKinds(typed: string): readonly EntryKind[] | null {
  const parts = typed.split(/[,，、;；]+/).flatMap((part) => part.trim().toLowerCase() || []);
  const found = parts.map((part) => KINDS.find((kind) => namesOf(kind).includes(part)));
  return parts.length === 0 || found.includes(undefined)
    ? null
    : KINDS.filter((kind) => found.includes(kind));
}

/** Completes the last kind of a list that is being typed: after `措施、` come `措施、征求意见` …, each kind once. */
export function suggestKinds(typed: string, t: Translate): Choices {
  const [, head = '', last = ''] = /^(.*[,，、;；])?(.*)$/su.exec(typed) ?? [];
  const before = readKinds(head) ?? [];
  return KINDS.filter((kind) => !before.includes(kind))
    .filter((kind) => namesOf(kind).some((name) => name.startsWith(last.trim().toLowerCase())))
    .map((kind) => `${head}${t(`kind.${kind}`)}`)
    .map((name) => ({ name, value: name }));
}
