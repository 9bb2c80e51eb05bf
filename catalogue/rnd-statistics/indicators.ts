// What is published about research and development: spending, intensity, staff, institutions in enterprises, relief and subsidies.
import { observed, publishing } from '#kernel/declare/published-indicator.ts';

const of = publishing('rnd-statistics', { publisher: '统计部门', timing: 'lags-a-year' });
const ours = publishing('rnd-statistics', { publisher: '市科技局' });
const tax = publishing('rnd-statistics', { publisher: '税务部门' });

const spent =
  '全社会研发经费 全社会研发经费投入 全社会研发（R&D）经费支出 全社会研究与试验发展经费支出 全社会研究与试验发展（R&D）经费支出 全社会R&D经费支出 全社会R&D经费内部支出 R&D经费支出 R&D经费内部支出 研发经费支出 研发经费投入 研发投入 研发投入总量 研发经费 全社会研发投入';
const intensity =
  '研发投入强度（R&D/GDP） 研发强度 R&D投入强度 研发经费投入强度 全社会研发投入强度 全社会R&D投入强度 研发投入占GDP比重 研发投入占地区生产总值比重 研发投入总量及强度';

export default [
  of('rd-expenditure', '全社会研发经费支出', '元', 'flow', '全社会研究与试验发展（R&D）经费内部支出', spent, {
    calibre: '统计年度数，次年公布；与当年预计数不可混用',
  }),
  of('rd-intensity', '研发投入强度', '%', 'rate', '全社会研发经费支出 ÷ 同一年地区生产总值', intensity, {
    formula: { kind: 'ratio', part: observed('rd-expenditure'), whole: observed('gdp') },
    calibre: '分子分母取同一统计年度；公布数优先于推算数',
  }),
  of(
    'rd-enterprise-expenditure',
    '企业研发经费支出',
    '元',
    'flow',
    '全社会研发经费中企业的支出',
    '企业研发经费 企业R&D经费支出 企业研发投入',
  ),
  of('rd-enterprise-share', '企业研发经费占全社会比重', '%', 'rate', '企业研发经费 ÷ 全社会研发经费', '企业研发投入占比', {
    formula: { kind: 'ratio', part: observed('rd-enterprise-expenditure'), whole: observed('rd-expenditure') },
  }),
  of(
    'rd-industrial-expenditure',
    '规上工业企业研发经费支出',
    '元',
    'flow',
    '规模以上工业企业研发费用',
    '规上工业研发经费 规上工业研发投入 规上工业企业R&D经费',
  ),
  of('rd-university-expenditure', '高校和科研院所研发经费支出', '元', 'flow', '高等学校和政府属研究机构的研发经费', '高校院所研发经费'),
  of('basic-research', '基础研究经费支出', '元', 'flow', '全社会研发经费中的基础研究', '基础研究经费 基础研究投入'),
  of('applied-research', '应用研究经费支出', '元', 'flow', '全社会研发经费中的应用研究', '应用研究经费'),
  of('basic-research-share', '基础研究经费占研发经费比重', '%', 'rate', '基础研究经费 ÷ 全社会研发经费', '基础研究占比', {
    formula: { kind: 'ratio', part: observed('basic-research'), whole: observed('rd-expenditure') },
  }),
  of('rd-staff', '研发人员全时当量', '人年', 'flow', '按实际工作时间折合的研发人员', 'R&D人员全时当量 研发人员折合全时当量'),
  of('rd-people', '研发人员数', '人', 'stock', '从事研发活动的人员', 'R&D人员 研发人员'),
  of(
    'rd-staff-per-10000',
    '每万名就业人员研发人员全时当量',
    '人年',
    'rate',
    '研发人员全时当量 ÷ 就业人员',
    '每万名就业人员中研发人员 万名就业人员研发人员',
  ),
  of(
    'industrial-with-institution',
    '有研发机构的规上工业企业数',
    '家',
    'stock',
    '办有研发机构的规模以上工业企业',
    '有研发机构规上工业企业 有研发机构的企业',
  ),
  of(
    'industrial-institution-share',
    '规上工业企业有研发机构比例',
    '%',
    'rate',
    '有研发机构的规上工业企业 ÷ 规上工业企业',
    '有研发机构比例 规上工业企业研发机构覆盖率 有研发机构占比 研发机构全覆盖',
    {
      formula: { kind: 'ratio', part: observed('industrial-with-institution'), whole: observed('industrial-firms') },
    },
  ),
  of('industrial-with-activity', '有研发活动的规上工业企业数', '家', 'stock', '有研发活动的规模以上工业企业', '有研发活动企业'),
  of(
    'industrial-activity-share',
    '规上工业企业有研发活动比例',
    '%',
    'rate',
    '有研发活动的规上工业企业 ÷ 规上工业企业',
    '规上工业企业有研发活动占比 有研发活动占比 有研发活动企业占比',
    {
      formula: { kind: 'ratio', part: observed('industrial-with-activity'), whole: observed('industrial-firms') },
    },
  ),
  of('industrial-rd-intensity', '规上工业企业研发费用占营业收入比重', '%', 'rate', '规上工业研发费用 ÷ 营业收入', '规上工业研发强度'),
  ours('rd-inclusion', '研发统计企业入统率', '%', 'rate', '按期报送研发统计的企业 ÷ 应报企业', '入统率 企业入统率 研发统计应报尽报率'),
  ours('rd-performers', '研发统计填报企业数', '家', 'flow', '年内填报研发统计的企业', '研发统计企业 应统企业'),
  ours(
    'rd-cleared-activity',
    '无研发活动企业清零数',
    '家',
    'flow',
    '达到规模而无研发活动的企业中新开展研发的',
    '无研发活动清零 亿元以上无研发活动企业清零',
  ),
  ours(
    'rd-cleared-institution',
    '无研发机构企业清零数',
    '家',
    'flow',
    '达到规模而无研发机构的企业中新建机构的',
    '无研发机构清零 亿元以上无研发机构企业清零',
  ),
  ours('rd-subsidised', '获研发费用后补助企业数', '家', 'flow', '年内获研发费用后补助的企业', '研发后补助企业 获研发后补助企业'),
  ours(
    'rd-subsidy',
    '研发费用后补助金额',
    '元',
    'flow',
    '年内兑现的研发费用后补助',
    '研发费用后补助 研发后补助资金 研发经费分段补助 分段补助资金',
  ),
  ours('rd-reward', '研发费用加计扣除奖励金额', '元', 'flow', '按加计扣除额给予的奖励', '加计扣除奖励 研发投入奖励'),
  ours('rd-rewarded', '获研发费用奖励企业数', '家', 'flow', '按加计扣除额给予奖励的企业', '获加计扣除奖励企业'),
  tax(
    'rd-relief',
    '加计扣除和高企所得税减免额',
    '元',
    'flow',
    '研发费用加计扣除与高新技术企业所得税优惠的减免税额',
    '研发费用加计扣除减免额 科技税收优惠减免额 减免税额',
  ),
  tax('rd-deduction', '研发费用加计扣除额', '元', 'flow', '享受加计扣除的研发费用', '研发费用加计扣除 加计扣除额'),
  tax('rd-deducting', '享受研发费用加计扣除企业数', '家', 'flow', '享受研发费用加计扣除的企业', '加计扣除企业数'),
  of(
    'fiscal-technology',
    '财政科技支出',
    '元',
    'flow',
    '一般公共预算中的科学技术支出',
    '财政科技投入 科学技术支出 地方财政科技支出 一般公共预算科技支出 财政科技拨款',
    { publisher: '财政部门', timing: 'same-year' },
  ),
  of('fiscal-spending', '一般公共预算支出', '元', 'flow', '一般公共预算支出', '财政支出', {
    publisher: '财政部门',
    timing: 'same-year',
    isBackground: true,
  }),
  of(
    'fiscal-technology-share',
    '财政科技支出占财政支出比重',
    '%',
    'rate',
    '财政科技支出 ÷ 一般公共预算支出',
    '财政科技支出占比 财政科技投入占比',
    {
      publisher: '财政部门',
      timing: 'same-year',
      formula: { kind: 'ratio', part: observed('fiscal-technology'), whole: observed('fiscal-spending') },
    },
  ),
];
