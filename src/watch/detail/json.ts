import { fail, ok, type Result } from '../../result.ts';
import { normaliseDocNumber } from '../identity/docNumber.ts';
import { readDate } from '../read/dates.ts';
import { field } from '../read/json.ts';
import { tidyTitle } from '../read/text.ts';
import type { ReadFailure } from '../read/types.ts';
import { readDay } from './days.ts';
import { readDetail } from './read.ts';
import type { Detail, JsonDetailReader } from './types.ts';

/** An address of an interface, with what the pattern of its reader takes from an entry's; null where that does not match. */
export function apiAddress(entryUrl: string, { match }: JsonDetailReader, template: string): string | null {
  const groups = new RegExp(match).exec(entryUrl);
  return groups && template.replace(/\{(\d)\}/g, (_, n: string) => groups[Number(n)] ?? '');
}

const parse = (text: string): Result<unknown, ReadFailure> => {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail({ cause: 'malformed', notes: [`The answer cannot be read as JSON: ${error.message}`] });
  }
};

/** Where the file of a main text is, as an answer says; null where it does not. */
export function readFileAddress(text: string, path: string, base: string): string | null {
  const answer = parse(text);
  const address = answer.ok ? field(answer.value, path) : '';
  return address === '' ? null : (URL.parse(address, base)?.href ?? null);
}

/**
 * What an interface says of a document. `base` is the address of the entry's page, by which its links are resolved. It fails with
 * `malformed`, or with `no-text` where it gives neither a text nor a day nor a title: its form may have changed.
 */
export async function readJsonDetail(
  answer: string,
  base: string,
  reader: JsonDetailReader,
): Promise<Result<Detail, ReadFailure>> {
  const parsed = parse(answer);
  if (!parsed.ok) return parsed;
  const say = (path: string | undefined): string => (path === undefined ? '' : field(parsed.value, path));
  const content = say(reader.content);
  const facts = {
    title: tidyTitle(say(reader.title)) || null,
    issuer: say(reader.issuer) || null,
    docNumber: normaliseDocNumber(say(reader.docNumber)),
    signedOn: readDay(say(reader.signedOn)),
    published: readDate(say(reader.date)).date,
    effectiveOn: readDay(say(reader.effectiveOn)),
  };
  if (content === '') {
    if (Object.values(facts).every((fact) => fact === null))
      return fail({
        cause: 'no-text',
        notes: ['The answer says nothing of a document: its form may have changed.'],
      });
    return ok({ ...facts, consultation: null, attachments: [], text: '' });
  }
  // Its days depend on when it was published.
  const head = facts.published === null ? '' : `<meta name="PubDate" content="${facts.published}">`;
  const read = await readDetail(`${head}<main>${content}</main>`, base, { content: 'main' });
  if (!read.ok) return read;
  const said = Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== null));
  return ok({ ...read.value, ...said });
}
