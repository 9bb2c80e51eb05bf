// Parts of a case that both faces show: its steps and clock, its history, its answers as paper, its materials.
import type { Dossier } from '#kernel/declare/dossier.ts';
import { officeName } from '#kernel/declare/office.ts';
import { formOfView, formView } from '#kernel/faces/form-view.ts';
import { printAnswers } from '#kernel/faces/print.ts';
import { apiUrl } from '#ui/api.ts';
import { useFieldSources, withRegions } from '#ui/fields/field-sources.tsx';
import { AnswerSheet } from '#ui/form/answer-sheet.tsx';
import { formatBytes, formatDayText, formatInstant } from '#ui/format.ts';
import { Notice } from '#ui/page/states.tsx';
import type { Tone } from '#ui/page/status.tsx';
import { CaseHead, type CaseStep } from '#ui/record/case-head.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import type { TimelineItem } from '#ui/record/timeline.tsx';
import type { CaseDetail, EventView } from '../wire.ts';
import { clockOf } from './words.ts';

const ended = new Set(['granted', 'refused', 'withdrawn', 'lapsed', 'stopped', 'concluded']);

/** Where the case stands among the stages that its dossier declares. */
export function stepsOf(dossier: Dossier, detail: CaseDetail): CaseStep[] {
  const at = dossier.stages.findIndex((stage) => stage.id === detail.stage);
  return dossier.stages.map((stage, index) => {
    const last = detail.events.findLast((event) => event.stage === stage.id);
    const isDone = index < at || detail.status === 'granted';
    const state = isDone ? 'done' : index > at ? 'todo' : ended.has(detail.status) ? 'stopped' : 'now';
    const note =
      isDone && last !== undefined
        ? formatInstant(last.at).slice(0, 10)
        : stage.within === undefined
          ? undefined
          : `${stage.within.workdays} 个工作日`;
    return { key: stage.id, label: stage.name, state, ...(note === undefined || (isDone && last === undefined) ? {} : { note }) };
  });
}

function nextOf(dossier: Dossier, detail: CaseDetail): string | undefined {
  if (detail.status !== 'open') return undefined;
  const at = dossier.stages.findIndex((stage) => stage.id === detail.stage);
  const next = dossier.stages[at + 1];
  return next === undefined ? undefined : `随后：${next.name}（${next.by.map(officeName).join('、')}）`;
}

interface ProgressHeadProps {
  readonly dossier: Dossier;
  readonly detail: CaseDetail;
  /** Without the steps, for a narrow place. */
  readonly isBrief?: boolean;
}

export function ProgressHead({ dossier, detail, isBrief = false }: ProgressHeadProps) {
  const clock = clockOf(detail);
  const next = nextOf(dossier, detail);
  return (
    <CaseHead
      waitsFor={detail.waitsFor}
      steps={isBrief ? [] : stepsOf(dossier, detail)}
      {...(clock === undefined ? {} : { clock })}
      {...(next === undefined ? {} : { next })}
    />
  );
}

export function CorrectionNotice({ detail }: { detail: CaseDetail }) {
  const { correction } = detail;
  if (correction === null || detail.status !== 'correction') return null;
  return (
    <Notice
      tone="warn"
      title={`${correction.by}于 ${formatDayText(correction.askedOn)}退回补正，请在 ${formatDayText(correction.dueOn)}前重新提交`}
    >
      <p className="cw-reasons">{correction.reasons}</p>
    </Notice>
  );
}

const tones: Readonly<Record<string, Tone>> = {
  submit: 'wait',
  resubmit: 'wait',
  return: 'warn',
  refuse: 'bad',
  decline: 'bad',
  lapse: 'bad',
  withdraw: 'off',
  issue: 'good',
};

function said(event: EventView) {
  if (event.said.length === 0) return undefined;
  return event.said.map(({ label, text }) => (
    <div key={label}>
      {event.said.length > 1 && `${label}：`}
      {text}
    </div>
  ));
}

/** Newest first. */
export function timelineOf(events: readonly EventView[]): TimelineItem[] {
  return [...events].reverse().map((event) => {
    const note = said(event);
    return {
      id: String(event.seq),
      at: event.at,
      who: event.officeName === event.actorName ? event.actorName : `${event.actorName}（${event.officeName}）`,
      what: event.stageName === null || event.stage === 'submit' ? event.label : `${event.stageName}：${event.label}`,
      tone: tones[event.verb] ?? 'plain',
      ...(note === undefined ? {} : { note }),
    };
  });
}

/** The answers as they were sent, read-only. */
export function AnswersDocument({ dossier, answers }: { dossier: Dossier; answers: CaseDetail['answers'] }) {
  const { regions } = useFieldSources();
  const form = formOfView(withRegions(formView(dossier.form), regions));
  return <AnswerSheet pages={printAnswers(form, answers)} />;
}

interface FileAnswer {
  readonly sha256: string;
  readonly fileName: string;
  readonly size: number;
}

const isFile = (value: unknown): value is FileAnswer =>
  typeof value === 'object' && value !== null && 'sha256' in value && 'fileName' in value;

/** Every file among the answers with the field that asked for it, the rows of tables included. */
export function filesOf(dossier: Dossier, answers: CaseDetail['answers']): { label: string; file: FileAnswer }[] {
  return Object.entries(dossier.form.fields).flatMap(([key, field]) => {
    const value = answers[key];
    if (isFile(value)) return [{ label: field.label, file: value }];
    if (field.columns === undefined || !Array.isArray(value)) return [];
    const columns = Object.entries(field.columns);
    return (value as readonly Readonly<Record<string, unknown>>[]).flatMap((row, index) =>
      columns.flatMap(([column, cell]) => {
        const inner = row[column];
        return isFile(inner) ? [{ label: `${field.label}第${index + 1}行 ${cell.label}`, file: inner }] : [];
      }),
    );
  });
}

export const fileHrefOf = (caseId: string, sha256: string): string => apiUrl(`/casework/cases/${caseId}/files/${sha256}`);

export function MaterialsList({ dossier, detail }: { dossier: Dossier; detail: CaseDetail }) {
  const files = filesOf(dossier, detail.answers);
  if (files.length === 0) return null;
  return (
    <Section title="材料" note={`${files.length} 份`}>
      <ul className="kc-related">
        {files.map(({ label, file }) => (
          <li key={`${label}${file.sha256}`}>
            <span className="kc-related-title">
              <a href={fileHrefOf(detail.id, file.sha256)} target="_blank" rel="noreferrer">
                {label}
              </a>
            </span>
            <span className="kc-related-hint">
              {file.fileName}，{formatBytes(file.size)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
