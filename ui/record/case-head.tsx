// The head of a case: whose turn it is and how long they have, and where the case stands among its steps.
import type { ReactNode } from 'react';
import { Clock, type ClockReading } from './clock.tsx';
import './case.css';

export interface CaseStep {
  readonly key: string;
  readonly label: string;
  readonly state: 'done' | 'now' | 'todo' | 'stopped';
  /** Day it was done, or days it may take. */
  readonly note?: string;
}

export interface CaseHeadProps {
  /** 等待县税务局意见. */
  readonly waitsFor: ReactNode;
  /** What comes after: 随后由县科技局推荐. */
  readonly next?: ReactNode;
  readonly clock?: ClockReading;
  readonly steps?: readonly CaseStep[];
}

const SPOKEN = { done: '已完成', now: '正在进行', todo: '未开始', stopped: '已终止' } as const;

export function CaseHead({ waitsFor, next, clock, steps = [] }: CaseHeadProps) {
  return (
    <section className={`kc-case-head kc-case-${clock?.colour ?? 'none'}`} aria-label="当前进展">
      <div className="kc-case-now">
        <b>{waitsFor}</b>
        {clock && <Clock reading={clock} withDay />}
        {next && <span className="kc-case-next">{next}</span>}
      </div>
      {steps.length > 0 && (
        <ol className="kc-steps">
          {steps.map((step) => (
            <li key={step.key} className={`kc-step kc-step-${step.state}`} aria-current={step.state === 'now' ? 'step' : undefined}>
              <span>{step.label}</span>
              <small>
                <span className="kc-unseen">{SPOKEN[step.state]}</span>
                {step.note}
              </small>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
