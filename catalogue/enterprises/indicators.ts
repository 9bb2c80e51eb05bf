// What is published about enterprises beyond what the systems count: cultivation, tiers, lists and how they do.
import { byLevel, observed, publishing } from '#kernel/declare/published-indicator.ts';

const of = publishing('enterprises', { publisher: '市科技局' });
const province = publishing('enterprises', { publisher: '省科技厅' });
const torch = publishing('enterprises', { publisher: '火炬统计', timing: 'lags-a-year' });

export default [
  province(
    'hnte-filed',
    '高新技术企业报备数',
    '家',
    'flow',
    '报全国高新技术企业认定管理机构备案的企业',
    '高企向科技部报备数 高企报备数 高企新报备数 向科技部报备',
  ),
  of(
    'hnte-failed-on-expense',
    '高企税务审核未通过中研发费用不符占比',
    '%',
    'rate',
    '税务审核未通过的企业中因研发费用不符的比例',
    '税务审核未通过中因研发费用不符的比重',
  ),
  of(
    'hnte-cultivation',
    '高新技术企业培育库入库数',
    '家',
    'flow',
    '年内进入高新技术企业培育库的企业',
    '高企培育入库企业 省高企培育入库企业 申报省高企培育入库企业 高企培育库入库',
  ),
  of('hnte-cultivation-stock', '高新技术企业培育库在库数', '家', 'stock', '年末在库的培育企业', '高企培育库在库企业'),
  of(
    'hnte-coached',
    '辅导高企申报材料的企业数',
    '家',
    'flow',
    '年内辅导完善申报材料的企业',
    '辅导完善企业申报材料 辅导申报企业 申报辅导企业 申报辅导',
  ),
  torch('hnte-reporting', '纳入统计的高新技术企业数', '家', 'stock', '报送经营统计的高新技术企业', '纳统高企数'),
  torch(
    'hnte-revenue',
    '高新技术企业营业收入',
    '元',
    'flow',
    '纳入统计的高新技术企业营业收入',
    '高企营业收入 高新技术企业主营业务收入 高企总收入',
  ),
  torch(
    'hnte-technology-spending',
    '高新技术企业科技活动经费支出',
    '元',
    'flow',
    '纳入统计的高新技术企业科技活动经费',
    '高企科技活动经费支出 高企科技活动经费',
  ),
  torch('hnte-output', '高新技术企业总产值', '元', 'flow', '纳入统计的高新技术企业总产值', '高企产值'),
  torch('hnte-tax', '高新技术企业实际上缴税费', '元', 'flow', '纳入统计的高新技术企业上缴税费', '高企上缴税费'),
  torch('hnte-staff', '高新技术企业从业人员', '人', 'stock', '纳入统计的高新技术企业年末从业人员', '高企从业人员'),
  torch(
    'hnte-per-10000-firms',
    '每万家企业法人中高新技术企业数',
    '家',
    'rate',
    '高新技术企业 ÷ 企业法人单位数',
    '万家企业法人中高新技术企业数',
  ),
  province(
    'little-giants',
    '科技小巨人企业数',
    '家',
    'stock',
    '年末科技小巨人领军企业',
    '科技小巨人 科技小巨人领军企业 省科技小巨人领军企业',
  ),
  province('little-giants-new', '新增科技小巨人企业数', '家', 'flow', '年内新认定的科技小巨人领军企业', '新增省科技小巨人领军企业'),
  province(
    'unicorns-gazelles',
    '独角兽、瞪羚企业数',
    '家',
    'stock',
    '年末独角兽和瞪羚（含种子、潜在）企业',
    '独角兽瞪羚企业 独角兽瞪羚入榜企业',
  ),
  province('unicorns-gazelles-new', '新增独角兽、瞪羚企业数', '家', 'flow', '年内入榜的独角兽和瞪羚（含种子、潜在）企业', '新增独角兽瞪羚'),
  province('unicorns', '独角兽企业数', '家', 'stock', '年末独角兽（含种子、潜在）企业', '独角兽企业 独角兽'),
  province('gazelles', '瞪羚企业数', '家', 'stock', '年末瞪羚（含潜在）企业', '瞪羚企业 瞪羚'),
  ...byLevel(of, 'innovative-enterprises', '创新型企业', '家', ['national', 'provincial', 'municipal'], '创新型（试点）企业'),
  of('technology-enterprises', '市级科技型企业数', '家', 'stock', '年末市级科技型企业', '市级科技型企业 科技型企业'),
  of('leading-enterprises', '科技领军企业数', '家', 'stock', '年末科技领军企业、创新型领军企业', '科技领军企业 创新型领军企业'),
  province('specialised-enterprises', '专精特新中小企业数', '家', 'stock', '年末有效的专精特新中小企业', '专精特新企业 专精特新', {
    publisher: '工业和信息化部门',
  }),
  province('specialised-giants', '专精特新“小巨人”企业数', '家', 'stock', '年末国家级专精特新“小巨人”企业', '专精特新小巨人', {
    publisher: '工业和信息化部门',
  }),
  of('listing-bank', '科技企业上市培育库在库数', '家', 'stock', '年末在上市培育库的企业', '上市培育库企业 上市后备企业'),
  of('listed', '上市科技企业数', '家', 'stock', '年末境内外上市的科技企业', '科创板上市企业 上市企业'),
  of('service-demonstration-firms', '科技服务业示范企业数', '家', 'flow', '年内认定的科技服务业示范企业', '科技服务业示范企业'),
  of(
    'service-demonstration-projects',
    '科技服务业示范项目数',
    '项',
    'flow',
    '年内立项的科技服务业示范项目',
    '科技服务业专项 科技服务业示范项目',
  ),
  of('service-firms', '规上科技服务业企业数', '家', 'stock', '规模以上科技服务业法人单位', '科技服务业限上企业 科技服务业单位', {
    publisher: '统计部门',
    timing: 'lags-a-year',
  }),
  of('service-value-added', '科技服务业增加值', '元', 'flow', '科技服务业的增加值', '', { publisher: '统计部门', timing: 'lags-a-year' }),
  of('service-revenue', '科技服务业营业收入', '元', 'flow', '规模以上科技服务业企业营业收入', '', {
    publisher: '统计部门',
    timing: 'lags-a-year',
  }),
  of('intermediaries', '科技中介服务机构数', '家', 'stock', '年末备案的科技中介服务机构', '科技中介机构'),
  of('industrial-firms', '规模以上工业企业数', '家', 'stock', '年末规模以上工业法人单位', '纳统规上工业企业 规上工业企业', {
    publisher: '统计部门',
  }),
  of('hnte-share-of-industry', '规上工业企业中高新技术企业占比', '%', 'rate', '规上工业企业中的高新技术企业 ÷ 规上工业企业数', '', {
    publisher: '统计部门',
  }),
  of('sme-per-head', '每万人科技型中小企业数', '家', 'rate', '科技型中小企业 ÷ 常住人口', '', { formula: observed('sme-per-head') }),
];
