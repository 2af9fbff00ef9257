/**
 * Locating: whose document an entry is, from its title, its source and its address.
 */
import { DISTRICTS } from '../corpus/bodies/list.ts';
import type { Reading } from './read.ts';

/** `named`: a national document that names Beijing or Zhongguancun. `unknown`: nothing tells. */
export type Jurisdiction = 'beijing' | 'named' | 'national' | 'elsewhere' | 'unknown';

const PROVINCES =
  '河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|天津|上海|重庆|香港|澳门';
const CITIES =
  '深圳|广州|杭州|南京|苏州|成都|武汉|西安|合肥|青岛|宁波|厦门|大连|沈阳|长春|哈尔滨|济南|郑州|长沙|福州|南昌|昆明|贵阳|南宁|海口|石家庄|太原|呼和浩特|兰州|西宁|银川|乌鲁木齐|拉萨|无锡|常州|南通|东莞|佛山|珠海|温州|嘉兴|绍兴|烟台|威海|洛阳|芜湖|雄安|浦东|前海|横琴|粤港澳|长三角|成渝|滨海新区|两江新区';
const DISTRICT = DISTRICTS.join('|');

/** Another place behind a name, as in `通州区(南通市)`, `中关村(天津)`; not `海淀区(北京市)`. */
const OF_ANOTHER = `\\((?!北京|首都|本市)(?:(?:${PROVINCES}|${CITIES})[^()]{0,4}|[^()]{2,4}市)\\)`;
/**
 * Another place at the beginning of a title or of a quoted name, or behind that of a district or park there: `上海市科委关于…`,
 * `《深圳市…》`, `通州区(南通市)…`; not 上海合作组织, 大连接.
 */
const ELSEWHERE = new RegExp(
  `(?:^|[《〈\\]】:])(?:(?:关于印发|中共|中国\\()?(?:${PROVINCES}|${CITIES})(?!合作组织|经合|证券交易所|交通大学|接)|(?:(?:${DISTRICT})区|中关村)[^()《》,。]{0,8}${OF_ANOTHER})`,
);
/** A place that no list names, by the name of its body; `市科委市财政局` are bodies of one city, whose source tells. */
const OTHER_PLACE =
  /^(?!北京|首都|[市区])[\u4e00-\u9fff]{2,4}(?:省|市|自治区|自治州|县|新区)[\u4e00-\u9fff]{0,12}?(?:人民政府|局|厅|委员会|办公室)/;
/**
 * A district of Beijing: 朝阳区, 北京市朝阳区, 本市朝阳区; not 长春市朝阳区 or 通州区(南通市): others have districts of these names.
 */
const OWN_DISTRICT = `(?:(?<!市)|(?<=(?:北京|[本全我])市))(?:${DISTRICT})区(?!${OF_ANOTHER})`;
/**
 * Beijing, its districts and parks, its document numbers (`京政发`, `京科发`); not 北京时间, 新华社北京3月5日电, 资本市场, 中关村(天津).
 */
const BEIJING = new RegExp(
  `(?<!新华社|中新社|中新网|记者)北京(?!时间|\\d+月\\d+日(?:电|讯))|首都(?!医科|师范|经贸|图书|机场)|中关村(?![^()《》,。]{0,8}${OF_ANOTHER})|京津冀|京冀|京津(?!冀)|三城一区|雁栖湖|亦庄|本市(?!场)|${OWN_DISTRICT}|(?:${DISTRICT})(?=科学城|园)|beijing|zhongguancun|京(?:政|科|发改|经信|教|人社|财|知局|商|规自|卫|市监|建|医保|民|金融|国资|统|网信|药监)[^,。]{0,4}[〔\\[(]`,
);
/** Organs of the state at the beginning of a title or as the source; those of Beijing's branches name Beijing (`国家税务总局北京市税务局`).
 * Not `全国重点实验室支持办法`, `中央在京单位…`, `市委组织部关于…`. */
