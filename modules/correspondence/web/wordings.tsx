// The fixed closing texts of each kind of document and the codes of document numbers, as the bureau words them.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { call, messageOf } from '#ui/api.ts';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { useMay } from '#ui/session.ts';
import type { WordingsView } from '../wire.ts';
import { wordingsQuery } from './queries.ts';
import './correspondence.css';

type Closing = WordingsView['closings'][number];
type Code = WordingsView['codes'][number];

/** Keeps one text; true when it stands. */
function useSaving() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [isBusy, setBusy] = useState(false);
  const save = async (name: string, value: string): Promise<boolean> => {
    setBusy(true);
    try {
      const { says } = await call<{ says: string }>('PUT', `/correspondence/wordings/${encodeURIComponent(name)}`, { body: { value } });
      message.success(says);
      await client.invalidateQueries({ queryKey: wordingsQuery.queryKey });
      return true;
    } catch (error) {
      message.error(messageOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, save };
}

function Wording({ closing, mayChange }: { closing: Closing; mayChange: boolean }) {
  const [value, setValue] = useState(closing.value);
  const { isBusy, save } = useSaving();
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
      {mayChange && (value.trim() !== closing.value || closing.isOwn) && (
        <div className="cp-message-ways">
          <Button disabled={value.trim() === closing.value} loading={isBusy} onClick={() => void save(closing.name, value)}>
            保存
          </Button>
          {closing.isOwn && (
            <button type="button" className="cp-link" onClick={() => void save(closing.name, '')}>
              恢复通用写法
            </button>
          )}
        </div>
      )}
    </section>
  );
}

function CodeRow({ code, mayChange }: { code: Code; mayChange: boolean }) {
  const [value, setValue] = useState(code.value);
  const { isBusy, save } = useSaving();
  const isChanged = value.trim() !== code.value;
  return (
    <tr>
      <th scope="row">
        <label htmlFor={code.name}>{code.agencyName}</label>
      </th>
      <td>
        <Input
          id={code.name}
          value={value}
          readOnly={!mayChange}
          maxLength={10}
          style={{ width: 140 }}
          onChange={(event) => setValue(event.target.value)}
          onPressEnter={() => isChanged && void save(code.name, value)}
        />
      </td>
      <td>
        {value.trim() || code.usual}补〔{new Date().getFullYear()}〕1号
      </td>
      {mayChange && (
        <td>
          {isChanged ? (
            <Button size="small" loading={isBusy} onClick={() => void save(code.name, value)}>
              保存
            </Button>
          ) : (
            code.isOwn && (
              <button type="button" className="cp-link" onClick={() => void save(code.name, '')}>
                恢复“{code.usual}”
              </button>
            )
          )}
        </td>
      )}
    </tr>
  );
}

function Codes({ codes, mayChange }: { codes: readonly Code[]; mayChange: boolean }) {
  return (
    <Section title="机关代字" note="文号由代字、文种、年份和序号组成，序号按代字分别连续编排">
      <div className="cp-scroll">
        <table className="cp-codes">
          <thead>
            <tr>
              <th scope="col">机关</th>
              <th scope="col">代字</th>
              <th scope="col">文号样式</th>
              {mayChange && <td />}
            </tr>
          </thead>
          <tbody>
            {codes.map((code) => (
              <CodeRow key={`${code.name}${code.value}`} code={code} mayChange={mayChange} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

export default function Wordings() {
  const query = useQuery(wordingsQuery);
  const mayChange = useMay('correspondence/wording:manage');
  return (
    <div className="kc-page">
      <PageHead
        title="固定用语和机关代字"
        parent={{ label: '文书', href: '/correspondence/documents' }}
        lead="各文种结尾的固定文字和文号的代字。改写后只影响此后编发的文书。"
      />
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <TableSkeleton rows={8} />}
      {query.data?.closings.map((closing) => (
        <Wording key={`${closing.name}${closing.value}`} closing={closing} mayChange={mayChange} />
      ))}
      {query.data && <Codes codes={query.data.codes} mayChange={mayChange} />}
    </div>
  );
}
