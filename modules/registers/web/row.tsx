// One row as a record: what it says, its records of each year, who changed what when; changed, revealed and removed in place.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { formOfView } from '#kernel/faces/form-view.ts';
import { printAnswers } from '#kernel/faces/print.ts';
import { call } from '#ui/api.ts';
import { AnswerSheet } from '#ui/form/answer-sheet.tsx';
import { type Entries, EntryForm } from '#ui/form/entry-form.tsx';
import { AppLink, useGo } from '#ui/link.tsx';
import { ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { RecordPage } from '#ui/record/record-page.tsx';
import { useMay } from '#ui/session.ts';
import { usePathParam } from '#ui/use-search.ts';
import type { RowDetail } from '../wire.ts';
import { refreshRegisters, registerQuery, rowQuery, type ShownRegister } from './queries.ts';
import { RowForm } from './row-form.tsx';
import { historyItems } from './row-panel.tsx';
import { Standing } from './row-words.tsx';
import { Years } from './years.tsx';
import './registers.css';

type Doing = 'edit' | 'reveal' | 'remove' | undefined;

const reason = (label: string) =>
  ({ key: 'reason', kind: 'long-text', label, required: true, maxLength: 500, help: '写入审计记录' }) as const;

interface PartProps {
  readonly register: ShownRegister;
  readonly row: RowDetail;
  readonly onClose: () => void;
}

function Removing({ register, row, onClose }: PartProps) {
  const client = useQueryClient();
  const go = useGo();
  return (
    <EntryForm
      label="删除这条记录"
      fields={[reason('删除理由')]}
      consequence={`将从${register.name}中删除“${row.title}”，计入的指标随之冲销；修改经过保留。不再有效的请改状态，不要删除。`}
      send="确认删除"
      isGrave
      run={async (entries) => {
        await call('POST', `/registers/rows/${row.id}/remove`, { body: { version: row.version, reason: entries.reason } });
        go(`/registers/${register.id}`, { replace: true });
        await refreshRegisters(client);
        return `已删除“${row.title}”。`;
      }}
      onDone={onClose}
      onCancel={onClose}
    />
  );
}

function Revealing({ row, onClose, onRevealed }: Omit<PartProps, 'register'> & { onRevealed: (answers: Entries) => void }) {
  return (
    <EntryForm
      label="查看完整的个人信息"
      fields={[reason('查看理由')]}
      consequence="电话等个人信息平时脱敏显示。写明理由后可以查看和修改。"
      send="查看"
      run={async (entries) => {
        const { answers } = await call<{ answers: Entries }>('POST', `/registers/rows/${row.id}/reveal`, {
          body: { reason: entries.reason },
        });
        onRevealed(answers);
        return '已显示完整信息，本次查看已记录。';
      }}
      onDone={onClose}
      onCancel={onClose}
    />
  );
}

function Buttons({ row, may, onDo }: { row: RowDetail; may: { reveal: boolean }; onDo: (doing: Doing) => void }) {
  return (
    <span className="rs-head-links rs-row-ways">
      {row.mayEdit && (
        <Button type="primary" onClick={() => onDo('edit')}>
          修改
        </Button>
      )}
      {may.reveal && <Button onClick={() => onDo('reveal')}>查看完整个人信息</Button>}
      {row.mayEdit && (
        <Button danger onClick={() => onDo('remove')}>
          删除
        </Button>
      )}
    </span>
  );
}

function Facts({ register, row }: { register: ShownRegister; row: RowDetail }) {
  const [doing, setDoing] = useState<Doing>();
  const [revealed, setRevealed] = useState<Entries | undefined>();
  const mayUnmask = useMay('registers/row:unmask');
  const close = () => setDoing(undefined);
  const mayReveal = mayUnmask && row.mayEdit && revealed === undefined && row.personal.some((key) => row.answers[key] !== undefined);
  // An answer that is not there yet hides nothing.
  const open = row.personal.every((key) => row.answers[key] === undefined) ? {} : revealed;
  if (doing === 'edit')
    return <RowForm register={register} row={row} {...(open === undefined ? {} : { revealed: open })} onDone={close} onCancel={close} />;
  return (
    <>
      {doing === 'remove' && <Removing register={register} row={row} onClose={close} />}
      {doing === 'reveal' && <Revealing row={row} onClose={close} onRevealed={setRevealed} />}
      {doing === undefined && <Buttons row={row} may={{ reveal: mayReveal }} onDo={setDoing} />}
      <AnswerSheet pages={printAnswers(formOfView(register.form), { ...row.answers, ...revealed })} />
    </>
  );
}

function RowRecord({ register, row }: { register: ShownRegister; row: RowDetail }) {
  const { yearly } = register;
  return (
    <RecordPage
      title={row.title}
      parent={{ label: register.name, href: `/registers/${register.id}` }}
      mark={<Standing row={row} />}
      lead={row.party === null ? undefined : <AppLink href={`/registry/parties/${row.party}`}>主体档案：{row.partyName ?? '查看'}</AppLink>}
      tabs={[
        { key: 'facts', label: '登记内容', content: <Facts key={row.version} register={register} row={row} /> },
        ...(yearly === null
          ? []
          : [{ key: 'years', label: yearly.name, count: row.years.length, content: <Years yearly={yearly} row={row} /> }]),
      ]}
      timeline={historyItems(row.history)}
      timelineTitle="修改经过"
    />
  );
}

export default function Row() {
  const query = useQuery(rowQuery(usePathParam('id')));
  const register = useQuery(registerQuery(query.data?.register ?? ''));
  const error = query.error ?? register.error;
  if (error) return <ErrorState error={error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined || register.data === undefined) return <PageSkeleton />;
  return <RowRecord register={register.data} row={query.data} />;
}
