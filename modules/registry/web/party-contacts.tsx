// Contacts of a party: masked, opened one at a time with a reason, added and changed in place.
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { call } from '#ui/api.ts';
import { EntryForm } from '#ui/form/entry-form.tsx';
import { Status } from '#ui/page/status.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { useMay } from '#ui/session.ts';
import type { Contact, Done, PartyProfile } from '../wire.ts';
import { contactFields, reasonFields } from './party-fields.ts';
import { refreshParties } from './queries.ts';
import { dutyNames } from './words.ts';

interface Revealed {
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly idNumber: string | null;
}

type Asked = { readonly what: 'reveal' | 'edit' | 'remove'; readonly contact: Contact } | { readonly what: 'add' };

/** Only what was typed is sent: an empty box leaves what is sealed as it is. */
const given = (entries: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined && value !== ''));

function Ask({
  asked,
  party,
  onReveal,
  onClose,
}: {
  asked: Asked;
  party: PartyProfile;
  onReveal: (id: string, who: Revealed) => void;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const sent = async (done: Done): Promise<string> => {
    await refreshParties(client);
    return done.says;
  };
  const shared = { onDone: onClose, onCancel: onClose };
  if (asked.what === 'add') {
    return (
      <EntryForm
        {...shared}
        label="新增联系人"
        columns={2}
        fields={contactFields(true)}
        initial={{ isPrimary: party.contacts.length === 0 }}
        consequence="姓名、电话和邮箱加密保存，平时以掩码显示。"
        send="新增"
        run={async (entries) => {
          const body = { phone: null, email: null, idNumber: null, ...given(entries) };
          return sent(await call<Done>('POST', `/registry/parties/${party.id}/contacts`, { body }));
        }}
      />
    );
  }
  const { contact } = asked;
  if (asked.what === 'reveal') {
    return (
      <EntryForm
        {...shared}
        label={`查看${contact.name}的完整信息`}
        fields={reasonFields('查看理由', '例如“核实申报材料”。理由、时间和查看人写入审计记录')}
        send="查看"
        run={async ({ reason }) => {
          onReveal(contact.id, await call<Revealed>('POST', `/registry/contacts/${contact.id}/reveal`, { body: { reason } }));
          return '已显示完整信息，离开本页后恢复掩码';
        }}
      />
    );
  }
  if (asked.what === 'remove') {
    return (
      <EntryForm
        {...shared}
        label={`删除${contact.name}`}
        fields={[]}
        consequence={`将删除${dutyNames[contact.duty]}${contact.name}，不能恢复。`}
        send="确认删除"
        isGrave
        run={async () => sent(await call<Done>('POST', `/registry/contacts/${contact.id}/remove`, { body: { version: contact.version } }))}
      />
    );
  }
  return (
    <EntryForm
      {...shared}
      label={`修改${contact.name}`}
      columns={2}
      fields={contactFields(false)}
      initial={{ duty: contact.duty, isPrimary: contact.isPrimary }}
      consequence="留空的项目不改动。"
      send="保存"
      run={async (entries) =>
        sent(await call<Done>('PUT', `/registry/contacts/${contact.id}`, { body: { version: contact.version, facts: given(entries) } }))
      }
    />
  );
}

interface RowProps {
  readonly contact: Contact;
  readonly full: Revealed | undefined;
  readonly onAsk: (asked: Asked) => void;
}

function ContactRow({ contact, full, onAsk }: RowProps) {
  const mayEdit = useMay('registry/party:edit');
  const mayReveal = useMay('registry/party:unmask');
  const shown = full ?? contact;
  const link = (what: 'reveal' | 'edit' | 'remove', label: string) => (
    <button type="button" className="rg-link" onClick={() => onAsk({ what, contact })}>
      {label}
    </button>
  );
  return (
    <tr>
      <td>
        {dutyNames[contact.duty]} {contact.isPrimary && <Status tone="good">首要</Status>}
      </td>
      <td>{shown.name}</td>
      <td className="kc-nowrap">{shown.phone ?? <span className="kc-unknown">—</span>}</td>
      <td>{shown.email ?? <span className="kc-unknown">—</span>}</td>
      <td>
        <div className="rg-actions">
          {mayReveal && full === undefined && link('reveal', '查看完整信息')}
          {mayEdit && link('edit', '修改')}
          {mayEdit && link('remove', '删除')}
        </div>
      </td>
    </tr>
  );
}

function ContactTable({ children }: { children: ReactNode }) {
  return (
    <div className="rg-scroll">
      <table className="rg-table">
        <thead>
          <tr>
            <th scope="col">职责</th>
            <th scope="col">姓名</th>
            <th scope="col">电话</th>
            <th scope="col">电子邮箱</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

export function PartyContacts({ party }: { party: PartyProfile }) {
  const mayEdit = useMay('registry/party:edit');
  const [asked, setAsked] = useState<Asked | undefined>();
  const [revealed, setRevealed] = useState<Readonly<Record<string, Revealed>>>({});
  const add = (
    <button type="button" className="rg-link" onClick={() => setAsked({ what: 'add' })}>
      新增联系人
    </button>
  );
  return (
    <Section title="联系人" note="个人信息以掩码显示" action={mayEdit && add}>
      {asked && (
        <Ask
          key={`${asked.what}${'contact' in asked ? asked.contact.id : ''}`}
          asked={asked}
          party={party}
          onReveal={(id, who) => setRevealed((before) => ({ ...before, [id]: who }))}
          onClose={() => setAsked(undefined)}
        />
      )}
      {party.contacts.length === 0 ? (
        <p className="kc-none">没有登记联系人</p>
      ) : (
        <ContactTable>
          {party.contacts.map((contact) => (
            <ContactRow key={contact.id} contact={contact} full={revealed[contact.id]} onAsk={setAsked} />
          ))}
        </ContactTable>
      )}
    </Section>
  );
}
