// One document as it was issued, with the files to take away, and for staff the way to void it.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { defineForm, f, page } from '#kernel/declare/form.ts';
import { formView } from '#kernel/faces/form-view.ts';
import { call, download, messageOf } from '#ui/api.ts';
import { formatDayText, formatInstant } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, Notice, PageSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { ActionBar } from '#ui/record/action-bar.tsx';
import { useMay, useSession } from '#ui/session.ts';
import { usePathParam } from '#ui/use-search.ts';
import { PaperSheet } from './paper-sheet.tsx';
import { baseOf, documentQuery, type PaperDetail } from './queries.ts';
import './correspondence.css';

const voidFields =
  formView(defineForm(page('作废', { reason: f.longText('作废理由', { help: '例如“收件人写错，已另行编发”' }) }))).pages[0]?.fields ?? [];

function Files({ id }: { id: string }) {
  const { message } = App.useApp();
  const [busy, setBusy] = useState<string | undefined>();
  const take = async (kind: 'word' | 'pdf') => {
    setBusy(kind);
    try {
      await download(`/correspondence/documents/${id}/${kind}`);
    } catch (error) {
      message.error(messageOf(error));
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <>
      <Button loading={busy === 'word'} onClick={() => void take('word')}>
        下载 Word
      </Button>
      <Button type="primary" loading={busy === 'pdf'} onClick={() => void take('pdf')}>
        下载 PDF
      </Button>
    </>
  );
}

function Voiding({ document }: { document: PaperDetail }) {
  const client = useQueryClient();
  const run = async ({ reason }: Readonly<Record<string, unknown>>) => {
    const { says } = await call<{ says: string }>('POST', `/correspondence/documents/${document.id}/void`, { body: { reason } });
    await client.invalidateQueries({ queryKey: ['correspondence'] });
    await client.invalidateQueries({ queryKey: ['casework', 'documents'] });
    await client.invalidateQueries({ queryKey: ['list', 'correspondence.documents'] });
    return says;
  };
  return (
    <ActionBar
      actions={[
        {
          key: 'void',
          label: '作废',
          isAllowed: true,
          isGrave: true,
          consequence: '作废后字号保留，不再使用；收件单位仍可看到本文书及作废理由。',
          fields: voidFields,
          run,
        },
      ]}
    />
  );
}

export default function DocumentPage() {
  const id = usePathParam('id');
  const base = baseOf(useSession());
  const mayVoid = useMay('correspondence/document:void');
  const query = useQuery(documentQuery(id));
  const parent = base === '' ? { label: '文书', href: '/correspondence/documents' } : { label: '我的文书', href: `${base}/documents` };
  if (query.error)
    return (
      <div className="kc-page">
        <PageHead title="文书没有打开" parent={parent} />
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  if (!query.data) return <PageSkeleton />;
  const document = query.data;
  const { voided } = document;
  const casePage = base === '' ? '/casework/cases' : `${base}/cases`;
  return (
    <div className="kc-page">
      <PageHead
        title={document.title}
        parent={parent}
        mark={voided ? <Status tone="off">已作废</Status> : undefined}
        lead={
          <>
            {document.number}，{formatDayText(document.issuedOn)}编发，致 {document.partyName}
            {document.cases.length === 1 && (
              <>
                {' '}
                <AppLink href={`${casePage}/${document.cases[0]}`}>查看办件</AppLink>
              </>
            )}
          </>
        }
        actions={<Files id={id} />}
      />
      {voided && (
        <Notice tone="warn" title={`已于 ${formatInstant(voided.at)} 由${voided.by}作废`}>
          <p>{voided.reason}</p>
        </Notice>
      )}
      <div className="cp-desk">
        <PaperSheet paper={document.paper} />
      </div>
      {mayVoid && !voided && <Voiding document={document} />}
    </div>
  );
}
