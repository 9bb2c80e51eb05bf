// Assigns experts to all chosen applications at once: a look at who would judge what, what would have to give, and then a panel for each.
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { defineForm, f, page } from '#kernel/declare/form.ts';
import { formView } from '#kernel/faces/form-view.ts';
import { call } from '#ui/api.ts';
import { useGo } from '#ui/link.tsx';
import { attend, newTicket, throughWork, ticketHeaders, type WorkTicket } from '#ui/long-work/own-work.ts';
import { useIsHere } from '#ui/long-work/use-is-here.ts';
import { useSaying } from '#ui/long-work/use-saying.ts';
import { Section } from '#ui/record/fact-list.tsx';
import { disciplines } from '#vocabularies/disciplines/disciplines.ts';
import type { Assigned, AssignPreview } from '../model/wire/assignment.ts';
import { AssignmentPreview } from './assignment-preview.tsx';
import { type Answers, dayFields, levelsField, PanelForm, PanelPage, usePanelForm, wishesOf } from './panel-form.tsx';
import { panelsChanged, type WaitingCase } from './queries.ts';
import './review.css';

const fields = formView(
  defineForm(
    page('分配', {
      disciplines: f.choices('学科', disciplines.items, { optional: true, help: '申请的学科；专家学科相同的优先，不选则不按学科' }),
      levels: levelsField,
      cap: f.integer('每位专家最多评审', { unit: '件', min: '1', max: '200', help: '同时不超过评审规则规定的每年上限' }),
      ...dayFields,
    }),
  ),
).pages.flatMap((one) => one.fields);

const bodyOf = (cases: readonly string[], answers: Answers) => ({
  cases: cases.map((id) => ({ id, disciplines: [] })),
  cap: answers.cap,
  ...wishesOf(answers),
});

function useAssigning(cases: readonly string[]) {
  const client = useQueryClient();
  const go = useGo();
  const form = usePanelForm<AssignPreview>(fields, { cap: 4 });
  const body = () => bodyOf(cases, form.answers);
  const [ticket, setTicket] = useState<WorkTicket | undefined>();
  const says = useSaying(ticket);
  const isHere = useIsHere();
  /** Working out the best takes a while for many, so it is told meanwhile; `again` is done where the answer was lost on its way. */
  const send = async <Reply,>(path: string, sent: object, again: (ask: () => Promise<Reply>) => Promise<Reply>): Promise<Reply> => {
    const own = newTicket('/panels');
    setTicket(own);
    const ask = () => call<Reply>('POST', path, { body: sent, headers: ticketHeaders(own) });
    const reply = await throughWork(client, own, ask, () => again(ask));
    if (isHere.current) attend(own);
    return reply;
  };
  const look = () => form.run(async () => form.setPreview(await send<AssignPreview>('/review/assignment-preview', body(), (ask) => ask())));
  const confirm = ({ seed, agreed }: AssignPreview) =>
    form.run(async () => {
      await send<Assigned>('/review/assignments', { ...body(), seed, agreed }, async () => ({ panels: [] }));
      // Asked before the list is renewed: without waiting applications this form is gone, though nobody has left.
      const stays = isHere.current;
      await panelsChanged(client);
      if (stays) go('/panels');
    });
  return { ...form, says, look, confirm };
}

interface ChoosingProps {
  readonly cases: readonly WaitingCase[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** Applications of one matter only: they stand in the same stage and are measured by the same sheet. */
function Choosing({ cases, chosen, onChoose }: ChoosingProps) {
  const matters = [...new Set(cases.map(({ dossierName }) => dossierName))];
  return (
    <Section title="选择申请" note={`已选 ${chosen.length} 件，每件组建一个评审组`}>
      {matters.map((matter) => {
        const own = cases.filter(({ dossierName }) => dossierName === matter);
        const ids = own.map(({ id }) => id);
        const isWhole = ids.every((id) => chosen.includes(id));
        const kept = chosen.filter((id) => ids.includes(id));
        return (
          <fieldset key={matter} className="rv-matter">
            <legend>
              <label className="rv-declare">
                <input type="checkbox" checked={isWhole} onChange={() => onChoose(isWhole ? [] : ids)} />
                <span>
                  {matter} <span className="kc-related-hint">全部 {own.length} 件</span>
                </span>
              </label>
            </legend>
            {own.map(({ id, partyName, number }) => (
              <label key={id} className="rv-declare">
                <input
                  type="checkbox"
                  checked={chosen.includes(id)}
                  onChange={() => onChoose(kept.includes(id) ? kept.filter((one) => one !== id) : [...kept, id])}
                />
                <span>
                  {partyName} <span className="kc-related-hint">{number}</span>
                </span>
              </label>
            ))}
          </fieldset>
        );
      })}
    </Section>
  );
}

function Assigning({ cases }: { cases: readonly WaitingCase[] }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const form = useAssigning(chosen);
  const { preview } = form;
  return (
    <>
      <Choosing
        cases={cases}
        chosen={chosen}
        onChoose={(ids) => {
          setChosen(ids);
          form.forget();
        }}
      />
      <PanelForm
        fields={fields}
        form={form}
        preview={preview && <AssignmentPreview preview={preview} />}
        next={
          <>
            {form.isBusy && <span role="status">{form.says}</span>}
            {preview?.agreed == null ? (
              <Button type="primary" loading={form.isBusy} disabled={chosen.length === 0} onClick={() => void form.look()}>
                试分配
              </Button>
            ) : (
              <Button type="primary" loading={form.isBusy} onClick={() => void form.confirm(preview)}>
                按此组建 {preview.panels.length} 个评审组
              </Button>
            )}
          </>
        }
      />
    </>
  );
}

export default function Assign() {
  return (
    <PanelPage title="智能分配" lead="一次为多件申请分配专家：先排除应回避和应轮换的，再按学科和职称求总匹配度最高；确认前不写入。">
      {(cases) => <Assigning cases={cases} />}
    </PanelPage>
  );
}
