import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

/**
 * A site of many RSS feeds on loopback, in a thread of its own so that serving costs neither side anything. Feed `/7` has entries of
 * its own; a client that knows its ETag is told that nothing changed.
 */
const { entries } = workerData as { readonly entries: number };

const subjects = [
  '概念验证平台建设',
  '中试基地管理',
  '科技成果转化',
  '人工智能产业发展',
  '机关内部事务',
  '会议安排',
];

function feed(name: string): string {
  const items = Array.from({ length: entries }, (_, n) => {
    const subject = subjects[n % subjects.length];
    return `<item><title>关于印发《北京市第${name}类${subject}办法（${n}）》的通知</title><link>/zcwj/${name}/t20261101_${n}.html</link><pubDate>Mon, 02 Nov 2026 08:00:00 +0800</pubDate><description><![CDATA[<p>各有关单位：现将第${name}类${subject}办法印发给你们，请结合实际认真贯彻执行。</p><p>第一条 为了推进${subject}工作，制定本办法。</p>]]></description><guid>/zcwj/${name}/t20261101_${n}.html</guid></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${name}</title><link>/</link><description>${name}</description>${items.join('')}</channel></rss>`;
}

const pages = new Map<string, { readonly body: Buffer; readonly etag: string }>();
function pageAt(path: string) {
  const known = pages.get(path);
  if (known) return known;
  const body = Buffer.from(feed(path.slice(1)));
  const page = { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
  pages.set(path, page);
  return page;
}

const server = createServer((request, response) => {
  const { body, etag } = pageAt(request.url ?? '');
  const unchanged = request.headers['if-none-match'] === etag;
  response.writeHead(unchanged ? 304 : 200, { etag, 'content-type': 'application/rss+xml; charset=utf-8' });
  response.end(unchanged ? undefined : body);
});
server.listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as AddressInfo).port));
