// One sheet of an expert: a declaration first, then the application beside the inputs, saved while typing, handed in once.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PrintedPage } from '#kernel/faces/print.ts';
import { apiUrl, call, messageOf } from '#ui/api.ts';
import { AnswerSheet } from '#ui/form/answer-sheet.tsx';
import { formatInstant } from '#ui/format.ts';
import { useGo } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, Notice, PageSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { usePathParam } from '#ui/use-search.ts';
import type { MySheet } from '../wire.ts';
import { mySheetQuery, mySheetsQuery } from './queries.ts';
import { Scoring } from './scoring.tsx';
import { leftWords, sheetStatus } from './words.ts';
import './review.css';

const grounds = [
  '本人现在或近两年内在申报、合作单位任职',
  '在申报单位持股、任顾问，或有其他经济利益关系',
  '与项目负责人、主要成员有夫妻、直系血亲、三代以内旁系血亲或近姻亲关系',
  '与项目负责人、主要成员是师生，或近三年内有合作论文、项目、专利',
  '参与同批同类项目申报，或列入科研失信名单',
];

function Withdraw({ sheet, onCancel }: { sheet: MySheet; onCancel: () => void }) {
  const client = useQueryClient();
  const go = useGo();
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<string | undefined>();
  const send = async () => {
    try {
      await call('POST', `/review/my-sheets/${sheet.id}/withdraw`, { body: { version: sheet.version, reason } });
      await client.invalidateQueries({ queryKey: mySheetsQuery.queryKey });
      go('/review');
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  return (
    <form
      aria-label="退出评审"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label className="rv-count" htmlFor="rv-reason">
        <b>退出原因</b>
        <span>例如：与申报单位有合作关系</span>
      </label>
      <textarea id="rv-reason" className="rv-comment" value={reason} onChange={(event) => setReason(event.target.value)} />
      {failure && (
        <p className="kc-failure" role="alert">
          {failure}
        </p>
      )}
      <div className="rv-buttons">
        <button type="submit" className="kc-button kc-button-main" disabled={reason.trim().length < 2}>
          确认退出
        </button>
        <button type="button" className="kc-button" onClick={onCancel}>
          取消
        </button>
      </div>
    </form>
  );
}

function Declare({ sheet }: { sheet: MySheet }) {
  const client = useQueryClient();
  const [isSure, setSure] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [failure, setFailure] = useState<string | undefined>();
  const send = async () => {
    try {
      const opened = await call<MySheet>('POST', `/review/my-sheets/${sheet.id}/declare`, {
        body: { version: sheet.version, hasNoConflict: true },
      });
      client.setQueryData(mySheetQuery(sheet.id).queryKey, opened);
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  return (
    <Section title="回避声明">
      <p>有下列情形之一的应当回避：</p>
      <ul className="rv-grounds">
        {grounds.map((ground) => (
          <li key={ground}>{ground}</li>
        ))}
      </ul>
      {isLeaving ? (
        <Withdraw sheet={sheet} onCancel={() => setLeaving(false)} />
      ) : (
        <>
          <label className="rv-declare">
            <input type="checkbox" checked={isSure} onChange={(event) => setSure(event.target.checked)} />
            <span>我声明与“{sheet.title}”没有上述关系，对评审材料保密，并对所作评审负责。</span>
          </label>
          {failure && (
            <p className="kc-failure" role="alert">
              {failure}
            </p>
          )}
          <div className="rv-buttons">
            <button type="button" className="kc-button kc-button-main" disabled={!isSure} onClick={() => void send()}>
              打开材料
            </button>
            <button type="button" className="kc-button" onClick={() => setLeaving(true)}>
              应当回避，退出评审
            </button>
          </div>
        </>
      )}
    </Section>
  );
}

function Justify({ sheet }: { sheet: MySheet }) {
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<string | undefined>();
  if (sheet.asked === null) return null;
  const send = async () => {
    try {
      const answered = await call<MySheet>('POST', `/review/my-sheets/${sheet.id}/justify`, { body: { justification: text } });
      client.setQueryData(mySheetQuery(sheet.id).queryKey, answered);
      await client.invalidateQueries({ queryKey: mySheetsQuery.queryKey });
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  return (
    <Notice tone="warn" title={`请说明您的评分：${sheet.asked}`}>
      <textarea aria-label="评分说明" className="rv-comment" value={text} onChange={(event) => setText(event.target.value)} />
      {failure && (
        <p className="kc-failure" role="alert">
          {failure}
        </p>
      )}
      <button type="button" className="kc-button kc-button-main" disabled={text.trim().length < 10} onClick={() => void send()}>
        提交说明
      </button>
    </Notice>
  );
}

function Application({ sheet }: { sheet: MySheet }) {
  return (
    <div>
      <AnswerSheet pages={(sheet.pages ?? []) as readonly PrintedPage[]} />
      {sheet.files.length > 0 && (
        <Section title="附件">
          <ul className="kc-related">
            {sheet.files.map((file) => (
              <li key={file.sha256 + file.label}>
                <a href={apiUrl(`/review/my-sheets/${sheet.id}/files/${file.sha256}`)} target="_blank" rel="noreferrer">
                  {file.label}
                </a>
                <span className="kc-related-hint">{file.fileName}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

export default function SheetPage() {
  const id = usePathParam('id');
  const { data: sheet, error, refetch } = useQuery(mySheetQuery(id));
  const [isLeaving, setLeaving] = useState(false);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (sheet === undefined) return <PageSkeleton />;
  const left = leftWords(sheet.dueAt, new Date());
  const [tone, word] = sheet.status === 'open' ? [left.tone, left.words] : (sheetStatus[sheet.status] ?? ['plain', '']);
  return (
    <div className="kc-page">
      <PageHead
        title={sheet.title}
        parent={{ label: '评审任务', href: '/review' }}
        mark={<Status tone={tone}>{word}</Status>}
        lead={`${sheet.dossier}${sheet.number === null ? '' : `，受理编号 ${sheet.number}`}，请于 ${formatInstant(sheet.dueAt)} 前提交`}
      />
      <Justify sheet={sheet} />
      {sheet.justification !== null && <Notice title="您的评分说明">{sheet.justification}</Notice>}
      {sheet.status === 'withdrawn' && <Notice title="您已退出这份评审" />}
      {sheet.pages === null && sheet.status === 'open' && <Declare sheet={sheet} />}
      {sheet.pages !== null && (
        <div className="rv-columns">
          <Application sheet={sheet} />
          <div className="rv-score">
            <Scoring key={sheet.status} sheet={sheet} />
            {sheet.status === 'open' &&
              (isLeaving ? (
                <Withdraw sheet={sheet} onCancel={() => setLeaving(false)} />
              ) : (
                <button type="button" className="kc-button" onClick={() => setLeaving(true)}>
                  退出评审
                </button>
              ))}
          </div>
        </div>
      )}
    </div>
  );
}
