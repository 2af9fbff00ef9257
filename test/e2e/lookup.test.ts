import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTiaoli, type Tiaoli, textOf } from './tiaoli.ts';

let tiaoli: Tiaoli;
beforeAll(async () => {
  tiaoli = await startTiaoli();
});
afterAll(async () => {
  await tiaoli[Symbol.asyncDispose]();
});

/** Somebody says it in the channel, and somebody looks its citations up. */
async function lookUp(content: string, locale: 'zh-CN' | 'en-US' = 'zh-CN') {
  const { people, cast } = tiaoli.sandbox;
  const place = { channel: cast.channels.general.id, locale };
  const said = people.say({ ...place, user: cast.users.moderator.id }, content);
  return people.runMessageCommand({
    ...place,
    user: cast.users.member.id,
    message: said.id,
    command: '查条文',
  });
}

describe('looking up the citations in a message', () => {
  it('answers the asker alone with each passage in its own words, its place and status', async () => {
    const answer = await lookUp('落实条例**第二十三条第三款**，对照草案第三十一条');
    expect(answer.ephemeral).toBe(true);
    const text = textOf(answer.message);
    expect(text).toContain('> 市科学技术、经济和信息化、财政等部门应当推动大企业向中小企业开放创新资源');
    expect(text).toContain('现行有效');
    expect(text).toContain('草案第三十一条');
    expect(text).toContain('征求意见稿，不是法律');
  });

  it('names another law as such, and says what is not there', async () => {
    const text = textOf((await lookUp('专利法第五条、条例第八十条')).message);
    expect(text).toContain('“专利法第五条”：出自另一部法规（专利法）');
    expect(text).toContain('“条例第八十条”：《北京国际科技创新中心建设条例》里没有这一条款');
    expect(text).not.toContain('> ');
  });

  it('says which document it took where none was named', async () => {
    const text = textOf((await lookUp('第十二条第二款怎么理解？')).message);
    expect(text).toContain('“第十二条第二款”没有写明是哪部法规，按《北京国际科技创新中心建设条例》查');
    expect(text).toContain('> 鼓励国内外组织或者个人在京依法发起设立科学技术奖项');
  });

  it('leaves a long passage to choose', async () => {
    const text = textOf((await lookUp('条例第三章和条例第二十四条')).message);
    expect(text).toContain('还提到（选择查看）：第二十二条至第三十七条');
    expect(text).toContain('> 北京市重点实验室应当创新管理体制');
  });

  it('says so where a message cites nothing', async () => {
    expect(textOf((await lookUp('今天天气很好', 'en-US')).message)).toContain('I find no citation');
  });

  it('is on the help page, without a slash', async () => {
    const { people, cast } = tiaoli.sandbox;
    const help = await people.invoke({
      ...{ user: cast.users.member.id, channel: cast.channels.general.id, locale: 'zh-CN' },
      ...{ command: 'help', options: {} },
    });
    expect(textOf(help.message)).toContain('`查条文`');
  });
});
