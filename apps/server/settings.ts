// What modules are given by the composition: the catalogue, the calendar of working days and the names of regions.
import { catalogue } from '#catalogue/index.ts';
import { type AccountsSetting, accountMover, accountsSeated } from '#modules/accounts/contract.ts';
import { caseDigest, caseMover, caseTimeline } from '#modules/casework/contract.ts';
import type { CaseworkSetting } from '#modules/casework/setting.ts';
import { correspondenceMover } from '#modules/correspondence/contract.ts';
import type { CorrespondenceSetting } from '#modules/correspondence/setting.ts';
import { ledgerOf } from '#modules/figures/contract.ts';
import type { FiguresSetting } from '#modules/figures/setting.ts';
import { fundsMover, recordObligations } from '#modules/funds/contract.ts';
import type { FundsSetting } from '#modules/funds/setting.ts';
import { registerMover, registerTimeline } from '#modules/registers/contract.ts';
import type { RegistersSetting } from '#modules/registers/setting.ts';
import { knownTitles, type RegistrySetting } from '#modules/registry/setting.ts';
import type { ReportsSetting } from '#modules/reports/setting.ts';
import type { ReviewSetting } from '#modules/review/setting.ts';
import type { ServiceSetting } from '#modules/service/setting.ts';
import { provisionalCalendar } from '#vocabularies/holidays/calendar.ts';
import { childrenOf, findRegion, regionName, regionShortName } from '#vocabularies/regions/regions.ts';
import { passwords, seal } from './seal.ts';

export const calendar = provisionalCalendar();

export const accountsSetting: AccountsSetting = { passwords };

export const caseworkSetting: CaseworkSetting = { catalogue, calendar, regionName, recordObligations };

export const correspondenceSetting: CorrespondenceSetting = {
  calendar,
  regionName,
  countiesOf: (root) => childrenOf(root).map((region) => region.code),
  seal,
  accountsAt: accountsSeated,
  digests: [caseDigest(calendar)],
};

export const figuresSetting: FiguresSetting = {
  catalogue,
  regionName,
  shortName: regionShortName,
  countiesOf: (root) => childrenOf(root).map((region) => region.code),
  parentOf: (root) => findRegion(root)?.parent,
  sistersOf: (root) => {
    const parent = findRegion(root)?.parent;
    const beside = parent === undefined ? [] : childrenOf(parent);
    return beside.filter(({ code, level }) => level === 'city' && code !== root).map(({ code }) => code);
  },
};

export const fundsSetting: FundsSetting = { programmes: catalogue.programmes, seal, regionName };

/** Every title that a programme of the catalogue grants, with the measures in which it counts while it holds. */
export const declaredTitles = catalogue.programmes.flatMap(({ titles = [], stocks = [] }) => {
  const all = new Map([...titles, ...stocks.map((stock) => stock.title)].map((title) => [title.id, title]));
  return [...all.values()].map((title) => ({
    title,
    measures: stocks.filter((stock) => stock.title.id === title.id).map((stock) => stock.measure.id),
  }));
});

export const registersSetting: RegistersSetting = {
  catalogue,
  regionsOf: (root) => [root, ...childrenOf(root).map((region) => region.code)].map((code) => ({ code, name: regionName(code) })),
};

export const registrySetting: RegistrySetting = {
  titles: knownTitles(declaredTitles),
  seal,
  timelineSources: [caseTimeline(caseworkSetting), registerTimeline(registersSetting)],
  movers: [accountMover, caseMover, correspondenceMover, fundsMover, registerMover(registersSetting)],
};

export const reportsSetting: ReportsSetting = { catalogue, ledger: ledgerOf(figuresSetting) };

/** Experts come from everywhere; counties of the root are told by name, everything else is 外地. */
const placesOf = (root: string): ReadonlyMap<string, string> =>
  new Map([
    ...[{ code: root, name: regionName(root) }, ...childrenOf(root)].flatMap(({ code, name }) => [
      [name, code] as const,
      [regionShortName(code), code] as const,
      [code, code] as const,
    ]),
    ['外地', '000000'],
  ]);

export const reviewSetting: ReviewSetting = { casework: caseworkSetting, seal, places: placesOf };

export const serviceSetting: ServiceSetting = { casework: caseworkSetting };
