// The import of values from outside: drop the workbook, look at what will happen, write, and take it back if it was a mistake.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ImportHistory } from '#ui/importing/import-history.tsx';
import { ImportPage } from '#ui/importing/import-page.tsx';
import { useImporting, useStanding } from '#ui/importing/use-importing.ts';
import { AppLink } from '#ui/link.tsx';

const base = '/figures';
const kind = 'outside';
const noOptions = {};

export default function ImportOutside() {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['figures'] });
  const { batch, ...importing } = useImporting({ base, kind, options: noOptions, refresh });
  const [undoing, setUndoing] = useState<string | undefined>();
  const state = useStanding(base, importing.state, batch);
  return (
    <>
      <ImportPage
        title="批量导入外部数据"
        parent={{ label: '外部数据', href: '/figures/outside' }}
        lead="一行一个数：指标、地区、年度、数值、单位和来源文件。已登记过的数，不同的须写修订原因，原值保留。"
        {...importing}
        state={state}
        {...(undoing === undefined ? { onUndo: () => setUndoing(batch) } : {})}
        doneHref={<AppLink href="/figures/outside">查看外部数据</AppLink>}
      />
      {(state.step === 'choose' || state.step === 'done') && (
        <div className="kc-page">
          <ImportHistory base={base} kind={kind} refresh={refresh} undoing={undoing} onUndo={setUndoing} />
        </div>
      )}
    </>
  );
}
