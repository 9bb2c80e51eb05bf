// What is laid open: the words prepared for the next list of a call, with a preview, and the lists that stand or have stood.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { call, messageOf } from '#ui/api.ts';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { useMay } from '#ui/session.ts';
import type { PublicationView } from '../model/publication-views.ts';
import { ComingList, PublicationEditor } from './publication-editor.tsx';
import './casework.css';

const key = ['casework', 'publications'];

function Withdrawing({ publication, onClose }: { publication: PublicationView; onClose: () => void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const withdraw = async () => {
    try {
      const body = { version: publication.version, reason: reason.trim() };
      await call('POST', `/casework/publications/${publication.id}/withdraw`, { body });
      message.success('已撤下，公众不再看到这份公示。');
      await client.invalidateQueries({ queryKey: key });
      onClose();
    } catch (error) {
      message.error(messageOf(error));
    }
  };
  return (
    <Modal
      open
      title={`撤下“${publication.title}”`}
      okText="撤下"
      cancelText="不撤"
      okButtonProps={{ danger: true, disabled: reason.trim().length < 2 }}
      onOk={() => void withdraw()}
      onCancel={onClose}
    >
      <label htmlFor="withdraw-reason">撤下的理由（记入审计）</label>
      <Input.TextArea id="withdraw-reason" value={reason} maxLength={200} rows={3} onChange={(event) => setReason(event.target.value)} />
    </Modal>
  );
}

function Standing({ publication, mayManage }: { publication: PublicationView; mayManage: boolean }) {
  const [open, setOpen] = useState<'amend' | 'withdraw' | null>(null);
  const isDecision = publication.kind === 'decision';
  const isSeen = ['公示中', '已期满', '已公布'].includes(publication.standing);
  const tone = publication.standing === '公示中' || isDecision ? 'good' : isSeen ? 'plain' : 'off';
  return (
    <li>
      <div>
        {isSeen ? (
          <a
            className="cw-call-name"
            href={`/public/${isDecision ? 'decisions' : 'notices'}/${publication.id}`}
            target="_blank"
            rel="noreferrer"
          >
            {publication.title}
          </a>
        ) : (
          <strong>{publication.title}</strong>
        )}
        <span className="cw-call-facts">
          <Status tone={tone}>{publication.standing}</Status>
          {publication.number !== null && <span>{publication.number}</span>}
          <span>{isDecision ? `${publication.from} 公布` : `${publication.from} 至 ${publication.until}`}</span>
          <span>{publication.rows.length} 项</span>
          {!isDecision && <span>{publication.keeps ? '期满后保留' : '期满后撤下'}</span>}
        </span>
      </div>
      {mayManage && isSeen && (
        <div className="cw-buttons">
          <Button onClick={() => setOpen('amend')}>更正文字</Button>
          <Button onClick={() => setOpen('withdraw')}>撤下</Button>
        </div>
      )}
      {open === 'amend' && (
        <PublicationEditor
          title="更正公示文字"
          address={`/casework/publications/${publication.id}`}
          text={publication}
          done="已更正，公众看到的即为更正后的文字。"
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'withdraw' && <Withdrawing publication={publication} onClose={() => setOpen(null)} />}
    </li>
  );
}

function List({ asked, title, none }: { asked: Readonly<Record<string, string>>; title: string; none: string }) {
  const mayManage = useMay('casework/publication:manage');
  const found = useQuery({
    queryKey: [...key, asked],
    queryFn: ({ signal }) => call<{ rows: PublicationView[]; total: number }>('GET', '/casework/publications', { query: asked, signal }),
  });
  return (
    <Section title={title} note={found.data === undefined ? undefined : `${found.data.total} 份`}>
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <TableSkeleton rows={3} />}
      {found.data?.rows.length === 0 && <EmptyState title={none} />}
      <ul className="cw-calls">
        {found.data?.rows.map((publication) => (
          <Standing key={`${publication.id}/${publication.version}`} publication={publication} mayManage={mayManage} />
        ))}
      </ul>
    </Section>
  );
}

export default function Publications() {
  const mayManage = useMay('casework/publication:manage');
  return (
    <div className="kc-page">
      <PageHead
        title="公示和结果公布"
        lead="审定同意后，同一批次一起进入公示的办件自动成为一份名单；只公开名称、所在地、受理编号和事项声明公开的项目。"
        actions={<AppLink href="/public/notices">公众看到的页面</AppLink>}
      />
      {mayManage && <ComingList />}
      <List asked={{ standing: 'running' }} title="公示中" none="目前没有公示中的名单" />
      <List asked={{ kind: 'decision' }} title="结果公布" none="还没有公布的结果；公示期满、异议处理完毕后自动公布" />
      <List asked={{ standing: 'over' }} title="往期公示" none="没有往期公示" />
    </div>
  );
}
