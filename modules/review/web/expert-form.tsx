// The form of an expert's record: who, where, which fields, and the ties that may forbid a review.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { defineForm, f, page } from '#kernel/declare/form.ts';
import { checkAnswers, type Problem } from '#kernel/faces/answers.ts';
import { formView } from '#kernel/faces/form-view.ts';
import type { Option } from '#kernel/fields/field.ts';
import { ApiError, call, messageOf } from '#ui/api.ts';
import { FieldRow } from '#ui/fields/field-row.tsx';
import { useSession } from '#ui/session.ts';
import { disciplines } from '#vocabularies/disciplines/disciplines.ts';
import { childrenOf, regionShortName } from '#vocabularies/regions/regions.ts';
import { standings, tieKinds, titleLevels } from '../model/expert.ts';
import type { ExpertDetail } from '../wire.ts';
import { expertAccountsQuery, expertQuery } from './queries.ts';
import './review.css';

type Answers = Readonly<Record<string, unknown>>;

const optionsOf = (names: Readonly<Record<string, string>>): Option[] => Object.entries(names).map(([code, name]) => ({ code, name }));

function formFor(places: readonly Option[], accounts: readonly Option[], hasPhone: boolean) {
  return defineForm(
    page('基本情况', {
      name: f.text('姓名', { maxLength: 60 }),
      unit: f.text('工作单位'),
      uscc: f.text('单位统一社会信用代码', { maxLength: 18, help: '用于排查与申报单位的关系' }),
      region: f.choice('所在地', places),
      level: f.choice('职称级别', optionsOf(titleLevels)),
      title: f.text('职称', { optional: true, help: '例如：教授级高级工程师' }),
      disciplines: f.choices('学科', disciplines.items, { help: 'GB/T 13745-2009 一级学科' }),
      isFinance: f.yesNo('财务专家'),
      phone: f.text('手机号', { optional: true, help: hasPhone ? '已登记，不填则不改' : '仅用于通知，加密保存' }),
      account: f.choice('评审账户', accounts, { optional: true, help: '专家用此账户登录评分' }),
      standing: f.choice('状态', optionsOf(standings)),
      isDishonest: f.yesNo('列入科研失信名单'),
    }),
    page('关系', {
      ties: f.table(
        '任职、持股、师生、合作等关系',
        {
          kind: f.choice('关系', optionsOf(tieKinds)),
          unit: f.text('单位名称', { optional: true }),
          uscc: f.text('单位代码', { optional: true, maxLength: 18 }),
          person: f.text('人员', { optional: true }),
          day: f.date('日期', { optional: true }),
          generations: f.integer('代数', { optional: true, min: '1', max: '9' }),
        },
        { optional: true, maxRows: 200 },
      ),
    }),
  );
}

const present = (entries: Answers): Answers =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== null && value !== ''));

const answersOf = (expert: ExpertDetail | undefined): Answers =>
  expert === undefined
    ? { standing: 'active', isFinance: false, isDishonest: false, ties: [] }
    : present({
        ...expert,
        account: expert.account?.id ?? null,
        phone: null,
        ties: expert.ties.filter(({ source }) => source !== 'declared').map(({ source: _source, ...tie }) => present(tie)),
      });

const bodyOf = (answers: Answers) => {
  const {
    name,
    unit,
    uscc,
    region,
    level,
    title = '',
    disciplines: fields,
    isFinance,
    isDishonest,
    standing,
    account = null,
    phone,
    ties,
  } = answers;
  const rows = (Array.isArray(ties) ? ties : []) as readonly Answers[];
  const empty = { uscc: null, unit: null, person: null, day: null, generations: null };
  return {
    ...{ name, unit, uscc, region, level, title, disciplines: fields, isFinance, isDishonest, standing, account },
    ...(phone !== undefined && { phone }),
    ties: rows.map((row) => ({ ...empty, ...row })),
  };
};

export function ExpertForm({
  expert,
  onDone,
  onCancel,
}: {
  expert?: ExpertDetail;
  onDone: (saved: ExpertDetail) => void;
  onCancel: () => void;
}) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const root = useSession()?.root.code ?? '';
  const accounts = useQuery(expertAccountsQuery).data ?? [];
  const [answers, setAnswers] = useState<Answers>(() => answersOf(expert));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [failure, setFailure] = useState<string | undefined>();
  const places = [...childrenOf(root).map(({ code }) => ({ code, name: regionShortName(code) })), { code: '000000', name: '外地' }];
  const options = accounts.map(({ id, login, name }) => ({ code: id, name: `${name}（${login}）` }));
  const form = formFor(places, options, expert?.phone !== null && expert !== undefined);
  const save = async () => {
    const found = checkAnswers(form, answers, { complete: true });
    setProblems(found);
    if (found.length > 0) return;
    try {
      const body = bodyOf(answers);
      const saved =
        expert === undefined
          ? await call<ExpertDetail>('POST', '/review/experts', { body })
          : await call<ExpertDetail>('PUT', `/review/experts/${expert.id}`, { body: { ...body, version: expert.version } });
      client.setQueryData(expertQuery(saved.id).queryKey, saved);
      void client.invalidateQueries({ queryKey: ['list', 'review.experts'] });
      message.success(`已保存${saved.name}的档案`);
      onDone(saved);
    } catch (error) {
      setFailure(messageOf(error));
      if (error instanceof ApiError)
        setProblems(error.details.map(({ where, message: says }) => ({ path: where.replace(/^body\./, ''), label: '', message: says })));
    }
  };
  return (
    <form
      aria-label="专家档案"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {formView(form).pages.map(({ title, fields }) => (
        <fieldset key={title} className="rv-fieldset">
          {fields.map((field) => (
            <FieldRow
              key={field.key}
              field={field}
              value={answers[field.key]}
              errors={problems.filter(({ path }) => path.split(/[.[]/)[0] === field.key).map((problem) => problem.message)}
              badPaths={new Set(problems.map(({ path }) => path))}
              onChange={(value) => setAnswers((before) => ({ ...before, [field.key]: value }))}
            />
          ))}
        </fieldset>
      ))}
      {failure && (
        <p className="kc-failure" role="alert">
          {failure}
        </p>
      )}
      <div className="rv-buttons">
        <Button type="primary" htmlType="submit">
          保存
        </Button>
        <Button onClick={onCancel}>取消</Button>
      </div>
    </form>
  );
}
