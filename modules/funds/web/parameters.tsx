// What the bureau may set about public money: what holds, on what it rests, who changed what and why, and the form that sets it.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { citationText } from '#kernel/declare/citation.ts';
import { checkAnswers, type Problem } from '#kernel/faces/answers.ts';
import { formView } from '#kernel/faces/form-view.ts';
import { call, messageOf } from '#ui/api.ts';
import { FieldRow } from '#ui/fields/field-row.tsx';
import { formatInstant } from '#ui/format.ts';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { useMay } from '#ui/session.ts';
import { parametersBasis, parametersForm } from '../model/parameters.ts';
import type { ParametersView } from '../wire.ts';
import { parametersQuery, refreshFunds } from './queries.ts';
import './funds.css';

const whyField = {
  key: 'why',
  kind: 'text',
  label: '调整理由',
  required: true,
  maxLength: 200,
  help: '写明依据，如会议纪要或文号',
} as const;

function ParametersForm({ view }: { view: ParametersView }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const may = useMay('funds/budget:manage');
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>(view.parameters);
  const [why, setWhy] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [failure, setFailure] = useState<string | undefined>();
  const save = async () => {
    const found = [
      ...checkAnswers(parametersForm, values, { complete: true }),
      ...(why.trim().length < 2 ? [{ path: 'why', label: whyField.label, message: '请写明调整的理由' }] : []),
    ];
    setProblems(found);
    setFailure(undefined);
    if (found.length > 0) return;
    try {
      const saved = await call<ParametersView>('PUT', '/funds/parameters', {
        body: { version: view.version, parameters: values, why: why.trim() },
      });
      client.setQueryData(parametersQuery.queryKey, saved);
      void refreshFunds(client);
      message.success('已设定资金参数，即日起按新的参数提示和计算');
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  const errorsOf = (key: string) => problems.filter(({ path }) => path === key).map((problem) => problem.message);
  return (
    <form
      aria-label="资金参数"
      className="fd-parameters"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {formView(parametersForm).pages.map(({ title, fields }) => (
        <Section key={title} title={title}>
          {fields.map((field) => (
            <FieldRow
              key={field.key}
              field={field}
              value={values[field.key]}
              readOnly={!may}
              errors={errorsOf(field.key)}
              onChange={(value) => setValues((before) => ({ ...before, [field.key]: value }))}
            />
          ))}
        </Section>
      ))}
      {may && (
        <Section title="保存">
          <FieldRow field={whyField} value={why} errors={errorsOf('why')} onChange={(value) => setWhy(String(value ?? ''))} />
          {failure && (
            <p className="kc-failure" role="alert">
              {failure}
            </p>
          )}
          <Button type="primary" htmlType="submit">
            保存
          </Button>
        </Section>
      )}
    </form>
  );
}

function History({ history }: Pick<ParametersView, 'history'>) {
  return (
    <Section title="历次调整" note={history.length === 0 ? undefined : `${history.length} 次`}>
      {history.length === 0 ? (
        <p className="kc-none">还没有调整过，现行均为默认值。</p>
      ) : (
        <ol className="fd-history">
          {history.map(({ version, at, by, why, changes }) => (
            <li key={version}>
              <b>{by}</b> <time dateTime={at}>{formatInstant(at)}</time>
              <ul>
                {changes.map(({ label, before, after }) => (
                  <li key={label}>
                    {label}：{before} → {after}
                  </li>
                ))}
              </ul>
              <p>理由：{why}</p>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

export default function ParametersPage() {
  const { data, error, refetch } = useQuery(parametersQuery);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton />;
  return (
    <div className="kc-page">
      <PageHead title="资金参数" lead={`依据 ${parametersBasis.map(citationText).join('、')}。已经作出的决定仍按作出时的期限。`} />
      <ParametersForm key={data.version} view={data} />
      <History history={data.history} />
    </div>
  );
}
