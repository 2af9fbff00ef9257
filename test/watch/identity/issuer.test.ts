import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { normaliseTitle, readTitle } from '../../../src/watch/identity/identify.ts';
import { bodiesOf, shareBody } from '../../../src/watch/identity/issuer.ts';
import { toSimplified } from '../../../src/watch/identity/simplify.ts';

describe('two issuers', () => {
  const share = (one: string, other: string): boolean => shareBody(bodiesOf(one), bodiesOf(other));

  it.each([
    ['市科委、中关村管委会', '北京市科学技术委员会、中关村科技园区管理委员会', 'short names'],
    ['科技部办公厅', '科学技术部', 'an office speaks for its ministry'],
    ['北京市人民政府办公厅', '北京市人民政府', 'or its government'],
    ['工信部', '工业和信息化部', 'a short name that everybody knows'],
    ['国家发展改革委', '国家发展和改革委员会', 'the same'],
    ['证监会', '中国证券监督管理委员会', 'a short name that nobody wrote down'],
    ['国家税务总局北京市税务局', '北京市税务局', 'a branch, with and without its head'],
    ['海淀区人民政府办公室', '北京市海淀区人民政府', 'a district, with and without the city'],
    ['北京市经济和信息化局等七部门', '市经信局 市财政局', 'of many one is named by both'],
    ['北京市財政局', '北京市财政局', 'Traditional characters'],
  ])('%s and %s have a body in common: %s', (one, other) => {
    expect(share(one, other)).toBe(true);
    expect(share(other, one)).toBe(true);
  });

  it.each([
    ['北京市海淀区人民政府', '北京市朝阳区人民政府', 'two districts'],
    ['北京市海淀区人民政府', '北京市人民政府', 'a district and its city'],
    ['北京市经济和信息化局', '北京市科学技术委员会', 'two bureaus'],
    ['国家知识产权局', '北京市知识产权局', 'the state’s and the city’s of one field'],
    ['科技部', '北京市科学技术委员会', 'the same'],
    ['北京市科学技术委员会', '北京市科学技术协会', 'names that begin alike'],
  ])('%s and %s have none: %s', (one, other) => {
    expect(share(one, other)).toBe(false);
    expect(share(other, one)).toBe(false);
  });
});

describe('a title in Simplified characters', () => {
  const FEEDS = join(import.meta.dirname, '../../fixtures/feeds');
  const LINKS = join(import.meta.dirname, '../../fixtures/link');
  const titles = [
    ...readdirSync(FEEDS)
      .filter((name) => name.endsWith('.golden.json'))
      .flatMap((name) => JSON.parse(readFileSync(join(FEEDS, name), 'utf8')) as { title: string }[]),
    ...readdirSync(LINKS)
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) => readFileSync(join(LINKS, name), 'utf8').trim().split('\n'))
      .map((line) => JSON.parse(line) as { title: string }),
  ]
    .map(({ title }) => title)
    .filter((title) => !/[區慧財權預審術關於徵見優籍學獎勵務開發]/.test(title));

  it('is left as it is, so that the identities that are kept are found', () => {
    expect(titles.length).toBeGreaterThan(1000);
    for (const title of titles) expect(toSimplified(title)).toBe(title);
    const cores = titles.filter((title) => readTitle(title).issuer === normaliseTitle(title).issuer);
    expect(cores.length).toBeGreaterThan(1000);
    for (const title of cores) expect(readTitle(title).core).toBe(normaliseTitle(title).core);
  });
});
