// Takes a spreadsheet of experts in: drop it, look at what was understood and what is wrong, write, and take the batch back if it was a mistake.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ImportHistory } from '#ui/importing/import-history.tsx';
import { ImportPage } from '#ui/importing/import-page.tsx';
import { useImporting, useStanding } from '#ui/importing/use-importing.ts';
import { AppLink } from '#ui/link.tsx';

const base = '/review';
const noOptions = {};

export default function ImportExperts() {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['list', 'review.experts'] });
  const { batch, ...importing } = useImporting({ base, kind: 'experts', options: noOptions, refresh });
  const [undoing, setUndoing] = useState<string | undefined>();
  const state = useStanding(base, importing.state, batch);
  return (
    <>
      <ImportPage
        title="导入评审专家"
        parent={{ label: '评审专家', href: '/experts' }}
        lead="按姓名和单位代码对应已有专家：没有的新增，已有的更新；表中没有填写的保持不变。"
        {...importing}
        state={state}
        {...(undoing === undefined ? { onUndo: () => setUndoing(batch) } : {})}
        doneHref={<AppLink href="/experts">查看评审专家</AppLink>}
      />
      {(state.step === 'choose' || state.step === 'done') && (
        <div className="kc-page">
          <ImportHistory base={base} kind="experts" refresh={refresh} undoing={undoing} onUndo={setUndoing} />
        </div>
      )}
    </>
  );
}
