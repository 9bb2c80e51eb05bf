// Registers themselves: which there are for a person, and how one is laid out.
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { registerView, summaryOf } from '../model/views.ts';
import type { RegistersSetting } from '../setting.ts';
import { enterCircles } from '../store/circles.ts';
import { registerCounts } from '../store/read-rows.ts';
import { RegisterList, RegisterParams, RegisterView } from '../wire.ts';
import { openRegister } from './entering.ts';

const regionsOf = ({ actor }: ActionContext): readonly string[] => (actor.scope === 'regions' ? actor.regions : []);

export const registerActions = (setting: RegistersSetting): Action[] => [
  action({
    id: 'registers.list-registers',
    method: 'GET',
    path: '/registers/lists',
    summary: '列出全部台账及各有多少条',
    permission: 'registers/row:read',
    reply: RegisterList,
    async handle(context) {
      await enterCircles(context.db, setting, context.may);
      const counts = await registerCounts(context.db, context.actor.root);
      const seen = setting.catalogue.registers.filter(({ seenBy }) => seenBy === undefined || context.may(seenBy));
      return { rows: seen.map((register) => summaryOf(register, counts.get(register.id))) };
    },
  }),
  action({
    id: 'registers.get-register',
    method: 'GET',
    path: '/registers/lists/:register',
    summary: '查看一个台账的登记项目、筛选条件和状态',
    permission: 'registers/row:read',
    params: RegisterParams,
    reply: RegisterView,
    async handle(context, { params }) {
      const register = await openRegister(context, setting, params.register);
      const isCounty = context.actor.scope === 'regions';
      const mayChange = !isCounty || register.region !== undefined;
      return registerView(register, {
        mayEdit: mayChange && context.may('registers/row:edit'),
        mayImport: mayChange && context.may('registers/row:import'),
        regions: regionsOf(context),
      });
    },
  }),
];
