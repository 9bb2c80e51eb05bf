// Pages of work reports that were signed and released.
import { listReleased, releasedReport } from '#modules/reports/contract.ts';
import type { PublicPage } from '#platform/http/page.ts';
import type { PortalSetting } from '../setting.ts';
import { reportPage, reportsPage } from '../web/reports.ts';
import { idOf } from './addresses.ts';
import { keeps, pageReply } from './frame.ts';

export const reportPages = (setting: PortalSetting): PublicPage[] => [
  {
    method: 'GET',
    path: '/public/reports',
    handle: async (context, asked) =>
      pageReply(context, setting, asked, keeps.slow, reportsPage(await listReleased(context.db, context.actor.root))),
  },
  {
    method: 'GET',
    path: '/public/reports/:id',
    handle: async (context, asked) => {
      const report = await releasedReport(context.db, context.actor.root, idOf(asked, '这份工作报告'));
      const { name } = await setting.bureauOf(context);
      return pageReply(context, setting, asked, keeps.slow, reportPage(report, name));
    },
  },
];
