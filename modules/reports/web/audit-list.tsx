// What the auditor found: each relation between figures, or of a figure with the ledger, with what follows, what is printed, and the verdict.
import { useQuery } from '@tanstack/react-query';
import { AppLink } from '#ui/link.tsx';
import { EmptyState, ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Status, type Tone } from '#ui/page/status.tsx';
import { useSearchState } from '#ui/use-search.ts';
import { findingKey, findingSets, shownSet } from '../model/finding-sets.ts';
import type { RelationView } from '../wire.ts';
import { auditQuery } from './queries.ts';
import { lineageHref } from './writing-queries.ts';

const tones: Readonly<Record<RelationView['verdict'], Tone>> = { consistent: 'good', inconsistent: 'bad', 'cannot tell': 'off' };

interface RelationProps {
  readonly relation: RelationView;
  readonly isCurrent: boolean;
  readonly onOpen: (relation: RelationView) => void;
}

function Relation({ relation, isCurrent, onOpen }: RelationProps) {
  const isWrong = relation.verdict === 'inconsistent';
  const facts: readonly (readonly [string, string | null])[] = [
    [relation.ledger === null ? '算得' : '台账', relation.computed],
    ['所写', relation.stated],
    ['偏差', isWrong ? relation.deviation : null],
    ['允许', isWrong ? relation.tolerance : null],
  ];
  return (
    <li className="kc-al-item" aria-current={isCurrent}>
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
      {relation.ledger !== null && <LedgerLink ledger={relation.ledger} />}
    </li>
  );
}

function LedgerLink({ ledger }: { ledger: NonNullable<RelationView['ledger']> }) {
  return (
    <AppLink className="kc-al-ledger" href={lineageHref(ledger, ledger.known)} title={`${ledger.source}：${ledger.says}`}>
      打开台账：{ledger.regionName}“{ledger.name}”
    </AppLink>
  );
}

interface AuditListProps {
  readonly id: string;
  readonly current: string | null;
  readonly onOpen: (relation: RelationView) => void;
}

export function AuditList({ id, current, onOpen }: AuditListProps) {
  const query = useQuery(auditQuery(id));
  const [search, change] = useSearchState();
  if (query.isPending) return <TableSkeleton rows={6} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { relations } = query.data;
  if (relations.length === 0)
    return (
      <EmptyState title="没有可以互相核对的数据" how="正文中占比、增速、合计等与其他数据对得上的关系，以及台账中有的指标，会列在这里。" />
    );
  const counted = findingSets.map((set) => ({ ...set, count: relations.filter(set.holds).length }));
  const chosen = shownSet(relations, search.verdict);
  const shown = chosen === undefined ? [] : relations.filter(chosen.holds);
  return (
    <>
      <nav className="kc-fl-sets" aria-label="显示哪些核对结果">
        {counted.map(({ key, word, count }) => (
          <button
            key={key}
            type="button"
            className={key === chosen?.key ? 'kc-fl-set kc-fl-set-on' : 'kc-fl-set'}
            aria-pressed={key === chosen?.key}
            disabled={count === 0}
            onClick={() => change({ verdict: key }, { replace: true })}
          >
            {word} <span>{count}</span>
          </button>
        ))}
      </nav>
      <ul className="kc-al" aria-label="核对结果">
        {shown.map((relation) => (
          <Relation key={findingKey(relation)} relation={relation} isCurrent={findingKey(relation) === current} onOpen={onOpen} />
        ))}
      </ul>
    </>
  );
}
