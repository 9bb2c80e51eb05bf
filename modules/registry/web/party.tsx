// A party's record: what it is and how it stands, titles, figures by source, contacts, and at the right all that happened.
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, Notice, PageSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { FactList, Section } from '#ui/record/fact-list.tsx';
import { RecordPage } from '#ui/record/record-page.tsx';
import { RelatedList } from '#ui/record/related-list.tsx';
import { Timeline } from '#ui/record/timeline.tsx';
import { useMay, useSession } from '#ui/session.ts';
import { usePathParam } from '#ui/use-search.ts';
import type { PartyProfile } from '../wire.ts';
import { type Names, useNames } from './known.tsx';
import { PartyCases } from './party-cases.tsx';
import { PartyContacts } from './party-contacts.tsx';
import { PartyForm } from './party-edit.tsx';
import { PartyFinance } from './party-finance.tsx';
import { factsOfParty, leadOf, TitlesInForce, timelineItems, Warnings } from './party-parts.tsx';
import { PartyRelations } from './party-relations.tsx';
import { PartyTitles } from './party-titles.tsx';
import { duplicatesQuery, partyQuery, timelineQuery } from './queries.ts';
import { statusNames, statusTone } from './words.ts';
import './registry.css';

const parent = { label: '主体', href: '/registry/parties' };

function Life({ id }: { id: string }) {
  const life = useQuery(timelineQuery(id));
  const [kind, setKind] = useState<string | undefined>();
  if (life.error) return <ErrorState error={life.error} onRetry={() => void life.refetch()} />;
  const kinds = life.data?.kinds ?? [];
  return (
    <Section
      title="经历"
      action={
        <Select
          size="small"
          aria-label="只看一类"
          allowClear
          placeholder="全部"
          style={{ width: 110 }}
          value={kind}
          options={kinds.map(({ kind: value, name }) => ({ value, label: name }))}
          onChange={setKind}
        />
      }
    >
      {life.data && <Timeline items={timelineItems(life.data, kind, true)} />}
      {life.data?.hasMore && <p className="kc-none">更早的记录没有列出</p>}
    </Section>
  );
}

function Likely({ party, names }: { party: PartyProfile; names: Names }) {
  const pairs = useQuery(duplicatesQuery(party.id)).data ?? [];
  if (pairs.length === 0) return null;
  return (
    <RelatedList
      title="疑似重复"
      items={pairs.map(({ one, other, reasons }) => {
        const like = one.id === party.id ? other : one;
        return {
          id: like.id,
          title: like.name,
          href: `/registry/merge?absorbed=${like.id}&survivor=${party.id}`,
          hint: `${names.region(like.region)}，${reasons.join('、')}`,
        };
      })}
    />
  );
}

function Facts({ party, names }: { party: PartyProfile; names: Names }) {
  const session = useSession();
  const mayEdit = useMay('registry/party:edit') && session?.scope !== 'party';
  const mayMerge = useMay('registry/party:merge');
  const [isEditing, setEditing] = useState(false);
  if (isEditing) return <PartyForm names={names} party={party} onDone={() => setEditing(false)} onCancel={() => setEditing(false)} />;
  return (
    <>
      <FactList
        title="登记事项"
        facts={factsOfParty(party, names)}
        {...(mayEdit
          ? {
              action: (
                <button type="button" className="rg-link" onClick={() => setEditing(true)}>
                  修改
                </button>
              ),
            }
          : {})}
      />
      <TitlesInForce titles={party.titles} />
      <PartyRelations party={party} />
      <PartyCases party={party} />
      {mayMerge && <Likely party={party} names={names} />}
      {party.absorbed.length > 0 && (
        <RelatedList
          title="已并入的重复主体"
          items={party.absorbed.map((line) => ({
            id: line.id,
            title: line.name,
            hint: `${line.at.slice(0, 10)} ${line.by}，${line.reason}`,
          }))}
        />
      )}
    </>
  );
}

export function PartyRecord({ party, names, parent }: { party: PartyProfile; names: Names; parent?: { label: string; href: string } }) {
  return (
    <RecordPage
      title={party.name}
      {...(parent === undefined ? {} : { parent })}
      mark={<Status tone={statusTone(party.status)}>{statusNames[party.status]}</Status>}
      lead={leadOf(party, names)}
      above={
        <div className="rg-above">
          {party.mergedName && <Notice title={`“${party.mergedName}”已合并到本主体，原来的链接都转到这里。`} />}
          <Warnings party={party} />
        </div>
      }
      tabs={[
        { key: 'facts', label: '概况', content: <Facts key={party.version} party={party} names={names} /> },
        { key: 'titles', label: '资质', count: party.titles.length, content: <PartyTitles party={party} names={names} /> },
        { key: 'finance', label: '财务数据', count: party.finance.length, content: <PartyFinance party={party} names={names} /> },
        { key: 'contacts', label: '联系人', count: party.contacts.length, content: <PartyContacts party={party} /> },
      ]}
      aside={<Life id={party.id} />}
    />
  );
}

export default function PartyPage() {
  const id = usePathParam('id');
  const query = useQuery(partyQuery(id));
  const { names, error, retry } = useNames();
  if (query.error || error) {
    return (
      <div className="kc-page">
        <PageHead title="档案没有打开" parent={parent} />
        <ErrorState error={query.error ?? error} onRetry={query.error ? () => void query.refetch() : retry} />
      </div>
    );
  }
  if (query.data === undefined || names === undefined) return <PageSkeleton />;
  return <PartyRecord party={query.data} names={names} parent={parent} />;
}
