// Stage `issue`: the title that was won is entered in the register by the system itself.
import { defineForm, f, page } from '../declare/form.ts';
import type { Title } from '../declare/title.ts';
import type { StageBase, StageKind } from './stage.ts';

export interface IssueStage extends StageBase {
  readonly kind: 'issue';
  readonly title: Title;
}

const issueRecord = defineForm(
  page('发证', {
    number: f.text('证书编号'),
    from: f.date('有效期起'),
    until: f.date('有效期止', { optional: true }),
  }),
);

export const issue = (title: Title, options: { id?: string; name?: string } = {}): IssueStage => ({
  kind: 'issue',
  id: options.id ?? 'issue',
  name: options.name ?? '登记发证',
  by: ['system'],
  title,
});

export const issueKind: StageKind<IssueStage> = {
  moves: (stage) => [{ verb: 'issue', label: '登记发证', by: stage.by, records: issueRecord }],
  waitsFor: (stage) => `正在登记${stage.title.name}`,
  whyNot: () => null,
  outcome: () => ({ to: 'next' }),
  onEntry: 'issue',
};
