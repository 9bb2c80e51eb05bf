// Service items at the counter: one dossier an item, with the clocks of the licensing law, the ratings of the public, and what is counted of them.
import { cite } from '#kernel/declare/citation.ts';
import { type Indicator, indicator, measuring, type Posting, ratio, sum } from '#kernel/declare/indicator.ts';
import { programme } from '#kernel/declare/programme.ts';
import { serviceDossier } from '#kernel/declare/service-item.ts';
import type { CaseEvent } from '#kernel/stages/case-state.ts';
import { serviceItems } from './items.ts';

const dossiers = serviceItems.map(serviceDossier);
const measure = measuring('counter-items', '件');

const accepted = measure('accepted', '政务服务事项受理数', 'flow', '受理和视为受理的件数');
const closed = measure('closed', '政务服务事项办结数', 'flow', '作出准予或不予决定的件数');
const inTime = measure('closed-in-time', '政务服务事项按期办结数', 'flow', '在承诺时限（含批准延长、扣除依法不计时间）内作出决定的件数');
const withoutVisit = measure('closed-without-visit', '“一趟不用跑”办结数', 'flow', '到办事窗口次数为零的事项办结的件数');

const decisions = ['approve', 'refuse'] as const;
const decidedInTime = (event: CaseEvent): boolean => event.data.isInTime === true;

const postings: readonly Posting[] = serviceItems.flatMap(({ id: dossier, visits }) => [
  { measure: accepted, dossier, stage: 'receive', verb: 'accept' },
  { measure: accepted, dossier, stage: 'receive', verb: 'deem' },
  ...decisions.flatMap((verb): Posting[] => [
    { measure: closed, dossier, stage: 'decide', verb },
    { measure: inTime, dossier, stage: 'decide', verb, when: decidedInTime },
    ...(visits === 0 ? [{ measure: withoutVisit, dossier, stage: 'decide', verb }] : []),
  ]),
]);

const indicators: readonly Indicator[] = [
  indicator('counter-items.closed', '政务服务事项办结数', '件', sum(closed), '当期作出决定的件数'),
  indicator('counter-items.on-time-rate', '政务服务事项按期办结率', '%', ratio(sum(inTime), sum(closed)), '当期按期办结数 ÷ 当期办结数'),
  indicator(
    'counter-items.zero-visit-share',
    '“一趟不用跑”办件占比',
    '%',
    ratio(sum(withoutVisit), sum(closed)),
    '当期零次到场事项办结数 ÷ 当期办结数',
  ),
];

export default programme({
  id: 'counter-items',
  name: '政务服务事项',
  domain: 'service',
  basis: [
    cite('行政许可法（2019年修正）', '第三十二条、第四十二条、第四十四条、第四十五条'),
    cite('国令第716号'),
    cite('国令第722号'),
    cite('国办发〔2019〕51号'),
  ],
  dossiers,
  measures: [accepted, closed, inTime, withoutVisit],
  postings,
  indicators,
});
