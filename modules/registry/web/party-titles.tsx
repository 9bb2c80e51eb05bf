// Titles of a party: those in force first, entered and revoked in place.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#ui/api.ts';
import { Section } from '#ui/record/fact-list.tsx';
import { useMay } from '#ui/session.ts';
import type { Done, PartyProfile } from '../wire.ts';
import { EntryForm } from './entry-form.tsx';
import type { Names } from './known.tsx';
import { revokeFields, titleFields } from './party-fields.ts';
import { TitleTable } from './party-parts.tsx';
import { refreshParties } from './queries.ts';

type Title = PartyProfile['titles'][number];

export function PartyTitles({ party, names }: { party: PartyProfile; names: Names }) {
  const client = useQueryClient();
  const mayGrant = useMay('registry/title:grant');
  const [isAdding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<Title | undefined>();
  const sent = async (done: Done): Promise<string> => {
    await refreshParties(client);
    return done.says;
  };
  return (
    <Section
      title="资质"
      note={party.titles.length === 0 ? undefined : `${party.titles.length} 项`}
      action={
        mayGrant && (
          <button type="button" className="rg-link" onClick={() => setAdding(true)}>
            登记资质
          </button>
        )
      }
    >
      {isAdding && (
        <EntryForm
          label="登记资质"
          columns={2}
          fields={titleFields(names.known)}
          consequence="登记后计入相关指标；同一资质的有效期不能重叠。"
          send="登记"
          run={async ({ kind, level, label, number, from, until, basis }) =>
            sent(
              await call<Done>('POST', `/registry/parties/${party.id}/titles`, {
                body: {
                  kind,
                  number: number ?? null,
                  from,
                  basis,
                  ...(level ? { level } : {}),
                  ...(label ? { label } : {}),
                  ...(until ? { until } : {}),
                },
              }),
            )
          }
          onDone={() => setAdding(false)}
          onCancel={() => setAdding(false)}
        />
      )}
      {revoking && (
        <EntryForm
          key={revoking.id}
          label={`撤销${revoking.name}`}
          fields={revokeFields}
          consequence={`将撤销${revoking.name}${revoking.number === null ? '' : `（${revoking.number}）`}，自撤销日起不再计入有效资质和相关指标。`}
          send="确认撤销"
          isGrave
          run={async ({ on, reason }) =>
            sent(await call<Done>('POST', `/registry/titles/${revoking.id}/revoke`, { body: { version: revoking.version, on, reason } }))
          }
          onDone={() => setRevoking(undefined)}
          onCancel={() => setRevoking(undefined)}
        />
      )}
      <TitleTable
        titles={party.titles}
        {...(mayGrant
          ? {
              action: (title: Title) =>
                ['valid', 'expiring', 'coming'].includes(title.state) && (
                  <button type="button" className="rg-link" onClick={() => setRevoking(title)}>
                    撤销
                  </button>
                ),
            }
          : {})}
      />
    </Section>
  );
}
