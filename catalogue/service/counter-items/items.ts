// The 43 items of the bureau's counter, one a line: 38 without a visit, five with one at most. Codes are synthetic; materials, promises and limits of its own are examples.
import { byBureau, type Citation, cite } from '#kernel/declare/citation.ts';
import { itemTypes, type Material, type ServiceItem } from '#kernel/declare/service-item.ts';

/**
 * id | name | type | document | article | conditions | materials | days | result | remarks. A line with # names the division of those below it.
 * Materials: * is fetched from the electronic certificate, @ comes from an agency, + from another authority, ? may be left out.
 * A document in brackets is the bureau's own: its rule, its parameter. No article stands where none was checked against the text.
 * Days are working days: limit / promise / promise before it was shortened; the limit is the bureau's unless `limitsOfLaw` names its document.
 * 报批: decided by the leadership. 一次: one visit to the counter.
 */
const table = `
# 科技人才与外国专家处
foreign-work-permit | 外国人来华工作许可（新办） | 行政许可 | 外专发〔2017〕36号 | 第七部分 | 用人单位依法设立，无严重失信记录；申请人年满18周岁，有确定的用人单位 | *营业执照或法人登记证书；@最高学位证书及认证；@无犯罪记录证明；聘用合同；@体检证明 | 20/5/8 | 外国人工作许可证 | 一次
foreign-work-permit-extension | 外国人来华工作许可延期 | 行政许可 | 外专发〔2017〕36号 |  | 许可有效期届满30日前提出；仍在原岗位工作 | *营业执照或法人登记证书；续签的聘用合同；+有效居留许可 | 20/5/7 | 外国人工作许可证 |
foreign-work-permit-change | 外国人来华工作许可变更 | 行政许可 | 外专发〔2017〕36号 |  | 个人信息、职务发生变更之日起10个工作日内提出 | *营业执照或法人登记证书；变更情况说明 | 20/5 | 外国人工作许可证 |
foreign-work-permit-cancel | 外国人来华工作许可注销 | 行政许可 | 外专发〔2017〕36号 |  | 聘用关系解除或许可失效 | *营业执照或法人登记证书；解除聘用关系证明 | 20/2 | 注销证明 |
high-end-talent-letter | 外国高端人才确认函 | 行政确认 | 外专发〔2017〕218号 | 第四条、第五条 | 符合外国高端人才认定标准 | *营业执照或法人登记证书；邀请函；@资历证明 | 20/5 | 外国高端人才确认函 |
talent-project | 引智项目申报 | 公共服务 | （引进国外智力项目管理） |  | 项目有明确的外国专家和任务 | *营业执照或法人登记证书；项目申报书；专家合作协议 | 20/10/15 | 立项通知 | 报批
young-scientist | 青年科技英才推荐 | 行政奖励 | （科技人才评选） |  | 年龄不超过40周岁；在本市全职工作满两年 | 推荐表；@成果证明 | 30/15 | 推荐结果通知 | 自然人 报批
# 成果转化与区域创新处
technology-contract | 技术合同认定登记 | 行政确认 | 国科发政字〔2000〕063号 |  | 合同已经成立；卖方在合同成立后提出 | *营业执照或法人登记证书；技术合同文本；技术性收入核定表? | 20/5/10 | 技术合同登记证明 |
technology-contract-change | 技术合同变更登记 | 行政确认 | 国科发政字〔2000〕063号 |  | 已经登记的合同内容变更 | *技术合同登记证明；变更协议 | 20/5 | 变更登记证明 |
technology-contract-cancel | 技术合同注销登记 | 行政确认 | 国科发政字〔2000〕063号 |  | 已经登记的合同解除或撤销 | *技术合同登记证明；解除协议 | 20/3 | 注销证明 |
achievement-registration | 科技成果登记 | 公共服务 | 国科发计字〔2000〕542号 | 第五条、第七条 | 成果产权清楚、评价合格 | *营业执照或法人登记证书；成果登记表；@评价证明 | 20/5/10 | 科技成果登记证书 |
transfer-agency | 技术转移机构备案 | 公共服务 | （技术转移机构和人员管理） |  | 以技术转移为主营业务；有三名以上技术经纪人 | *营业执照或法人登记证书；机构情况说明 | 20/10 | 备案通知 |
technology-broker | 技术经纪人备案 | 公共服务 | （技术转移机构和人员管理） |  | 经培训考核合格 | *居民身份证；@培训证书 | 20/5 | 备案通知 | 自然人
pilot-base | 中试基地备案 | 公共服务 | （中试基地管理） |  | 具备独立场地和中试条件 | *营业执照或法人登记证书；建设方案；设备清单 | 30/15 | 备案通知 | 报批
maturity-filing | 技术成果评价机构备案 | 公共服务 | （科技成果评价机构管理） |  | 具备独立法人资格和专业人员 | *营业执照或法人登记证书；评价人员名册 | 20/10 | 备案通知 |
# 高新技术发展及产业化处
high-tech-change | 高新技术企业更名 | 行政确认 | 国科发火〔2016〕32号 | 第十七条 | 名称变更或发生重大变化之日起三个月内 | *营业执照或法人登记证书；*高新技术企业证书；变化情况说明 | 20/10/15 | 更名公示结果 |
high-tech-relocation | 高新技术企业异地搬迁 | 行政确认 | 国科发火〔2016〕32号 | 第十八条 | 整体迁移，资格在有效期内 | *营业执照或法人登记证书；*高新技术企业证书；迁移说明 | 20/10 | 搬迁确认 |
high-tech-report | 高新技术企业年报补正 | 公共服务 | 国科发火〔2016〕32号 | 第十九条（三） | 年度发展情况报表有误或漏报 | *营业执照或法人登记证书；更正说明 | 10/3 | 更正回执 |
tech-sme-check | 科技型中小企业评价形式审查 | 行政确认 | 国科发政〔2017〕115号 |  | 企业在服务平台提交评价信息 | *营业执照或法人登记证书；信息表 | 10/5/7 | 审查结果 |
tech-sme-objection | 科技型中小企业公示异议处理 | 其他行政权力 | 国科发政〔2017〕115号 |  | 公示期内实名提出 | 异议材料 | 20/10 | 处理意见 | 自然人
rd-project-appraisal | 企业研究开发项目鉴定 | 行政确认 | （企业研究开发项目鉴定） |  | 税务部门转请或企业对项目有异议 | *营业执照或法人登记证书；项目立项材料；研发费用辅助账 | 30/20 | 鉴定意见 | 一次 报批
duty-free-institution | 科研机构免税进口资格核定 | 行政确认 | 财关税〔2021〕23号 |  | 属于规定范围的科研机构；进口时税收政策仍然有效 | *营业执照或法人登记证书；*批准成立文件 | 20/10 | 资格核定函 | 报批
# 基础研究与创新平台处
key-laboratory | 市重点实验室认定 | 公共服务 | （市重点实验室管理） |  | 有固定人员20人以上；场地、仪器符合要求 | *营业执照或法人登记证书；建设申请书；仪器设备清单 | 60/30 | 认定通知 | 报批
engineering-centre | 工程技术研究中心认定 | 公共服务 | （工程技术研究中心管理） |  | 依托单位为高新技术企业 | *营业执照或法人登记证书；申请书；设备清单 | 60/30 | 认定通知 | 报批
new-research-body | 新型研发机构备案 | 公共服务 | 国科发政〔2019〕313号 |  | 独立法人，主要从事研发 | *营业执照或法人登记证书；章程；财务报表 | 30/20 | 备案通知 | 报批
incubator | 科技企业孵化器认定 | 公共服务 | 《科技企业孵化器管理办法》（工业和信息化部2025年） |  | 场地面积、在孵企业数达标 | *营业执照或法人登记证书；申请书；在孵企业名录 | 30/20 | 认定通知 | 报批
makerspace | 众创空间备案 | 公共服务 | 国科发火〔2015〕297号 |  | 可自主支配场地，有创业导师 | *营业执照或法人登记证书；备案表 | 20/10/15 | 备案通知 |
incubator-change | 孵化载体名称变更 | 公共服务 | 《科技企业孵化器管理办法》（工业和信息化部2025年） |  | 名称、运营主体变更三个月内 | *营业执照或法人登记证书；变更说明 | 20/5 | 变更通知 |
instrument-sharing | 大型科研仪器开放共享登记 | 公共服务 | （大型科研仪器开放共享） |  | 原值50万元以上的仪器 | 仪器清单 | 10/3 | 登记回执 |
laboratory-animals | 实验动物使用许可初审 | 行政许可 | （实验动物许可初审） |  | 设施、人员、动物符合标准 | *营业执照或法人登记证书；设施平面图；@环境检测报告 | 20/10/15 | 初审意见 | 一次 报批
# 资源配置与监督处
city-project | 市级科技计划项目申报受理 | 公共服务 | （市级科技计划项目管理） |  | 项目属于申报指南范围；没有逾期未验收项目 | *营业执照或法人登记证书；申报书；预算书 | 20/10 | 受理结果 |
city-project-change | 科技计划项目变更 | 公共服务 | （市级科技计划项目管理） |  | 项目在研，变更理由充分 | 变更申请 | 20/7/10 | 变更批复 |
city-project-extension | 科技计划项目延期 | 公共服务 | （市级科技计划项目管理） |  | 到期前三个月提出，延期不超过一年 | 延期申请 | 20/7/10 | 延期批复 |
city-project-acceptance | 科技计划项目验收 | 公共服务 | （市级科技计划项目管理） |  | 完成任务书约定内容 | 验收申请书；@审计报告；佐证材料 | 60/30 | 验收结论 | 一次 报批
city-project-termination | 科技计划项目终止 | 公共服务 | （市级科技计划项目管理） |  | 因客观原因不能继续 | 终止申请；经费决算 | 30/15 | 终止批复 | 报批
innovation-voucher | 科技创新券申领 | 公共服务 | （科技创新券管理） |  | 科技型中小企业 | *营业执照或法人登记证书；服务合同 | 10/3/5 | 创新券 |
voucher-payment | 科技创新券兑付 | 公共服务 | （科技创新券管理） |  | 服务已完成并付款 | 服务成果；发票 | 20/10/15 | 兑付通知 |
loan-risk-filing | 科技贷款风险补偿备案 | 公共服务 | （科技信贷风险补偿） |  | 贷款发放后一个月内 | *营业执照或法人登记证书；借款合同 | 10/5/7 | 备案回执 |
# 农村与社会发展科技处
commissioner | 科技特派员选认 | 公共服务 | 国办发〔2016〕32号 |  | 具有专业技术，单位同意 | *居民身份证；推荐表 | 20/10 | 选认通知 | 自然人
farm-park | 农业科技园区认定 | 公共服务 | （农业科技园区管理） |  | 规划面积、主导产业明确 | 建设规划；实施方案 | 60/30 | 认定通知 | 报批
science-base | 科普基地认定 | 公共服务 | 科学技术普及法（2024年修订） |  | 有科普场所和专职人员 | *营业执照或法人登记证书；申报表 | 30/15 | 认定通知 |
# 规划与政策法规处
private-institute | 科技类民办非企业单位业务审查 | 行政许可 | 国科发政字〔2000〕209号 | 第二条、第三条 | 有规范的名称、章程、场所 | *居民身份证；章程草案；@验资报告 | 20/10 | 审查意见 | 自然人 一次 报批
award-nomination | 科学技术奖提名受理 | 行政奖励 | （科学技术奖励） |  | 成果应用满两年 | *营业执照或法人登记证书；提名书；@应用证明 | 20/5/10 | 形式审查结果 |
`;

