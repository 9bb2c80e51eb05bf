// Edits one call: its window, quota, budget and guide; publishes and closes it, saying first what that means.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { type FormEvent, useMemo, useState } from 'react';
import type { Form } from '#kernel/declare/form.ts';
import { parameterAnswers, parameterForm } from '#kernel/declare/parameter.ts';
import { checkAnswers, type Problem } from '#kernel/faces/answers.ts';
import { formView } from '#kernel/faces/form-view.ts';
import { ApiError, call } from '#ui/api.ts';
import { FieldRow } from '#ui/fields/field-row.tsx';
import { fieldOfPath, withPatch } from '#ui/form/form-progress.ts';
import { formatInstant } from '#ui/format.ts';
import { AppLink, useGo } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { ActionBar, type ActionChoice } from '#ui/record/action-bar.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { useMay } from '#ui/session.ts';
import { usePathParam } from '#ui/use-search.ts';
import type { CallInput, CallView } from '../wire.ts';
import type { Answers } from './assess.ts';
import { answersOfCall, callFormOf, inputOfAnswers, newCallAnswers, settableOf, windowProblem } from './call-form.ts';
import { today, useCatalogue } from './knowledge.tsx';
import { callQuery, callsQuery } from './queries.ts';
import { SilentHolders } from './silent-holders.tsx';
import { deadlineOf } from './words.ts';
import './casework.css';

const parent = { label: '申报批次', href: '/casework/calls' };

function useSaving(existing: CallView | undefined) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const go = useGo();
  return useMutation({
    mutationFn: (input: CallInput) =>
      existing === undefined
        ? call<CallView>('POST', '/casework/calls', { body: input })
        : call<CallView>('PUT', `/casework/calls/${existing.id}`, { body: { version: existing.version, call: input } }),
    onSuccess: async (saved) => {
      client.setQueryData(callQuery(saved.id).queryKey, saved);
      await client.invalidateQueries({ queryKey: callsQuery.queryKey });
      await client.invalidateQueries({ queryKey: ['list', 'casework.calls'] });
      message.success(existing === undefined ? `已新建“${saved.name}”，核对后发布，企业才能看到。` : `已保存“${saved.name}”。`);
      if (existing === undefined) go(`/casework/calls/${saved.id}`, { replace: true });
    },
  });
}

function statusActions(one: CallView, change: (verb: 'publish' | 'close') => Promise<CallView>): ActionChoice[] {
  const window = `${formatInstant(one.opensAt)} 至 ${formatInstant(one.closesAt)}`;
  const publish: ActionChoice = {
    key: 'publish',
    label: one.status === 'closed' ? '重新发布' : '发布',
    isAllowed: true,
    isMain: true,
    consequence: `发布后企业即可看到指南和条件并填写草稿，${window} 受理提交；发布后不能更换事项，时间、名额和指南仍可修改并留痕。`,
    run: async () => `已发布“${(await change('publish')).name}”，到时自动开始和截止受理。`,
  };
  const close: ActionChoice = {
    key: 'close',
    label: '关闭批次',
    isAllowed: true,
    isGrave: true,
    consequence: `关闭后不再受理新的申请，企业未提交的草稿保留但不能提交；已提交的 ${one.cases} 件继续办理。`,
    run: async () => `已关闭“${(await change('close')).name}”，不再受理新的申请。`,
  };
  return one.status === 'published' ? [close] : [publish];
}

const fieldsOf = (form: Form) => formView(form).pages.flatMap((each) => each.fields);

interface EditorProps {
  readonly existing?: CallView;
}

