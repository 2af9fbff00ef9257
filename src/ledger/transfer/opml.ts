import { load } from 'cheerio';
import { fail, type Result } from '../../result.ts';
import type { FeedDefinition } from '../../watch/types.ts';
import { xml } from '../atom.ts';
import { faultAt, type ImportFault } from './fault.ts';
import { type ConfigurationFile, readConfiguration } from './file.ts';

/**
 * Sources as OPML 2.0, which feed readers take. What is a feed by itself has `xmlUrl`; a list page has its address as `htmlUrl` and,
 * for us, how it is read.
 */
export function toOpml(title: string, feeds: readonly FeedDefinition[]): string {
  const outlines = feeds.map(({ name, authority, url, page, reader }) => {
    const isFeed = reader?.kind === 'rss';
    const facts: readonly (readonly [string, string])[] = [
      ['text', name],
      ['title', name],
      ['type', isFeed ? 'rss' : 'link'],
      ...(isFeed ? ([['xmlUrl', url]] as const) : ([['url', url]] as const)),
      ['htmlUrl', page],
      ['tiaoliAuthority', authority],
      ...(isFeed || reader === null ? [] : ([['tiaoliReader', JSON.stringify(reader)]] as const)),
    ];
    return `    <outline ${facts.map(([name, value]) => `${name}="${xml(value)}"`).join(' ')}/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>${xml(title)}</title></head>
  <body>
${outlines.join('\n')}
  </body>
</opml>
`;
}

/** The sources of an OPML file, of ours or of a feed reader's, as a configuration with nothing else in it. */
export function fromOpml(text: string): Result<ConfigurationFile, readonly ImportFault[]> {
  const $ = load(text, { xml: true });
  // By its name alone: to ask of each within what it stands takes minutes where one stands within another within another.
  const outlines = $.root().children('opml').length === 0 ? [] : $('outline').toArray();
  if (outlines.length === 0) return fail([faultAt('', 'opml-none')]);
  const feeds: unknown[] = [];
  for (const outline of outlines) {
    const of = (name: string): string => $(outline).attr(name)?.trim() ?? '';
    const url = of('xmlUrl') || of('url');
    // A folder of outlines has no address of its own.
    if (url === '') continue;
    const name = (of('title') || of('text') || url).slice(0, 60);
    const reader = of('xmlUrl') === '' ? parseReader(of('tiaoliReader')) : { kind: 'rss' };
    feeds.push({ url, name, authority: (of('tiaoliAuthority') || name).slice(0, 60), reader });
  }
  return feeds.length === 0
    ? fail([faultAt('', 'opml-no-address')])
    : readConfiguration({ tiaoli: 1, feeds });
}

/** What is no reader of ours is left to the page. */
function parseReader(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
