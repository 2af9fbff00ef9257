import type { Messages } from './message.ts';

/** Passages of other documents on the same subject. */
export const related = {
  'command.related.name': { 'zh-CN': '相关', 'zh-TW': '相關', en: 'related' },
  'command.related.description': {
    'zh-CN': '其他文件里讲同一件事的条文，以及共同的词',
    'zh-TW': '其他文件裡講同一件事的條文，以及共同的詞',
    en: 'Passages of other documents on the same subject, with the words they share',
  },
  'command.related.ref.name': { 'zh-CN': '编号', 'zh-TW': '編號', en: 'ref' },
  'command.related.ref.description': {
    'zh-CN': '如 23、第二十三条第二款、草案31、方案20、决定七',
    'zh-TW': '如 23、第二十三條第二款、草案31、方案20、決定七',
    en: 'Such as 23, 23.2, 第二十三条第二款, 草案31, 方案20, 决定七',
  },

  'related.heading': {
    'zh-CN': '### 与{label}讲同一件事的',
    'zh-TW': '### 與{label}講同一件事的',
    en: '### On the same subject as {label}',
  },
  'related.document': {
    'zh-CN': '**《{title}》** {status}',
    'zh-TW': '**《{title}》** {status}',
    en: '**《{title}》** {status}',
  },
  'related.hit': {
    'zh-CN': '• **{label}** 共同的词：{words}',
    'zh-TW': '• **{label}** 共同的詞：{words}',
    en: '• **{label}** Words in common: {words}',
  },
  'related.none': {
    'zh-CN': '其他文件里没有找到与{label}讲同一件事的条文。',
    'zh-TW': '其他文件裡沒有找到與{label}講同一件事的條文。',
    en: 'I find nothing on the subject of {label} in the other documents.',
  },
  'related.derived': {
    'zh-CN': '由程序按共同用词找出，少见的词分量重；引文是原文。',
    'zh-TW': '由程式按共同用詞找出，少見的詞分量重；引文是原文。',
    en: 'Found by a program from the wording they share, rare words counting most; what is quoted is the text itself.',
  },
} as const satisfies Messages;
