// How spot checks look: tones of outcomes, and the fields of drawing and recording.
import { defineForm, f, page } from '#kernel/declare/form.ts';
import { type FieldView, formView } from '#kernel/faces/form-view.ts';
import type { Tone } from '#ui/page/status.tsx';
import type { SpotCheckables } from '../model/spot-check-wire.ts';
import { type SpotOutcome, usualRiskShare } from '../model/spot-check-words.ts';

export const outcomeTones: Readonly<Record<SpotOutcome, Tone>> = { waiting: 'wait', passed: 'good', problem: 'warn', revoked: 'bad' };

export const drawFields = ({ rows }: SpotCheckables, year: number): readonly FieldView[] =>
  formView(
    defineForm(
      page('', {
        programme: f.choice(
          '事项',
          rows.map(({ programme, name }) => ({ code: programme, name })),
        ),
        year: f.choice(
          '取得资质的年度',
          [year, year - 1].map((one) => ({ code: String(one), name: `${one}年` })),
        ),
        share: f.percent('抽查比例', { min: '0', max: '1', optional: true, help: '不填为规定的最低比例' }),
        riskShare: f.percent('其中按风险线索抽取不超过', {
          min: '0',
          max: '1',
          optional: true,
          help: `由本级确定，不填为 ${Number(usualRiskShare) * 100}%；线索多的先抽，其余从全部未抽中的单位随机抽取`,
        }),
        seed: f.text('抽取种子', {
          maxLength: 64,
          optional: true,
          help: '可填公开摇出的号码；不填由系统生成。种子和名单记入审计，可以重现抽取',
        }),
      }),
    ),
  ).pages[0]?.fields ?? [];

export const noteFields = (label: string, help: string): readonly FieldView[] =>
  formView(defineForm(page('', { note: f.longText(label, { help }) }))).pages[0]?.fields ?? [];
