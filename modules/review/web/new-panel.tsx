// Draws a panel: which cases, which fields and titles, when; who may not judge and why is shown before the lot.
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { defineForm, f, page } from '#kernel/declare/form.ts';
import { formView } from '#kernel/faces/form-view.ts';
import { call } from '#ui/api.ts';
import { useGo } from '#ui/link.tsx';
import { Notice } from '#ui/page/states.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { useSearchState } from '#ui/use-search.ts';
import { disciplines } from '#vocabularies/disciplines/disciplines.ts';
import type { DrawPreview, PanelDetail } from '../wire.ts';
import { RecusedTable } from './draw-record.tsx';
import { type Answers, dayFields, levelsField, PanelForm, PanelPage, usePanelForm, wishesOf } from './panel-form.tsx';
import { panelChanged, type WaitingCase } from './queries.ts';
import './review.css';

const fields = formView(
  defineForm(
    page('抽取', {
      name: f.text('评审组名称', { optional: true, help: '不填以事项命名' }),
      disciplines: f.choices('学科', disciplines.items, { optional: true, help: '不选为不限；财务专家不受学科限制' }),
      levels: levelsField,
      size: f.integer('评审专家', { unit: '人', optional: true, help: '不填按规定人数；可多不可少，应为单数' }),
      ...dayFields,
    }),
  ),
).pages.flatMap((one) => one.fields);

const bodyOf = (cases: readonly string[], answers: Answers) => ({
  cases,
  name: typeof answers.name === 'string' ? answers.name : '',
  ...(typeof answers.size === 'number' && { size: answers.size }),
  ...wishesOf(answers),
});

function useDrawing(cases: readonly string[]) {
  const client = useQueryClient();
  const go = useGo();
  const form = usePanelForm<DrawPreview>(fields);
  const body = () => bodyOf(cases, form.answers);
  const look = () => form.run(async () => form.setPreview(await call<DrawPreview>('POST', '/review/draw-preview', { body: body() })));
  const draw = () =>
    form.run(async () => {
      const panel = await call<PanelDetail>('POST', '/review/panels', { body: body() });
      await panelChanged(client, panel);
      go(`/panels/${panel.id}?tab=seats`);
    });
  return { ...form, look, draw };
}

function Preview({ preview }: { preview: DrawPreview }) {
  const { size, reserve, isMajor, needsFinance, considered, admitted, recused } = preview;
  return (
    <Section title="抽取前核对" note={`${recused.length} 人回避或轮换`}>
      <p>
        {isMajor && '重大事项，'}需评审专家 {size} 人、备选 {reserve} 人{needsFinance && '，其中至少一名财务专家'}；符合学科和职称{' '}
        {considered} 人，可参加抽取 {admitted} 人。
      </p>
      {admitted < size && <Notice tone="bad" title={`可抽取的专家不足 ${size} 人，请放宽学科或职称条件。`} />}
      {recused.length > 0 && <RecusedTable recused={recused} />}
    </Section>
  );
}

function Drawing({ cases }: { cases: readonly WaitingCase[] }) {
  const [search] = useSearchState();
  const [chosen, setChosen] = useState<readonly string[]>(() => cases.filter(({ id }) => id === search.case).map(({ id }) => id));
  const form = useDrawing(chosen);
  const toggle = (id: string) => {
    setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
    form.forget();
  };
  return (
    <>
      <Section title="选择申请" note={`已选 ${chosen.length} 件，由同一评审组评审`}>
        {cases.map(({ id, partyName, number, dossierName }) => (
          <label key={id} className="rv-declare">
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            <span>
              {partyName} <span className="kc-related-hint">{`${dossierName}，${number ?? ''}`}</span>
            </span>
          </label>
        ))}
      </Section>
      <PanelForm
        fields={fields}
        form={form}
        preview={form.preview && <Preview preview={form.preview} />}
        next={
          form.preview ? (
            <Button type="primary" loading={form.isBusy} disabled={chosen.length === 0} onClick={() => void form.draw()}>
              随机抽取
            </Button>
          ) : (
            <Button type="primary" loading={form.isBusy} disabled={chosen.length === 0} onClick={() => void form.look()}>
              核对回避关系
            </Button>
          )
        }
      />
    </>
  );
}

export default function NewPanel() {
  return (
    <PanelPage title="抽取专家" lead="先逐人排查回避和轮换，再随机抽取；种子和专家范围留痕，可随时重算。">
      {(cases) => <Drawing cases={cases} />}
    </PanelPage>
  );
}
