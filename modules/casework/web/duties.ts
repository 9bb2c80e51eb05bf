// What an enterprise has to do and by when: corrections, drafts before their close, titles before their end.
import type { Tone } from '#ui/page/status.tsx';
import type { CallView, CaseSummary } from '../wire.ts';
import { daysBetween, deadlineOf } from './words.ts';

export interface HeldTitle {
  readonly kind: string;
  readonly name: string;
  readonly from: string;
  readonly until: string | null;
}

const isTitle = (value: unknown): value is HeldTitle => typeof value === 'object' && value !== null && 'kind' in value && 'name' in value;

/** Titles in force among the known facts. */
export function titlesIn(facts: Readonly<Record<string, unknown>>): readonly HeldTitle[] {
  const held = facts['enterprise.titles'];
  return Array.isArray(held) ? held.filter(isTitle) : [];
}

/** Half a year before its end one has to begin with the next application. */
const renewalDays = 183;

export function titleTone({ until }: HeldTitle, day: string): Tone {
  if (until === null) return 'good';
  const left = daysBetween(day, until);
  if (left < 0) return 'off';
  return left <= 30 ? 'bad' : left <= renewalDays ? 'warn' : 'good';
}

export interface Duty {
  readonly key: string;
  readonly tone: Tone;
  readonly when: string;
  readonly what: string;
  readonly why?: string;
  readonly verb: string;
  readonly href: string;
  /** Days left, to put the most urgent on top. */
  readonly left: number;
}

interface Given {
  /** Drafts and cases to be corrected. */
  readonly cases: readonly CaseSummary[];
  readonly calls: readonly CallView[];
  readonly titles: readonly HeldTitle[];
  readonly day: string;
  readonly now: Date;
}

function dutyOfCase(one: CaseSummary, { calls, day, now }: Given): Duty[] {
  const base = { key: one.id, href: `/desk/cases/${one.id}/form` };
  if (one.status === 'correction') {
    const left = one.dueOn === null ? 0 : daysBetween(day, one.dueOn);
    const when = left < 0 ? '补正已逾期' : left === 0 ? '今天截止' : `${one.dueOn} 前`;
    return [{ ...base, tone: left <= 2 ? 'bad' : 'warn', when, what: `补正“${one.dossierName}”`, why: one.waitsFor, verb: '去补正', left }];
  }
  const call = calls.find((each) => each.id === one.call);
  if (call === undefined || (call.phase !== '受理中' && call.phase !== '未开始')) return [];
  const { tone, words } = deadlineOf(call, now);
  const left = daysBetween(day, call.closesAt.slice(0, 10));
  return [{ ...base, tone, when: words, what: `完成并提交“${one.dossierName}”草稿`, why: call.name, verb: '继续填写', left }];
}

function dutyOfTitle(title: HeldTitle, { day }: Given): Duty[] {
  const left = title.until === null ? Number.POSITIVE_INFINITY : daysBetween(day, title.until);
  if (left < 0 || left > renewalDays) return [];
  return [
    {
      key: `title-${title.kind}-${title.from}`,
      tone: titleTone(title, day),
      when: `${left} 天后到期`,
      what: `${title.name}有效期至 ${title.until}`,
      why: '期满前请重新申请，逾期后不再享受有关政策',
      verb: '看可申报',
      href: '/desk/calls',
      left,
    },
  ];
}

export function dutiesOf(given: Given): readonly Duty[] {
  const duties = [...given.cases.flatMap((one) => dutyOfCase(one, given)), ...given.titles.flatMap((title) => dutyOfTitle(title, given))];
  return duties.sort((a, b) => a.left - b.left);
}
