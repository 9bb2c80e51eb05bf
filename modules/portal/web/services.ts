// Service items: what can be done at the counter, and the guide of each: conditions, materials, days, fee, result.
import { citationText } from '#kernel/declare/citation.ts';
import type { Dossier } from '#kernel/declare/dossier.ts';
import { itemTypes, limitOf, materialSources, type ServiceItem } from '#kernel/declare/service-item.ts';
import { stagesOf } from './calls.ts';
import { type Html, html } from './html.ts';
import type { PageContent } from './layout.ts';
import { facts, list, section, steps, table, tag } from './parts.ts';

export interface ServiceShown {
  readonly programme: string;
  readonly programmeName: string;
  readonly dossier: Dossier;
  readonly service: ServiceItem;
}

const visits = ({ visits: times }: ServiceItem): string => (times === 0 ? '全程网办，不用跑' : `到窗口 ${times} 次`);

export const serviceHref = ({ programme, service }: Pick<ServiceShown, 'programme' | 'service'>): string =>
  `/public/services/${programme}/${service.id}`;

export const serviceItem = (one: ServiceShown): Html => {
  const { service } = one;
  return html`<a class="name" href="${serviceHref(one)}">${service.name}</a> ${tag(itemTypes[service.type])}
<small>承诺 ${service.promise} 个工作日（${limitOf(service).name} ${service.legalLimit} 个） · ${visits(service)} · ${service.fee === '0' ? '不收费' : `${service.fee} 元`}</small>`;
};

export const servicesPage = (services: readonly ServiceShown[]): PageContent => ({
  title: '办事指南',
  description: '科技部门政务服务事项：办理条件、材料、时限、收费和结果。',
  canonical: '/public/services',
  lead: '全年受理，随时可以在网上申请。',
  body: list(services.map(serviceItem), '目前没有可以办理的事项。'),
});

export function servicePage({ service, dossier, programme, programmeName }: ServiceShown, bureau: string): PageContent {
  return {
    title: service.name,
    description: `${service.name}办事指南：承诺 ${service.promise} 个工作日办结，${visits(service)}。`,
    canonical: serviceHref({ programme, service }),
    parent: { label: '办事指南', href: '/public/services' },
    lead: html`${tag(itemTypes[service.type])} ${service.division}`,
    data: {
      '@type': 'GovernmentService',
      name: service.name,
      identifier: service.code,
      serviceType: itemTypes[service.type],
      provider: { '@type': 'GovernmentOrganization', name: bureau },
    },
    body: html`${facts([
      ['实施编码', service.code],
      ['办理对象', service.object.join('、')],
      ['承诺时限', `${service.promise} 个工作日（${limitOf(service).name} ${service.legalLimit} 个工作日，${limitOf(service).basis}）`],
      ['到现场次数', visits(service)],
      ['收费', service.fee === '0' ? '不收费' : `${service.fee} 元`],
      ['办理结果', service.result],
    ])}<p class="act"><a class="button main" href="/sign-in?next=${encodeURIComponent(`/desk/services/${programme}/${service.id}`)}">登录办理</a></p>
${section('办理条件', steps(service.conditions.map((says) => ({ says, note: '' }))))}
${section(
  '需要的材料',
  table(
    '材料',
    ['材料', '来源', '纸质份数', '说明'],
    service.materials.map(({ name, source, copies, isShared, isOptional }) => [
      name,
      materialSources[source],
      copies === 0 ? '网上提交' : `${copies} 份`,
      isShared === true ? '由部门共享获取，不用提交' : isOptional === true ? '选交' : '',
    ]),
  ),
)}
<div class="cols"><div>${section('怎样办理', stagesOf(dossier))}</div><div>${section(
      '依据',
      steps(service.basis.map((basis) => ({ says: citationText(basis), note: '' }))),
    )}</div></div><p class="note">所属事项：${programmeName}</p>`,
  };
}
