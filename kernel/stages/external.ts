// Stage `external`: a higher authority decides in its own system; the case waits for its result list and never pretends to be that system.

import type { Form } from '../declare/form.ts';
import { defineForm, f, page } from '../declare/form.ts';
import { type OfficeKind, officeName } from '../declare/office.ts';
import type { Option } from '../fields/field.ts';
import type { StageBase, StageKind } from './stage.ts';

export interface ExternalStage extends StageBase {
  readonly kind: 'external';
  readonly authority: string;
  /** Codes by which the authority gives its reasons for a refusal. */
  readonly reasons: readonly Option[];
}

export function external(options: {
  id?: string;
  name?: string;
  by: OfficeKind;
  authority: string;
  reasons: readonly Option[];
}): ExternalStage {
  const { id = 'external', name = '上级认定', by, authority, reasons } = options;
  return { kind: 'external', id, name, by: [by], authority, reasons };
}

/** What one line of a result list says of one case. */
export const resultRecord = (stage: ExternalStage): Form =>
  defineForm(
    page('认定结果', {
      outcome: f.choice('结果', [
        { code: 'granted', name: '通过' },
        { code: 'refused', name: '未通过' },
      ]),
      number: f.text('证书编号', { optional: true, help: '通过时填写' }),
      issuedOn: f.date('发证日期', { optional: true, help: '通过时填写' }),
      reasons: f.choices('未通过原因', stage.reasons, { optional: true }),
    }),
  );

export const externalKind: StageKind<ExternalStage> = {
  moves: (stage) => [{ verb: 'receive-result', label: '登记认定结果', by: stage.by, records: resultRecord(stage), batch: true }],
  waitsFor: (stage) => `等待${stage.authority}公布结果（由${stage.by.map(officeName).join('或')}导入结果名单）`,
  whyNot: () => null,
  outcome: (_stage, _state, event) => (event.data.outcome === 'granted' ? { to: 'next' } : { to: 'end', as: 'refused' }),
};
