// Turns registers, rows and versions into what pages are shown; personal answers are masked on the way.
import { citationText } from '#kernel/declare/citation.ts';
import type { Form } from '#kernel/declare/form.ts';
import { type Register, type Standing, standingNames, standingOf, stateKey } from '#kernel/declare/register.ts';
import { domains } from '#kernel/declare/system.ts';
import { changedAnswers } from '#kernel/faces/answers.ts';
import type { Change } from '#kernel/faces/changes.ts';
import { filterDescriptors } from '#kernel/faces/filters.ts';
import { formView } from '#kernel/faces/form-view.ts';
import { listColumns } from '#kernel/faces/list.ts';
import { printValue } from '#kernel/faces/print.ts';
import type { RegisterCount } from '../store/read-rows.ts';
import type { RowRow, VersionRow } from '../store/tables.ts';
import type { RegisterSummary, RegisterView, RowView, VersionView } from '../wire.ts';
import { maskAnswers, personalKeys } from './masking.ts';

type Answers = Readonly<Record<string, unknown>>;

export const summaryOf = (register: Register, count: RegisterCount | undefined): RegisterSummary => ({
  id: register.id,
  name: register.name,
  domain: register.domain,
  domainName: domains[register.domain],
  counter: register.counter,
  rows: count?.rows ?? 0,
  changedAt: count?.changedAt.toISOString() ?? null,
  isPublic: register.publicFields !== undefined,
  isClosed: register.seenBy !== undefined,
});

/** What a new row begins with: the first state, and the region of a county's officer. */
export function firstAnswers(register: Register, regions: readonly string[]): Answers {
  const [own] = regions;
  return {
    [stateKey]: register.states[0]?.code,
    ...(register.region === undefined || own === undefined || regions.length > 1 ? {} : { [register.region]: own }),
  };
}

export const importSays = ({ form, matchBy, party }: Register): string => {
  const names = matchBy.map((key) => form.fields[key]?.label ?? key).join('、');
  const needed = Object.values(form.fields).filter(
    (field) => field.optional !== true && field.kind !== 'derived' && field.kind !== 'table',
  );
  const linked = party === undefined ? '' : `${form.fields[party]?.label ?? ''}按信用代码、再按名称与主体名录对应。`;
  return `依次按${names}查找已有记录，找不到的新增；空单元格不改动已有内容。新增的须填：${needed.map(({ label }) => label).join('、')}（状态不填为“${form.fields[stateKey]?.options?.[0]?.name ?? ''}”）。${linked}`;
};

export interface Powers {
  readonly mayEdit: boolean;
  readonly mayImport: boolean;
  readonly regions: readonly string[];
}

export function registerView(register: Register, { mayEdit, mayImport, regions }: Powers): RegisterView {
  const { form, validity, yearly } = register;
  return {
    id: register.id,
    name: register.name,
    domainName: domains[register.domain],
    counter: register.counter,
    title: register.title,
    basis: register.basis.map(citationText),
    form: formView(form),
    listed: listColumns(form).map(({ key }) => key),
    filters: filterDescriptors(form).map(({ key, label, unit, kind, operators, options }) => ({
      key,
      label,
      unit,
      kind,
      operator: operators.includes('in') ? 'in' : (operators[0] ?? 'contains'),
      options: (options ?? []).map(({ code, name, parent }) => ({ code, name, ...(parent === undefined ? {} : { parent }) })),
    })),
    validity: validity === undefined ? null : { from: validity.from, until: validity.until, soonDays: validity.soonDays ?? 90 },
    yearly: yearly === undefined ? null : { name: yearly.name, form: formView(yearly.form) },
    states: register.states.map(({ code, name }) => ({ code, name })),
    firstAnswers: firstAnswers(register, regions),
    publicFields: [...(register.publicFields ?? [])],
    isClosed: register.seenBy !== undefined,
    mayEdit,
    mayImport,
    importSays: importSays(register),
  };
}

const days = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

export function rowView(register: Register, row: RowRow, today: string): RowView {
  const held = { from: row.from_on, until: row.until_on, endedOn: row.ended_on };
  const standing: Standing = standingOf(register, held, today);
  const stateName = register.states.find(({ code }) => code === row.state)?.name ?? row.state;
  return {
    id: row.id,
    register: row.register,
    title: row.title,
    region: row.region,
    version: row.version,
    stateName,
    standing,
    // A state says more than «ended», which also fits what has not begun yet.
    standingName: standing === 'ended' || register.validity === undefined ? stateName : standingNames[standing],
    daysLeft: standing === 'expiring' && row.until_on !== null ? days(today, row.until_on) : null,
    party: row.party,
    answers: maskAnswers(register.form, row.answers),
    updatedAt: row.updated_at.toISOString(),
    updatedBy: row.updated_by,
  };
}

/** What changed, personal answers masked at both ends: that they changed is told, not what they are. */
export function changesOf(form: Form, before: Answers, after: Answers): Change[] {
  const personal = new Set(personalKeys(form));
  const [was, is] = [maskAnswers(form, before), maskAnswers(form, after)];
  return changedAnswers(form, before, after).map((change) => {
    const key = change.path.split(/[.[]/)[0] ?? '';
    const field = form.fields[key];
    if (!personal.has(key) || field === undefined) return change;
    return { ...change, before: printValue(field, was[key]), after: printValue(field, is[key]) };
  });
}

const verbs: Readonly<Record<VersionRow['verb'], string>> = {
  add: '登记',
  edit: '修改',
  import: '批量导入',
  undo: '撤销批量导入',
  remove: '删除',
};

/** Versions newest first, each with what it changed against the one before. */
export function historyOf(register: Register, versions: readonly VersionRow[]): VersionView[] {
  const before = (version: VersionRow): VersionRow | undefined =>
    versions.filter((other) => other.year === version.year && other.version < version.version).sort((a, b) => b.version - a.version)[0];
  return versions.map((version) => {
    const form = version.year === 0 ? register.form : (register.yearly?.form ?? register.form);
    const what = version.year === 0 ? '' : `${version.year} 年${register.yearly?.name ?? ''}`;
    const earlier = before(version)?.answers ?? null;
    const isFirst = earlier === null;
    return {
      year: version.year,
      version: version.version,
      at: version.at.toISOString(),
      who: version.account_name,
      says: `${verbs[version.verb]}${what}`,
      reason: version.reason,
      changes: version.answers === null || isFirst ? [] : changesOf(form, earlier, version.answers),
    };
  });
}
