import { hashOf } from '../../hash.ts';
import { cleanText } from '../detail/clean.ts';
import type { Entry } from '../types.ts';
import { normaliseTitle } from './identify.ts';

/** Hash of the words of an entry, without what changes from site to site and from day to day. */
export const hashWords = ({ title, summary = '' }: Pick<Entry, 'title' | 'summary'>): string =>
  hashOf(normaliseTitle(title).core, cleanText(summary).replace(/\s+/g, ''));

/** By which an entry whose words changed is told from one seen before. */
export const textHashOf = (entry: Entry): string => entry.textHash ?? hashWords(entry);
