// The form of a party's registration facts, for a new one and for changes; the credit code is judged while it is typed.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#ui/api.ts';
import { type Entries, EntryForm } from '#ui/form/entry-form.tsx';
import { AppLink } from '#ui/link.tsx';
import { Notice } from '#ui/page/states.tsx';
import type { CodeReply, Done, PartyProfile } from '../wire.ts';
import type { Names } from './known.tsx';
import { confirmationKey, entriesOf, factsOf, partyFields } from './party-fields.ts';
import { refreshParties } from './queries.ts';

/** Asked once the code is long enough to be judged. */
function useCode(code: string, except: string | undefined): CodeReply | undefined {
  const query = { uscc: code, ...(except === undefined ? {} : { except }) };
  return useQuery({
    queryKey: ['registry', 'code', query],
    queryFn: ({ signal }) => call<CodeReply>('GET', '/registry/credit-code', { query, signal }),
    enabled: code.trim().length >= 15,
  }).data;
}

interface PartyFormProps {
  readonly names: Names;
  /** Absent for a new party. */
  readonly party?: PartyProfile;
  readonly initial?: Entries;
  readonly onDone: (id: string) => void;
  readonly onCancel: () => void;
}

export function PartyForm({ names, party, initial, onDone, onCancel }: PartyFormProps) {
  const client = useQueryClient();
  const [code, setCode] = useState(party?.uscc ?? '');
  const judged = useCode(code, party?.id);
  const run = async (entries: Entries): Promise<string> => {
    const confirmation = entries[confirmationKey] ? { codeConfirmation: { reason: entries[confirmationKey] } } : {};
    const facts = factsOf(entries);
    const reason = entries.reason ? { reason: entries.reason } : {};
    const done =
      party === undefined
        ? await call<Done>('POST', '/registry/parties', { body: { ...facts, ...confirmation } })
        : await call<Done>('PUT', `/registry/parties/${party.id}`, { body: { version: party.version, facts, ...reason, ...confirmation } });
    await refreshParties(client);
    onDone(done.id);
    return done.says;
  };
  return (
    <>
      {judged?.taken && (
        <Notice tone="warn" title="该代码已有档案">
          <p>
            <AppLink href={`/registry/parties/${judged.taken.id}`}>{judged.taken.name}</AppLink>
            ，如为同一主体，请修改原有档案，不要重复新增。
          </p>
        </Notice>
      )}
      <EntryForm
        label={party === undefined ? '新增主体' : `修改${party.name}`}
        columns={2}
        fields={partyFields(names.known, party === undefined)}
        initial={party === undefined ? { kind: 'enterprise', status: 'active', ...initial } : entriesOf(party)}
        onEntries={({ uscc }) => setCode(typeof uscc === 'string' ? uscc : '')}
        warnings={code !== '' && judged?.says ? { uscc: judged.says } : {}}
        // Asked for only when the code on the licence breaks the rule of check characters.
        shows={(key) => key !== confirmationKey || judged?.verdict === 'WARNING'}
        send={party === undefined ? '新增' : '保存'}
        run={run}
        onDone={() => {}}
        onCancel={onCancel}
      />
    </>
  );
}
