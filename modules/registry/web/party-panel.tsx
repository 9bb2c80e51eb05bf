// A party in the side panel: what it is, what wants attention, what it holds, without leaving the list.
import { useQuery } from '@tanstack/react-query';
import { formatMoney, formatNumber } from '#ui/format.ts';
import { ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { FactList, Section } from '#ui/record/fact-list.tsx';
import { Timeline } from '#ui/record/timeline.tsx';
import type { PartyProfile } from '../wire.ts';
import { useNames } from './known.tsx';
import { factsOfParty, inForce, TitleTable, timelineItems, Warnings } from './party-parts.tsx';
import { partyQuery, timelineQuery } from './queries.ts';

export function PartyTitle({ id }: { id: string }) {
  return <>{useQuery(partyQuery(id)).data?.name ?? '主体'}</>;
}

/** The latest year by the first source that is believed. */
function LatestFigures({ party, sourceName }: { party: PartyProfile; sourceName: (code: string) => string }) {
  const year = party.finance[0];
  const first = year?.sources[0];
  if (year === undefined || first === undefined) {
    return (
      <Section title="最近财务数据">
        <p className="kc-none">没有登记财务数据</p>
      </Section>
    );
  }
  const { values } = first;
  const money = (value: string | null) => (value === null ? null : formatMoney(value));
  return (
    <Section title="最近财务数据" note={`${year.year} 年，${sourceName(first.source)}`}>
      <FactList
        facts={[
          { label: '销售收入', value: money(values.sales) },
          { label: '研发费用', value: money(values.rdExpense) },
          { label: '净资产', value: money(values.netAssets) },
          { label: '职工总数', value: values.staff === null ? null : `${formatNumber(values.staff)} 人` },
        ]}
      />
    </Section>
  );
}

export function PartyPanel({ id }: { id: string }) {
  const query = useQuery(partyQuery(id));
  const life = useQuery(timelineQuery(id));
  const { names, error } = useNames();
  if (query.error ?? error) return <ErrorState error={query.error ?? error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined || names === undefined) return <TableSkeleton rows={6} />;
  const party = query.data;
  const held = inForce(party.titles);
  return (
    <>
      <div className="rg-above">
        <Warnings party={party} />
      </div>
      <FactList facts={factsOfParty(party, names)} />
      <Section title="资质" note={held.length === 0 ? undefined : `有效 ${held.length} 项`}>
        <TitleTable titles={held} />
      </Section>
      <LatestFigures party={party} sourceName={names.source} />
      <Section title="经历">{life.data && <Timeline items={timelineItems(life.data, undefined, true).slice(0, 5)} />}</Section>
    </>
  );
}
