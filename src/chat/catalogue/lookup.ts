import type { Messages } from './message.ts';

/** The citations in a message, looked up. */
export const lookup = {
  'command.lookup.name': { 'zh-CN': '查条文', 'zh-TW': '查條文', en: 'Look up citations' },
  'command.lookup.description': {
    'zh-CN': '在消息的菜单里：查出其中提到的每一条的原文',
    'zh-TW': '在訊息的選單裡：查出其中提到的每一條的原文',
    en: 'In the menu of a message: show every article that it mentions',
  },

  'lookup.assumed': {
    'zh-CN': '“{text}”没有写明是哪部法规，按《{title}》查。',
    'zh-TW': '「{text}」沒有寫明是哪部法規，按《{title}》查。',
    en: '“{text}” names no law; taken for 《{title}》.',
  },
  'lookup.rest': {
    'zh-CN': '还提到（选择查看）：{labels}',
    'zh-TW': '還提到（選擇查看）：{labels}',
    en: 'Also mentioned (choose below): {labels}',
  },
  'lookup.missing': {
    'zh-CN': '“{text}”：《{title}》里没有这一条款。',
    'zh-TW': '「{text}」：《{title}》裡沒有這一條款。',
    en: '“{text}”: there is no such passage in 《{title}》.',
  },
  'lookup.other': {
    'zh-CN': '“{text}”：出自另一部法规（{law}），这里没有收录。',
    'zh-TW': '「{text}」：出自另一部法規（{law}），這裡沒有收錄。',
    en: '“{text}”: of another law ({law}), which is not held here.',
  },
  'lookup.none': {
    'zh-CN': '这条消息里没有找到条文引用，例如 `第二十三条第一款`、`条例23`、`草案第三十一条`。',
    'zh-TW': '這則訊息裡沒有找到條文引用，例如 `第二十三條第一款`、`條例23`、`草案第三十一條`。',
    en: 'I find no citation in this message, such as `第二十三条第一款`, `条例23` or `Article 23`.',
  },
  'lookup.open': { 'zh-CN': '查看条文', 'zh-TW': '查看條文', en: 'Show a passage' },
} as const satisfies Messages;
