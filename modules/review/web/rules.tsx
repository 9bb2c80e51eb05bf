// The bureau's rules for reviews: what holds, what it rests on, and the form that sets it.
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
import { rulesBasis, rulesForm } from '../model/bureau-rules.ts';
import type { RulesView } from '../wire.ts';
import { rulesQuery } from './queries.ts';
import './review.css';

function RulesForm({ view }: { view: RulesView }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const may = useMay('review/rule:manage');
  const [rules, setRules] = useState<Readonly<Record<string, unknown>>>(view.rules);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [failure, setFailure] = useState<string | undefined>();
  const save = async () => {
    const found = checkAnswers(rulesForm, rules, { complete: true });
    setProblems(found);
    if (found.length > 0) return;
    try {
      const saved = await call<RulesView>('PUT', '/review/rules', { body: { version: view.version, rules } });
      client.setQueryData(rulesQuery.queryKey, saved);
      message.success('已设定评审规则，从下一次抽取起生效');
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  return (
    <form
      className="rv-form"
      aria-label="评审规则"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {formView(rulesForm).pages.map(({ title, fields }) => (
        <Section key={title} title={title}>
          {fields.map((field) => (
            <FieldRow
              key={field.key}
              field={field}
              value={rules[field.key]}
              readOnly={!may}
              errors={problems.filter(({ path }) => path === field.key).map((problem) => problem.message)}
              onChange={(value) => setRules((before) => ({ ...before, [field.key]: value }))}
            />
          ))}
        </Section>
      ))}
      {failure && (
        <p className="kc-failure" role="alert">
          {failure}
        </p>
      )}
      {may && (
        <Button type="primary" htmlType="submit">
          保存
        </Button>
      )}
    </form>
  );
}

export default function RulesPage() {
  const { data, error, refetch } = useQuery(rulesQuery);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton />;
  const changed = data.changedAt === null ? '尚未调整，均为默认值' : `${data.changedBy}于 ${formatInstant(data.changedAt)} 调整`;
  return (
    <div className="kc-page">
      <PageHead title="评审规则" lead={`依据 ${rulesBasis.map(citationText).join('、')}；${changed}。已抽取的评审组仍按抽取时的规则。`} />
      <RulesForm key={data.version} view={data} />
    </div>
  );
}
