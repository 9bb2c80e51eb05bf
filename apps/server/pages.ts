// The public pages of the product, with what they are given: settings, places, whose site it is.
import { demoSignIns, offices } from '#modules/accounts/contract.ts';
import { type PortalSetting, portalPages } from '#modules/portal/contract.ts';
import { childrenOf, regionName } from '#vocabularies/regions/regions.ts';
import { seal } from './seal.ts';
import { caseworkSetting, registersSetting } from './settings.ts';

const portalSetting: PortalSetting = {
  casework: caseworkSetting,
  registers: registersSetting,
  placesOf: (root) => childrenOf(root).map(({ code, name }) => ({ code, name })),
  bureauOf: async ({ db, actor }) => {
    const bureau = (await offices(db, actor.root, { kind: 'city-office' })).find(({ parent }) => parent === null);
    return { name: bureau?.name ?? `${regionName(actor.root)}科学技术局`, isDemo: (await demoSignIns(db, actor.root)).length > 0 };
  },
  seal,
};

export const pages = portalPages(portalSetting);
