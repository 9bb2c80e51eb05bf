// What is published about information and publicity beyond the items that the office counts: press conferences, reports, hits.
import { publishing } from '#kernel/declare/published-indicator.ts';

const of = publishing('office', { publisher: '市科技局' });

export default [
  of('press-conferences', '新闻发布会次数', '次', 'flow', '组织或参与的新闻发布会', '新闻发布会'),
  of('media-reports', '媒体报道篇数', '篇', 'flow', '各级媒体的报道', '新闻宣传 媒体报道'),
  of('disclosed', '主动公开政府信息数', '条', 'flow', '年内主动公开的政府信息', '政府信息公开'),
  of('suggestions-answered', '建议提案办理件数', '件', 'flow', '年内办理的人大建议、政协提案', '建议提案办理'),
];
