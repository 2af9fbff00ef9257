import type { Measure } from '../../src/store/port.ts';

/** A measure of the city that carries out Article 23, but for what is said otherwise. */
export const measureOf = (of: Partial<Measure> = {}): Measure => ({
  id: 'm1',
  keys: [],
  title: '关于支持企业科技创新的若干措施',
  issuer: '北京市科学技术委员会、中关村科技园区管理委员会',
  docNumber: null,
  url: 'https://kw.beijing.gov.cn/1.html',
  date: '2026-05-01',
  kind: 'measure',
  confidence: 0.9,
  relevance: 'relevant',
  links: [{ number: 23, score: 0.9, link: 'implements', why: '「企业科技创新」' }],
  doubtful: [],
  text: '',
  family: null,
  firstSeenAt: '2026-05-01T02:00:00.000Z',
  feedId: 'f',
  guildId: null,
  ...of,
});
