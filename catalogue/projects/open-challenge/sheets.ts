// What experts judge: of a need whether it is worth publishing, of a bid whether it will solve it.
import { criterion, scoreSheet } from '#kernel/declare/score-sheet.ts';
import { measures } from './limits.ts';

export const needSheet = scoreSheet({
  title: '技术需求论证表',
  cites: measures('第八条'),
  criteria: [
    criterion('bottleneck', '需求真实性', '40', '是产业真实瓶颈，本单位确不能自行解决，没有现成方案可以采购'),
    criterion('testable', '指标可考核', '30', '考核指标明确、可测试，测试方法可行'),
    criterion('price', '金额和周期', '30', '榜单金额与难度相称，攻关周期合理'),
  ],
});

export const bidSheet = scoreSheet({
  title: '揭榜方案评审表',
  cites: measures('第十三条'),
  criteria: [
    criterion('approach', '技术路线', '35', '路线先进可行，风险有应对'),
    criterion('indicators', '指标响应', '25', '逐项响应考核指标，承诺可以测试'),
    criterion('team', '团队和基础', '25', '不看学历、职称、年龄，看已有工作和能力'),
    criterion('price', '报价和周期', '15', '报价合理，周期可行'),
  ],
});

/** A finance expert sits where much is asked for. */
export const bidPanel = {
  budgetOf: ({ price }: Readonly<Record<string, unknown>>) => (typeof price === 'string' ? price : null),
  cites: measures('第十三条'),
};
