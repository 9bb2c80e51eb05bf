// One budget line: every number opens its entries, entries lead to cases; adjusted and reserved by documents.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import { ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { ActionBar, type ActionChoice } from '#ui/record/action-bar.tsx';
import { FactList } from '#ui/record/fact-list.tsx';
import { RecordPage } from '#ui/record/record-page.tsx';
import { useMay } from '#ui/session.ts';
import { usePathParam, useSearchState } from '#ui/use-search.ts';
import type { Done, LineDetail } from '../wire.ts';
import { CommitmentTable } from './commitment-parts.tsx';
import { Journal, LineMoney, LineMonths } from './line-parts.tsx';
import { lineQuery, refreshFunds } from './queries.ts';
import { moveFields } from './words.ts';

const pocketNames: Readonly<Record<string, string>> = { free: '可用', reserved: '预留', committed: '承诺未付', paid: '已付' };

function movesOf(line: LineDetail, may: boolean): ActionChoice[] {
  if (!may) return [];
  const move = (kind: string, label: string, consequence: string, isMain = false): ActionChoice => ({
    key: kind,
    label,
    isAllowed: true,
    isMain,
    consequence,
    fields: moveFields(kind === 'ADJUST'),
    run: async (body) => (await call<Done>('POST', `/funds/lines/${line.id}/moves`, { body: { kind, ...body } })).says,
  });
  return [
    move('ADJUST', '调整预算', '按调整文件增减预算，可用余额相应变化，留下一笔凭证。', true),
    move('RESERVE', '预留', '从可用余额中预留，例如为已发布的批次留出资金。'),
    move('RELEASE', '释放预留', '把预留退回可用余额。'),
  ];
}

export default function Line() {
  const id = usePathParam('id');
  const client = useQueryClient();
  const [search, change] = useSearchState();
  const may = useMay('funds/budget:manage');
  const query = useQuery(lineQuery(id));
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <PageSkeleton />;
  const line = query.data;
  const { pocket } = search;
  const actions = movesOf(line, may);
  return (
    <RecordPage
      title={line.name}
      parent={{ label: '预算指标', href: '/funds/lines' }}
      lead={`${line.year}年 · ${line.sourceName}资金 · ${line.regionName}`}
      above={<LineMoney line={line} onOpen={(opened) => change({ tab: 'journal', pocket: opened })} />}
      tabs={[
        {
          key: 'months',
          label: '执行',
          content: (
            <>
              <LineMonths months={line.months} />
              <FactList
                title="指标"
                facts={[
                  { label: '指标文号', value: line.documentNo },
                  { label: '功能科目', value: line.functionCode },
                  { label: '经济科目', value: line.economicCode },
                  { label: '默认用于', value: line.programmeName },
                ]}
              />
            </>
          ),
        },
        {
          key: 'journal',
          label: '凭证',
          content: (
            <>
              {pocket !== undefined && pocketNames[pocket] !== undefined && (
                <p className="fd-note">
                  只列出影响“{pocketNames[pocket]}”的凭证。{' '}
                  <button type="button" className="kc-button kc-button-bare" onClick={() => change({ pocket: undefined })}>
                    看全部凭证
                  </button>
                </p>
              )}
              <Journal key={pocket ?? ''} line={id} pocket={pocket} />
            </>
          ),
        },
        { key: 'commitments', label: '承诺', content: <CommitmentTable query={{ line: id, limit: '100' }} /> },
      ]}
      {...(actions.length === 0 ? {} : { foot: <ActionBar actions={actions} onDone={() => void refreshFunds(client)} /> })}
    />
  );
}
