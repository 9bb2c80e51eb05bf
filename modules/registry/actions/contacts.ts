// Contacts of a party: masked in every list, opened with a reason that the trail keeps (个人信息保护法第六条、第五十一条).
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { contactDuties } from '../model/party.ts';
import type { RegistrySetting } from '../setting.ts';
import { byOf } from '../store/by.ts';
import { addContact, changeContact, removeContact, revealContact } from '../store/contacts.ts';
import { partyOf } from '../store/resolve.ts';
import { Done, EditContact, IdParams, NewContact, RemoveContact, RevealBody, Revealed } from '../wire.ts';

const edit = 'registry/party:edit';

const nameOf = async (context: ActionContext, party: string): Promise<string> => (await partyOf(context.db, party)).name;

const add = ({ seal }: RegistrySetting): Action =>
  action({
    id: 'registry.add-contact',
    method: 'POST',
    path: '/registry/parties/:id/contacts',
    summary: '新增联系人',
    permission: edit,
    params: IdParams,
    body: NewContact,
    reply: Done,
    async handle(context, { params, body }) {
      const party = await partyOf(context.db, params.id);
      const id = await addContact(context.db, byOf(context), seal, party, body);
      await context.trail(`为“${party.name}”新增${contactDuties[body.duty]}`, { kind: 'party', id: party.id }, { contact: id });
      return { id, says: `已新增${contactDuties[body.duty]}。姓名、电话等按规定以掩码显示。` };
    },
  });

const change = ({ seal }: RegistrySetting): Action =>
  action({
    id: 'registry.edit-contact',
    method: 'PUT',
    path: '/registry/contacts/:id',
    summary: '修改联系人',
    permission: edit,
    params: IdParams,
    body: EditContact,
    reply: Done,
    async handle(context, { params, body }) {
      const { party } = await changeContact(context.db, byOf(context), seal, { id: params.id, ...body });
      const fields = Object.keys(body.facts);
      await context.trail(`修改“${await nameOf(context, party)}”的联系人`, { kind: 'party', id: party }, { contact: params.id, fields });
      return { id: params.id, says: '已更新联系人。' };
    },
  });

const remove = action({
  id: 'registry.remove-contact',
  method: 'POST',
  path: '/registry/contacts/:id/remove',
  summary: '删除联系人',
  permission: edit,
  params: IdParams,
  body: RemoveContact,
  reply: Done,
  async handle(context, { params, body }) {
    const { party, mask } = await removeContact(context.db, params.id, body.version);
    await context.trail(`删除“${await nameOf(context, party)}”的联系人${mask}`, { kind: 'party', id: party }, { contact: params.id });
    return { id: params.id, says: `已删除联系人${mask}。` };
  },
});

const reveal = ({ seal }: RegistrySetting): Action =>
  action({
    id: 'registry.reveal-contact',
    method: 'POST',
    path: '/registry/contacts/:id/reveal',
    summary: '说明理由后查看联系人的完整信息',
    permission: 'registry/party:unmask',
    params: IdParams,
    body: RevealBody,
    reply: Revealed,
    rate: 60,
    async handle(context, { params, body }) {
      const { party, mask, ...personal } = await revealContact(context.db, seal, params.id);
      await context.trail(
        `查看“${await nameOf(context, party)}”联系人${mask}的完整信息，理由：${body.reason}`,
        { kind: 'party', id: party },
        { contact: params.id, reason: body.reason },
      );
      return personal;
    },
  });

export const contactActions = (setting: RegistrySetting): Action[] => [add(setting), change(setting), remove, reveal(setting)];
