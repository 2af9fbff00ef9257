import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type ChatInputCommandInteraction,
  ComponentType,
  Events,
  MessageFlags,
} from 'discord.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, connect } from './bot.ts';
import { hasBrowser, openBrowser } from './browser.ts';
import { send } from './raw.ts';

/** One white pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);

const commands = [
  { name: 'picture', description: 'd', type: ApplicationCommandType.ChatInput },
  { name: 'form', description: 'd', default_member_permissions: '32' },
  {
    name: 'import',
    description: 'd',
    options: [
      { type: ApplicationCommandOptionType.Attachment, name: 'file', description: 'd', required: true },
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'count',
        description: 'd',
        min_value: 1,
        max_value: 5,
      },
      { type: ApplicationCommandOptionType.Role, name: 'role', description: 'd' },
      { type: ApplicationCommandOptionType.Channel, name: 'place', description: 'd', channel_types: [15] },
    ],
  },
] as const;

const withFiles = (interaction: ChatInputCommandInteraction) =>
  interaction.reply({
    flags: MessageFlags.IsComponentsV2,
    files: [
      { name: 'coverage.png', attachment: png },
      { name: 'coverage.csv', attachment: Buffer.from('a,b\n') },
    ],
    components: [
      {
        type: ComponentType.MediaGallery,
        items: [{ media: { url: 'attachment://coverage.png' }, description: '七十六条，十二条已有配套' }],
      },
      { type: ComponentType.File, file: { url: 'attachment://coverage.csv' } },
    ],
  });

const ask = (interaction: ChatInputCommandInteraction) =>
  interaction.showModal({
    custom_id: 'save',
    title: '新建主题',
    components: [
      {
        type: ComponentType.Label,
        label: '名称',
        description: '在本服务器里唯一',
        component: { type: ComponentType.TextInput, custom_id: 'name', style: 1 },
      },
      {
        type: ComponentType.Label,
        label: '类别',
        component: {
          type: ComponentType.StringSelect,
          custom_id: 'kinds',
          required: false,
          min_values: 0,
          max_values: 2,
          options: [
            { label: '措施', value: 'measure' },
            { label: '通知', value: 'notice' },
          ],
        },
      },
    ],
  });

describe.runIf(hasBrowser)('the page', () => {
  let bench: Bench;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    bench = await connect();
    const { sandbox, client } = bench;
    await send(sandbox, 'PUT', `/applications/${sandbox.world.botId}/commands`, commands);
    client.on(Events.InteractionCreate, async (interaction) => {
      if (interaction.isModalSubmit()) {
        const kinds = interaction.fields.getStringSelectValues('kinds').join(',');
        await interaction.reply(`已保存 ${interaction.fields.getTextInputValue('name')}：${kinds}`);
      }
      if (!interaction.isChatInputCommand()) return;
      if (interaction.commandName === 'picture') await withFiles(interaction);
      if (interaction.commandName === 'form') await ask(interaction);
      if (interaction.commandName === 'import') {
        const { options } = interaction;
        const { name, size } = options.getAttachment('file', true);
        await interaction.reply(`${name} ${size} ${options.getInteger('count')} ${options.getRole('role')}`);
      }
    });
    browser = await openBrowser();
    page = await browser.newPage({ locale: 'zh-CN' });
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(sandbox.world.origin);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await bench[Symbol.asyncDispose]();
    expect(faults).toEqual([]);
  });

  const newest = () => page.getByRole('log').getByRole('listitem').last();
  const become = (name: string) => page.getByLabel('以谁的身份').selectOption({ label: name });
  const openChannel = (name: string) =>
    page.locator('#channels').getByRole('button', { name }).first().click();
  async function begin(command: string): Promise<void> {
    await page.getByRole('combobox', { name: /输入/ }).click();
    await page.keyboard.type(`/${command}`);
    await page
      .getByRole('option', { name: `/${command}` })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
  }

  it('shows a picture that came along, with what it shows in words, and a file to be saved', async () => {
    await begin('picture');
    await page.keyboard.press('Enter');
    const picture = newest().getByRole('img', { name: '七十六条，十二条已有配套' });
    await picture.waitFor();
    await expect
      .poll(() => picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
      .toBe(1);
    const saved = page.waitForEvent('download');
    await newest().getByRole('link', { name: 'coverage.csv' }).click();
    expect((await saved).suggestedFilename()).toBe('coverage.csv');
  });

  it('lets a person choose a file, a number within its bounds and a role for a command', async () => {
    await begin('import');
    const form = page.locator('#composer');
    await form.getByLabel('file').setInputFiles({
      name: 'settings.yaml',
      mimeType: 'text/yaml',
      buffer: Buffer.from('topics: []'),
    });
    await form.getByLabel('count').fill('9');
    await form.getByLabel('role').selectOption({ label: '订阅者' });
    expect(await form.getByLabel('place').locator('option').allTextContents()).toEqual([
      '（不填）',
      '#措施论坛',
    ]);
    await form.getByRole('button', { name: '发送' }).click();
    await form.getByText('不大于 5').waitFor();
    await form.getByLabel('count').fill('3');
    await expect
      .poll(async () => {
        await form
          .getByRole('button', { name: '发送' })
          .click({ timeout: 500 })
          .catch(() => undefined);
        return newest().textContent();
      })
      .toContain('settings.yaml 10 3');
  });

  it('gives a role the commands of moderators, whose forms then open for those who have it', async () => {
    await become('版主');
    await page.getByText('服务器设置 → 集成').click();
    await page.getByLabel('角色').selectOption({ label: '协管' });
    await page.getByLabel('/form').check();
    await become('协管');
    await begin('form');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '新建主题' });
    await dialog.getByLabel('名称').fill('人工智能');
    await dialog.getByLabel('类别').selectOption(['measure', 'notice']);
    await dialog.getByRole('button', { name: '提交' }).click();
    await newest().getByText('已保存 人工智能：measure,notice').waitFor();
    expect(await page.getByText('服务器设置 → 集成').isVisible()).toBe(false);
  });

  it('lists the posts of a forum, and draws what answers an earlier message as its answer', async () => {
    const { sandbox } = bench;
    const { forum } = sandbox.cast.channels;
    const opened = await send(sandbox, 'POST', `/channels/${forum.id}/threads`, {
      name: '人才若干措施',
      message: { flags: 1 << 15, components: [{ type: 10, content: '### 征求意见' }] },
    });
    const post = String(opened.body.id);
    await send(sandbox, 'POST', `/channels/${post}/messages`, {
      content: '已正式印发',
      message_reference: { message_id: post },
    });
    await openChannel('措施论坛');
    await page.locator('#intro').getByRole('button', { name: '人才若干措施' }).click();
    await newest().getByText('已正式印发').waitFor();
    expect(await newest().textContent()).toContain('回复 条例：征求意见');
  });

  it('marks what was edited, what was published to followers, and what is archived or locked', async () => {
    const { sandbox } = bench;
    const { announcements, forum } = sandbox.cast.channels;
    await openChannel('公告');
    const path = `/channels/${announcements.id}/messages`;
    const { body } = await send(sandbox, 'POST', path, { content: '第一稿' });
    await send(sandbox, 'PATCH', `${path}/${String(body.id)}`, { content: '第二稿' });
    await newest().getByText('（已编辑）').waitFor();
    await send(sandbox, 'POST', `${path}/${String(body.id)}/crosspost`);
    await newest().getByText('已发布到关注者').waitFor();
    const [thread] = sandbox.world.channelsOf(forum.guildId ?? '').filter((one) => one.thread !== null);
    if (thread?.thread) Object.assign(thread.thread, { archived: true, locked: true });
    await openChannel('措施论坛');
    await page.locator('#intro').getByText('已归档 · 已锁定').waitFor();
  });

  it('shows direct messages where they arrive', async () => {
    const { sandbox } = bench;
    const { body } = await send(sandbox, 'POST', '/users/@me/channels', {
      recipient_id: sandbox.cast.users.deputy.id,
    });
    await send(sandbox, 'POST', `/channels/${String(body.id)}/messages`, { content: '你关注的来源有变' });
    await openChannel('条例');
    await newest().getByText('你关注的来源有变').waitFor();
  });
});
