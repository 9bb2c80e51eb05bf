// The last step of a form: all answers as they will be sent, what is still wrong, and the sending with its consequence.
import { App, Button, Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import { formOfView } from '#kernel/faces/form-view.ts';
import { printAnswers } from '#kernel/faces/print.ts';
import { ApiError, messageOf } from '../api-error.ts';
import { AppLink } from '../link.tsx';
import { AnswerSheet } from './answer-sheet.tsx';
import { ProblemList, StepButtons } from './form-parts.tsx';
import { fieldOfPath, type Problem } from './form-progress.ts';
import type { StepProps } from './form-types.ts';

/** Sends when everything typed has reached the server; what the server refuses goes to its places. */
function useSending({ props, filling }: StepProps) {
  const { message } = App.useApp();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | undefined>();
  const send = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      if (!(await filling.saver.flush())) throw new ApiError(0, 'UNSAVED', '还有内容没有保存到服务器，请稍候再提交。');
      message.success(await props.submit.run());
      props.onSubmitted?.();
    } catch (error) {
      setFailure(messageOf(error));
      const details = error instanceof ApiError ? error.details : [];
      filling.refuse(
        details.map(({ where, message: text }): Problem => ({ path: where.replace(/^answers\./, ''), label: '', message: text })),
      );
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, failure, send };
}

function Sending({ isComplete, ...shared }: StepProps & { isComplete: boolean }) {
  const { props, step } = shared;
  const { submit } = props;
  const [isPromised, setPromised] = useState(false);
  const { isBusy, failure, send } = useSending(shared);
  const isReady = isComplete && (submit.promise === undefined || isPromised);
  return (
    <section className="kc-submit kc-no-print" aria-label={submit.label}>
      <p>{submit.consequence}</p>
      {submit.promise && (
        <Checkbox checked={isPromised} onChange={(event) => setPromised(event.target.checked)}>
          {submit.promise}
        </Checkbox>
      )}
      {failure && (
        <p className="kc-failure" role="alert">
          {failure}
        </p>
      )}
      <StepButtons>
        <Button onClick={() => step.goTo(props.form.pages.length - 1)}>上一页</Button>
        <Button type="primary" loading={isBusy} disabled={!isReady} onClick={() => void send()}>
          {submit.label}
        </Button>
        <Button type="text" onClick={() => window.print()}>
          打印
        </Button>
      </StepButtons>
    </section>
  );
}

export function CheckStep(shared: StepProps) {
  const { props, filling, step, jump } = shared;
  const { label } = props.submit;
  const printed = useMemo(() => printAnswers(formOfView(props.form), filling.answers), [props.form, filling.answers]);
  const problems = [...filling.unread, ...filling.complete, ...filling.refused];
  const bad = new Set(problems.map((problem) => fieldOfPath(problem.path)));
  return (
    <>
      <h2 className="kc-form-title">核对并{label}</h2>
      <ProblemList title={`还有 ${problems.length} 处需要填写或修改，改好后即可${label}`} problems={problems} onJump={jump} />
      <AnswerSheet pages={printed} bad={bad} action={(index) => <AppLink href={step.hrefOf(index)}>修改</AppLink>} />
      <Sending {...shared} isComplete={problems.length === 0} />
    </>
  );
}
