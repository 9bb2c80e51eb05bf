// What pages of the registry know beside parties: places, industries, fields, figures, titles and the kinds of import one may run.
import { type Action, action } from '#platform/http/action.ts';
import { financeSources } from '#vocabularies/enterprises/finance-sources.ts';
import { highTechFields } from '#vocabularies/high-tech-fields/high-tech-fields.ts';
import { industries } from '#vocabularies/industries/industries.ts';
import type { Term } from '#vocabularies/vocabulary.ts';
import { financeItems } from '../model/finance-items.ts';
import { regionsOf } from '../model/places.ts';
import type { RegistrySetting } from '../setting.ts';
import { Known } from '../wire.ts';
import { registryKinds } from './imports.ts';

const term = ({ code, name, parent }: Term) => ({ code, name, ...(parent === undefined ? {} : { parent }) });

export const known = (setting: RegistrySetting): Action =>
  action({
    id: 'registry.get-known',
    method: 'GET',
    path: '/registry/known',
    summary: '取得地区、行业、领域、财务项目和资质的名称',
    permission: 'registry/party:read',
    reply: Known,
    handle: async ({ actor, may }) => ({
      regions: regionsOf(actor.root).map(({ code, name, short }) => ({ code, name, short: short ?? name })),
      industries: industries.items.map(term),
      fields: highTechFields.items.map(term),
      sources: financeSources.items.map(({ code, name, calibre }) => ({ code, name, calibre })),
      items: financeItems.map(({ key, name, unit, ...rest }) => ({ key, name, unit, maySink: 'maySink' in rest })),
      titles: setting.titles.map(({ title }) => ({ kind: title.id, name: title.name, level: title.level, validity: title.validity })),
      imports: registryKinds(setting)
        .filter((kind) => may(kind.permission))
        .map(({ id, name, counter, says }) => ({ kind: id.split('/')[1] ?? id, name, counter, says })),
    }),
  });
