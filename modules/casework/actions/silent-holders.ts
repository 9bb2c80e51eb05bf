// Lists the holders of a title who handed nothing in at a call that is for them.
import { type Action, action } from '#platform/http/action.ts';
import { notFound } from '#platform/refusal.ts';
import { SilentHoldersView } from '../model/silent-holders-wire.ts';
import { type CaseworkSetting, declared } from '../setting.ts';
import { getCall } from '../store/calls.ts';
import { silentHolders } from '../store/silent-holders.ts';
import { CaseParams } from '../wire.ts';

export const silentHolderActions = (setting: CaseworkSetting): Action[] => [
  action({
    id: 'casework.silent-holders',
    method: 'GET',
    path: '/casework/calls/:id/silent-holders',
    summary: '列出持有资质但没有报送的单位，连续两次未报的标明',
    permission: 'casework/spot-check:read',
    params: CaseParams,
    reply: SilentHoldersView,
    handle: async (context, { params }) => {
      const call = await getCall(context.db, params.id);
      const { holder } = declared(setting, call).dossier;
      if (holder === undefined) throw notFound('本批次的应报名单');
      const { holders, silent } = await silentHolders(context.db, call, holder.title.id, context.today);
      const rows = silent.map(({ party, partyName, region, number, isSecondTime }) => ({
        party,
        partyName,
        regionName: setting.regionName(region),
        number,
        isSecondTime,
      }));
      return { titleName: holder.title.name, holders, rows };
    },
  }),
];
