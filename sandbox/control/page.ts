/** Serves the page and its parts from `page/`, with a policy that lets nothing else run or load. */
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};
/** `/page/page.css`; not `/page/../main.ts`, `/page/markdown.d.ts` nor a folder. */
const PART = /^\/page\/(?<name>[a-z]+\.(?<type>css|js))$/;

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Answers `/` and `/page/…`, and says whether it did. */
export const page = async (response: ServerResponse, path: string): Promise<boolean> => {
  const part = path === '/' ? { name: 'index.html', type: 'html' } : PART.exec(path)?.groups;
  if (part?.name === undefined) return false;
  const text = await readFile(new URL(`../page/${part.name}`, import.meta.url)).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    },
  );
  if (text === undefined) return false;
  response.writeHead(200, {
    'Content-Type': TYPES[part.type ?? ''] ?? 'application/octet-stream',
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  });
  response.end(text);
  return true;
};
