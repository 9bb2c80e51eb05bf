// Who holds a party and whom it holds: entered with a source, ended on a day.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { defineForm, f, page } from '#kernel/declare/form.ts';
import { asPercent } from '#kernel/declare/rule.ts';
import { decimal } from '#kernel/exact/decimal.ts';
import { formView } from '#kernel/faces/form-view.ts';
import { call } from '#ui/api.ts';
import { EntryForm } from '#ui/form/entry-form.tsx';
import { AppLink } from '#ui/link.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { useMay, useSession } from '#ui/session.ts';
import { relationKinds } from '../model/affiliation.ts';
import type { Done, PartyProfile, PartyRelations as Relations } from '../wire.ts';
import { refreshParties } from './queries.ts';
import { periodWords } from './words.ts';

type Relation = Relations['rows'][number];

const fieldsOf = (form: ReturnType<typeof defineForm>) => formView(form).pages[0]?.fields ?? [];
const addFields = fieldsOf(
  defineForm(
    page('', {
      kind: f.choice(
        '关系',
        Object.entries(relationKinds).map(([code, name]) => ({ code, name })),
      ),
      holder: f.text('持有方名称', { maxLength: 120, help: '股东、控制方，或同名法定代表人所在的另一家单位' }),
      uscc: f.text('持有方信用代码', { pattern: 'uscc', optional: true }),
      share: f.percent('持股比例', { min: '0', max: '1', optional: true, help: '持股关系填写' }),
      from: f.date('开始日期'),
      source: f.text('依据', { maxLength: 200, help: '工商登记、章程、核查记录等' }),
    }),
  ),
);
const endFields = fieldsOf(defineForm(page('', { on: f.date('结束日期') })));

const kindWords = ({ kind, share }: Relation): string => {
  const name = relationKinds[kind as keyof typeof relationKinds];
  return share === null ? name : `${name} ${asPercent(decimal(share))}`;
};

function useSend() {
  const client = useQueryClient();
  return async (address: string, body: unknown): Promise<string> => {
    const { says } = await call<Done>('POST', address, { body });
    await refreshParties(client);
    return says;
  };
}

export function PartyRelations({ party }: { party: PartyProfile }) {
  const session = useSession();
  const mayEdit = useMay('registry/party:edit') && session?.scope !== 'party';
  const rows = useQuery({
    queryKey: ['registry', 'relations', party.id],
    queryFn: async ({ signal }) => (await call<Relations>('GET', `/registry/parties/${party.id}/relations`, { signal })).rows,
  }).data;
  const [asked, setAsked] = useState<'add' | Relation | undefined>();
  const send = useSend();
  const close = () => setAsked(undefined);
  if (rows === undefined || (rows.length === 0 && !mayEdit)) return null;
  const add = (
    <button type="button" className="rg-link" onClick={() => setAsked('add')}>
      登记关系
    </button>
  );
  return (
    <Section title="股权与控制关系" note={rows.length > 0 ? `${rows.length} 项` : undefined} action={mayEdit && add}>
      {asked === 'add' && (
        <EntryForm
          label="登记股权与控制关系"
          columns={2}
          fields={addFields}
          consequence="达到规定比例的股东和控制方视为关联单位，揭榜等事项将据此限制。"
          send="登记"
          run={({ kind, holder, uscc, share, from, source }) =>
            send(`/registry/parties/${party.id}/relations`, {
              kind,
              holder: { name: holder, uscc: uscc ?? '' },
              share: share ?? null,
              from,
              source,
            })
          }
          onDone={close}
          onCancel={close}
        />
      )}
      {asked !== undefined && asked !== 'add' && (
        <EntryForm
          label="登记关系结束"
          fields={endFields}
          send="登记结束"
          run={({ on }) => send(`/registry/relations/${asked.id}/end`, { on })}
          onDone={close}
          onCancel={close}
        />
      )}
      {rows.length === 0 ? (
        <p className="kc-none">没有登记股权与控制关系</p>
      ) : (
        <div className="rg-scroll">
          <table className="rg-table">
            <thead>
              <tr>
                <th scope="col">持有方</th>
                <th scope="col">被持有方</th>
                <th scope="col">关系</th>
                <th scope="col">期间</th>
                <th scope="col">依据</th>
                {mayEdit && <th scope="col">操作</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    {row.holder === null ? row.holderName : <AppLink href={`/registry/parties/${row.holder}`}>{row.holderName}</AppLink>}
                  </td>
                  <td>{row.held === party.id ? row.heldName : <AppLink href={`/registry/parties/${row.held}`}>{row.heldName}</AppLink>}</td>
                  <td>{kindWords(row)}</td>
                  <td className="kc-nowrap">{periodWords(row.from, row.until)}</td>
                  <td>{row.source}</td>
                  {mayEdit && (
                    <td>
                      {row.until === null && (
                        <button type="button" className="rg-link" onClick={() => setAsked(row)}>
                          结束
                        </button>
                      )}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
