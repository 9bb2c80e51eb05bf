// Titles of a party: those in force first, entered and revoked in place.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#ui/api.ts';
import { EntryForm } from '#ui/form/entry-form.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { useMay } from '#ui/session.ts';
import type { Done, PartyProfile } from '../wire.ts';
import type { Names } from './known.tsx';
import { revokeFields, titleFields } from './party-fields.ts';
import { TitleTable } from './party-parts.tsx';
import { refreshParties } from './queries.ts';

type Title = PartyProfile['titles'][number];

interface AskProps {
  readonly party: PartyProfile;
  readonly names: Names;
  readonly onClose: () => void;
}

/** After a change everything shown of the party is asked again. */
function useSent() {
  const client = useQueryClient();
  return async (done: Done): Promise<string> => {
    await refreshParties(client);
    return done.says;
  };
}

function Adding({ party, names, onClose }: AskProps) {
  const sent = useSent();
  return (
    <EntryForm
      label="登记资质"
      columns={2}
      fields={titleFields(names.known)}
      consequence="登记后计入相关指标；同一资质的有效期不能重叠。"
      send="登记"
      run={async ({ kind, level, label, number, from, until, basis }) => {
        const optional = { ...(level ? { level } : {}), ...(label ? { label } : {}), ...(until ? { until } : {}) };
        const body = { kind, number: number ?? null, from, basis, ...optional };
        return sent(await call<Done>('POST', `/registry/parties/${party.id}/titles`, { body }));
      }}
      onDone={onClose}
      onCancel={onClose}
    />
  );
}

function Revoking({ title, onClose }: { title: Title; onClose: () => void }) {
  const sent = useSent();
  return (
    <EntryForm
      label={`撤销${title.name}`}
      fields={revokeFields}
      consequence={`将撤销${title.name}${title.number === null ? '' : `（${title.number}）`}，自撤销日起不再计入有效资质和相关指标。`}
      send="确认撤销"
      isGrave
      run={async ({ on, reason }) =>
        sent(await call<Done>('POST', `/registry/titles/${title.id}/revoke`, { body: { version: title.version, on, reason } }))
      }
      onDone={onClose}
      onCancel={onClose}
    />
  );
}

const isStanding = (title: Title): boolean => ['valid', 'expiring', 'coming'].includes(title.state);

export function PartyTitles({ party, names }: { party: PartyProfile; names: Names }) {
  const mayGrant = useMay('registry/title:grant');
  const [asked, setAsked] = useState<'add' | Title | undefined>();
  const close = () => setAsked(undefined);
  const revoke = (title: Title) =>
    isStanding(title) && (
      <button type="button" className="rg-link" onClick={() => setAsked(title)}>
        撤销
      </button>
    );
  return (
    <Section
      title="资质"
      note={party.titles.length === 0 ? undefined : `${party.titles.length} 项`}
      action={
        mayGrant && (
          <button type="button" className="rg-link" onClick={() => setAsked('add')}>
            登记资质
          </button>
        )
      }
    >
      {asked === 'add' && <Adding party={party} names={names} onClose={close} />}
      {asked !== undefined && asked !== 'add' && <Revoking key={asked.id} title={asked} onClose={close} />}
      <TitleTable titles={party.titles} {...(mayGrant ? { action: revoke } : {})} />
    </Section>
  );
}
