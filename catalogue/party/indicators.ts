// What is published about party building beyond lessons and meetings of the branches: talks, volunteering.
import { publishing } from '#kernel/declare/published-indicator.ts';

const of = publishing('party', { publisher: '市科技局' });

export default [
  of('integrity-talks', '廉政谈话人次', '人次', 'flow', '年内开展的廉政谈话', '廉政谈话'),
  of('volunteering', '志愿服务活动次数', '次', 'flow', '年内开展的志愿服务活动', '志愿服务活动 志愿服务'),
  of('theme-days', '主题党日次数', '次', 'flow', '年内开展的主题党日', '主题党日'),
  of('branches-standard', '标准化规范化党支部数', '个', 'stock', '达标的党支部', '标准化党支部'),
];
