// The follow-up of bad ratings: whom to call by when, what was found, and the answer that is owed.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { defineForm, f, page } from '#kernel/declare/form.ts';
import { formView } from '#kernel/faces/form-view.ts';
import { call } from '#ui/api.ts';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Status, type Tone } from '#ui/page/status.tsx';
import { ActionBar, type ActionChoice } from '#ui/record/action-bar.tsx';
import { FactList, Section } from '#ui/record/fact-list.tsx';
import type { FollowUp } from '../wire.ts';
import { followUpsQuery } from './queries.ts';
import './service.css';

const fieldsOf = (form: Parameters<typeof formView>[0]) => formView(form).pages.flatMap((each) => each.fields);
const contactFields = fieldsOf(
  defineForm(
    page('回访', {
      way: f.choice('回访方式', [
        { code: 'phone', name: '电话' },
        { code: 'visit', name: '上门' },
      ] as const),
      facts: f.longText('核实情况'),
      isFounded: f.yesNo('评价属实'),
    }),
  ),
);
const replyFields = fieldsOf(
  defineForm(page('整改答复', { measures: f.longText('整改措施'), reply: f.longText('对评价人的答复', { help: '将原文告知评价人' }) })),
);

function clockOf({ left, standing }: FollowUp): { tone: Tone; words: string } {
  if (left === null) return { tone: 'off', words: standing };
  if (left < 0) return { tone: 'bad', words: `${standing}，超期 ${-left} 个工作日` };
  return { tone: left <= 1 ? 'warn' : 'wait', words: `${standing}，${left === 0 ? '今日到期' : `剩 ${left} 个工作日`}` };
}

function actionsOf(row: FollowUp): ActionChoice[] {
  const send = (path: string) => async (data: Readonly<Record<string, unknown>>) =>
    (await call<{ says: string }>('POST', `/service/follow-ups/${row.id}/${path}`, { body: { version: row.version, ...data } })).says;
  if (row.contactedOn === null)
    return [
      {
        key: 'contact',
        label: '登记回访',
        isAllowed: true,
        isMain: true,
        consequence: `核实后须在 ${row.replyDue} 前整改并答复评价人。`,
        fields: contactFields,
        run: send('contact'),
      },
    ];
  if (row.repliedOn === null)
    return [
      {
        key: 'reply',
        label: '整改答复',
        isAllowed: true,
        isMain: true,
        consequence: '答复将原文告知评价人，对方可以再评价一次。',
        fields: replyFields,
        run: send('reply'),
      },
    ];
  return [];
}

function Row({ row }: { row: FollowUp }) {
  const client = useQueryClient();
  const { tone, words } = clockOf(row);
  const actions = actionsOf(row);
  return (
    <Section title={row.item} note={row.division} action={<AppLink href={`/casework/cases/${row.id}`}>打开办件</AppLink>}>
      <FactList
        facts={[
          { label: '进展', value: <Status tone={tone}>{words}</Status> },
          { label: '评价', value: row.levelName, note: `${row.ratedOn} 评价` },
          { label: '评价人', value: row.partyName, note: '不告知经办窗口' },
          { label: '具体方面', value: row.reasons.join('、') || '未选择' },
          { label: '意见', value: row.comment ?? '没有留下意见', wide: true },
          { label: '回访期限', value: row.contactDue, note: row.contactedOn === null ? undefined : `${row.contactedOn} 已回访` },
          { label: '答复期限', value: row.replyDue, note: row.repliedOn === null ? undefined : `${row.repliedOn} 已答复` },
        ]}
      />
      {actions.length > 0 && (
        <div className="sv-follow">
          <ActionBar actions={actions} onDone={() => void client.invalidateQueries({ queryKey: followUpsQuery.queryKey })} />
        </div>
      )}
    </Section>
  );
}

export default function FollowUps() {
  const query = useQuery(followUpsQuery);
  return (
    <div className="kc-page">
      <PageHead title="差评回访" lead="一个工作日内回访核实，十五个工作日内整改并答复，对方可以再评价一次。" />
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <TableSkeleton rows={4} />}
      {query.data?.length === 0 && <EmptyState title="没有待回访的差评" how="申请单位评价“不满意”或“非常不满意”后会列在这里。" />}
      {query.data?.map((row) => (
        <Row key={`${row.id}/${row.version}`} row={row} />
      ))}
    </div>
  );
}