/** Limits that a higher document sets; every other limit is a parameter of the bureau. */
const limitsOfLaw: Readonly<Record<string, Citation>> = {
  'foreign-work-permit': cite('外专发〔2017〕36号', '（自受理之日起20个工作日）'),
  'technology-contract': cite('国科发政字〔2000〕063号', '（自受理之日起30日，从严按20个工作日计）'),
  'laboratory-animals': cite('行政许可法（2019年修正）', '第四十三条'),
};

/** A name in brackets is a matter of the bureau's own. */
function basisOf(document: string, article: string | undefined): Citation {
  const own = /^（(.+)）$/.exec(document)?.[1];
  return own === undefined ? cite(document, article === '' ? undefined : article) : byBureau(own);
}

const listed = (text: string | undefined): readonly string[] => (text === undefined || text === '' ? [] : text.split('；'));

const marks: Readonly<Record<string, Pick<Material, 'source' | 'copies' | 'isShared'>>> = {
  '*': { source: 'government', copies: 0, isShared: true },
  '@': { source: 'agency', copies: 1 },
  '+': { source: 'government', copies: 1 },
};

function materialOf(text: string): Material {
  const [, mark = '', name = '', optional] = /^([*@+]?)(.+?)(\?)?$/.exec(text) ?? [];
  return { name, ...(marks[mark] ?? { source: 'applicant', copies: 1 }), ...(optional !== undefined && { isOptional: true as const }) };
}

