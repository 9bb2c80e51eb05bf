// What the city sets for its open challenges; each call may set another within the bounds.
import { cite } from '#kernel/declare/citation.ts';
import { defineLimits, since } from '#kernel/declare/limits.ts';
import { parameter } from '#kernel/declare/parameter.ts';

export const measures = (article: string) => cite('本市“揭榜挂帅”项目管理办法（2026年示范文本）', article);
export const funding = (article: string) => cite('国办发〔2021〕32号', article);

export const limits = defineLimits({
  periodMonths: [since('2021-01-01', '36', measures('第六条'))],
  ownShare: [since('2021-01-01', '0.5', measures('第七条'))],
  indicatorCount: [since('2021-01-01', '1', measures('第六条'))],
});

export const settable = [
  { name: 'periodMonths', label: '攻关周期上限', kind: 'integer', unit: '个月', min: '6', max: '60', cites: measures('第六条') },
  { name: 'ownShare', label: '发榜方出资占比下限', kind: 'percent', min: '0.3', max: '1', cites: measures('第七条') },
] as const;

export const boardDays = parameter({
  name: 'boardDays',
  label: '揭榜期下限',
  kind: 'integer',
  unit: '天',
  min: '10',
  max: '120',
  cites: measures('第十条'),
  value: '30',
});
export const affiliateShare = parameter({
  name: 'affiliateShare',
  label: '关联单位持股比例（达到即不得揭榜）',
  kind: 'percent',
  min: '0.05',
  max: '0.5',
  cites: measures('第十一条'),
  value: '0.25',
});
export const issuerWeight = parameter({
  name: 'issuerWeight',
  label: '发榜方评价权重',
  kind: 'percent',
  min: '0',
  max: '0.7',
  cites: measures('第十三条'),
  value: '0.4',
});
export const winners = parameter({
  name: 'winners',
  label: '每榜揭榜方上限（赛马制可为 2）',
  kind: 'integer',
  unit: '家',
  min: '1',
  max: '3',
  cites: measures('第十四条'),
  value: '1',
});
export const agreement = {
  fiscalShare: parameter({
    name: 'fiscalShare',
    label: '财政资金占合同总额上限',
    kind: 'percent',
    min: '0.1',
    max: '0.5',
    cites: measures('第十七条'),
    value: '0.5',
  }),
  signDays: parameter({
    name: 'signDays',
    label: '签约期限',
    kind: 'integer',
    unit: '天',
    min: '10',
    max: '90',
    cites: measures('第十六条'),
    value: '30',
  }),
  shares: [
    parameter({
      name: 'firstShare',
      label: '第一个里程碑拨付比例',
      kind: 'percent',
      min: '0',
      max: '0.5',
      cites: measures('第十八条'),
      value: '0.3',
    }),
    parameter({
      name: 'secondShare',
      label: '第二个里程碑拨付比例（其余在验收时拨付）',
      kind: 'percent',
      min: '0',
      max: '0.5',
      cites: measures('第十八条'),
      value: '0.4',
    }),
  ],
  lumpSum: parameter({ name: 'lumpSum', label: '实行经费包干制', kind: 'yes-no', cites: funding('（五）'), value: 'false' }),
};
