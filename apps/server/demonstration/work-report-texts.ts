// What people wrote into the work reports of the demonstration, with live figures by name. All of it is invented.

export interface Text {
  /** Title of the section. */
  readonly section: string;
  readonly body: string;
  readonly by?: 'guihua' | 'gaoxin' | 'pingtai';
  /** Written on the later of the two days; a second text of a section is its second version. */
  readonly isLater?: true;
}

const main = '主要指标完成情况';
const enterprises = '企业培育';
const platforms = '平台载体';
const highlights = '工作亮点';
const problems = '存在问题';

/** Last year's report of the bureau, in which `next` is the year that follows. */
export const yearTexts = (next: number): readonly Text[] => [
  {
    section: main,
    body: '一年来，全市科技系统围绕建设区域科技创新中心的目标，抓企业、建平台、促转化、优服务，年度主要工作有序推进。全市有效期内的高新技术企业达{{高新技术企业总数}}，{{高新技术企业总数|同比}}；研发投入强度为{{研发投入强度}}。',
  },
  {
    section: enterprises,
    by: 'gaoxin',
    body: '坚持“早动员、早辅导、早申报”，县区和市级部门联审，企业申报前集中体检一次、申报后逐户反馈一次。对到期企业建立续报清单，逐户提醒，防止因材料不齐而失去资格。',
  },
  {
    section: platforms,
    by: 'pingtai',
    body: '组织众创空间年度考核，参加考核的众创空间为{{参加考核众创空间数}}，考核合格的为{{考核合格众创空间数}}，考核结果与补助资金挂钩。',
  },
  {
    section: highlights,
    body: '高新技术企业认定服务前移。把税务、统计部门的意见提前到县区初审环节，认定通过率达到{{高新技术企业认定通过率}}。\n众创空间由重数量转向重质量。考核不合格的限期整改，整改期间不安排补助。',
  },
  {
    section: highlights,
    isLater: true,
    body: '高新技术企业认定服务前移。把税务、统计部门的意见提前到县区初审环节，认定通过率达到{{高新技术企业认定通过率}}。\n众创空间由重数量转向重质量。考核合格率达到{{众创空间考核合格率}}，不合格的限期整改，整改期间不安排补助。\n科技型中小企业评价按月受理、按月入库，企业随到随报。',
  },
  {
    section: problems,
    body: '一是县区之间不平衡，高新技术企业主要集中在高新区和主城区，部分县基数小、后备企业不足。二是企业高新技术产品收入受市场波动影响较大，增长不稳。三是成果转化服务机构少，技术经纪人队伍需要加强。',
  },
  {
    section: `${next}年目标和重点任务`,
    body: '企业梯次培育方面，建立后备企业库，落实县区包联责任，由高新技术发展及产业化处牵头，上半年完成摸底。\n揭榜挂帅方面，面向链主企业征集需求，全年分两批张榜，由成果转化与区域创新处牵头。\n服务提质方面，推行申报材料一次告知、全程网上办理，由办公室牵头，年底前完成。',
  },
];

export const halfTexts: readonly Text[] = [
  {
    section: '上半年主要指标完成情况',
    body: '今年以来，全市科技系统对照年度目标任务，抓好高新技术企业申报动员和科技型中小企业评价，截至6月底有效期内的高新技术企业达{{高新技术企业总数}}。',
  },
  {
    section: enterprises,
    by: 'gaoxin',
    body: '开展申报动员和集中辅导，逐户建立申报清单。今年的申报通知下达较晚，企业集中在下半年申报。',
  },
  {
    section: highlights,
    body: '首批揭榜挂帅项目张榜。需求由企业提出、答案向全国征集、成效由市场检验，让企业真正出题、专家真正答题。',
  },
  {
    section: problems,
    body: '申报启动晚于上年，下半年受理和审核任务集中，需要提前安排审核力量。部分县区后备企业摸底不够细。',
  },
  {
    section: '下半年目标和工作安排',
    body: '高新技术企业申报方面，分批受理、分批推荐，由高新技术发展及产业化处牵头，年底前完成认定推荐。\n揭榜挂帅方面，完成首批项目签约和资金拨付，由成果转化与区域创新处牵头。',
  },
];

export const countyTexts: readonly Text[] = [
  {
    section: main,
    body: '一年来，高新区坚持创新驱动，企业培育主要指标继续走在全市前列，高新技术企业总数{{高新技术企业总数|位次}}、{{高新技术企业总数|占比}}。',
  },
  { section: highlights, body: '“科技管家”上门服务。园区网格员与科技专员结对，企业诉求当日登记、限时办结。' },
  { section: problems, body: '孵化面积趋于饱和，初创企业落地空间不足；高成长企业融资渠道较窄。' },
];

/** This year's draft of the bureau: two people have written, and the text still has gaps. */
export const draftTexts = (year: number): readonly Text[] => [
  {
    section: main,
    body: '今年以来，全市科技系统紧扣年度目标任务，企业培育稳中有进。',
  },
  {
    section: main,
    by: 'gaoxin',
    isLater: true,
    body: '今年以来，全市科技系统紧扣年度目标任务，企业培育稳中有进，有效期内的高新技术企业达{{高新技术企业总数}}，比上年同期增加的企业主要来自智能装备和新材料行业。',
  },
  {
    section: highlights,
    body: '揭榜挂帅全面推开。分批张榜、公开评审，企业出题、院所答题的机制初步形成。',
  },
  {
    section: highlights,
    isLater: true,
    body: '揭榜挂帅全面推开。分批张榜、公开评审，企业出题、院所答题的机制初步形成。\n众创空间考核全程网上办理，参加考核的{{参加考核众创空间数}}，材料核验、现场核查和公示结果一处可查。',
  },
  {
    section: problems,
    by: 'gaoxin',
    body: '高新技术企业申报启动晚于上年，推荐和认定集中在年底，进度数与上年同期不完全可比。',
  },
  {
    section: `${year + 1}年目标和重点任务`,
    body: '企业培育方面，完善后备企业库，由高新技术发展及产业化处牵头。（待各处室补充）',
  },
];
