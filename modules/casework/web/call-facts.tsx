// What anyone may read of a call: until when, on what conditions, by which steps; without the component library, so that it loads at once.
import { citationText } from '#kernel/declare/citation.ts';
import type { Dossier } from '#kernel/declare/dossier.ts';
import { conditionsOf } from '#kernel/declare/holding.ts';
import { officeName } from '#kernel/declare/office.ts';
import type { Programme } from '#kernel/declare/programme.ts';
import { formatInstant, formatMoney } from '#ui/format.ts';
import { Status } from '#ui/page/status.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import type { CallView } from '../wire.ts';
import { today } from './knowledge.tsx';
import { deadlineOf } from './words.ts';

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

function Conditions({ dossier, call }: { dossier: Dossier; call?: CallView }) {
  const rules = conditionsOf(dossier, { day: today(), ...(call === undefined ? {} : { parameters: call.parameters }) });
  return (
    <Section title="申报条件" note={rules.length > 0 ? `${rules.length} 项` : undefined}>
      {rules.length === 0 ? (
        <p className="kc-none">本事项没有另设条件。</p>
      ) : (
        <ol className="cw-conditions">
          {rules.map((rule) => (
            <li key={rule.id}>
              {rule.says}
              <small>{citationText(rule.cites)}</small>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function Steps({ dossier }: { dossier: Dossier }) {
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
function Materials({ dossier }: { dossier: Dossier }) {
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

/** Guide and conditions at the left, what to prepare and what follows at the right. */
export function CallBody({ call, programme, dossier }: { call: CallView; programme: Programme; dossier: Dossier }) {
  return (
    <div className="cw-halves">
      <div>
        <Section title="申报指南">
          <div className="cw-guide">{call.guide === '' ? '本批次没有另附指南，请按下列条件和材料办理。' : call.guide}</div>
        </Section>
        <Conditions dossier={dossier} call={call} />
      </div>
      <div>
        <Materials dossier={dossier} />
        <Steps dossier={dossier} />
        <Section title="政策依据">
          <ol className="cw-conditions">
            {programme.basis.map((basis) => (
              <li key={citationText(basis)}>{citationText(basis)}</li>
            ))}
          </ol>
        </Section>
      </div>
    </div>
  );
}
