// 我的资料: an enterprise's own record, what it may keep itself, and what the office keeps for it.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#ui/api.ts';
import { EntryForm } from '#ui/form/entry-form.tsx';
import { ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { FactList, Section } from '#ui/record/fact-list.tsx';
import { RecordPage } from '#ui/record/record-page.tsx';
import { Timeline } from '#ui/record/timeline.tsx';
import type { Done, PartyProfile } from '../wire.ts';
import { type Names, useNames } from './known.tsx';
import { PartyContacts } from './party-contacts.tsx';
import { ownFields } from './party-fields.ts';
import { PartyFinance } from './party-finance.tsx';
import { factsOfParty, TitlesInForce, TitleTable, timelineItems, Warnings } from './party-parts.tsx';
import { ownQuery, refreshParties, timelineQuery } from './queries.ts';
import { statusNames, statusTone } from './words.ts';
import './registry.css';

function OwnFacts({ party, names }: { party: PartyProfile; names: Names }) {
  const client = useQueryClient();
  const [isEditing, setEditing] = useState(false);
  const { address, industry, field } = party;
  if (isEditing) {
    return (
      <EntryForm
        label="修改本单位资料"
        fields={ownFields(names.known)}
        initial={Object.fromEntries(Object.entries({ address, industry, field }).filter(([, value]) => value !== null))}
        consequence="名称、信用代码、所属地区等登记事项如有变更，请联系所在县区科技局。"
        send="保存"
        run={async (entries) => {
          const facts = Object.fromEntries(['address', 'industry', 'field'].map((key) => [key, entries[key] || null]));
          const done = await call<Done>('PUT', '/registry/own', { body: { version: party.version, facts } });
          await refreshParties(client);
          return done.says;
        }}
        onDone={() => setEditing(false)}
        onCancel={() => setEditing(false)}
      />
    );
  }
  return (
    <>
      <FactList
        title="登记事项"
        facts={factsOfParty(party, names)}
        action={
          <button type="button" className="rg-link" onClick={() => setEditing(true)}>
            修改可自行维护的资料
          </button>
        }
      />
      <TitlesInForce titles={party.titles} />
    </>
  );
}

export default function DeskProfile() {
  const query = useQuery(ownQuery);
  const { names, error, retry } = useNames();
  const party = query.data;
  const life = useQuery({ ...timelineQuery(party?.id ?? ''), enabled: party !== undefined });
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (party === undefined || names === undefined) return <PageSkeleton />;
  return (
    <RecordPage
      title="我的资料"
      mark={<Status tone={statusTone(party.status)}>{statusNames[party.status]}</Status>}
      lead={`${party.name}${party.uscc === null ? '' : ` · ${party.uscc}`}`}
      above={
        <div className="rg-above">
          <Warnings party={party} />
        </div>
      }
      tabs={[
        { key: 'facts', label: '概况', content: <OwnFacts key={party.version} party={party} names={names} /> },
        {
          key: 'titles',
          label: '资质',
          count: party.titles.length,
          content: (
            <Section title="资质" note="由科技局登记；到期前请留意申报通知">
              <TitleTable titles={party.titles} />
            </Section>
          ),
        },
        { key: 'finance', label: '财务数据', count: party.finance.length, content: <PartyFinance party={party} names={names} /> },
        { key: 'contacts', label: '联系人', count: party.contacts.length, content: <PartyContacts party={party} /> },
      ]}
      aside={<Section title="经历">{life.data && <Timeline items={timelineItems(life.data, undefined, false)} />}</Section>}
    />
  );
}
