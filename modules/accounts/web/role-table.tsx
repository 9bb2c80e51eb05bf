// The table of permissions: each role a column, each permission a row; what the program enforces, not what someone wrote down.
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { lineNames } from '../model/roles.ts';
import type { RoleTableView } from '../wire.ts';
import { roleTableQuery } from './queries.ts';
import './accounts.css';

const modules: Readonly<Record<string, string>> = {
  registry: '主体',
  casework: '事项与评审',
  collection: '填报',
  fieldwork: '走访与专项行动',
  funds: '资金',
  market: '市场',
  figures: '指标',
  reports: '报告',
  accounts: '系统',
};

const moduleOf = (permission: string): string => permission.slice(0, permission.indexOf('/'));

function Matrix({ table }: { table: RoleTableView }) {
  const held = new Map(table.roles.map((role) => [role.id, new Set(role.permissions)]));
  const groups = [...new Set(table.permissions.map(({ name }) => moduleOf(name)))];
  return (
    <section className="ac-matrix-scroll" aria-label="角色与权限" tabIndex={-1}>
      <table className="ac-matrix">
        <thead>
          <tr>
            <th scope="col">允许做什么</th>
            {table.roles.map((role) => (
              <th key={role.id} scope="col">
                {role.name}
                <small>{role.holders} 人</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Fragment key={group}>
              <tr className="ac-group">
                <th scope="colgroup" colSpan={table.roles.length + 1}>
                  {modules[group] ?? group}
                </th>
              </tr>
              {table.permissions
                .filter(({ name }) => moduleOf(name) === group)
                .map(({ name, says }) => (
                  <tr key={name}>
                    <th scope="row">{says}</th>
                    {table.roles.map((role) => (
                      <td key={role.id}>
                        {held.get(role.id)?.has(name) && (
                          <span className="ac-held" role="img" aria-label={`${role.name}有此权限`}>
                            ●
                          </span>
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Duties({ table }: { table: RoleTableView }) {
  return (
    <Section title="角色的职责" note="三类管理员互相分立，且不见业务数据">
      <dl className="kc-facts kc-facts-2">
        {table.roles.map((role) => (
          <div key={role.id} className="kc-fact">
            <dt>{role.name}</dt>
            <dd>
              {role.says}
              <small>{lineNames[role.line]}</small>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

export default function RoleTable() {
  const query = useQuery(roleTableQuery);
  return (
    <div className="kc-page">
      <PageHead title="权限表" lead="程序实际执行的权限。人数为在用账户数，不含临时委托。" />
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <TableSkeleton />}
      {query.data && (
        <>
          <Matrix table={query.data} />
          <Duties table={query.data} />
        </>
      )}
    </div>
  );
}
