// What is published about technology finance: compensated loans, funds, insurance, road shows, the finance platform.
import { observed, publishing } from '#kernel/declare/published-indicator.ts';

const of = publishing('finance', { publisher: '市科技局' });

export default [
  of(
    'compensated-borrowers',
    '科技信贷放贷企业数',
    '家',
    'flow',
    '风险补偿贷款支持的企业',
    '科贷通放贷企业 获批苏科贷企业 苏科贷企业 科技贷款企业 高新贷企业',
  ),
  of(
    'compensated-loans',
    '科技信贷放贷额',
    '元',
    'flow',
    '年内发放的风险补偿贷款',
    '科贷通放贷额 苏科贷获批金额 苏科贷 科技贷款金额 科技贷款 高新贷',
  ),
  of('compensated-loans-total', '科技信贷累计发放贷款', '元', 'stock', '开办以来发放的风险补偿贷款', '科贷通累计发放贷款 累计发放科技贷款'),
  of('compensation-pool', '科技信贷风险补偿资金', '元', 'stock', '年末风险补偿资金池规模', '科贷通风险补偿资金 风险补偿资金池 科贷通'),
  of('loan-leverage', '科技信贷杠杆倍数', '倍', 'rate', '累计贷款 ÷ 风险补偿资金', '科贷通杠杆倍数 科贷通杠杆', {
    formula: { kind: 'ratio', part: observed('compensated-loans-total'), whole: observed('compensation-pool') },
  }),
  of('bad-loans', '科技信贷坏账笔数', '笔', 'stock', '累计形成的坏账', '科贷通坏账笔数 科技贷款坏账 风险坏账', { direction: 'down' }),
  of('partner-banks', '科技信贷合作银行数', '家', 'stock', '年末合作银行', '苏科贷合作银行 科技信贷合作银行'),
  of('partner-banks-new', '新增科技信贷合作银行数', '家', 'flow', '年内新增的合作银行', '新增苏科贷合作银行 新增合作银行'),
  of('bank-visits', '陪同银行调研企业数', '家', 'flow', '银企对接中走访的企业', '陪同银行调研企业 银企对接企业'),
  of('loan-trained', '科技信贷业务培训企业数', '家', 'flow', '参加科技信贷业务培训的企业', '苏科贷业务培训企业 银企对接培训企业'),
  of('fund-projects', '科技引导基金直投项目数', '个', 'flow', '引导基金直接股权投资的项目', '引导基金直投项目 直接股权投资项目'),
  of('fund-invested', '科技引导基金直投金额', '元', 'flow', '引导基金直接股权投资的金额', '引导基金直投金额 直接股权投资金额'),
  of(
    'fund-size',
    '科技引导基金规模',
    '元',
    'stock',
    '年末各类科技引导、天使、转化基金的规模',
    '引导基金规模 天使投资引导基金 产业基金规模 雏鹰基金',
  ),
  of('insured', '获科技保险补助企业数', '家', 'flow', '年内获科技保险保费补助的企业', '获科技保险补助企业 科技保险补助企业'),
  of('insurance-subsidy', '科技保险保费补助', '元', 'flow', '年内兑现的保费补助', '科技保险保费补助金额 保费补助'),
  of('insurance-cover', '科技保险风险保障额', '元', 'flow', '科技保险提供的风险保障', '科技保险风险保障 风险保障额'),
  of('branches', '科技支行数', '家', 'stock', '年末科技支行、科技特色支行', '科技支行'),
  of('platform-firms', '科技金融平台注册企业数', '家', 'stock', '在科技金融平台注册的企业', '省科技金融平台注册企业 科技金融平台企业'),
  of('platform-loans', '科技金融平台贷款额', '元', 'flow', '通过科技金融平台获得的贷款', '省科技金融平台贷款 科技金融平台贷款'),
  of('white-list', '科技型企业白名单企业数', '家', 'stock', '推送银行的白名单企业', '白名单企业'),
  of('road-shows', '科技金融路演期数', '期', 'flow', '年内举办的融资路演', '路演期数 路演活动 融资路演'),
  of('road-show-firms', '路演融资企业数', '家', 'flow', '路演帮助融资的企业', '路演帮助融资企业'),
  of('road-show-money', '路演促成融资额', '元', 'flow', '路演促成的融资', '路演融资额'),
  of('road-show-landed', '路演落户项目数', '个', 'flow', '路演后落户的项目', '路演落户项目'),
  of('venture-capital', '创业投资金额', '元', 'flow', '科技企业获得的创业投资', '创投金额 科技企业股权融资额'),
];
