// The actions of reports.
import { Type } from 'typebox';
import { type Action, action } from '#platform/http/action.ts';
import { tieIndexOf } from '../model/ties.ts';
import type { ReportsSetting } from '../setting.ts';
import { IndicatorChoice } from '../wire.ts';
import { acceptActions } from './accept.ts';
import { addActions } from './add-report.ts';
import { auditAction } from './audit.ts';
import { documentActions } from './documents.ts';
import { readingActions } from './readings.ts';
import { workPaperActions } from './work-papers.ts';
import { workReleaseActions } from './work-release.ts';
import { workReportActions } from './work-reports.ts';
import { workSigningActions } from './work-signing.ts';
import { workTextActions } from './work-texts.ts';

const indicators = ({ catalogue }: ReportsSetting): Action =>
  action({
    id: 'reports.list-indicators',
    method: 'GET',
    path: '/reports/indicators',
    summary: '可供报告数据挂接的指标',
    permission: 'reports/report:read',
    reply: Type.Object({ rows: Type.Array(IndicatorChoice) }),
    handle: async () => ({
      rows: [...catalogue.indicators.values(), ...catalogue.published.values()].map(({ id, name, unit, definition }) => ({
        ...{ id, name, unit, definition },
        isPublished: catalogue.published.has(id),
      })),
    }),
  });

export function reportsActions(setting: ReportsSetting): Action[] {
  const ties = tieIndexOf(setting.catalogue);
  return [
    ...documentActions(ties),
    ...addActions,
    ...readingActions(setting, ties),
    ...acceptActions(setting, ties),
    auditAction(setting, ties),
    indicators(setting),
    ...workReportActions(setting),
    ...workReleaseActions(),
    ...workTextActions(setting),
    ...workSigningActions(setting),
    ...workPaperActions(setting),
  ];
}
