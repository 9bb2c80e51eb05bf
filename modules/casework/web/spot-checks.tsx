// The drawings of spot checks: who was drawn from how many, by which seed, and how far the checking is.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '#ui/api.ts';
import { formatPercent } from '#ui/format.ts';
import { useGo } from '#ui/link.tsx';
import { ListPage } from '#ui/list/list-page.tsx';
import { SidePanel } from '#ui/page/side-panel.tsx';
import { ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { ActionBar } from '#ui/record/action-bar.tsx';
import { FactList } from '#ui/record/fact-list.tsx';
import { useMay } from '#ui/session.ts';
import type { SpotCheckables, SpotCheckView } from '../model/spot-check-wire.ts';
import { today } from './knowledge.tsx';
import { drawFields } from './spot-words.ts';

function DrawPanel({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const go = useGo();
  const checkable = useQuery({
    queryKey: ['casework', 'spot-checkable'],
    queryFn: ({ signal }) => call<SpotCheckables>('GET', '/casework/spot-checkable', { signal }),
  });
  return (
    <SidePanel title="抽取名单" onClose={onClose}>
      {checkable.error && <ErrorState error={checkable.error} onRetry={() => void checkable.refetch()} />}
      {checkable.isPending && <TableSkeleton rows={3} />}
      {checkable.data && (
        <>
          <FactList
            facts={checkable.data.rows.map(({ name, least, basis }) => ({
              label: name,
              value: `不低于 ${formatPercent(least)}`,
              note: basis,
            }))}
          />
          <ActionBar
            actions={[
              {
                key: 'draw',
                label: '抽取名单',
                isAllowed: checkable.data.rows.length > 0,
                isMain: true,
                consequence:
                  '填报数据与纳税、审计、参保数据不一致的，按设定的份额先抽；其余按种子随机抽取。抽取后名单不能更改，依据和过程记入审计。',
                fields: drawFields(checkable.data, Number(today().slice(0, 4))),
                initial: { programme: checkable.data.rows[0]?.programme, year: today().slice(0, 4) },
                run: async ({ year, ...body }) => {
                  const done = await call<{ id: string; says: string }>('POST', '/casework/spot-checks', {
                    body: { ...body, year: Number(year) },
                  });
                  await client.invalidateQueries({ queryKey: ['list', 'casework.spot-checks'] });
                  onClose();
                  go(`/casework/spot-checks/${done.id}`);
                  return done.says;
                },
              },
            ]}
          />
        </>
      )}
    </SidePanel>
  );
}

export default function SpotChecks() {
  const mayDraw = useMay('casework/spot-check:draw');
  const [isDrawing, setDrawing] = useState(false);
  const draw = (
    <Button type="primary" onClick={() => setDrawing(true)}>
      抽取名单
    </Button>
  );
  return (
    <>
      <ListPage<SpotCheckView>
        name="casework.spot-checks"
        title="事中事后抽查"
        lead="对当年取得资质的单位按比例抽查；按风险线索抽取的不超过设定的份额，其余随机抽取；种子和过程留痕，可以重现。"
        counter="次"
        actions={mayDraw ? draw : undefined}
        columns={[
          { key: 'programmeName', title: '事项', value: (row) => row.programmeName, width: 220 },
          { key: 'year', title: '年度', value: (row) => `${row.year}年` },
          { key: 'share', title: '比例', kind: 'percent', value: (row) => row.share },
          { key: 'holders', title: '在册', unit: '家', kind: 'number', value: (row) => row.holders },
          { key: 'drawn', title: '抽中', unit: '家', kind: 'number', value: (row) => row.drawn },
          { key: 'byRisk', title: '按风险线索', unit: '家', kind: 'number', value: (row) => row.byRisk },
          { key: 'waiting', title: '待检查', unit: '家', kind: 'number', value: (row) => row.waiting },
          { key: 'passed', title: '通过', unit: '家', kind: 'number', value: (row) => row.passed },
          { key: 'problem', title: '发现问题', unit: '家', kind: 'number', value: (row) => row.problem },
          { key: 'revoked', title: '撤销', unit: '家', kind: 'number', value: (row) => row.revoked },
          { key: 'drawnAt', title: '抽取时间', kind: 'instant', value: (row) => row.drawnAt },
          { key: 'drawnBy', title: '抽取人', value: (row) => row.drawnBy, hidden: true },
          { key: 'seed', title: '种子', value: (row) => row.seed, hidden: true },
        ]}
        rowKey={(row) => row.id}
        rowHref={(row) => `/casework/spot-checks/${row.id}`}
        fetchPage={async ({ signal }) => {
          const { rows } = await call<{ rows: SpotCheckView[] }>('GET', '/casework/spot-checks', { signal });
          return { rows, next: null, total: rows.length };
        }}
        empty={{ title: '还没有抽查', how: mayDraw ? <>入库名单导入后即可抽取。{draw}</> : '市科技局抽取名单后会出现在这里。' }}
      />
      {isDrawing && <DrawPanel onClose={() => setDrawing(false)} />}
    </>
  );
}
