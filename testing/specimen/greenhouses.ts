// A made-up programme of titles that are assessed: greenhouses are named at a level, and each year corrected, put into classes, kept or ended.
import { cite } from '#kernel/declare/citation.ts';
import { dossier } from '#kernel/declare/dossier.ts';
import { noConditions } from '#kernel/declare/eligibility.ts';
import { defineForm, f, options, page } from '#kernel/declare/form.ts';
import { holderOf } from '#kernel/declare/holding.ts';
import { measuring } from '#kernel/declare/indicator.ts';
import { parameter } from '#kernel/declare/parameter.ts';
import { programme } from '#kernel/declare/programme.ts';
import { title } from '#kernel/declare/title.ts';
import { decide } from '#kernel/stages/decide.ts';
import { grade, gradedSubsidy } from '#kernel/stages/grade.ts';
import { issue } from '#kernel/stages/issue.ts';
import { submit } from '#kernel/stages/submit.ts';
import { uphold } from '#kernel/stages/uphold.ts';

const cites = cite('花发〔2025〕3号', '第九条');
export const greenhouseTitle = title('greenhouse', '示范温室', { level: 'MUNICIPAL', validity: null });

const naming = dossier('naming', '示范温室命名', {
  by: ['enterprise'],
  form: defineForm(page('温室', { level: f.choice('级别', options({ PROVINCIAL: '省级', MUNICIPAL: '市级' })) })),
  eligibility: noConditions,
  stages: [submit(), decide({ by: 'city-office' }), issue(greenhouseTitle, { level: 'level', numbered: '温室' })],
});

const points = (label: string) => f.decimal(label, { min: '0', max: '100', places: 1 });
const yearly = dossier('yearly', '示范温室考核', {
  by: ['enterprise'],
  form: defineForm(page('自评', { light: points('采光'), water: points('浇水') })),
  eligibility: noConditions,
  holder: holderOf(greenhouseTitle, cites),
  stages: [
    submit(),
    grade({
      by: 'city-office',
      cites,
      parts: [
        { key: 'light', name: '采光', weight: '50%' },
        { key: 'water', name: '浇水', weight: '50%' },
      ],
      total: ({ light, water }) => (light === undefined || water === undefined ? null : String((Number(light) + Number(water)) / 2)),
      classes: [
        {
          code: 'BLOOMING',
          name: '盛开',
          least: parameter({ name: 'bloomingScore', label: '盛开最低分', kind: 'decimal', cites, value: '80' }),
          mostShare: parameter({ name: 'bloomingShare', label: '盛开比例上限', kind: 'percent', cites, value: '0.5' }),
          subsidy: parameter({ name: 'bloomingSubsidy', label: '盛开补助', kind: 'decimal', unit: '元', cites, value: '3000' }),
        },
        { code: 'WILTING', name: '枯萎' },
        { code: 'DEAD', name: '枯死' },
      ],
    }),
    uphold({ title: greenhouseTitle, grade: 'grade', ends: ['DEAD'], rectifies: { classes: ['WILTING'], months: 12 } }),
  ],
});

const standing = measuring('greenhouses', '座')('standing', '有效温室', 'stock');

export const greenhouses = programme({
  id: 'greenhouses',
  name: '示范温室',
  domain: 'platforms',
  basis: [cites],
  dossiers: [naming, yearly],
  titles: [greenhouseTitle],
  measures: [standing],
  stocks: [{ measure: standing, title: greenhouseTitle }],
  obligations: [gradedSubsidy({ dossier: 'yearly', stage: 'grade', after: { stage: 'uphold', verb: 'uphold' }, purpose: '温室补助' })],
});
