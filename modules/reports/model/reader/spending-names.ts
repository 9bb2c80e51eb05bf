// Names spending by who spends: on R&D in a text about it, and each treasury on what all of them spent on.
import type { Frame } from './frames.ts';
import type { References } from './references.ts';
import type { Named } from './subjects.ts';

const WHO = '(?:[一-龥]{0,4}企业|政府属研究机构|研究机构|科研机构|高等学校|高校|事业单位|(?:其他|其余)(?:单位|机构|部门)?)';
const PERFORMERS = new RegExp(`^(${WHO})(?:经费)?(?:支出|投入)(增速|占比|比重)?$`);
const SPENDERS = /^((?:[东中西]部|东北|[一-龥]{2,4}[省市县区州盟旗])?(?:地区)?)(?:投入|支出)$/;
const PERFORMER = new RegExp(`^${WHO}$`);
/** Where the text speaks of R&D, bare 经费 is that for R&D, and so is money behind those who spend: 企业经费所占比重, 企业投入, 高校9亿元. */
export function spentOnRd(name: string, money: boolean): string {
  if (money && PERFORMER.test(name)) return `${name}R&D经费支出`;
  // 东部投入, 宁岱市支出: whoever spends, it is on R&D.
  const spender = money ? SPENDERS.exec(name) : null;
  if (spender) return `${spender[1]}R&D经费支出`;
  const activity = /^(基础研究|应用研究|试验发展)的?(?:经费)?(?:占比|比重)$/.exec(name);
  if (activity) return `${activity[1]}经费占R&D经费比重`;
  const spent = PERFORMERS.exec(name);
  if (spent) return `${spent[1]}R&D经费支出${spent[2] ?? ''}`;
  if (!/经费/.test(name) || /R&D|研发|研究(?!机构)/.test(name)) return name;
  return name.replace(/(?<!科技|科研|事业|专项|工作|办公|支持|补助|项目|财政|活动|培训)经费(?!支持|补助)/, 'R&D经费');
}

const TREASURY = /^(中央|地方|(?:地区|[省市县区州盟旗])本级|市县|[市县区]级)(?:财政)?(?:支出|安排|投入|拨款)?$/;

/** 财政科学技术支出96亿元，其中省本级21亿元、市县75亿元: the treasuries of each level spend on the same. */
export function ofTreasury({ amount }: Frame, named: Named, { subject }: References): Named | null {
  const level = amount.unit?.class === 'money' ? TREASURY.exec(named.name)?.[1] : undefined;
  const spent = /财政科(?:技|学技术)(?:支出|投入|拨款)?/.exec(subject?.core ?? '')?.[0];
  return level && spent && subject ? { name: level + spent, subject, own: false } : null;
}
