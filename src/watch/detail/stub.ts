import { linksFrom } from '../read/links.ts';

/** A page with more text than this says something itself: 正在跳转，请稍候…. */
const LITTLE = 60;
/** Whoever is to read a page before it leads on is given longer. */
const MOST_SECONDS = 10;

const META = /<meta\b[^<>]*http-equiv\s*=\s*["']?refresh\b[^<>]*>/i;
/** content="0;url=/a.html" · content="3; URL='https://a.cn/b.html'". */
const REFRESH = /content\s*=\s*(["'])\s*(\d+)\s*[;,]\s*url\s*=\s*["']?(.+?)["']?\s*\1/i;
/** location.href = "/a.html" · window.location='a.html' · top.location.replace("https://a.cn/"). Leaves alone: location.href = url. */
const SCRIPT =
  /\blocation(?:\.href)?\s*=\s*(["'])([^"'<>\s]+)\1\s*(?:;|<|$|\})|\blocation\.(?:replace|assign)\(\s*(["'])([^"'<>\s]+)\3\s*\)/m;

/** What shows a document, or leads to one: a page that has it does something else with its script. */
const SHOWS = /<(?:a|iframe|embed|object|img|form)\b/i;

const textOf = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style|title|noscript)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<[^<>]*>|&nbsp;|\s+/gi, '');

/**
 * Where a page that has nothing to say sends its reader, by its meta element or its script; null for any other page, and for one that
 * leads to itself. `base` is its address.
 */
export function leadsTo(html: string, base: string): string | null {
  if (textOf(html).length > LITTLE) return null;
  const [, , seconds, refresh] = REFRESH.exec(META.exec(html)?.[0] ?? '') ?? [];
  const script = SHOWS.test(html) ? null : SCRIPT.exec(html);
  const written =
    refresh !== undefined && Number(seconds) <= MOST_SECONDS ? refresh : (script?.[2] ?? script?.[4]);
  const target = written === undefined ? null : linksFrom(base)(written);
  return target === null || target === URL.parse(base)?.href ? null : target;
}
