// Tells a place at the head of a name from what is counted there: 澜东区高新技术企业 is 高新技术企业 of 澜东区.
import { remembered } from './remembered.ts';

/** A city, district, county, autonomous prefecture, league or banner by name, before words that can be a name themselves. */
const PLACE =
  /^([一-龥]{1,4}?(?:(?<![城上都超门夜股楼级本区省各县全我该地兴强富立活治惠])市(?![场值民级直域政县区])|(?<![园地校新发景范验片街社城郊库济税能作行聚贸技展业市县城牧辖各全我该本兴强])区(?![域块间内县市])|(?<![各全我该本市区省州外兴强富立活治惠])县(?![域级区市乡直])|自治州|(?<![联同])盟(?![员友校])|(?<![国战红])旗(?![舰下帜手])))(?=[一-龥A-Za-z&]{3})/;
const NO_PLACE =
  /^(?:入盟|加盟|结盟|获|新|重组|组建|建|设|引|培|评|认定|推荐|申报|支持|帮助|服务|带动|成立|入选|立项|验收|实施|争取|技术|资本|证券|人才|要素|消费|国际|国内|农贸|批发|房地产|中心|节点|重点|试点|示范|创新型|现代化|外地|沿海|贫困|先进|百强|产粮|农业|工业)/;

export type Placed = { readonly place: string; readonly rest: string };

/** The place that a name begins with and what is left of it; null where it begins with none. */
export const placeWithin = remembered((name: string): Placed | null => {
  const place = PLACE.exec(name)?.[1];
  if (place === undefined || place.length < 2 || NO_PLACE.test(name)) return null;
  return { place, rest: name.slice(place.length) };
});

/** A cell or label that is nothing but a place. */
export const isPlace = (text: string): boolean =>
  /^[一-龥]{1,8}(?:省|市|区|县|州|盟|旗)$/.test(text) && !/^(?:全|我|本|各)[省市区县]$/.test(text);
