// The bank's return file: one person drops and checks it, another writes it, whole or not at all; what was booked by mistake is taken back.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ImportHistory } from '#ui/importing/import-history.tsx';
import { ImportPage } from '#ui/importing/import-page.tsx';
import type { ImportReport } from '#ui/importing/import-state.ts';
import { useImporting, useStanding } from '#ui/importing/use-importing.ts';
import { AppLink } from '#ui/link.tsx';
import { refreshFunds } from './queries.ts';

const base = '/funds';
const noOptions = {};

const consequence = ({ counts }: ImportReport): string =>
  `将登记退票 ${counts.changed} 笔，已支付的在指标上冲销，各期可核实账户后重新提出拨付${counts.same > 0 ? `；${counts.same} 笔已登记过，不改动` : ''}。`;

export default function ImportReturns() {
  const client = useQueryClient();
  const refresh = async () => refreshFunds(client);
  const { batch, ...importing } = useImporting({ base, kind: 'returns', options: noOptions, refresh });
  const [undoing, setUndoing] = useState<string | undefined>();
  const state = useStanding(base, importing.state, batch);
  return (
    <>
      <ImportPage
        title="导入银行退票"
        parent={{ label: '拨付', href: '/funds/payments' }}
        lead="银行退回的付款文件（.xlsx 或 .csv），列出拨付单号、收款账号、金额、原因和日期。一人上传核对，另一人写入；有一行不符，整份不写入。"
        extensions={['xlsx', 'csv']}
        consequence={consequence}
        {...importing}
        state={state}
        {...(undoing === undefined ? { onUndo: () => setUndoing(batch) } : {})}
        doneHref={<AppLink href="/funds/payments?view=returned">查看已退票的拨付</AppLink>}
      />
      {(state.step === 'choose' || state.step === 'done' || state.step === 'report') && (
        <div className="kc-page">
          <ImportHistory base={base} kind="returns" refresh={refresh} undoing={undoing} onUndo={setUndoing} />
        </div>
      )}
    </>
  );
}
