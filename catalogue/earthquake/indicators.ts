// What is published about earthquake prevention: stations, data, drills, evaluations, safe counties.
import { publishing } from '#kernel/declare/published-indicator.ts';

const of = publishing('earthquake', { publisher: '市地震部门' });

export default [
  of('stations', '地震监测台站数', '个', 'stock', '年末运行的地震监测台站', '地震台站 监测综合台 地震台网'),
  of('data-completeness', '地震监测数据完整率', '%', 'rate', '实收数据 ÷ 应收数据', '数据完整率'),
  of('drills', '地震应急演练次数', '次', 'flow', '年内组织的应急演练', '应急演练'),
  of('evaluations', '地震安全性评价审定数', '件', 'flow', '年内审定的安全性评价', '地震安全性评价审定'),
  of('safe-counties', '防震减灾平安县区数', '个', 'stock', '达到考核要求的县区', '平安市县 防震减灾平安市县'),
  of('model-communities', '地震安全示范社区数', '个', 'stock', '年末地震安全示范社区', '地震安全示范社区'),
];
