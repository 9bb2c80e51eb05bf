// One spot check: the units that were drawn, why each was, and what came of it.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import { formatDay, formatInstant, formatPercent } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { ListPage } from '#ui/list/list-page.tsx';
import { ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { ActionBar, type ActionChoice } from '#ui/record/action-bar.tsx';
import { FactList } from '#ui/record/fact-list.tsx';
import { useMay, useSession } from '#ui/session.ts';
import { listQuery } from '#ui/url-state.ts';
import { usePathParam } from '#ui/use-search.ts';
import type { SpotCheckView, SpotItemView } from '../model/spot-check-wire.ts';
import { pickedBy, spotOutcomes } from '../model/spot-check-words.ts';
import { noteFields, outcomeTones } from './spot-words.ts';

const outcomeOf = ({ outcome }: SpotItemView) => <Status tone={outcomeTones[outcome]}>{spotOutcomes[outcome]}</Status>;

const listName = 'casework.spot-items';

function ItemPanel({ row, check }: { row: SpotItemView; check: SpotCheckView }) {
  const client = useQueryClient();
  const scope = useSession()?.scope;
  const mayRecord = useMay('casework/spot-check:record');
  const act = (outcome: 'passed' | 'problem' | 'revoked', rest: Omit<ActionChoice, 'key' | 'run'>): ActionChoice => ({
    key: outcome,
    ...rest,
    run: async ({ note }) =>
      (await call<{ says: string }>('POST', `/casework/spot-items/${row.id}/outcome`, { body: { version: row.version, outcome, note } }))
        .says,
  });
  const actions = [
    act('passed', {
      label: '检查通过',
      isAllowed: true,
      isMain: true,
      consequence: '登记检查通过，资格不受影响。',
      fields: noteFields('检查情况', '写明检查时间、方式和核对的材料'),
    }),
    act('problem', {
      label: '发现问题',
      isAllowed: true,
      consequence: '登记发现的问题，由市科技局决定是否撤销资格。',
      fields: noteFields('问题', '逐条写明与填报不一致之处和证据'),
    }),
    act('revoked', {
      label: '撤销资格',
      isAllowed: scope === 'root',
      ...(scope !== 'root' && { whyNot: '由市科技局决定' }),
      isGrave: true,
      consequence: `撤销“${row.partyName}”的${check.titleName}资格，自今天起不再计入在册数。${check.afterRevocation ?? ''}`,
      fields: noteFields('撤销理由', '写明事实和依据，将记入资质档案'),
    }),
  ];
  return (
    <>
      <FactList
        facts={[
          { label: '单位', value: <AppLink href={`/registry/parties/${row.party}`}>{row.partyName}</AppLink> },
          { label: '结果', value: outcomeOf(row) },
          { label: '统一社会信用代码', value: row.uscc },
          { label: '编号', value: row.number },
          { label: '县区', value: row.regionName },
          { label: '抽中原因', value: pickedBy[row.pickedBy] },
          ...(row.risks.length > 0 ? [{ label: '风险线索', value: row.risks.join('；'), wide: true }] : []),
          ...(row.caseId === null
            ? []
            : [{ label: '申报材料', value: <AppLink href={`/casework/cases/${row.caseId}`}>查看办件</AppLink> }]),
          ...(row.note === null
            ? []
            : [
                {
                  label: '检查情况',
                  value: row.note,
                  note: `${row.checkedBy}，${row.checkedOn === null ? '' : formatDay(row.checkedOn)}`,
                  wide: true,
                },
              ]),
        ]}
      />
      {mayRecord && row.outcome !== 'revoked' && (
        <ActionBar
          actions={actions}
          onDone={() => {
            void client.invalidateQueries({ queryKey: ['list', listName] });
            void client.invalidateQueries({ queryKey: ['casework', 'spot-check', check.id] });
          }}
        />
      )}
    </>
  );
}

export default function SpotCheck() {
  const id = usePathParam('id');
  const check = useQuery({
    queryKey: ['casework', 'spot-check', id],
    queryFn: ({ signal }) => call<SpotCheckView>('GET', `/casework/spot-checks/${id}`, { signal }),
  });
  if (check.error) return <ErrorState error={check.error} onRetry={() => void check.refetch()} />;
  if (check.data === undefined) return <TableSkeleton rows={8} />;
  const { programmeName, year, share, riskShare, risky, holders, drawn, byRisk, waiting, seed, drawnBy, drawnAt, basis } = check.data;
  return (
    <ListPage<SpotItemView>
      name={listName}
      title={`${programmeName} ${year}年抽查`}
      lead={`在册 ${holders} 家，按 ${formatPercent(share)} 抽取 ${drawn} 家，其中按风险线索 ${byRisk} 家${risky === null ? '' : `（有线索的共 ${risky} 家，按风险抽取不超过 ${formatPercent(riskShare)}）`}；还有 ${waiting} 家待检查。${drawnBy}于 ${formatInstant(drawnAt)} 抽取，种子 ${seed}。依据 ${basis}。`}
      counter="家"
      columns={[
        { key: 'partyName', title: '单位', value: (row) => row.partyName, sortable: true, width: 260 },
        { key: 'outcome', title: '结果', kind: 'status', render: outcomeOf },
        { key: 'pickedBy', title: '抽中原因', value: (row) => pickedBy[row.pickedBy] },
        { key: 'regionName', title: '县区', value: (row) => row.regionName },
        { key: 'number', title: '编号', value: (row) => row.number, width: 180 },
        { key: 'risks', title: '风险线索', value: (row) => row.risks.join('；'), width: 320 },
        { key: 'checkedOn', title: '检查日期', kind: 'day', value: (row) => row.checkedOn },
        { key: 'note', title: '检查情况', value: (row) => row.note, hidden: true },
        { key: 'uscc', title: '统一社会信用代码', value: (row) => row.uscc, hidden: true },
      ]}
      filters={[
        { key: 'text', label: '单位名称', kind: 'text', pinned: true },
        {
          key: 'outcome',
          label: '结果',
          kind: 'choice',
          pinned: true,
          options: Object.entries(spotOutcomes).map(([value, label]) => ({ value, label })),
        },
        {
          key: 'pickedBy',
          label: '抽中原因',
          kind: 'choice',
          options: Object.entries(pickedBy).map(([value, label]) => ({ value, label })),
        },
      ]}
      views={[
        { key: 'all', label: '全部', filters: {} },
        { key: 'waiting', label: '待检查', filters: { outcome: ['waiting'] } },
        { key: 'risk', label: '风险线索', filters: { pickedBy: ['risk'] } },
      ]}
      rowKey={(row) => row.id}
      fetchPage={({ signal, ...request }) =>
        call<{ rows: SpotItemView[]; next: string | null; total: number }>('GET', `/casework/spot-checks/${id}/items`, {
          query: listQuery(request),
          signal,
        })
      }
      panelTitle={(_key, row) => row?.partyName ?? '抽查'}
      renderPanel={(_key, row) =>
        row === undefined ? (
          <p className="kc-none">这家单位不在本页，请在列表中查找。</p>
        ) : (
          <ItemPanel key={`${row.id}.${row.version}`} row={row} check={check.data} />
        )
      }
      empty={{ title: '没有符合条件的单位', how: '换一个条件，或查看全部。' }}
    />
  );
}
