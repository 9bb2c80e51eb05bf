// The fixed closing texts of each kind of document, as the bureau words them.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { call, messageOf } from '#ui/api.ts';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { useMay } from '#ui/session.ts';
import type { WordingsView } from '../wire.ts';
import { wordingsQuery } from './queries.ts';
import './correspondence.css';

type Closing = WordingsView['closings'][number];

function Wording({ closing, mayChange }: { closing: Closing; mayChange: boolean }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [value, setValue] = useState(closing.value);
  const [isBusy, setBusy] = useState(false);
  const save = async (text: string) => {
    setBusy(true);
    try {
      const { says } = await call<{ says: string }>('PUT', `/correspondence/wordings/${closing.name}`, { body: { value: text } });
      message.success(says);
      await client.invalidateQueries({ queryKey: wordingsQuery.queryKey });
    } catch (error) {
      message.error(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="cp-wording">
      <h2>
        <label htmlFor={closing.name}>{closing.kindName}</label>
        {closing.isOwn && <small>本局用语</small>}
      </h2>
      <Input.TextArea
        id={closing.name}
        value={value}
        readOnly={!mayChange}
        autoSize={{ minRows: 2 }}
        maxLength={1000}
        onChange={(event) => setValue(event.target.value)}
      />
      {mayChange && (
        <div className="cp-message-ways">
          <Button disabled={value.trim() === closing.value} loading={isBusy} onClick={() => void save(value)}>
            保存
          </Button>
          {closing.isOwn && (
            <button type="button" className="cp-link" onClick={() => void save('').then(() => setValue(closing.usual))}>
              恢复通用写法
            </button>
          )}
        </div>
      )}
    </section>
  );
}

export default function Wordings() {
  const query = useQuery(wordingsQuery);
  const mayChange = useMay('correspondence/wording:manage');
  return (
    <div className="kc-page">
      <PageHead
        title="文书固定用语"
        parent={{ label: '文书', href: '/correspondence/documents' }}
        lead="每个文种结尾的固定文字。改写后只影响此后编发的文书。"
      />
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <TableSkeleton rows={8} />}
      {query.data?.closings.map((closing) => (
        <Wording key={`${closing.name}${closing.isOwn}`} closing={closing} mayChange={mayChange} />
      ))}
    </div>
  );
}