function typeOf(name: string | undefined): ServiceItem['type'] {
  const found = Object.entries(itemTypes).find(([, each]) => each === name)?.[0];
  if (found === undefined) throw new Error(`No type of item is called ${name}`);
  return found as ServiceItem['type'];
}

/** 31 characters as the national coding has them; the letters say that they are made up. */
const codeOf = (n: number): string => `SYNTHETIC990100KJ${String(n).padStart(14, '0')}`;

function itemOf(line: string, division: string, n: number): ServiceItem {
  const [id = '', name = '', type, document = '', article, conditions, materials, days = '', result = '', remarks = ''] =
    line.split(/ ?\| ?/);
  const [legalLimit = 0, promise = 0, promisedBefore] = days.split('/').map(Number);
  return {
    id,
    code: codeOf(n),
    name,
    type: typeOf(type),
    object: [remarks.includes('自然人') ? '自然人' : '法人'],
    basis: [basisOf(document, article)],
    conditions: listed(conditions),
    materials: listed(materials).map(materialOf),
    legalLimit,
    ...(id in limitsOfLaw && { limitBasis: limitsOfLaw[id] as Citation }),
    promise,
    ...(promisedBefore !== undefined && { promisedBefore }),
    visits: remarks.includes('一次') ? 1 : 0,
    fee: '0',
    result,
    division,
    ...(remarks.includes('报批') && { isDecidedAbove: true as const }),
  };
}

function read(): ServiceItem[] {
  const items: ServiceItem[] = [];
  let division = '';
  for (const line of table.trim().split('\n')) {
    if (line.startsWith('# ')) division = line.slice(2);
    else items.push(itemOf(line, division, items.length + 1));
  }
  return items;
}

export const serviceItems: readonly ServiceItem[] = read();