const NATIONAL =
  /^(?:关于印发)?《?(?:中共中央|中央(?!在京|企业|高校|单位|财政|引导|级)|中办|国办|国新办|国务院|全国(?!重点实验室|科技创新中心|首)|国家[\u4e00-\u9fff]{2,12}?(?:局|委员会|委|办公室|标准委)|中华人民共和国|教育部|科技部|科学技术部|工业和信息化部|工信部|财政部|商务部|人力资源(?:和)?社会保障部|人社部|发展改革委|自然资源部|生态环境部|农业农村部|住房(?:和)?城乡建设部|交通运输部|公安部|司法部|民政部|文化和旅游部|海关总署|税务总局|市场监管总局|金融监管总局|证监会|中国证监会|中国证券监督|人民银行|中国人民银行|最高人民|(?:中国)?银保监会|中国科协|中国科学院|中国工程院|中国气象局|中国民(?:用航空|航)局|中科院|(?![市区]|中共)[\u4e00-\u9fff]{2,5}部(?:办公厅|等|关于|印发|发布)|[一二三四五六七八九十]+部门)/;
/** Beijing among the bodies that a title begins with: `河北省人民政府 北京市人民政府关于…`; not 驻北京办事处. */
const AMONG_ISSUERS = /(?<!驻)北京市/;
const BEIJING_HOST =
  /^https?:\/\/(?:[^/]*\.)?(?:beijing(?:\.chinatax)?\.gov\.cn|bj[a-z]{2,4}\.gov\.cn|bjrd\.gov\.cn|ncsti\.gov\.cn|wangxinbeijing\.com)|^https?:\/\/www\.nfra\.gov\.cn\/branch\/beijing/;
const NATIONAL_HOST =
  /^https?:\/\/(?:[^/]*\.)?(?:www\.gov\.cn|most|miit|ndrc|moe|mof|mofcom|cnipa|nsfc|sasac|stats|cas|cac|nda|csrc|npc|moj|mohrss|samr|pbc|customs|chinatax|nfra)\.(?:gov\.cn|cn|ac\.cn)\//;

/** Beijing as the one place a national text is for; not one of many: 在北京、上海等地, 北京等10个省(市). */
const FOR_BEIJING =
  /(?<!新华社|中新社|中新网|记者|、)北京(?!时间|、|等|\d+月\d+日(?:电|讯))|中关村(?!、)|京津冀|beijing|zhongguancun/;

export function locate({ title, body, source, entry, issuerEnd }: Reading): Jurisdiction {
  const text = title.text;
  const url = entry.url ?? '';
  const inTitle = BEIJING.test(text);
  const ofBeijing =
    BEIJING.test(source) ||
    (BEIJING_HOST.test(url) &&
      !NATIONAL.test(source) &&
      !ELSEWHERE.test(source) &&
      !OTHER_PLACE.test(source));
  if (AMONG_ISSUERS.test(text.slice(0, issuerEnd))) return 'beijing';
  if (ELSEWHERE.test(text) && !(ofBeijing && inTitle)) return 'elsewhere';
  if (OTHER_PLACE.test(text) && !ofBeijing) return 'elsewhere';
  if (NATIONAL.test(text) && !BEIJING.test(text.slice(0, issuerEnd)))
    return (text.includes('北京') ? FOR_BEIJING.test(text) : inTitle) || FOR_BEIJING.test(body.text)
      ? 'named'
      : 'national';
  if (ofBeijing) return 'beijing';
  if (inTitle) return NATIONAL.test(source) ? 'named' : 'beijing';
  if (ELSEWHERE.test(source) || OTHER_PLACE.test(source)) return 'elsewhere';
  if (NATIONAL.test(source) || NATIONAL_HOST.test(url))
    return FOR_BEIJING.test(body.text) ? 'named' : 'national';
  return BEIJING.test(body.text) ? 'beijing' : 'unknown';
}
