import type { Measure } from '../store/port.ts';

/** What of a measure is told. */
type Told = Omit<Measure, 'text' | 'keys'>;

/** What a feed says of itself. Addresses are absolute. */
export interface AtomHead {
  readonly title: string;
  readonly subtitle: string;
  /** Where the feed itself is. */
  readonly self: string;
  /** Since when there could be any: what a feed with nothing in it says of its update. */
  readonly since: string;
  readonly articleName: (number: number) => string;
  readonly kindName: (measure: Told) => string;
}

/**
 * Measures as an Atom feed (RFC 4287), in the order given. Ids stay the same whatever host serves it, so that no reader sees an
 * entry twice; `updated` is when we first saw it, so that nothing comes back as new. Titles and evidence are untrusted text.
 */
export function atomFeed(measures: readonly Told[], head: AtomHead): string {
  const updated =
    measures
      .map(({ firstSeenAt }) => firstSeenAt)
      .sort()
      .at(-1) ?? head.since;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<id>tag:tiaoli,2024:follow-ups</id>
<title>${xml(head.title)}</title>
<subtitle>${xml(head.subtitle)}</subtitle>
<link rel="self" type="application/atom+xml" href="${xml(head.self)}"/>
<updated>${updated}</updated>
<generator>Tiaoli</generator>
${measures.map((measure) => atomEntry(measure, head)).join('\n')}
</feed>
`;
}

function atomEntry(measure: Told, { articleName, kindName }: AtomHead): string {
  const { id, title, url, issuer, docNumber, date, firstSeenAt, links } = measure;
  const facts = [kindName(measure), issuer, docNumber, date].filter((fact) => fact !== null).join(' · ');
  const evidence = links.map(({ number, why }) => `${articleName(number)}：${why}`);
  return `<entry>
<id>tag:tiaoli,2024:measure:${xml(id)}</id>
<title>${xml(title)}</title>
<link rel="alternate" type="text/html" href="${xml(url)}"/>
<published>${publishedAt(date) ?? firstSeenAt}</published>
<updated>${firstSeenAt}</updated>
<author><name>${xml(issuer ?? '—')}</name></author>
${links.map(({ number }) => `<category term="article:${number}" label="${xml(articleName(number))}"/>`).join('\n')}
<summary type="text">${xml([facts, ...evidence].join('\n'))}</summary>
</entry>`;
}

/** As RFC 3339 has it; a bare date is a day in Beijing. Null where a source's date names no instant. */
function publishedAt(date: string | null): string | null {
  if (date === null || Number.isNaN(Date.parse(date))) return null;
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00+08:00` : new Date(date).toISOString();
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML takes it: markup escaped, what no XML may hold (control characters, halves of pairs) left out. */
export const xml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
