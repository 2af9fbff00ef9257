import type { LawKind } from '../types.ts';

const KINDS: readonly (readonly [RegExp, LawKind])[] = [
  [
    /最高人民(?:法院|检察院|檢察院).*(?:解释|解釋|规定|規定|批复|批復|意见|意見|规则|規則)$/,
    'interpretation',
  ],
  [/(?:决定|決定|决议|決議)$/, 'decision'],
  [/(?:方案|规划|規劃|计划|計劃|纲要|綱要|意见|意見|要点|要點)$/, 'plan'],
  [/(?:条例|條例)$/, 'regulation'],
  [/(?:办法|辦法|措施)$/, 'measures'],
  [/(?:法|法典|修正案)$/, 'law'],
  [/(?:规定|規定|细则|細則|规则|規則|规程|規程)$/, 'rule'],
];

/** `上海市红十字会条例`, `宁波大榭开发区条例` passed by `宁波市第十届人民代表大会`: made below the state. */
const LOCAL_NAME = /^(?!中华|中華|全国|全國).{1,12}?(?:省|自治区|自治區|市|自治州|州|盟|县|縣|特区|特區)/;
const LOCAL_CONGRESS = /[省市区區州县縣]第.{1,6}[届屆]人民代表大[会會]/;

/** What sort of text this is, by its name and by who passed it. */
export function readKind(title: string, dates: readonly string[]): LawKind {
  const name = title.replace(/[（(][^（()）]*[）)]/g, '').trim();
  const kind = KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
  const congress = dates.some((date) => LOCAL_CONGRESS.test(date));
  if (kind === 'regulation' && (congress || LOCAL_NAME.test(name))) return 'local-regulation';
  return (kind === 'rule' || kind === 'measures') && congress ? 'local-regulation' : kind;
}
