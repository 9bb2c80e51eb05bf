// Findings of a check: each condition with its article, what was found, what is required, and what would make it pass.
import type { ReactNode } from 'react';
import { Status, type Tone } from '../page/status.tsx';
import './case.css';

/** As the kernel's Finding, with its citation and the nearest change. */
export interface FindingView {
  readonly rule: string;
  readonly says: string;
  readonly status: 'met' | 'unmet' | 'unknown';
  readonly actual: string | null;
  readonly required: string;
  readonly cites: { readonly document: string; readonly article?: string };
  readonly missing: readonly string[];
  readonly why?: string;
  /** Whole sentences: "科技人员数由 22 人增至 24 人即符合". */
  readonly wouldPass?: readonly string[];
}

const WORDS: Readonly<Record<FindingView['status'], readonly [Tone, string]>> = {
  met: ['good', '符合'],
  unmet: ['bad', '不符合'],
  unknown: ['warn', '未知'],
};

/** `8 条条件：6 条符合，1 条不符合，1 条未知`. */
export function findingsWords(findings: readonly FindingView[]): string {
  const count = (status: FindingView['status']) => findings.filter((finding) => finding.status === status).length;
  const parts = (['met', 'unmet', 'unknown'] as const)
    .filter((status) => count(status) > 0)
    .map((status) => `${count(status)} 条${WORDS[status][1]}`);
  return `${findings.length} 条条件：${parts.join('，')}`;
}

function Remedy({ finding, missingHref }: { finding: FindingView; missingHref: ((label: string) => ReactNode) | undefined }) {
  if (finding.status === 'met') return null;
  const { missing, why, wouldPass = [] } = finding;
  if (missing.length === 0 && why === undefined && wouldPass.length === 0) return null;
  return (
    <div className="kc-finding-remedy">
      {missing.length > 0 && (
        <p>
          尚缺：
          {missing.map((label, index) => (
            <span key={label}>
              {index > 0 && '、'}
              {missingHref?.(label) ?? label}
            </span>
          ))}
        </p>
      )}
      {why && <p>{why}</p>}
      {wouldPass.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

export interface FindingsListProps {
  readonly findings: readonly FindingView[];
  /** Makes a missing answer's label a link to it. */
  readonly missingHref?: (label: string) => ReactNode;
  /** What the check is based on: "按 2026年6月1日 有效条件，依据企业填报". */
  readonly note?: ReactNode;
}

/** Unmet first, then unknown, then met: what needs someone stands on top. */
const ORDER = { unmet: 0, unknown: 1, met: 2 } as const;

export function FindingsList({ findings, missingHref, note }: FindingsListProps) {
  const sorted = [...findings].sort((a, b) => ORDER[a.status] - ORDER[b.status]);
  return (
    <div className="kc-findings">
      <p className="kc-findings-sum">
        {findingsWords(findings)}
        {note && <small>{note}</small>}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">结论</th>
            <th scope="col">条件与依据</th>
            <th scope="col">实际</th>
            <th scope="col">要求</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((finding) => {
            const [tone, word] = WORDS[finding.status];
            return (
              <tr key={finding.rule}>
                <td>
                  <Status tone={tone}>{word}</Status>
                </td>
                <td>
                  {finding.says}
                  <small>
                    {finding.cites.document}
                    {finding.cites.article}
                  </small>
                  <Remedy finding={finding} missingHref={missingHref} />
                </td>
                <td data-label="实际">{finding.actual ?? '—'}</td>
                <td data-label="要求">{finding.required === finding.says ? '见条件' : finding.required}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
