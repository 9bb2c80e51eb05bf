// What is published about funds and the redemption of policies: items, batches, sums, vouchers, publicity.
import { publishing } from '#kernel/declare/published-indicator.ts';

const of = publishing('policy', { publisher: '市科技局' });

export default [
  of('redeemed-items', '兑现政策事项数', '项', 'flow', '年内兑现的政策事项', '兑现政策事项 政策兑现事项'),
  of('redeemed-batches', '专项资金下达批次', '批', 'flow', '年内专项资金下达的批次', '资金下达批次'),
  of('redeemed-money', '兑现资金补助', '元', 'flow', '年内兑现的各类奖补资金', '兑现奖补资金 政策兑现资金 各类资金补助'),
  of('redeemed-firms', '政策兑现企业数', '家', 'flow', '年内获得奖补资金的企业', '获奖补企业'),
  of('hnte-reward', '高新技术企业奖励资金', '元', 'flow', '年内兑现的高企认定奖励', '高企奖励 高企奖励资金 高新技术企业奖励'),
  of('hnte-rewarded', '获高新技术企业奖励企业数', '家', 'flow', '年内获高企认定奖励的企业', '获奖励高企'),
  of('little-giant-reward', '科技小巨人研发加计奖励资金', '元', 'flow', '年内兑现的小巨人企业研发奖励', '科技小巨人奖励'),
  of('vouchers-firms', '创新券使用企业数', '家', 'flow', '年内使用创新券的企业', '使用创新券企业 创新券企业'),
  of('vouchers-money', '创新券兑现金额', '元', 'flow', '年内兑现的创新券', '创新券 创新券补助'),
  of('zone-funds', '自主创新示范区专项资金', '元', 'flow', '年内安排的示范区专项资金', '自创区专项资金'),
  of('publicity-sessions', '科技政策宣讲场次', '场', 'flow', '年内举办的政策宣讲和培训', '政策宣讲会 政策培训 政策宣传'),
  of('publicity-people', '科技政策培训人次', '人次', 'flow', '参加政策宣讲和培训的人次', '政策培训人数 培训人次'),
  of('audit-findings', '审计发现问题整改数', '项', 'flow', '完成整改的审计问题', '审计整改'),
];
