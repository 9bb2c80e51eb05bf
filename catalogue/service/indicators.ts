// What is published about service to government clients and enterprises beyond what the counter counts: visits, problems, teams.
import { publishing } from '#kernel/declare/published-indicator.ts';

const of = publishing('service', { publisher: '市科技局' });

export default [
  of('service-items', '政务服务事项数', '项', 'stock', '进驻行政服务中心的事项', '服务事项 服务事项数'),
  of('service-items-shortened', '压缩办理时限事项数', '项', 'flow', '年内压缩时限或实现一趟不用跑的事项', '压缩时限事项'),
  of('visited-firms', '走访调研企业数', '家', 'flow', '年内走访调研的企业', '走访调研企业 调研企业 走访企业 局领导走访企业'),
  of('visited-villages', '结对联系村数', '个', 'stock', '结对联系的行政村、社区', '结对村 结对社区'),
  of('problems-solved', '解决企业问题数', '个', 'flow', '年内协调解决的企业问题', '解决问题 解决企业难题'),
  of('service-teams', '科技企业服务团数', '个', 'stock', '年末分县区的服务团', '科技企业服务团 企业服务团'),
  of('cultivation-aspects', '高企培育标准化方面数', '个', 'stock', '标准化培育涉及的方面', '高企培育方面'),
];
