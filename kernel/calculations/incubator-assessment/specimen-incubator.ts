// An incubator for the tests that meets every condition exactly, and its tenants.
import { caseOf } from '../case.ts';

export const assessment = await caseOf('incubator-assessment');

export const tenant = {
  smeType: true,
  registeredInSite: true,
  workingInSite: true,
  foundedDate: '2023-01-31',
  entryDate: '2024-01-31',
  field: 'OTHER',
  funded: true,
  patentFiled: true,
  ownsIp: true,
  sameField: true,
};
export const tenants = (count: number, changes: object = {}) =>
  Array.from({ length: count }, (_, index) => ({ tenantId: `t${index}`, ...tenant, ...changes }));
/** One list of several kinds of tenants, numbered anew. */
export const mixed = (...lists: object[][]) => lists.flat().map((item, index) => ({ ...item, tenantId: `m${index}` }));
export const graduates = (count: number, changes: object = { highTechEnterprise: true }) => Array.from({ length: count }, () => changes);

/** A general incubator that meets every condition exactly. */
export const incubator = {
  kind: 'INCUBATOR',
  asOf: '2025-07-31',
  operatingSince: '2022-07-31',
  area: '10000',
  tenantAndPublicArea: '7500',
  serviceCases: 3,
  mentors: 5,
  serviceStaff: 6,
  professionalStaff: 5,
  weakRegion: false,
  legalPerson: true,
  statisticsYears: 2,
  seedFund: '5000000',
  tenants: tenants(50),
  graduates: graduates(20),
};
export const status = (ruleId: string, changes: object = {}) => assessment.finding(ruleId, { ...incubator, ...changes });
export const verdict = (changes: object = {}) => assessment.at('verdict', { ...incubator, ...changes });
