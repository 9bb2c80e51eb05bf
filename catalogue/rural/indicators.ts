// What is published about agriculture and villages: commissioners, their teams and bases, income, aid projects.
import { publishing } from '#kernel/declare/published-indicator.ts';

const of = publishing('rural', { publisher: '市科技局' });

export default [
  of('commissioners', '科技特派员数', '名', 'stock', '年末在聘的各级科技特派员', '科技特派员 选派科技特派员 科技特派员总数'),
  of(
    'commissioners-municipal',
    '市级科技特派员数',
    '名',
    'stock',
    '年末在聘的市级科技特派员',
    '市级科技特派员 市级科技特派员总数 选认市级科技特派员',
  ),
  of('commissioners-provincial', '省级科技特派员数', '名', 'stock', '年末在聘的省级科技特派员', '省级科技特派员 推荐省级科技特派员'),
  of('commissioners-outstanding', '市级优秀科技特派员数', '名', 'flow', '年内评选的市级优秀科技特派员', '市级优秀科技特派员'),
  of(
    'commissioners-outstanding-province',
    '全省优秀科技特派员数',
    '名',
    'flow',
    '年内受省级表扬的科技特派员',
    '全省优秀科技特派员 优秀特派员通报表扬数',
  ),
  of('commissioners-student', '大学生科技特派员数', '名', 'flow', '年内聘任的大学生科技特派员', '大学生科技特派员'),
  of('commissioner-teams', '科技特派团数', '个', 'stock', '年末各级科技特派团', '科技特派团'),
  of('commissioner-teams-provincial', '省级科技特派团数', '个', 'flow', '年内创建的省级科技特派团', '省级科技特派团 创建省级科技特派团'),
  of(
    'commissioner-bases',
    '特派员创新创业示范基地数',
    '个',
    'flow',
    '年内创建的特派员示范基地',
    '省级特派员示范基地 创建省级特派员示范基地 创新创业示范基地',
  ),
  of('commissioner-entities', '特派员领办创办经济实体数', '个', 'stock', '特派员领办创办的经济实体', '特派员领办创办经济实体'),
  of('commissioner-funds', '科技特派员专项资金', '元', 'flow', '年内安排的特派员资金', '特派员专项资金'),
  of('commissioner-coverage', '科技特派员乡镇覆盖率', '%', 'rate', '有特派员服务的乡镇 ÷ 乡镇总数', '特派员覆盖率'),
  of('farmers-income', '促进农户和新型经营主体增收', '元', 'flow', '特派员服务带来的增收', '促进农户及新型经营主体增收'),
  of('village-income', '促进村集体经济增收', '元', 'flow', '特派员服务带来的村集体增收', '村集体经济增收'),
  of('problems-found', '特派团总结产业发展问题数', '项', 'flow', '特派团发现的产业问题', '特派团总结产业发展问题'),
  of('proposals-made', '特派团制定对策建议数', '项', 'flow', '特派团提出的建议', '特派团制定对策建议'),
  of(
    'rural-projects',
    '农村科技项目数',
    '项',
    'flow',
    '申报或立项的农村特色产业科技项目',
    '苏北专项拟申报项目 苏北专项项目 农村特色产业科技项目',
  ),
  of('rural-funds', '农村科技项目资金', '元', 'flow', '农村特色产业科技项目的资金', '苏北专项预计资金 苏北专项资金 农村特色产业项目资金'),
  of('aid-projects', '科技帮扶项目数', '个', 'flow', '科技帮扶、驻村帮扶项目', '科技帮扶拟获批项目 科技帮扶项目'),
  of('aid-funds', '科技帮扶资金', '元', 'flow', '科技帮扶、驻村帮扶资金', '科技帮扶预计资金'),
  of('agricultural-parks', '农业科技园区数', '家', 'stock', '年末国家级、省级农业科技园区', '省级农业科技园区 农业科技园区'),
];
