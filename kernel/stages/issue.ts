// Stage `issue`: the title that was won is entered in the register by the system itself.
import { defineForm, f, page } from '../declare/form.ts';
import type { Title } from '../declare/title.ts';
import type { StageBase, StageKind } from './stage.ts';

export interface IssueStage extends StageBase {
  readonly kind: 'issue';
  readonly title: Title;
  /** Key of the answer that names the level of the title; its own level where absent. */
  readonly level?: string;
  /** What stands before the number of the case in a certificate that the bureau numbers itself; absent where an authority's result brings the number. */
  readonly numbered?: string;
}

const issueRecord = defineForm(
  page('发证', {
    number: f.text('证书编号'),
    from: f.date('有效期起'),
    until: f.date('有效期止', { optional: true }),
  }),
);

export const issue = (title: Title, options: { id?: string; name?: string } & Pick<IssueStage, 'level' | 'numbered'> = {}): IssueStage => {
  const { id = 'issue', name = '登记发证', level, numbered } = options;
  return {
    kind: 'issue',
    id,
    name,
    by: ['system'],
    title,
    ...(level !== undefined && { level }),
    ...(numbered !== undefined && { numbered }),
  };
};

/** The title at the level that was applied for. */
export function titleToIssue({ title, level }: IssueStage, answers: Readonly<Record<string, unknown>> = {}): Title {
  const wanted = level === undefined ? undefined : answers[level];
  return typeof wanted === 'string' ? { ...title, level: wanted as Title['level'] } : title;
}

export const issueKind: StageKind<IssueStage> = {
  moves: (stage) => [{ verb: 'issue', label: '登记发证', by: stage.by, records: issueRecord }],
  waitsFor: (stage) => `正在登记${stage.title.name}`,
  whyNot: () => null,
  outcome: () => ({ to: 'next' }),
  onEntry: 'issue',
};
