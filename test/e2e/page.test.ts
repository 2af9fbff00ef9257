import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, openBrowser } from '../sandbox/browser.ts';
import { folder } from './tiaoli.ts';

// The tour of the README, by keyboard and mouse, in a real browser on what `npm start` serves.
describe.runIf(hasBrowser)('the tour in a browser', () => {
  const data = folder();
  let bot: ChildProcess;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    bot = spawn(process.execPath, [join(import.meta.dirname, '../../src/main.ts')], {
      cwd: data,
      // Looked at every second rather than every ten: a person waits, a test need not.
      env: { PATH: process.env.PATH, HTTP_PORT: '0', POLL_CRON: '* * * * * *' },
    });
    const url = await new Promise<string>((found) =>
      bot.stderr?.on('data', (chunk) => {
        const [said] = /http:\/\/localhost:\d+/.exec(String(chunk)) ?? [];
        if (said) found(said);
      }),
    );
    browser = await openBrowser();
    page = await browser.newPage({ locale: 'zh-CN' });
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(url);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    const gone = once(bot, 'exit');
    bot.kill('SIGTERM');
    await gone;
    rmSync(data, { recursive: true });
  });

  const composer = () => page.getByRole('combobox', { name: /输入消息/ });
  const newest = () => page.locator('#messages > li').last();

  /** What is offered above the composer while one types. */
  const offered = (text: string) => page.locator('#composer [role=option]').filter({ hasText: text }).first();

  /** Types a command's name, its first option with the suggestion that comes for it, and sends. */
  async function give(command: string, value?: string, suggestion = value): Promise<void> {
    await composer().click();
    await page.keyboard.type(`/${command}`);
    await page
      .getByRole('option', { name: `/${command}` })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    if (value !== undefined && suggestion !== undefined) {
      await page.keyboard.type(value);
      await offered(suggestion).waitFor();
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Enter');
  }

  it('answers /条文 75 with the law, seen by the asker alone', async () => {
    await give('条文', '75', '第七十五条');
    await newest().getByText('市、区人民政府和有关部门应当根据本条例的规定，制定具体政策措施。').waitFor();
    expect(await newest().textContent()).toContain('仅你可见');
  });

  it('goes on to the next article at a press', async () => {
    await newest().getByRole('button', { name: '第七十六条' }).click();
    await newest().getByText('本条例自2024年3月1日起施行。').waitFor();
  });

  /** Whether the end of the newest message is in view: below the head, above the composer. */
  async function endIsInView(): Promise<boolean> {
    const view = await page.locator('#scroll').boundingBox();
    const message = await newest().boundingBox();
    if (!view || !message) return false;
    const end = message.y + message.height;
    return end > view.y && end <= view.y + view.height;
  }
  const scrollTo = (top: number): Promise<void> =>
    page.locator('#scroll').evaluate((view, top) => view.scrollTo(0, top), top);

  it('shows the end of each long answer, and of another language', async () => {
    for (const article of ['二十二', '二十三', '三十四']) {
      await give('条文', `第${article}条`);
      await newest()
        .getByRole('heading', { name: `第${article}条` })
        .waitFor();
      await expect.poll(endIsInView).toBe(true);
    }
    for (const locale of ['en-US', 'zh-CN']) {
      await page.locator('#locale').selectOption(locale);
      await expect.poll(endIsInView).toBe(true);
    }
  });

  it('leaves a reader of older messages alone, until that person gives a command', async () => {
    await scrollTo(0);
    await expect.poll(endIsInView).toBe(false);
    const other = await page.locator('#user option', { hasText: '群主' }).getAttribute('value');
    const channel = await page.evaluate(() => localStorage.getItem('channel'));
    await page.request.post(new URL('/sandbox/say', page.url()).href, {
      data: { user: other, channel, content: '大家好' },
    });
    await newest().getByText('大家好').waitFor();
    expect(await page.locator('#scroll').evaluate((view) => view.scrollTop)).toBe(0);
    await give('条文', '75', '第七十五条');
    await newest().getByRole('heading', { name: '第七十五条' }).waitFor();
    await expect.poll(endIsInView).toBe(true);
  });

  it('finds words, in bold, and turns the page', async () => {
    await give('搜索', '人才');
    await newest().locator('strong', { hasText: '人才' }).first().waitFor();
    await newest().getByRole('button', { name: '下一页' }).click();
    await newest().getByText('第 2/').waitFor();
  });

  it('alerts a subscribed channel of a published measure, and explains itself', async () => {
    await page.getByLabel('以谁的身份').selectOption({ label: '版主' });
    await give('订阅');
    await newest().getByText('已订阅').waitFor();
    await page.getByRole('button', { name: '落实第三十七条的实施细则' }).click();
    await newest().getByText('新的配套文件').waitFor();
    expect(await newest().textContent()).toContain('第三十七条');
    await newest().getByRole('button', { name: '为何收到' }).click();
    await newest().getByText('为何收到这条提醒').waitFor();
    expect(await newest().textContent()).toContain('新文件，涉及第 37 条');
  });

  it('follows a policy: what explains the last measure answers its alert', async () => {
    await page.getByRole('button', { name: '解读上一条细则' }).click();
    const follows = page.getByRole('log').getByRole('listitem').filter({ hasText: '政策解读' }).last();
    await follows.getByText('回复 条例').waitFor();
    expect(await follows.textContent()).toContain('第三十七条');
  });

  it('leaves a doubtful document to the moderators, and tells nobody else', async () => {
    await page.getByRole('button', { name: '拿不准的文件' }).click();
    await expect
      .poll(
        async () => {
          await give('审核');
          return newest().textContent();
        },
        { timeout: 20_000, interval: 1_500 },
      )
      .toContain('产业高质量发展');
    await newest()
      .getByRole('button', { name: /对|正确/ })
      .first()
      .waitFor();
    const told = page.getByRole('log').getByRole('listitem').filter({ hasText: '产业高质量发展' });
    expect(await told.filter({ hasNotText: '仅你可见' }).count()).toBe(0);
  });

  it('takes what is typed on after a command’s name as its first option', async () => {
    await composer().click();
    await page.keyboard.type('/配套 37', { delay: 20 });
    await offered('第三十七条').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await newest().getByText('落实第三十七条的文件').waitFor();
  });

  it('draws how far the ordinance is carried out, with the same in words', async () => {
    await give('落实情况');
    await newest()
      .getByRole('img', { name: /第四章/ })
      .waitFor();
  });

  it('lets a moderator add the source that nobody watches yet, at the address the page shows', async () => {
    const address = await page.locator('#publish code').textContent();
    await composer().click();
    await page.keyboard.type(`/栏目 添加 ${address}`);
    await page.keyboard.press('Enter');
    await newest().getByText('还没有保存').waitFor();
    await newest()
      .getByRole('button', { name: /保存|添加/ })
      .first()
      .click();
    await newest().getByText('已保存').waitFor();
    await expect
      .poll(
        async () => {
          await give('栏目 状况');
          return newest().textContent();
        },
        { timeout: 20_000, interval: 1_500 },
      )
      .toContain('还没读过 0');
    await page.getByText('自己写一条').click();
    await page
      .getByLabel('标题', { exact: true })
      .fill('关于印发《样例区支持科技企业孵化器发展的若干措施》的通知');
    await page
      .getByLabel('正文', { exact: true })
      .fill('为落实《北京国际科技创新中心建设条例》第三十七条，制定本措施。');
    await page.getByLabel('发布到').selectOption({ label: '区级栏目' });
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByRole('log').getByText('样例区支持科技企业孵化器发展').last().waitFor({ timeout: 20_000 });
  });

  it('shows a hostile title harmlessly, and had no fault of its own', async () => {
    await page.getByRole('button', { name: '不怀好意的标题' }).click();
    await page.getByText('已发布').waitFor();
    expect(await page.locator('#messages script, #messages img:not([src^="/attachments/"])').count()).toBe(0);
    expect(faults).toEqual([]);
  });
});
