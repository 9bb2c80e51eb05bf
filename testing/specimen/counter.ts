// The specimen's counter: a made-up service item of either kind; tests know no other and no build ships it.
import { cite } from '#kernel/declare/citation.ts';
import { type Measure, sum } from '#kernel/declare/indicator.ts';
import { programme } from '#kernel/declare/programme.ts';
import { type ServiceItem, serviceDossier } from '#kernel/declare/service-item.ts';

const cites = cite('花发〔2025〕3号', '第八条');

const plain: ServiceItem = {
  id: 'watering',
  code: 'HUA-SYNTHETIC-0001',
  name: '浇水证明',
  type: 'public',
  object: ['法人'],
  basis: [cites],
  conditions: ['有花'],
  materials: [
    { name: '花圃登记证', source: 'government', copies: 0, isShared: true },
    { name: '浇水计划', source: 'applicant', copies: 1, isOptional: true },
  ],
  legalLimit: 20,
  promise: 5,
  visits: 0,
  fee: '0',
  result: '浇水证明',
  division: '花木处',
};

export const watering = serviceDossier(plain);
export const grafting = serviceDossier({ ...plain, id: 'grafting', name: '嫁接许可', type: 'licence', isDecidedAbove: true, visits: 1 });

const closed: Measure = { id: 'counter.closed', name: '花木事项办结数', kind: 'flow', unit: '件', definition: '作出决定的件数' };

export const counter = programme({
  id: 'flower-counter',
  name: '花木服务事项',
  domain: 'service',
  basis: [cites],
  dossiers: [watering, grafting],
  measures: [closed],
  postings: [watering, grafting].flatMap(({ id }) => ['approve', 'refuse'].map((verb) => ({ measure: closed, dossier: id, verb }))),
  indicators: [
    { id: 'counter.closed', name: '花木事项办结数', unit: '件', formula: sum(closed), direction: 'up', definition: '当期作出决定的件数' },
  ],
});
