// Pages of service items, straight from the catalogue.
import type { PublicPage } from '#platform/http/page.ts';
import { notFound } from '#platform/refusal.ts';
import type { PortalSetting } from '../setting.ts';
import { type ServiceShown, servicePage, servicesPage } from '../web/services.ts';
import { keeps, pageReply } from './frame.ts';

export const shownServices = ({ casework: { catalogue } }: PortalSetting): readonly ServiceShown[] =>
  catalogue.programmes.flatMap((programme) =>
    programme.dossiers.flatMap((dossier) =>
      dossier.service === undefined ? [] : [{ programme: programme.id, programmeName: programme.name, dossier, service: dossier.service }],
    ),
  );

export const servicePages = (setting: PortalSetting): PublicPage[] => [
  {
    method: 'GET',
    path: '/public/services',
    handle: (context, asked) => pageReply(context, setting, asked, keeps.slow, servicesPage(shownServices(setting))),
  },
  {
    method: 'GET',
    path: '/public/services/:programme/:item',
    handle: async (context, asked) => {
      const item = shownServices(setting).find(
        ({ programme, service }) => programme === asked.params.programme && service.id === asked.params.item,
      );
      if (item === undefined) throw notFound('这个事项');
      const { name } = await setting.bureauOf(context);
      return pageReply(context, setting, asked, keeps.slow, servicePage(item, name));
    },
  },
];
