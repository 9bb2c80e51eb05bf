// Columns of the list of cases: what every case has, and the answers that the form of the one programme on screen puts into lists.
import type { Dossier } from '#kernel/declare/dossier.ts';
import { listColumns } from '#kernel/faces/list.ts';
import { printValue } from '#kernel/faces/print.ts';
import type { FieldKind } from '#kernel/fields/field.ts';
import type { ListColumn } from '#ui/list/list-page.tsx';
import type { ColumnKind } from '#ui/list/list-types.ts';
import { Status } from '#ui/page/status.tsx';
import { Clock } from '#ui/record/clock.tsx';
import type { CaseSummary } from '../wire.ts';
import { clockOf, toneOf } from './words.ts';

const kinds: Partial<Record<FieldKind, ColumnKind>> = {
  integer: 'number',
  decimal: 'number',
  money: 'money',
  percent: 'percent',
  date: 'day',
};

/** Figures are aligned and formatted as figures; all else is printed by its field. */
/** Of several dossiers only what they all ask: another's columns would stand there empty. */
export function answerColumns([dossier, ...others]: readonly Dossier[]): ListColumn<CaseSummary>[] {
  if (dossier === undefined) return [];
  const shared = listColumns(dossier.form).filter(({ key, label }) => others.every(({ form }) => form.fields[key]?.label === label));
  return shared.map(({ key, label, unit, kind }) => {
    const field = dossier.form.fields[key];
    const shown = kinds[kind];
    const value = (row: CaseSummary) => {
      const answer = row.listed[key];
      if (answer === null || answer === undefined || field === undefined) return null;
      if (shown !== undefined && (typeof answer === 'string' || typeof answer === 'number')) return answer;
      return printValue(field, answer);
    };
    return {
      key: `answer:${key}`,
      title: label,
      value,
      phone: false,
      ...(shown === undefined ? {} : { kind: shown }),
      ...(unit === null || kind === 'percent' ? {} : { unit }),
    };
  });
}

export function DueCell({ row }: { row: CaseSummary }) {
  const clock = clockOf(row);
  if (row.status === 'correction') return <span className="kc-unknown">{row.dueOn} 前补正</span>;
  return clock === undefined ? <span className="kc-unknown">—</span> : <Clock reading={clock} />;
}

export function caseColumns(
  regionName: (code: string) => string,
  dossiers: readonly Dossier[],
  isManyProgrammes: boolean,
): readonly ListColumn<CaseSummary>[] {
  return [
    { key: 'partyName', title: '企业名称', value: (row) => row.partyName, sortable: true, width: 240 },
    ...(isManyProgrammes
      ? [{ key: 'programme', title: '事项', value: (row: CaseSummary) => row.dossierName, phone: true } satisfies ListColumn<CaseSummary>]
      : []),
    { key: 'region', title: '县区', value: (row) => regionName(row.region), phone: true },
    { key: 'stage', title: '环节', value: (row) => row.stageName, phone: true },
    {
      key: 'status',
      title: '状态',
      kind: 'status',
      render: (row) => <Status tone={toneOf(row.status)}>{row.statusName}</Status>,
      phone: true,
    },
    { key: 'dueOn', title: '期限', render: (row) => <DueCell row={row} />, sortable: true, phone: true },
    { key: 'submittedOn', title: '提交日期', kind: 'day', value: (row) => row.submittedOn, sortable: true },
    ...answerColumns(dossiers),
    { key: 'number', title: '受理编号', value: (row) => row.number, sortable: true },
    { key: 'waits', title: '等待', value: (row) => row.waitsFor, hidden: true },
    { key: 'call', title: '批次', value: (row) => row.callName, hidden: true },
    { key: 'list', title: '推荐批次', value: (row) => row.listName, hidden: true },
    { key: 'reasons', title: '未通过原因', value: (row) => row.reasons.join('、'), hidden: true },
    { key: 'uscc', title: '统一社会信用代码', value: (row) => row.partyUscc, hidden: true },
  ];
}
