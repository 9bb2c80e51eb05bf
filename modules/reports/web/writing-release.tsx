// Whether a signed report is open to anyone, and the way there and back.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#ui/api.ts';
import { EntryForm } from '#ui/form/entry-form.tsx';
import { ErrorState } from '#ui/page/states.tsx';
import { useMay } from '#ui/session.ts';
import type { WorkDone } from '../model/writer/work-shapes.ts';

const whyField = { key: 'why', kind: 'text', label: '撤下理由', required: true, maxLength: 200, help: '写入审计记录' } as const;

export function ReleasePanel({ report }: { report: string }) {
  const may = useMay('reports/report:sign');
  const client = useQueryClient();
  const queryKey = ['reports', 'work', report, 'release'];
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => call<{ isReleased: boolean }>('GET', `/reports/own/${report}/release`, { signal }),
  });
  const [says, setSays] = useState<string | undefined>();
  const [failure, setFailure] = useState<unknown>();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const release = async () => {
    setFailure(undefined);
    try {
      setSays((await call<WorkDone>('POST', `/reports/own/${report}/release`)).says);
      await client.invalidateQueries({ queryKey });
    } catch (error) {
      setFailure(error);
    }
  };
  if (query.data === undefined) return null;
  const { isReleased } = query.data;
  return (
    <section aria-label="向社会公开">
      <h3>向社会公开</h3>
      <p role="status">
        {says ?? (isReleased ? '已公开，任何人都可以查看签发时的文字和数据。' : '还没有公开。公开后任何人都可以查看签发时的文字和数据。')}
      </p>
      {failure !== undefined && <ErrorState error={failure} />}
      {isReleased && (
        <p>
          <a href={`/public/reports/${report}`} target="_blank" rel="noreferrer">
            公众看到的页面
          </a>
        </p>
      )}
      {may && !isReleased && (
        <button type="button" className="kc-button" onClick={() => void release()}>
          向社会公开
        </button>
      )}
      {may && isReleased && !isWithdrawing && (
        <button type="button" className="kc-button" onClick={() => setWithdrawing(true)}>
          从公开页撤下
        </button>
      )}
      {isWithdrawing && (
        <EntryForm
          label="从公开页撤下"
          fields={[whyField]}
          consequence="公众不再看到这份报告，签发的定稿不变。"
          send="撤下"
          isGrave
          run={async ({ why }) => {
            const done = await call<WorkDone>('POST', `/reports/own/${report}/release/withdraw`, { body: { why } });
            setSays(done.says);
            await client.invalidateQueries({ queryKey });
            return done.says;
          }}
          onDone={() => setWithdrawing(false)}
          onCancel={() => setWithdrawing(false)}
        />
      )}
    </section>
  );
}
