import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDetail } from '../../../src/watch/detail/read.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/details');
const BASE = 'https://www.example.cn/zc/202609/t20260912_1.html';
const pages = readdirSync(FIXTURES).filter((name) => name.endsWith('.html'));

describe('an official page', () => {
  it.each(pages)('%s says what its golden holds', async (name) => {
    const read = await readDetail(readFileSync(join(FIXTURES, name), 'utf8'), BASE);
    await expect(`${JSON.stringify(read, null, 2)}\n`).toMatchFileSnapshot(
      join(FIXTURES, name.replace('.html', '.golden.json')),
    );
  });

  it('is read where its source says its text is', async () => {
    const html = '<div class="x">别处的话很长很长很长很长很长</div><div class="y">正文</div>';
    expect(await readDetail(html, BASE, { content: '.y' })).toMatchObject({ value: { text: '正文' } });
  });

  it.each([
    ['a shell that a script would fill', '<div id="app"></div><script src="a.js"></script>', 'no-text'],
    ['a challenge', '<script>document.cookie="__jsl_clearance=1"</script>', 'challenge'],
    ['a stub of thirteen bytes', '<html></html>', 'no-text'],
    ['a nest no page has', '<div>'.repeat(1000), 'too-large'],
  ])('that is %s is no document', async (_, html, cause) => {
    expect(await readDetail(html, BASE)).toMatchObject({ ok: false, error: { cause } });
  });
});
