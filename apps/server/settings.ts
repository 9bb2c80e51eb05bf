// What modules are given by the composition: the catalogue, the calendar of working days and the names of regions.
import { catalogue } from '#catalogue/index.ts';
import type { CaseworkSetting } from '#modules/casework/setting.ts';
import type { FiguresSetting } from '#modules/figures/setting.ts';
import { provisionalCalendar } from '#vocabularies/holidays/calendar.ts';
import { childrenOf, regionName } from '#vocabularies/regions/regions.ts';

export const calendar = provisionalCalendar();

export const caseworkSetting: CaseworkSetting = { catalogue, calendar, regionName };

export const figuresSetting: FiguresSetting = {
  catalogue,
  regionName,
  countiesOf: (root) => childrenOf(root).map((region) => region.code),
};
