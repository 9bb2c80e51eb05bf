// A service item (政务服务事项): what an applicant at the counter is told beforehand, and how its dossier follows from it.
import type { Field } from '../fields/field.ts';
import { decide } from '../stages/decide.ts';
import { deliver } from '../stages/deliver.ts';
import { examine } from '../stages/examine.ts';
import type { Stage } from '../stages/kinds.ts';
import { rate } from '../stages/rate.ts';
import { receive } from '../stages/receive.ts';
import { workdays } from '../stages/stage.ts';
import { submit } from '../stages/submit.ts';
import { byBureau, type Citation, citationText, isByBureau } from './citation.ts';
import { type Dossier, dossier } from './dossier.ts';
import { noConditions } from './eligibility.ts';
import { defineForm, f, page } from './form.ts';

export const itemTypes = {
  licence: '行政许可',
  confirmation: '行政确认',
  award: '行政奖励',
  other: '其他行政权力',
  public: '公共服务',
} as const;

export const materialSources = {
  applicant: '申请人自备',
  agency: '中介机构或第三方出具',
  government: '政府部门核发',
} as const;

export interface Material {
  readonly name: string;
  readonly source: keyof typeof materialSources;
  /** Paper copies; none where it is handed in on line alone. */
  readonly copies: number;
  /** Got by the office from the electronic certificate, so that nobody hands it in. */
  readonly isShared?: true;
  readonly isOptional?: true;
}

export interface ServiceItem {
  readonly id: string;
  /** 实施编码. */
  readonly code: string;
  readonly name: string;
  readonly type: keyof typeof itemTypes;
  /** Who may apply. */
  readonly object: readonly ('法人' | '自然人')[];
  readonly basis: readonly Citation[];
  readonly conditions: readonly string[];
  readonly materials: readonly Material[];
  /** Working days that a document allows, and those that the office promises. */
  readonly legalLimit: number;
  /** Document of the limit; absent where no higher document sets one and the bureau does. */
  readonly limitBasis?: Citation;
  readonly promise: number;
  /** Promise before it was last shortened; absent where it never was. */
  readonly promisedBefore?: number;
  /** How often the applicant comes to the counter. */
  readonly visits: 0 | 1;
  /** Yuan. */
  readonly fee: '0';
  readonly result: string;
  /** Division in charge. */
  readonly division: string;
  /** Proposed by the division and decided by the leadership. */
  readonly isDecidedAbove?: true;
}

const ownLimit = byBureau('办理时限');

/** What the limit is called, and the document that it stands on: only a limit of the law is called one. */
export function limitOf({ limitBasis = ownLimit }: Pick<ServiceItem, 'limitBasis'>): { readonly name: string; readonly basis: string } {
  return { name: isByBureau(limitBasis) ? '规定' : '法定', basis: citationText(limitBasis) };
}

/** Share of the limit that the promise saves: 1 − promise ÷ limit; a sum of working days over several items. */
export function compressionOf(items: readonly Pick<ServiceItem, 'legalLimit' | 'promise'>[]): readonly [saved: number, legal: number] {
  const legal = items.reduce((sum, item) => sum + item.legalLimit, 0);
  return [legal - items.reduce((sum, item) => sum + item.promise, 0), legal];
}

const materialFile = ({ name, source, isOptional }: Material): Field =>
  f.file(name, {
    extensions: ['pdf', 'jpg', 'png', 'docx', 'xlsx'],
    help: materialSources[source],
    ...(isOptional && { optional: true }),
  });

/** Accepted in five days, decided within the promise, delivered within ten (行政许可法 第三十二条、第四十二条、第四十四条), then rated. */
function stagesOf({ promise, isDecidedAbove }: ServiceItem): readonly Stage[] {
  const limit = workdays(promise, { extension: 10 });
  const decided = isDecidedAbove
    ? [
        examine({ by: 'city-office', within: limit }),
        decide({ name: '决定', by: 'leadership', within: { ...limit, runsOn: true }, goesOn: true }),
      ]
    : [decide({ name: '办理', by: 'city-office', within: limit, goesOn: true })];
  return [
    submit(),
    receive({ by: 'city-office', within: workdays(5) }),
    ...decided,
    deliver({ by: 'city-office', within: workdays(10) }),
    rate({ followUp: 'city-office' }),
  ];
}

/** The dossier of an item: always open, a short form, one file for each material that nobody else can give. */
export function serviceDossier(item: ServiceItem): Dossier {
  if (item.promise > item.legalLimit) throw new Error(`Item ${item.id} promises more days than its limit`);
  const asked = item.materials.filter((material) => material.isShared === undefined);
  const by = item.object.flatMap((object) => (object === '法人' ? (['enterprise', 'institution'] as const) : (['person'] as const)));
  const files = Object.fromEntries(asked.map((material, i): [string, Field] => [`material${i + 1}`, materialFile(material)]));
  const applied = page('申请事项', {
    matter: f.text('申请内容', { maxLength: 60, list: true, help: '一句话写明申请什么，如“张三等 2 人外国人来华工作许可延期”' }),
    detail: f.longText('情况说明', { optional: true, maxLength: 1000 }),
    contact: f.contact('联系人'),
  });
  return dossier(item.id, item.name, {
    by,
    form: asked.length === 0 ? defineForm(applied) : defineForm(applied, page('申请材料', files)),
    eligibility: noConditions,
    stages: stagesOf(item),
    service: item,
  });
}
