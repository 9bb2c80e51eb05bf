// What the auditor found: each relation between figures with what follows from them, what is printed, and the verdict.
import { useQuery } from '@tanstack/react-query';
import { EmptyState, ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Status, type Tone } from '#ui/page/status.tsx';
import { useSearchState } from '#ui/use-search.ts';
import type { RelationView } from '../wire.ts';
import { auditQuery } from './queries.ts';

const tones: Readonly<Record<RelationView['verdict'], Tone>> = { consistent: 'good', inconsistent: 'bad', 'cannot tell': 'off' };

const sets = {
  inconsistent: '不符',
  'cannot tell': '无法判断',
  consistent: '相符',
} as const satisfies Readonly<Record<RelationView['verdict'], string>>;

function Relation({ relation, onOpen }: { relation: RelationView; onOpen: (relation: RelationView) => void }) {
  const facts: readonly (readonly [string, string | null])[] = [
    ['算得', relation.computed],
    ['所写', relation.stated],
    ['偏差', relation.verdict === 'consistent' ? null : relation.deviation],
    ['允许', relation.verdict === 'consistent' ? null : relation.tolerance],
  ];
  return (
    <li className="kc-al-item">
      <button type="button" onClick={() => onOpen(relation)}>
        <span className="kc-al-head">
          <b>{relation.typeName}</b>
          <Status tone={tones[relation.verdict]}>
            {relation.verdictName}
            {relation.weightName !== null && ` · ${relation.weightName}`}
          </Status>
        </span>
        <span className="kc-al-formula">{relation.formula}</span>
        <span className="kc-al-facts">
          {facts.map(([word, value]) =>
            value === null ? null : (
              <span key={word}>
                {word} <b>{value}</b>
              </span>
            ),
          )}
        </span>
        {relation.note !== '' && <span className="kc-al-note">{relation.note}</span>}
        <span className="kc-al-quotes">{relation.quotes.map((quote) => `“${quote}”`).join(' ')}</span>
      </button>
    </li>
  );
}

export function AuditList({ id, onOpen }: { id: string; onOpen: (relation: RelationView) => void }) {
  const query = useQuery(auditQuery(id));
  const [search, change] = useSearchState();
  if (query.isPending) return <TableSkeleton rows={6} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { relations } = query.data;
  if (relations.length === 0)
    return <EmptyState title="没有可以互相核对的数据" how="正文中占比、增速、合计等与其他数据对得上的关系，会列在这里。" />;
  const count = (verdict: RelationView['verdict']) => relations.filter((relation) => relation.verdict === verdict).length;
  const set =
    (Object.keys(sets) as RelationView['verdict'][]).find((key) => key === search.verdict) ??
    (count('inconsistent') > 0 ? 'inconsistent' : 'consistent');
  const shown = relations.filter((relation) => relation.verdict === set);
  return (
    <>
      <nav className="kc-fl-sets" aria-label="显示哪些核对结果">
        {(Object.entries(sets) as [RelationView['verdict'], string][]).map(([key, word]) => (
          <button
            key={key}
            type="button"
            className={key === set ? 'kc-fl-set kc-fl-set-on' : 'kc-fl-set'}
            aria-pressed={key === set}
            disabled={count(key) === 0}
            onClick={() => change({ verdict: key }, { replace: true })}
          >
            {word} <span>{count(key)}</span>
          </button>
        ))}
      </nav>
      <ul className="kc-al" aria-label="核对结果">
        {shown.map((relation) => (
          <Relation
            key={`${relation.type}.${relation.at}.${relation.figures.join()}.${relation.formula}`}
            relation={relation}
            onOpen={onOpen}
          />
        ))}
      </ul>
    </>
  );
}
