// Parties that may be one: pair by pair, to be merged or told apart.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#ui/api.ts';
import { EntryForm } from '#ui/form/entry-form.tsx';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, PageSkeleton, TableSkeleton } from '#ui/page/states.tsx';
import type { Done, Duplicates } from '../wire.ts';
import { type Names, useNames } from './known.tsx';
import { reasonFields } from './party-fields.ts';
import { duplicatesQuery, refreshParties } from './queries.ts';
import './registry.css';

type Pair = Duplicates['rows'][number];

function Side({ side, names }: { side: Pair['one']; names: Names }) {
  return (
    <>
      <AppLink href={`/registry/parties/${side.id}`}>{side.name}</AppLink>
      <small>
        {side.uscc ?? '没有信用代码'}，{names.region(side.region)}
      </small>
    </>
  );
}

const keyOf = (pair: Pair): string => `${pair.one.id}${pair.other.id}`;

/** The one with a code stays, unless a person turns it round on the next page. */
function mergeHref({ one, other }: Pair): string {
  const [survivor, absorbed] = one.uscc === null && other.uscc !== null ? [other, one] : [one, other];
  return `/registry/merge?absorbed=${absorbed.id}&survivor=${survivor.id}`;
}

function Apart({ pair, onClose }: { pair: Pair; onClose: () => void }) {
  const client = useQueryClient();
  return (
    <EntryForm
      label="确认不是同一主体"
      fields={reasonFields('理由', '例如“两家企业，法定代表人和经营地址均不同”')}
      consequence={`确认“${pair.one.name}”与“${pair.other.name}”是两个主体，以后不再列为疑似重复。`}
      send="确认不是同一主体"
      run={async ({ reason }) => {
        const done = await call<Done>('POST', '/registry/duplicates/distinct', {
          body: { one: pair.one.id, other: pair.other.id, reason },
        });
        await refreshParties(client);
        return done.says;
      }}
      onDone={onClose}
      onCancel={onClose}
    />
  );
}

function Pairs({ pairs, names }: { pairs: readonly Pair[]; names: Names }) {
  const [apart, setApart] = useState<string | undefined>();
  const asked = pairs.find((pair) => keyOf(pair) === apart);
  return (
    <>
      {asked && <Apart key={apart} pair={asked} onClose={() => setApart(undefined)} />}
      <div className="rg-scroll">
        <table className="rg-table">
          <thead>
            <tr>
              <th scope="col">主体</th>
              <th scope="col">主体</th>
              <th scope="col">相似之处</th>
              <th scope="col">操作</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair) => (
              <tr key={keyOf(pair)}>
                <td>
                  <Side side={pair.one} names={names} />
                </td>
                <td>
                  <Side side={pair.other} names={names} />
                </td>
                <td>{pair.reasons.join('、')}</td>
                <td>
                  <div className="rg-actions">
                    <AppLink href={mergeHref(pair)}>比较并合并</AppLink>
                    <button type="button" className="rg-link" onClick={() => setApart(keyOf(pair))}>
                      不是同一主体
                    </button>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

export default function DuplicatesPage() {
  const pairs = useQuery(duplicatesQuery());
  const { names, error, retry } = useNames();
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (names === undefined) return <PageSkeleton />;
  return (
    <div className="kc-page">
      <PageHead
        title="疑似重复"
        parent={{ label: '主体', href: '/registry/parties' }}
        lead="名称相同或字号相同、相近，或法定代表人和地址都相同的主体，最像的在前，最多列 100 对。信用代码都有效而不同的，一般是两个主体。"
      />
      {pairs.error && <ErrorState error={pairs.error} onRetry={() => void pairs.refetch()} />}
      {pairs.isPending && <TableSkeleton />}
      {pairs.data?.length === 0 && <EmptyState title="没有疑似重复的主体" how="新增和导入主体后会自动比对。" />}
      {pairs.data && pairs.data.length > 0 && <Pairs pairs={pairs.data} names={names} />}
    </div>
  );
}
