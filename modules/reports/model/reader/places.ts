// Tells places from other words: the place at the head of a name, a cell that is nothing but a place, and whose office writes.
import { remembered } from './remembered.ts';

/** A city, district, county, autonomous prefecture, league or banner by name, before words that can be a name themselves. */
const PLACE =
  /^([一-龥]{1,4}?(?:(?<!^[一-龥]|[城上都超门夜股楼入菜级本区省各县全我该地兴强富立活治惠])市(?![场值民级直域政县区外])|(?<!^[一-龥]|[园地校新发景范验片街社郊库济税能作行聚贸技展业市县城牧辖各全我该本兴强开创灾山老矿农军港特先核动散治])区(?![域块间内县市])|(?<![各全我该本市区省州外兴强富立活治惠大小多数几两三四五六七八九十邻老级困范点])县(?![域级区市乡直])|自治州|(?<!^[一-龥]|[联同])盟(?![员友校])|(?<!^[一-龥]|[国战红])旗(?![舰下帜手])))(?=[一-龥A-Za-z&]{2})/;
const NO_PLACE =
  /^(?:[全我本各]|(?:国家|省|市|县)级|输出|吸纳|入盟|加盟|结盟|获|新(?![乡余沂泰郑昌化宁兴田密民野津县绛晃邱])|重组|组建|选派|派遣|选聘|回(?!族)|返|赴|离|建(?![德瓯水平始湖宁阳昌])|设|引|培|评|认定|推荐|申报|支持|帮助|服务|带动|成立|入选|立项|验收|实施|争取|技术|资本|证券|人才|要素|消费|国际|国内|农贸|批发|房地产|中心|节点|重点|试点|示范|创新型|现代化|外地|沿海|贫困|先进|百强|产粮|农业|工业|中小|大中|兄弟|周边|其他|所有|经过|创建|打造|依托|围绕|联合|全部|成为|进入|列入|纳入|来自)/;

export type Placed = { readonly place: string; readonly rest: string };

/** The place that a name begins with and what is left of it; null where it begins with none. */
export const placeWithin = remembered((name: string): Placed | null => {
  const place = PLACE.exec(name)?.[1];
  if (place === undefined || place.length < 2 || NO_PLACE.test(name)) return null;
  return { place, rest: name.slice(place.length) };
});

/** 白渡区, 经开区: the words name a place of the city and nothing else. */
export const isTown = (phrase: string): boolean =>
  /^(?!城|乡镇|村镇|集镇|各|全|下乡|返乡|家乡|老|小|特色)[一-龥]{2,3}(?:镇|乡|街道)$/.test(phrase) ||
  (/[市县区旗盟]$/.test(phrase) &&
    (/^(?:[一-龥]{2,4})?(?:经开|高新|开发)区$/.test(phrase) || placeWithin(`${phrase}企业`)?.place === phrase));

/** A cell or label that is nothing but a place. */
export const isPlace = (text: string): boolean =>
  /^[一-龥]{1,8}(?:省|市|区|县|州|盟|旗)$/.test(text) && !/^(?:全|我|本|各)[省市区县]$|(?:园|社|景|校|片|小)区$/.test(text);

/** The provinces without 省, and the autonomous regions in full. */
export const PROVINCES =
  '河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古自治区|广西壮族自治区|宁夏回族自治区|新疆维吾尔自治区|西藏自治区';
const OFFICE =
  /(?<=^|[^一-龥]|[年月日]|关于|关于印发)([一-龥]{2,16}?[省市区县州盟旗])(?:人民政府|(?:科技|科学技术|科工|统计|工业和科技|科技创新|科技和工业信息化)(?:局|厅|委)|科学技术和|国民经济)/g;
/** What a name of a place holds: a province, a prefecture, a county, one within the other. */
const NAME = new RegExp(
  `^(?:(?:${PROVINCES})省?)?(?:[一-龥]{2,4}(?:市|州|盟|地区)|[一-龥]{2,8}自治州)?(?:[一-龥]{1,5}(?:县|区|旗|市)|[一-龥]{2,8}自治[县旗])?(?<=.{3}|[一-龥]县)$`,
);
const NO_NAME =
  /[全我本该各年月旬日止已局委厅被由向与和按据级了的在对为得]|出台|印发|完成|结合|列入|上级|省市|召开|开展|推进|加强|获得|争取|经过|会同|协助|围绕|立足|有关|对接/;

/** The place whose office the head of a text names: 温州市科技局, 山东省国民经济. */
export function placeOfOffice(head: string): string | null {
  for (const [, words = ''] of head.matchAll(OFFICE)) {
    const place = words.replace(/^.*(?:了|的|在|对|由|向|与|和|据)/, '');
    if (NAME.test(place) && !NO_NAME.test(place)) return place;
  }
  return null;
}
