// Says in one sentence what happened to a party, from a line of the register.
import { financeSources } from '#vocabularies/enterprises/finance-sources.ts';
import { termName } from '#vocabularies/vocabulary.ts';
import { codeChecks } from './party.ts';
import { fieldLabel, fieldWords } from './party-fields.ts';

type Facts = Readonly<Record<string, unknown>>;

const said = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
const because = (facts: Facts): string => (said(facts.reason) === null ? '' : `。理由：${said(facts.reason)}`);
const titled = (facts: Facts): string => {
  const label = said(facts.label) ?? '';
  const number = said(facts.number);
  return `${said(facts.name) ?? ''}${label === '' ? '' : `“${label}”`}${number === null ? '' : `（${number}）`}`;
};

function changeWords(facts: Facts): string {
  const field = said(facts.field) ?? '';
  if (field === 'usccCheck') return `统一社会信用代码${codeChecks.confirmed}${because(facts)}`;
  return `${fieldLabel(field)}由“${fieldWords(field, said(facts.before))}”变更为“${fieldWords(field, said(facts.after))}”${because(facts)}`;
}

function movedWords(moved: unknown): string {
  const parts = Object.entries((moved ?? {}) as Record<string, number>).filter(([, count]) => count > 0);
  return parts.length === 0 ? '' : `，并入${parts.map(([name, count]) => `${name}${count}项`).join('、')}`;
}

/** Kinds of the register's own lines, as the filter of the timeline names them. */
export const timelineKinds = { register: '登记与变更', title: '资质', finance: '财务数据', merger: '合并' } as const;

const kindOf: Readonly<Record<string, keyof typeof timelineKinds>> = {
  created: 'register',
  change: 'register',
  'title-granted': 'title',
  'title-expired': 'title',
  'title-ended': 'title',
  finance: 'finance',
  absorbed: 'merger',
};

export const timelineKind = (kind: string): keyof typeof timelineKinds => kindOf[kind] ?? 'register';

export function timelineWords(kind: string, facts: Facts): string {
  switch (kind) {
    case 'created':
      return said(facts.batch) === null ? '建立档案' : '批量导入时建立档案';
    case 'change':
      return changeWords(facts);
    case 'title-granted':
      return `取得${titled(facts)}${said(facts.until) === null ? '' : `，有效期至 ${said(facts.until)}`}`;
    case 'title-expired':
      return `${titled(facts)}到期`;
    case 'title-ended':
      return `${titled(facts)}${facts.status === 'superseded' ? '由新证书替代' : '被撤销'}${facts.status === 'superseded' ? '' : because(facts)}`;
    case 'finance':
      return `${facts.corrected === true ? '更正' : '登记'} ${said(facts.year)} 年${termName(financeSources, said(facts.source) ?? '')}数据${because(facts)}`;
    case 'absorbed':
      return `合并重复主体“${said(facts.name)}”${said(facts.uscc) === null ? '' : `（${said(facts.uscc)}）`}${movedWords(facts.moved)}${because(facts)}`;
    default:
      return kind;
  }
}
