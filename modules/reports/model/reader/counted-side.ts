// Tells whether a number stands before or behind what it counts.
import type { Frame } from './frames.ts';
import { trimmed } from './phrases.ts';

/** What follows a number without being counted by it. */
export const NOT_COUNTED =
  /^(?:快速|稳步|大幅|迅速|逐步|持续|进一步)*(?:和|与|及|以及|并|且|或|但|相比|逐年|同比|环比|比上|比去|比年|较|增长|增加|增至|扩至|扩到|扩充|扩大|精简|缩减|合并|缩短|压缩|延长|提高|提升|上升|升至|升到|下降|降[至到]|增到|减[至到]|提到|压到|涨到|跌到|合计|减少|发展到|跃升|攀升|左右|不断|有效|切实|极大|以上|以下|其中|分别|居|位居|位列|排名|占|均|用于|为|是|净增|净减|大关|的?(?:年度)?目标|的?任务|到(?![期位岗账会场])|至|调整|外(?![国籍资商地省市聘])|实现增长|全省第|全市第|全国第|达到|列|在|由|从)/;
export const TASKS = /^(?:年度|重点|主要|核心)?(?:目标任务|任务指标|重点任务|指标任务)/;
/** 总投资8亿元的中心: the size of what stands behind. */
const SIZE = /(?:投资|总规模|规模|投资额)$/;
const ENDS_IN_MONEY = /(?:额|资金|经费|收入|产值|投资|支出|投入|贷款|税收|补助|总值|费用|利润|值)$/;

/** Whether the number stands before what it counts. */
export function countsWhatFollows(frame: Frame): boolean {
  const { after, left, amount } = frame;
  if (amount.form !== 'number' || amount.unit?.class === 'points') return false;
  // 下达的9项目标任务: so many of them.
  if (/^[项个条]$/.test(amount.unit?.base ?? '') && TASKS.test(after)) return true;
  if (!/^的?[一-龥A-Za-z]{2}/.test(after) || NOT_COUNTED.test(after)) return false;
  if (amount.unit?.class === 'money' || amount.unit?.class === 'percent')
    return !ENDS_IN_MONEY.test(trimmed(left)) || (SIZE.test(left) && /^的[一-龥]{3}/.test(after));
  return true;
}
