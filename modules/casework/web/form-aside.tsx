// Beside the application form: whether the conditions hold with what is filled in so far, and where sources disagree.
import { useDeferredValue, useMemo } from 'react';
import type { Dossier, Known } from '#kernel/declare/dossier.ts';
import { Status } from '#ui/page/status.tsx';
import { type Answers, assessLive, changeText, crossLive, verdictOf } from './assess.ts';
import { today } from './knowledge.tsx';

interface FormAsideProps {
  readonly dossier: Dossier;
  readonly answers: Answers;
  readonly known: Known;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Only what asks for attention is listed; what holds is counted. */
export function FormAside({ dossier, answers, known, parameters }: FormAsideProps) {
  const settled = useDeferredValue(answers);
  const day = today();
  const findings = useMemo(() => assessLive(dossier, settled, { day, parameters }), [dossier, settled, day, parameters]);
  const cross = useMemo(() => crossLive(dossier, settled, known, day), [dossier, settled, known, day]);
  const verdict = verdictOf(findings);
  const unmet = findings.filter((finding) => finding.status === 'unmet');
  const differs = cross.filter((finding) => finding.status === 'unmet');
  const compared = cross.filter((finding) => finding.status !== 'unknown').length;
  return (
    <>
      <section className={`cw-verdict cw-verdict-${verdict.tone}`} aria-label="条件核对" aria-live="polite">
        <b>{verdict.words}</b>
        {unmet.length > 0 && (
          <ul className="cw-aside-list">
            {unmet.map((finding) => (
              <li key={finding.rule}>
                {finding.says}
                <small>实际 {finding.actual ?? '—'}</small>
                {finding.changes.map((change) => (
                  <small key={change.key}>{changeText(dossier.form, change)}</small>
                ))}
              </li>
            ))}
          </ul>
        )}
      </section>
      {cross.length > 0 && (
        <section className="cw-aside-cross" aria-label="三方一致性">
          <h3>三方一致性</h3>
          {differs.length === 0 ? (
            <p className="kc-none">{compared === 0 ? '填写财务数据后与审计、纳税数据比对。' : `已比对 ${compared} 项，没有发现不一致。`}</p>
          ) : (
            <ul className="cw-aside-list">
              {differs.map((finding) => (
                <li key={finding.rule}>
                  <Status tone={finding.level === 'block' ? 'bad' : 'warn'}>{finding.level === 'block' ? '阻断' : '提醒'}</Status>{' '}
                  {finding.says}
                  <small>
                    {finding.years.length > 0 && `${finding.years.join('、')} 年度，`}实际 {finding.actual ?? '—'}
                  </small>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </>
  );
}
