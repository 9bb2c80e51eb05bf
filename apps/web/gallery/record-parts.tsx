// Records and cases with fictional content, and the states that any page can be in.
import { Button } from 'antd';
import { formOfView } from '#kernel/faces/form-view.ts';
import { printAnswers } from '#kernel/faces/print.ts';
import { ApiError } from '#ui/api.ts';
import { AnswerSheet } from '#ui/form/answer-sheet.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, Notice, TableSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { ActionBar } from '#ui/record/action-bar.tsx';
import { CaseHead } from '#ui/record/case-head.tsx';
import { Clock } from '#ui/record/clock.tsx';
import { FactList, Section } from '#ui/record/fact-list.tsx';
import { FindingsList, type FindingView } from '#ui/record/findings-list.tsx';
import { RecordPage } from '#ui/record/record-page.tsx';
import { RelatedList } from '#ui/record/related-list.tsx';
import type { TimelineItem } from '#ui/record/timeline.tsx';
import { answers, form } from './form-parts.tsx';

const timeline: readonly TimelineItem[] = [
  { id: '5', at: '2026-06-12T02:32:00Z', who: '王立（澜东区税务局）', what: '出具核查意见：研发费用加计扣除与申报一致', tone: 'good' },
  { id: '4', at: '2026-06-10T07:05:00Z', who: '张青（澜东区科技局）', what: '受理，转区税务局、区财政局核查', tone: 'wait' },
  { id: '3', at: '2026-06-08T01:40:00Z', who: '周敏（恒越精密传动）', what: '补正后再次提交' },
  {
    id: '2',
    at: '2026-06-03T03:11:00Z',
    who: '张青（澜东区科技局）',
    what: '退回补正',
    tone: 'warn',
    note: '科技人员名单缺 2 人劳动合同，请补传后于 2026年6月24日 前提交。',
  },
  { id: '1', at: '2026-06-01T08:20:00Z', who: '周敏（恒越精密传动）', what: '提交申报' },
];

function Facts() {
  return (
    <>
      <FactList
        title="基本情况"
        facts={[
          { label: '法定代表人', value: '陈启明' },
          { label: '成立日期', value: '2016-04-18' },
          { label: '注册资本', value: '5,000万元' },
          { label: '登记状态', value: '存续' },
          { label: '所属行业', value: 'C3453 齿轮及齿轮减、变速箱制造' },
          { label: '上市挂牌', value: null },
          { label: '注册地址', value: '澜江市澜东区创新路 18 号', wide: true },
        ]}
      />
      <FactList
        title="经营与研发（2025年度）"
        facts={[
          { label: '营业收入', value: '3.25亿元', note: '税务申报' },
          { label: '研发费用', value: '1,872.4万元', note: '汇算清缴' },
          { label: '研发占比', value: '5.76%' },
          { label: '职工总数', value: '264 人', note: '社保' },
        ]}
      />
      <RelatedList
        title="在办事项"
        items={[
          {
            id: '1',
            title: '高新技术企业认定（2026年第二批）',
            href: '/gallery/case',
            hint: 'LJ-2026-00317',
            mark: <Status tone="wait">区税务局核查</Status>,
          },
          {
            id: '2',
            title: '研发费用后补助',
            href: '/gallery/case',
            hint: 'LJ-2026-00098',
            mark: <Status tone="good">已拨付</Status>,
          },
        ]}
      />
      <RelatedList title="技术合同" items={[]} empty="还没有登记技术合同" />
    </>
  );
}

export function RecordPart() {
  return (
    <RecordPage
      title="澜江恒越精密传动有限公司"
      parent={{ label: '企业名录', href: '/gallery/list' }}
      mark={<Status tone="good">高新技术企业，有效至 2028-11-30</Status>}
      lead="91990102MA1000017A　澜东区　先进制造与自动化"
      actions={
        <>
          <Button type="primary">编辑资料</Button>
          <Button>打印画像</Button>
        </>
      }
      timeline={timeline}
      timelineTitle="最近动态"
      tabs={[
        {
          key: 'facts',
          label: '概况',
          content: <Facts />,
        },
        { key: 'titles', label: '资质', count: 3, content: <EmptyState title="资质列表" /> },
        { key: 'money', label: '资金', count: 5, content: <EmptyState title="资金列表" /> },
      ]}
    />
  );
}

const findings: readonly FindingView[] = [
  {
    rule: 'age',
    says: '企业注册成立一年以上',
    status: 'met',
    actual: '10 年 2 个月',
    required: '满 1 年',
    cites: { document: '国科发火〔2016〕32号', article: '第十一条(一)' },
    missing: [],
  },
  {
    rule: 'researcher-share',
    says: '科技人员占企业当年职工总数的比例不低于 10%',
    status: 'unmet',
    actual: '8.33%（22/264 人）',
    required: '不低于 10%',
    cites: { document: '国科发火〔2016〕32号', article: '第十一条(四)' },
    missing: [],
    wouldPass: ['科技人员数由 22 人增至 27 人即符合'],
  },
  {
    rule: 'rd-share',
    says: '近三个会计年度研究开发费用总额占同期销售收入总额的比例不低于 3%',
    status: 'unknown',
    actual: null,
    required: '不低于 3%',
    cites: { document: '国科发火〔2016〕32号', article: '第十一条(五)' },
    missing: ['2023年度研究开发费用'],
  },
  {
    rule: 'high-tech',
    says: '近一年高新技术产品（服务）收入占总收入的比例不低于 60%',
    status: 'met',
    actual: '64%',
    required: '不低于 60%',
    cites: { document: '国科发火〔2016〕32号', article: '第十一条(六)' },
    missing: [],
  },
];

