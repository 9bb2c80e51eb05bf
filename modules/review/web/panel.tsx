// A panel for the office: who sits and who has handed in, each case's aggregate step by step, how it was drawn, and what comes next.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import { formatDayText, formatInstant } from '#ui/format.ts';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, Notice, PageSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { ActionBar, type ActionChoice } from '#ui/record/action-bar.tsx';
import { RecordPage } from '#ui/record/record-page.tsx';
import { useMay } from '#ui/session.ts';
import { usePathParam } from '#ui/use-search.ts';
import type { PanelDetail } from '../wire.ts';
import { DrawRecord } from './draw-record.tsx';
import { JudgedCases } from './judged-cases.tsx';
import { leavingFields, noteField } from './panel-fields.ts';
import { panelChanged, panelQuery } from './queries.ts';
import { Seats } from './seats.tsx';
import { panelStatus } from './words.ts';
import './review.css';

const parent = { label: '评审组', href: '/panels' };

function useChoices(panel: PanelDetail | undefined): readonly ActionChoice[] {
  const client = useQueryClient();
  const may = useMay('review/panel:manage');
  if (panel === undefined || !may || panel.status === 'concluded' || panel.status === 'cancelled') return [];
  const send = async (verb: string, body: Readonly<Record<string, unknown>>) => {
    const changed = await call<PanelDetail>('POST', `/review/panels/${panel.id}/${verb}`, { body: { version: panel.version, ...body } });
    await panelChanged(client, changed);
    return changed;
  };
  const why = (whyNot: string | null) => ({ isAllowed: whyNot === null, ...(whyNot !== null && { whyNot }) });
  const isOpen = panel.status === 'open';
  const hasReserve = panel.seats.some(({ status }) => status === 'reserve');
  const replace: ActionChoice = {
    key: 'replace',
    label: '替换专家',
    isAllowed: true,
    consequence: '该专家未提交的评分表收回，由备选专家按抽取顺序替补；应回避的，已提交的评分表同时作废。',
    fields: leavingFields(panel),
    run: async (answers) => {
      const { seat, reason, kind } = answers as { seat: string; reason: string; kind: string };
      const changed = await send('replace', { seat, reason, isConflict: kind !== 'other', isHidden: kind === 'hidden' });
      return changed.vacancies.length === 0 ? '已由备选专家替补。' : '专家已退出，没有可替补的备选专家，请追加抽取。';
    },
  };
  const more: ActionChoice = {
    key: 'more',
    label: '追加抽取',
    ...why(panel.vacancies.length > 0 || !hasReserve ? null : '备选专家尚有余，无须追加'),
    consequence: '从专家库中续抽备选专家，并补上空缺席位；抽取种子留痕。',
    run: async () => {
      await send('draw-more', {});
      return '已追加抽取备选专家。';
    },
  };
  const open: ActionChoice = {
    key: 'open',
    label: '通知专家',
    ...why(panel.whyNotOpen),
    isMain: true,
    consequence: `为 ${panel.size} 位专家开出 ${panel.size * panel.judged.length} 份评分表，材料按现在的内容固定，办件记为已组建评审组。`,
    run: async () => {
      await send('open', {});
      return '已通知专家，评分表已开出。';
    },
  };
  const conclude: ActionChoice = {
    key: 'conclude',
    label: '评审汇总',
    ...why(panel.whyNotConclude),
    isMain: true,
    consequence: `得分、推荐票和名次记入 ${panel.judged.length} 件办件，转入下一环节；汇总后不能再修改。`,
    fields: [noteField],
    run: async ({ note }) => {
      await send('conclude', typeof note === 'string' && note !== '' ? { note } : {});
      return '评审结果已记入办件。';
    },
  };
  return isOpen ? [conclude, replace, more] : [open, replace, more];
}

function Warnings({ panel }: { panel: PanelDetail }) {
  const leaving = panel.seats.filter(({ wantsOut }) => wantsOut !== null);
  const without = panel.seats.filter(({ status, hasAccount }) => status === 'seated' && !hasAccount);
  const isAlive = panel.status === 'drawn' || panel.status === 'open';
  if (!isAlive) return null;
  return (
    <>
      {panel.vacancies.length > 0 && <Notice tone="bad" title={`${panel.vacancies.join('、')}号席空缺，评审组人数不足，请追加抽取。`} />}
      {leaving.map((seat) => (
        <Notice key={seat.id} tone="warn" title={`${seat.seat}号席${seat.name}申请退出：${seat.wantsOut}`}>
          请办理“替换专家”，由备选专家替补。
        </Notice>
      ))}
      {without.length > 0 && (
        <Notice tone="warn" title={`${without.map(({ name }) => name).join('、')}还没有评审账户，不能登录评分。`}>
          请系统管理员开设专家账户后，在专家档案中对应；评分表会自动转到该账户。
        </Notice>
      )}
    </>
  );
}

export default function PanelPage() {
  const id = usePathParam('id');
  const { data: panel, error, refetch } = useQuery(panelQuery(id));
  const choices = useChoices(panel);
  if (error)
    return (
      <div className="kc-page">
        <PageHead title="评审组没有打开" parent={parent} />
        <ErrorState error={error} onRetry={() => void refetch()} />
      </div>
    );
  if (panel === undefined) return <PageSkeleton />;
  const [tone, word] = panelStatus[panel.status] ?? ['plain', panel.status];
  return (
    <RecordPage
      title={panel.name}
      parent={parent}
      mark={<Status tone={tone}>{word}</Status>}
      lead={`${panel.number}，${panel.programmeName}，${formatDayText(panel.reviewDay)}评审，评分截止 ${formatInstant(panel.dueAt)}${panel.isBlinded ? '，向专家隐去申报单位' : ''}`}
      above={<Warnings panel={panel} />}
      tabs={[
        { key: 'cases', label: '申请与汇总', count: panel.judged.length, content: <JudgedCases panel={panel} /> },
        {
          key: 'seats',
          label: '专家',
          count: panel.seats.filter(({ status }) => status === 'seated').length,
          content: <Seats panel={panel} />,
        },
        { key: 'draw', label: '抽取记录', content: <DrawRecord panel={panel} /> },
      ]}
      foot={<ActionBar actions={choices} idle={panel.status === 'concluded' ? '评审已汇总，结果在各办件中' : '由市科技局业务处室办理'} />}
    />
  );
}
