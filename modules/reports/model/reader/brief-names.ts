// Makes names as short as a careful person writes them: the programme by its own name, no province, no way it came about.
import { PROVINCES } from './places.ts';
import { remembered } from './remembered.ts';

/** The writer's own province goes without saying; 台湾省 is never that and stays. */
const PROVINCE = new RegExp(`(?:${PROVINCES})(?:(?<=自治区)|(?<!台湾)省)(?=.{4})`);
const OF_PROVINCE = new RegExp(`(?:${PROVINCES})省(?=(?:科技|科学技术|自然科学|技术发明|专利)[一-龥]{0,6}(?:奖|基金))`);
const FUND = /^.{3,}?((?!科学|.子)[一-龥]{2}基金)(?=.{4})/;
/** ①收集成果, A.培育企业: the mark of a point, and what should come of it: 拥有量应, 受理量任务. */
const MARKED = /^(?:[①-⒛❶-❿㈠-㈩]|[A-Z][.．、](?=[一-龥]))|(?<=[量数额])(?:应|任务)$/g;
/** 发明授权 12件: an invention that is granted is a patent. */
const PATENT = /^(发明|实用新型|外观设计)(?=授权|申请|占比|$)/;
/** 高企 is written out where the enterprises are what is counted; 高企认定奖励 is a programme's own name. */
const BRIEF_ENTERPRISE = /(?<!认定的)高企(?=$|总?数|申报(?:数?变化|增速|$)|净增|受理|营业?收|占|与|及|比重|所在|亏损|户均)/g;
const LONG = 10;
const LONG_PROGRAMME = 16;

/** A finished name without what goes without saying. */
export const briefName = remembered((written: string): string => {
  const name = written.replace(MARKED, '').replace(PATENT, '$1专利').replace(BRIEF_ENTERPRISE, '高新技术企业');
  // 湖北省科技奖 is one of the province's, not of any.
  const here = name.length >= LONG ? name.replace(OF_PROVINCE, '省').replace(PROVINCE, '') : name;
  return here.length > LONG ? here.replace(FUND, '$1') : here;
});

const MEETING =
  /((?:成果|项目|人才|创业|融资|推介|对接|洽谈|交流|招商|产学研){0,2}(?:推介会|对接会|洽谈会|路演|论坛|峰会|博览会|交易会|推介|对接活动))$/;

/** What an event is called when spoken of again: its own name in quotes, or what sort of meeting it was. */
export function eventName(event: string, sentence: string): string {
  const quoted = /“([^“”]{2,8})”/g;
  for (const match of sentence.matchAll(quoted)) {
    const own = match[1] ?? '';
    const behind = MEETING.exec(
      sentence.slice(match.index + match[0].length).match(/^[一-龥]{0,6}?(?:推介会|对接会|洽谈会|路演|论坛|峰会)/)?.[0] ?? '',
    )?.[1];
    if (event.includes(own)) return behind ?? own;
  }
  return (event.length > 8 ? MEETING.exec(event)?.[1] : undefined) ?? event;
}

/** A long name that begins with a programme is spoken of by the programme: 揭榜挂帅…榜单 is 揭榜挂帅. */
export const programmeOf = (name: string): string =>
  name.length > LONG_PROGRAMME
    ? (/^(?:[省市县区])?(.{2,8}?(?:挂帅|赛马|计划|专项|工程|行动|基金|科技贷|科贷通|创新券))(?=.{4})/.exec(name)?.[1] ?? name)
    : name;
