// The bureau's rules for reviews: read by whoever works with panels, set by whoever may.
import { Type } from 'typebox';
import { checkAnswers } from '#kernel/faces/answers.ts';
import { type Action, action } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { rulesForm, rulesFrom } from '../model/bureau-rules.ts';
import { rulesOf, saveRules } from '../store/rules.ts';
import { RulesView } from '../wire.ts';

const viewOf = (known: Awaited<ReturnType<typeof rulesOf>>): RulesView => ({
  rules: { ...known.rules },
  version: known.version,
  changedAt: known.changedAt?.toISOString() ?? null,
  changedBy: known.changedBy,
});

export const ruleActions = (): Action[] => [
  action({
    id: 'review.get-rules',
    method: 'GET',
    path: '/review/rules',
    summary: '查看评审规则：回避、轮换、抽取、信用和评审费',
    permission: 'review/panel:read',
    reply: RulesView,
    handle: async ({ db, actor }) => viewOf(await rulesOf(db, actor.root)),
  }),
  action({
    id: 'review.set-rules',
    method: 'PUT',
    path: '/review/rules',
    summary: '设定评审规则；已抽取的评审组仍按抽取时的规则',
    permission: 'review/rule:manage',
    body: Type.Object({ version: Type.Integer({ minimum: 0 }), rules: Type.Record(Type.String(), Type.Unknown()) }),
    reply: RulesView,
    handle: async (context, { body }) => {
      const { db, actor, now } = context;
      const problems = checkAnswers(rulesForm, body.rules, { complete: true });
      if (problems.length > 0)
        throw new Refusal('RULES', `评审规则有 ${problems.length} 处需要改正。`, {
          details: problems.map(({ path, message }) => ({ where: path, message })),
        });
      const before = await rulesOf(db, actor.root);
      const rules = rulesFrom(body.rules);
      await saveRules(db, actor.root, rules, { version: body.version, now, name: actor.name });
      const changed = Object.entries(rules).filter(([key, value]) => before.rules[key as keyof typeof rules] !== value);
      await context.trail(
        `设定评审规则，改动 ${changed.length} 项`,
        { kind: 'review-rules', id: actor.root },
        Object.fromEntries(changed.map(([key, value]) => [key, { from: before.rules[key as keyof typeof rules], to: value }])),
      );
      return viewOf(await rulesOf(db, actor.root));
    },
  }),
];
