// What is published about planning and assessment: output, population, indices, rankings and targets met.
import { observed, publishing } from '#kernel/declare/published-indicator.ts';

const of = publishing('planning', { publisher: '统计部门' });
const ours = publishing('planning', { publisher: '市科技局' });

export default [
  of('gdp', '地区生产总值', '元', 'flow', '按当年价格计算的地区生产总值', 'GDP 生产总值 国内生产总值', {
    calibre: '最终核实数优先于初步核算数',
    isBackground: true,
  }),
  of('population', '常住人口', '人', 'stock', '年末常住人口', '年末常住人口 人口', { isBackground: true }),
  of('gdp-per-head', '人均地区生产总值', '元', 'rate', '地区生产总值 ÷ 年末常住人口', '人均GDP 人均生产总值', {
    formula: { kind: 'ratio', part: observed('gdp'), whole: observed('population') },
    isBackground: true,
  }),
  of('industrial-value-added', '规模以上工业增加值', '元', 'flow', '规模以上工业企业的增加值', '规上工业增加值', {
    isBackground: true,
  }),
  of('industrial-output', '规模以上工业总产值', '元', 'flow', '规模以上工业企业的总产值', '规上工业产值 工业总产值', {
    isBackground: true,
  }),
  of('high-tech-output', '高新技术产业产值', '元', 'flow', '纳入统计的高新技术产业企业的总产值', '高新技术产业总产值 高新产业产值'),
  of(
    'high-tech-output-share',
    '高新技术产业产值占规上工业比重',
    '%',
    'rate',
    '高新技术产业产值 ÷ 规模以上工业总产值',
    '高新技术产业产值占比',
    {
      formula: { kind: 'ratio', part: observed('high-tech-output'), whole: observed('industrial-output') },
    },
  ),
  of('high-tech-value-added', '高新技术产业增加值', '元', 'flow', '规模以上高新技术产业企业的增加值', '规上高新技术产业增加值'),
  of(
    'high-tech-value-added-share',
    '高新技术产业增加值占规上工业比重',
    '%',
    'rate',
    '高新技术产业增加值 ÷ 规模以上工业增加值',
    '高新技术产业增加值占比',
    {
      formula: { kind: 'ratio', part: observed('high-tech-value-added'), whole: observed('industrial-value-added') },
    },
  ),
  of('cluster-output', '产业集群产值', '元', 'flow', '重点培育的产业集群的总产值', '智能传感器产业产值 产业产值 集群产值'),
  of('new-product-sales', '规上工业新产品销售收入', '元', 'flow', '规模以上工业企业新产品销售收入', '新产品销售收入'),
  of('labour-productivity', '全员劳动生产率', '元', 'rate', '地区生产总值 ÷ 从业人员平均数', '', { timing: 'lags-a-year' }),
  of(
    'innovation-index-outside',
    '外部公布的创新能力指数',
    '点',
    'index',
    '上级或研究机构公布的创新能力综合指数',
    '创新能力指数 创新能力 科技进步水平指数 科技进步统计监测',
    {
      publisher: '上级科技部门、研究机构',
      timing: 'lags-a-year',
    },
  ),
  of('technology-progress-contribution', '科技进步贡献率', '%', 'rate', '按索洛余值法测算的科技进步对经济增长的贡献', '', {
    timing: 'lags-a-year',
  }),
  ours('innovative-city-index', '城市创新指数', '点', 'index', '本市公布的创新指数，以基年为100', '创新指数 全市创新指数 创新型城市指数'),
  ours('targets-met', '年度目标完成项数', '项', 'flow', '年度科技目标中完成的项数', '目标完成数 完成目标任务'),
  ours(
    'counties-assessed',
    '参加科技目标考核的县区数',
    '个',
    'flow',
    '签订责任书并参加考核的县区、功能区',
    '考核县区数 科技进步目标责任书签订数 目标指标分解县区数',
  ),
  ours('counties-outstanding', '科技考核优秀县区数', '个', 'flow', '上级或本市考核评为优秀的县区', '科技进步考核优秀县区 优秀县市区'),
  ours('superior-assessment', '上级科技考核得分', '分', 'index', '上级对本市科技工作考核的得分；位次是它的读数', '上级考核得分 上级考核', {
    publisher: '上级考核部门',
  }),
  ours('honours', '获上级通报表扬和督查激励数', '项', 'flow', '上级党委政府和部门给予的表扬、激励', '督查激励 通报表扬数'),
  ours(
    'reform-measures',
    '可复制推广的改革创新举措数',
    '项',
    'flow',
    '被上级列入复制推广清单的改革举措',
    '复制推广改革创新举措 改革创新举措',
  ),
  ours('working-meetings', '科技工作会议次数', '次', 'flow', '推进会、调度会、会办会等工作会议', '工作会议 推进会 调度会'),
  ours('innovative-counties', '创新型县（市、区）数', '个', 'stock', '国家级、省级创新型县（市、区）', '创新型县 省级创新型县'),
  ours(
    'high-tech-bases',
    '高新技术产业化基地数',
    '个',
    'stock',
    '国家级、省级高新技术产业化基地和火炬基地',
    '高新技术产业化基地 火炬计划基地',
  ),
  ours(
    'projects-attracted',
    '引进高新技术项目数',
    '项',
    'flow',
    '年内新引进的高新技术项目',
    '新引进高新技术项目 高新技术项目引进 招引科技型项目 招商项目',
  ),
  ours('investment-attracted', '引进高新技术项目投资额', '元', 'flow', '引进项目的计划总投资', '招商引资额 引进项目投资额'),
];
