// The guide of the service items: all of them, to be found by name, division and who may apply, on the desk or for the office.
import { useQuery } from '@tanstack/react-query';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { useSearchState } from '#ui/use-search.ts';
import type { ItemSummary } from '../wire.ts';
import { itemsQuery } from './queries.ts';
import './service.css';

function Item({ item, at }: { item: ItemSummary; at: string }) {
  return (
    <li>
      <div>
        <AppLink className="sv-name" href={`${at}/${item.programme}/${item.id}`}>
          {item.name}
        </AppLink>
        <div className="sv-facts">
          <span>{item.typeName}</span>
          <span>{item.object.join('、')}</span>
          <span>
            承诺 {item.promise} 个工作日（{item.limitName} {item.legalLimit} 个）
          </span>
          <Status tone={item.visits === 0 ? 'good' : 'plain'}>{item.visits === 0 ? '一趟不用跑' : '最多跑一趟'}</Status>
        </div>
      </div>
    </li>
  );
}

/** `at` is the address under which the items stand. */
export function Items({ at }: { at: string }) {
  const query = useQuery(itemsQuery);
  const [search, change] = useSearchState();
  const text = (search.text ?? '').trim();
  const object = search.object ?? '';
  const found = (query.data ?? []).filter(
    (item) =>
      (text === '' || `${item.name}${item.result}${item.division}`.includes(text)) && (object === '' || item.object.includes(object)),
  );
  const divisions = [...new Set(found.map(({ division }) => division))];
  return (
    <div className="kc-page">
      <PageHead title="办事指南" lead="常年受理，网上提交；办理时限按工作日计算，不收费。" />
      <div className="sv-tools">
        <input
          className="kc-input"
          type="search"
          aria-label="查找事项"
          placeholder="事项名称、结果或处室"
          value={text}
          onChange={(event) => change({ text: event.target.value === '' ? undefined : event.target.value }, { replace: true })}
        />
        <select
          className="kc-input"
          aria-label="申请人"
          value={object}
          onChange={(event) => change({ object: event.target.value === '' ? undefined : event.target.value }, { replace: true })}
        >
          <option value="">全部申请人</option>
          <option value="法人">法人</option>
          <option value="自然人">自然人</option>
        </select>
      </div>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <TableSkeleton rows={8} />}
      {query.data && found.length === 0 && <EmptyState title="没有这样的事项" how="换一个词再试，或清空查找看全部事项。" />}
      {divisions.map((division) => {
        const members = found.filter((item) => item.division === division);
        return (
          <Section key={division} title={division} note={`${members.length} 项`}>
            <ul className="sv-items">
              {members.map((item) => (
                <Item key={item.id} item={item} at={at} />
              ))}
            </ul>
          </Section>
        );
      })}
    </div>
  );
}
