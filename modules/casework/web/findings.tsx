// Findings on screen: conditions with the changes that would pass, and what several sources say of the same thing.
import { Button } from 'antd';
import { citationText } from '#kernel/declare/citation.ts';
import type { CrossFinding } from '#kernel/declare/dossier.ts';
import type { Form } from '#kernel/declare/form.ts';
import type { Change } from '#kernel/declare/nearest-change.ts';
import { Status, type Tone } from '#ui/page/status.tsx';
import { FindingsList, type FindingView as ShownFinding } from '#ui/record/findings-list.tsx';
import type { FindingView } from '../wire.ts';
import { changeText, type LiveFinding } from './assess.ts';

/** The server's finding as the list of findings shows it. */
export const shownFinding = (finding: FindingView): ShownFinding => ({
  rule: finding.rule,
  says: finding.says,
  status: finding.status,
  actual: finding.actual,
  required: finding.required,
  cites: { document: finding.article },
  missing: finding.missing,
  ...(finding.why === undefined ? {} : { why: finding.why }),
  wouldPass: finding.changes.map(({ label, from, to }) => `${label}由 ${from} 变为 ${to}即符合`),
});

interface LiveFindingsProps {
  readonly form: Form;
  readonly findings: readonly LiveFinding[];
  /** Puts the change into the answers, to be tried. */
  readonly onTry?: (change: Change) => void;
  readonly note?: string;
}

/** Findings as one types; each change that would pass can be tried with one press. */
export function LiveFindings({ form, findings, onTry, note }: LiveFindingsProps) {
  const tries = findings.flatMap((finding) => finding.changes.map((change) => ({ finding, change })));
  return (
    <>
      {tries.length > 0 && (
        <section className="cw-tries" aria-label="怎样才能符合">
          <h3>怎样才能符合</h3>
          <ul>
            {tries.map(({ finding, change }) => (
              <li key={`${finding.rule}-${change.key}`}>
                <span>
                  {changeText(form, change)}
                  <small>{finding.says}</small>
                </span>
                {onTry && (
                  <Button size="small" onClick={() => onTry(change)} aria-label={`试填：${changeText(form, change)}`}>
                    试填
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <FindingsList findings={findings.map((finding) => ({ ...finding, wouldPass: [] }))} {...(note === undefined ? {} : { note })} />
    </>
  );
}

export interface ShownCross {
  readonly rule: string;
  readonly says: string;
  readonly status: 'met' | 'unmet' | 'unknown';
  readonly level: string | null;
  readonly actual: string | null;
  readonly years: readonly number[];
  readonly article: string;
  readonly why?: string;
}

export const crossOfKernel = (finding: CrossFinding): ShownCross => ({
  rule: finding.rule,
  says: finding.says,
  status: finding.status,
  level: finding.level,
  actual: finding.actual,
  years: finding.years,
  article: citationText(finding.cites),
  ...(finding.why === undefined ? {} : { why: finding.why }),
});

export const crossOfWire = (finding: FindingView): ShownCross => ({
  rule: finding.rule,
  says: finding.says,
  status: finding.status,
  level: finding.level ?? null,
  actual: finding.actual,
  years: finding.years ?? [],
  article: finding.article,
  ...(finding.why === undefined ? {} : { why: finding.why }),
});

const gravity: Readonly<Record<string, readonly [Tone, string]>> = {
  block: ['bad', '阻断'],
  warn: ['warn', '提醒'],
  info: ['wait', '提示'],
};

/** Disagreement by its gravity, agreement, or not to be told. */
function judged({ status, level }: ShownCross): readonly [Tone, string] {
  if (status === 'met') return ['good', '一致'];
  if (status === 'unknown') return ['off', '缺数据'];
  return gravity[level ?? ''] ?? ['warn', '不一致'];
}

const order = (finding: ShownCross): number => ['阻断', '提醒', '不一致', '提示', '缺数据', '一致'].indexOf(judged(finding)[1]);

export function crossWords(findings: readonly ShownCross[]): string {
  const words = findings.map((finding) => judged(finding)[1]);
  const parts = ['阻断', '提醒', '提示', '一致', '缺数据']
    .map((word) => [word, words.filter((each) => each === word).length] as const)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${count} 项${word}`);
  return `比对 ${findings.length} 项：${parts.join('，')}`;
}

export function CrossFindings({ findings }: { findings: readonly ShownCross[] }) {
  const sorted = [...findings].sort((a, b) => order(a) - order(b));
  return (
    <div className="kc-findings cw-cross">
      <p className="kc-findings-sum">{crossWords(findings)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">结论</th>
            <th scope="col">比对内容与依据</th>
            <th scope="col">年度</th>
            <th scope="col">实际</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((finding) => {
            const [tone, word] = judged(finding);
            return (
              <tr key={finding.rule}>
                <td>
                  <Status tone={tone}>{word}</Status>
                </td>
                <td>
                  {finding.says}
                  <small>{finding.article}</small>
                  {finding.why !== undefined && <small>{finding.why}</small>}
                </td>
                <td data-label="年度" className="kc-nowrap">
                  {finding.years.length === 0 ? '—' : finding.years.join('、')}
                </td>
                <td data-label="实际">{finding.actual ?? '—'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
