/** The publisher's pages: shaped like those of Chinese government sites. Everything that was typed in is escaped. */
import type { Publication } from './samples.ts';

export interface Entry extends Publication {
  readonly id: string;
  readonly at: number;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (character) => escapes[character] ?? '');
/** XML has no place for control characters, not even escaped. */
const escapeXml = (text: string): string => escapeHtml(text.replaceAll(/(?![\t\n\r])\p{Cc}/gu, ''));

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
const dayOf = (entry: Entry): string => day.format(entry.at);

const page = (title: string, body: string): string =>
  `<!doctype html>\n<html lang="zh-CN">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head>\n<body>\n${body}\n</body>\n</html>\n`;

export const listPage = (entries: readonly Entry[]): string => {
  const rows = entries.map((entry) => {
    const number = entry.docNumber === undefined ? '' : `<em>${escapeHtml(entry.docNumber)}</em>`;
    const title = escapeHtml(entry.title);
    const summary = escapeHtml(entry.paragraphs.join('\n'));
    return `<li><a href="./d/${entry.id}.html" title="${title}">${title}</a>${number}<span>${dayOf(entry)}</span><p>${summary}</p></li>`;
  });
  return page('政策文件（样例）', `<h1>政策文件（样例）</h1>\n<ul class="list">\n${rows.join('\n')}\n</ul>`);
};

export const detailPage = (entry: Entry): string =>
  page(
    entry.title,
    [
      `<h1>${escapeHtml(entry.title)}</h1>`,
      `<p class="meta">发布机构：${escapeHtml(entry.issuer)}　发文字号：${escapeHtml(entry.docNumber ?? '无')}　发布日期：${dayOf(entry)}</p>`,
      ...entry.paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
      '<p><small>本页由本机的样例发布者生成，内容均为虚构。</small></p>',
    ].join('\n'),
  );

/** `url`: where the feed is. */
export const rssFeed = (entries: readonly Entry[], name: string, url: string): string => {
  const items = entries.map((entry) => {
    const page = new URL(`./d/${entry.id}.html`, url).href;
    const description = [entry.docNumber ?? '', ...entry.paragraphs].filter((line) => line !== '').join('\n');
    return [
      '<item>',
      `<title>${escapeXml(entry.title)}</title>`,
      `<link>${page}</link>`,
      `<guid isPermaLink="true">${page}</guid>`,
      `<pubDate>${new Date(entry.at).toUTCString()}</pubDate>`,
      `<description>${escapeXml(description)}</description>`,
      '</item>',
    ].join('');
  });
  const channel = `<title>${name}</title><link>${url}</link><description>样例</description><language>zh-cn</language>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>${channel}\n${items.join('\n')}\n</channel></rss>\n`;
};