function Head() {
  return (
    <CaseHead
      waitsFor="等待澜东区财政局意见"
      next="意见齐后由澜东区科技局推荐至市科技局"
      clock={{ dueOn: '2026-06-17', left: 3, colour: 'amber' }}
      steps={[
        { key: '1', label: '企业提交', state: 'done', note: '2026-06-08' },
        { key: '2', label: '区级核查', state: 'now', note: '10 个工作日' },
        { key: '3', label: '区级推荐', state: 'todo' },
        { key: '4', label: '专家评审', state: 'todo' },
        { key: '5', label: '公示', state: 'todo', note: '10 个工作日' },
        { key: '6', label: '颁证', state: 'todo' },
      ]}
    />
  );
}

function Actions() {
  return (
    <ActionBar
      actions={[
        {
          key: 'agree',
          label: '同意推荐',
          isMain: true,
          isAllowed: false,
          whyNot: '区财政局尚未出具意见',
          consequence: '',
          run: async () => '',
        },
        {
          key: 'return',
          label: '退回补正',
          isAllowed: true,
          isGrave: true,
          consequence: '退回后计时暂停，企业须在 15 个工作日内补正；逾期未补正的，本次申报终止。',
          fields: [{ key: 'reason', kind: 'long-text', label: '需要补正的内容', required: true, maxLength: 300 }],
          run: async () => '已退回，企业会收到短信和站内通知；补正后自动回到您的待办。',
        },
        {
          key: 'extend',
          label: '延长期限',
          isAllowed: true,
          consequence: '延长 5 个工作日，须说明理由，企业可见。',
          run: async () => '',
        },
      ]}
    />
  );
}

export function CasePart() {
  return (
    <RecordPage
      title="高新技术企业认定：澜江恒越精密传动有限公司"
      parent={{ label: '2026年第二批', href: '/gallery/list' }}
      mark={<Status tone="wait">区级核查</Status>}
      lead="LJ-2026-00317　2026年6月8日提交"
      above={<Head />}
      timeline={timeline}
      foot={<Actions />}
      tabs={[
        {
          key: 'check',
          label: '条件核查',
          content: (
            <FindingsList
              findings={findings}
              note="按 2026年6月8日 有效条件，依据企业填报与税务数据"
              missingHref={(label) => <a href="#answers">{label}</a>}
            />
          ),
        },
        { key: 'form', label: '申报内容', content: <AnswerSheet pages={printAnswers(formOfView(form), answers)} /> },
        { key: 'files', label: '材料', count: 6, content: <EmptyState title="材料列表" /> },
      ]}
    />
  );
}

function Notices() {
  return (
    <Section title="提示">
      <Notice title="本批次将于 2026年6月30日 17:00 截止">截止后不再受理；已保存未提交的申报自动作废。</Notice>
      <Notice tone="good" title="已提交，澜东区科技局将在 10 个工作日内核查" />
      <Notice tone="warn" title="网络已断开">
        您填写的内容已留在本机，恢复后自动保存。
      </Notice>
      <ErrorState
        error={
          new ApiError(422, 'RULES', '导入未执行：有 2 行不符合要求。', [
            { where: '第 37 行 统一社会信用代码', message: '第 18 位校验不符，应为 X；请核对营业执照' },
            { where: '第 52 行 营业收入', message: '应为数字，“约一百万”不能识别，请只填数字' },
          ])
        }
        onRetry={() => {}}
      />
    </Section>
  );
}

export function StatesPart() {
  return (
    <div className="kc-page">
      <PageHead title="各种状态" mark={<Status tone="warn">90 日内到期</Status>} />
      <Section title="状态词">
        <p>
          {(['plain', 'wait', 'good', 'warn', 'bad', 'off'] as const).map((tone) => (
            <span key={tone} style={{ marginRight: 24 }}>
              <Status tone={tone}>
                {{ plain: '未认定', wait: '申报中', good: '有效', warn: '将到期', bad: '已逾期', off: '已失效' }[tone]}
              </Status>
            </span>
          ))}
        </p>
      </Section>
      <Section title="时钟">
        <p>
          {[
            { dueOn: '2026-06-30', left: 8, colour: 'green' as const },
            { dueOn: '2026-06-17', left: 2, colour: 'amber' as const },
            { dueOn: '2026-06-12', left: 0, colour: 'amber' as const },
            { dueOn: '2026-06-10', left: -2, colour: 'red' as const },
            { dueOn: null, left: null, colour: 'paused' as const },
          ].map((reading) => (
            <span key={String(reading.left)} style={{ marginRight: 24 }}>
              <Clock reading={reading} withDay />
            </span>
          ))}
        </p>
      </Section>
      <Notices />
      <Section title="载入">
        <TableSkeleton rows={3} />
      </Section>
    </div>
  );
}
