// All registers that a person may see, by domain, each with its number of rows and its last change.
import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import type { RegisterSummary } from '../wire.ts';
import { registersQuery } from './queries.ts';
import './registers.css';

function Line({ register }: { register: RegisterSummary }) {
  return (
    <tr>
      <td>
        <AppLink href={`/registers/${register.id}`}>{register.name}</AppLink>
      </td>
      <td className="rs-num">
        {register.rows} {register.counter}
      </td>
      <td className="rs-seen">
        {register.isClosed ? (
          <Status tone="warn">限定人员</Status>
        ) : register.isPublic ? (
          <Status tone="good">对外公开</Status>
        ) : (
          <Status tone="plain">内部</Status>
        )}
      </td>
      <td className="rs-when">{register.changedAt === null ? '还没有登记' : `${formatInstant(register.changedAt)} 更新`}</td>
    </tr>
  );
}

export default function Registers() {
  const query = useQuery(registersQuery);
  const rows = query.data;
  const domains = [...new Map((rows ?? []).map((row) => [row.domain, row.domainName])).entries()];
  return (
    <div className="kc-page">
      <PageHead title="台账" lead="各处室长期维护的名单：可登记、修改、批量导入和导出，每次改动都留有经过。" />
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!query.error && rows === undefined && <TableSkeleton rows={6} />}
      {rows?.length === 0 && <EmptyState title="没有可看的台账" how="台账随系统目录提供；需要查看某个台账的，请联系本单位管理员。" />}
      {domains.map(([domain, name]) => (
        <Section key={domain} title={name}>
          <table className="rs-table">
            <tbody>
              {rows
                ?.filter((row) => row.domain === domain)
                .map((row) => (
                  <Line key={row.id} register={row} />
                ))}
            </tbody>
          </table>
        </Section>
      ))}
    </div>
  );
}
