// The catalogue of indicators as people search it: names, unit, what feeds it or who publishes it, and the last published value of the city.
import { Type } from 'typebox';
import { timingText } from '#kernel/declare/published-indicator.ts';
import { domains } from '#kernel/declare/system.ts';
import { type Action, action } from '#platform/http/action.ts';
import { CatalogueRow } from '../model/catalogue-shapes.ts';
import { formulaText } from '../model/formula-text.ts';
import type { FiguresSetting } from '../setting.ts';
import { readPublished } from '../store/outside-values.ts';

export const catalogueActions = (setting: FiguresSetting): Action[] => [
  action({
    id: 'figures.list-catalogue',
    method: 'GET',
    path: '/figures/catalogue',
    summary: '指标目录：台账生成的和登记公布数的全部指标，含来源、发布单位和全市最近公布的数',
    permission: 'figures/indicator:read',
    reply: Type.Object({ rows: Type.Array(CatalogueRow) }),
    handle: async (context) => {
      const { catalogue } = setting;
      const { root } = context.actor;
      const ids = [...catalogue.indicators.keys(), ...catalogue.published.keys()];
      const last = new Map<string, { year: number; value: string; document_name: string }>();
      // Rows come in the order of years: the last of an indicator stays.
      for (const row of await readPublished(context.db, root, ids, null)) if (row.region === root) last.set(row.indicator, row);
      const lastOf = (id: string) => {
        const row = last.get(id);
        return { lastYear: row?.year ?? null, lastValue: row?.value ?? null, lastDocument: row?.document_name ?? null };
      };
      const fed = [...catalogue.systems, ...catalogue.shared].flatMap((system) =>
        (system.indicators ?? []).map(({ id, name, aliases = [], unit, definition, formula }) => ({
          ...{ id, name, unit, definition, aliases: [...aliases], formula: formulaText(formula, catalogue) },
          ...{ domain: domains[system.domain], system: system.name, publisher: null, timing: '随办理实时更新', calibre: null },
          ...lastOf(id),
        })),
      );
      const given = [...catalogue.published.values()].map((one) => ({
        ...{ id: one.id, name: one.name, unit: one.unit, definition: one.definition, aliases: [...(one.aliases ?? [])] },
        formula: one.formula.kind === 'observed' ? '直接公布' : formulaText(one.formula, catalogue),
        ...{ domain: domains[one.domain], system: null, publisher: one.publisher, timing: timingText[one.timing ?? 'same-year'] },
        calibre: one.calibre ?? null,
        ...lastOf(one.id),
      }));
      return { rows: [...fed, ...given] };
    },
  }),
];