function Editor({ existing }: EditorProps) {
  const catalogue = useCatalogue();
  const mayManage = useMay('casework/call:manage');
  const form = useMemo(() => callFormOf(catalogue), [catalogue]);
  const [answers, setAnswers] = useState<Answers>(() => (existing ? answersOfCall(existing) : newCallAnswers(catalogue, today())));
  const settable = settableOf(catalogue, answers);
  const limitForm = parameterForm(settable, today());
  const [limits, setLimits] = useState<Answers>(() => parameterAnswers(settable, existing?.parameters ?? {}));
  const [problems, setProblems] = useState<readonly Pick<Problem, 'path' | 'message'>[]>([]);
  // What was typed and could not be read would otherwise be lost without a word.
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set());
  const mark = (key: string) => (problem: string | undefined) =>
    setUnread((before) => new Set([...[...before].filter((each) => each !== key), ...(problem === undefined ? [] : [key])]));
  const saving = useSaving(existing);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = windowProblem(answers);
    const known = Object.fromEntries(Object.entries(limits).filter(([key]) => limitForm.fields[key] !== undefined));
    const found = [
      ...checkAnswers(form, answers, { complete: true }),
      ...checkAnswers(limitForm, known, { complete: true }),
      ...(wrong === null ? [] : [wrong]),
    ];
    setProblems(found);
    if (found.length === 0 && unread.size === 0) saving.mutate(inputOfAnswers(answers, settable, limits));
  };
  const errorsOf = (key: string) => problems.filter((problem) => fieldOfPath(problem.path) === key).map((problem) => problem.message);
  return (
    <form className="cw-form-narrow" aria-label="批次" noValidate onSubmit={submit}>
      {fieldsOf(form).map((field) => (
        <FieldRow
          key={field.key}
          field={field}
          value={answers[field.key]}
          readOnly={!mayManage || (field.key === 'system' && existing !== undefined && existing.status !== 'draft')}
          errors={errorsOf(field.key)}
          onProblem={mark(field.key)}
          onChange={(value) => setAnswers((before) => withPatch(before, { [field.key]: value }))}
        />
      ))}
      {settable.length > 0 && (
        <Section title="本批次另设的标准" note="自测、填报和审查都按此核对">
          {fieldsOf(limitForm).map((field) => (
            <FieldRow
              key={field.key}
              field={field}
              value={limits[field.key]}
              readOnly={!mayManage}
              errors={errorsOf(field.key)}
              onProblem={mark(field.key)}
              onChange={(value) => setLimits((before) => withPatch(before, { [field.key]: value }))}
            />
          ))}
        </Section>
      )}
      {saving.error && <ErrorState error={saving.error} />}
      {saving.error instanceof ApiError && saving.error.status === 409 && (
        <p className="cw-panel-note">他人刚修改过这个批次；刷新后请重新填写您的改动。</p>
      )}
      {mayManage && (
        <div className="kc-step-buttons">
          <Button type="primary" htmlType="submit" loading={saving.isPending}>
            {existing === undefined ? '新建' : '保存'}
          </Button>
        </div>
      )}
    </form>
  );
}

export function NewCall() {
  return (
    <div className="kc-page">
      <PageHead title="新建批次" parent={parent} lead="先存为草稿，核对后再发布。" />
      <Editor />
    </div>
  );
}

function ExistingCall({ id }: { id: string }) {
  const client = useQueryClient();
  const query = useQuery(callQuery(id));
  const mayManage = useMay('casework/call:manage');
  if (query.error)
    return (
      <div className="kc-page">
        <PageHead title="批次没有打开" parent={parent} />
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  if (!query.data) return <PageSkeleton />;
  const one = query.data;
  const deadline = deadlineOf(one, new Date());
  const change = async (verb: 'publish' | 'close'): Promise<CallView> => {
    const changed = await call<CallView>('POST', `/casework/calls/${id}/${verb}`, { body: { version: one.version } });
    client.setQueryData(callQuery(id).queryKey, changed);
    await client.invalidateQueries({ queryKey: ['list', 'casework.calls'] });
    return changed;
  };
  return (
    <div className="kc-page">
      <PageHead
        title={one.name}
        parent={parent}
        mark={<Status tone={deadline.tone}>{deadline.words}</Status>}
        lead={
          <>
            已提交 {one.cases} 件 <AppLink href={`/casework/cases?view=custom&call=${one.id}`}>查看办件</AppLink>
          </>
        }
      />
      <Editor key={one.version} existing={one} />
      {mayManage && <ActionBar actions={statusActions(one, change)} />}
      <SilentHolders of={one} />
    </div>
  );
}

export default function CallEditor() {
  const id = usePathParam('id');
  return id === 'new' ? <NewCall /> : <ExistingCall key={id} id={id} />;
}
