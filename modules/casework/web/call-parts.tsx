// A call as an applicant sees it: until when, for whom, on what conditions, by which steps.
import { App, Button } from 'antd';
import { citationText } from '#kernel/declare/citation.ts';
import type { Dossier } from '#kernel/declare/dossier.ts';
import { officeName } from '#kernel/declare/office.ts';
import { messageOf } from '#ui/api.ts';
import { formatInstant, formatMoney } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { Status } from '#ui/page/status.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import type { CallView, CaseSummary } from '../wire.ts';
import { type Declared, today } from './knowledge.tsx';
import { useStartApplication } from './start-application.ts';
import { deadlineOf } from './words.ts';

export const selfCheckHref = (of: { readonly programme: string; readonly dossier: string }, callId?: string): string =>
  `/desk/self-check/${of.programme}/${of.dossier}${callId === undefined ? '' : `?call=${callId}`}`;

export function CallFacts({ call }: { call: CallView }) {
  const deadline = deadlineOf(call, new Date());
  return (
    <span className="cw-call-facts">
      <Status tone={deadline.tone}>{deadline.words}</Status>
      <span>
        受理时间：{formatInstant(call.opensAt)} 至 {formatInstant(call.closesAt)}
      </span>
      {call.quota !== null && <span>名额 {call.quota} 个</span>}
      {call.budget !== null && <span>预算 {formatMoney(call.budget)}</span>}
    </span>
  );
}

interface CallButtonsProps {
  readonly call: CallView;
  readonly declared: Declared;
  /** The firm's own application in this call. */
  readonly own: CaseSummary | undefined;
}

/** Self-check first, then apply; what has been begun is gone on with. */
export function CallButtons({ call, declared, own }: CallButtonsProps) {
  const { message } = App.useApp();
  const start = useStartApplication();
  const begin = () => start.mutate({ call, dossier: declared.dossier }, { onError: (error) => void message.error(messageOf(error)) });
  const isOpen = call.phase === '受理中' || call.phase === '未开始';
  return (
    <div className="cw-buttons">
      <AppLink className="kc-button" href={selfCheckHref(call, call.id)}>
        先自测
      </AppLink>
      {own !== undefined && (
        <AppLink className="kc-button kc-button-main" href={`/desk/cases/${own.id}${own.status === 'open' ? '' : '/form'}`}>
          {own.status === 'draft' ? '继续填写' : own.status === 'correction' ? '去补正' : '查看办件'}
        </AppLink>
      )}
      {own === undefined && isOpen && (
        <Button type="primary" loading={start.isPending} onClick={begin}>
          {call.phase === '受理中' ? '开始申报' : '预先填写'}
        </Button>
      )}
    </div>
  );
}

export function Conditions({ dossier, call }: { dossier: Dossier; call?: CallView }) {
  const { rules } = dossier.eligibility;
  const context = { day: today(), ...(call === undefined ? {} : { parameters: call.parameters }) };
  return (
    <Section title="申报条件" note={rules.length > 0 ? `${rules.length} 项` : undefined}>
      {rules.length === 0 ? (
        <p className="kc-none">本事项没有另设条件。</p>
      ) : (
        <ol className="cw-conditions">
          {rules.map((rule) => (
            <li key={rule.id}>
              {rule.says(context)}
              <small>{citationText(rule.cites)}</small>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

export function Steps({ dossier }: { dossier: Dossier }) {
  return (
    <Section title="办理环节">
      <ol className="cw-conditions">
        {dossier.stages.map((stage, index) => (
          <li key={stage.id}>
            {index + 1}. {stage.name}
            <small>
              {stage.by.map(officeName).join('、')}
              {stage.within !== undefined && `，${stage.within.workdays} 个工作日`}
            </small>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Files that the form asks for: what one needs at hand before beginning. */
export function Materials({ dossier }: { dossier: Dossier }) {
  const files = Object.entries(dossier.form.fields).filter(([, field]) => field.kind === 'file');
  if (files.length === 0) return null;
  return (
    <Section title="需要准备的材料" note={`${files.length} 份`}>
      <ol className="cw-conditions">
        {files.map(([key, field]) => (
          <li key={key}>
            {field.label}
            {field.optional === true && '（选交）'}
            <small>
              {[field.help, field.extensions === undefined ? undefined : `格式：${field.extensions.join('、')}`].filter(Boolean).join('；')}
            </small>
          </li>
        ))}
      </ol>
    </Section>
  );
}
