// What a city may set about public money: read by whoever works with funds, set with a reason by whoever manages the budget.
import { checkAnswers } from '#kernel/faces/answers.ts';
import { byOf } from '#modules/registry/contract.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { changedParameters, parametersForm, parametersFrom, usualParameters } from '../model/parameters.ts';
import { parameterVersions, saveParameters } from '../store/parameters.ts';
import { ParametersBody, ParametersView } from '../wire.ts';
import { staffOnly } from './listed.ts';

async function view({ db, actor }: ActionContext): Promise<ParametersView> {
  const versions = await parameterVersions(db, actor.root);
  const [last] = versions;
  return {
    version: last?.version ?? 0,
    parameters: { ...(last?.parameters ?? usualParameters) },
    history: versions.map(({ version, parameters, why, at, by }, n) => {
      const before = versions[n + 1]?.parameters ?? usualParameters;
      const changes = changedParameters(before, parameters).map((key) => {
        const { label, unit } = parametersForm.fields[key];
        const say = (value: string | number): string => (unit === undefined ? String(value) : `${value} ${unit}`);
        return { label, before: say(before[key]), after: say(parameters[key]) };
      });
      return { version, why, at: at.toISOString(), by, changes };
    }),
  };
}

export const parameterActions = (): Action[] => [
  action({
    id: 'funds.get-parameters',
    method: 'GET',
    path: '/funds/parameters',
    summary: '查看资金参数和历次调整',
    permission: 'funds/payment:read',
    reply: ParametersView,
    handle: async (context) => {
      staffOnly(context);
      return view(context);
    },
  }),
  action({
    id: 'funds.set-parameters',
    method: 'PUT',
    path: '/funds/parameters',
    summary: '设定资金参数，写明理由',
    permission: 'funds/budget:manage',
    body: ParametersBody,
    reply: ParametersView,
    handle: async (context, { body }) => {
      const problems = checkAnswers(parametersForm, body.parameters, { complete: true });
      if (problems.length > 0)
        throw new Refusal('PARAMETERS', `资金参数有 ${problems.length} 处需要改正。`, {
          details: problems.map(({ path, message }) => ({ where: path, message })),
        });
      const before = await view(context);
      const parameters = parametersFrom(body.parameters);
      const changed = changedParameters(parametersFrom(before.parameters), parameters);
      if (changed.length === 0) throw new Refusal('PARAMETERS_SAME', '与现行参数相同，没有可保存的改动。', { status: 409 });
      await saveParameters(context.db, byOf(context), { version: body.version, parameters, why: body.why });
      await context.trail(
        `设定资金参数：${changed.map((key) => parametersForm.fields[key].label).join('、')}，理由：${body.why}`,
        { kind: 'funds-parameters', id: context.actor.root },
        Object.fromEntries(changed.map((key) => [key, { from: before.parameters[key], to: parameters[key] }])),
      );
      return view(context);
    },
  }),
];
