// The import of a register: drop the file, look at what will happen, write, and take it back if it was a mistake.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ImportHistory } from '#ui/importing/import-history.tsx';
import { ImportPage } from '#ui/importing/import-page.tsx';
import { useImporting, useStanding } from '#ui/importing/use-importing.ts';
import { AppLink } from '#ui/link.tsx';
import { ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { usePathParam } from '#ui/use-search.ts';
import { refreshRegisters, registerQuery, type ShownRegister } from './queries.ts';

const base = '/registers';
const noOptions = {};

function Importing({ register }: { register: ShownRegister }) {
  const client = useQueryClient();
  const refresh = () => refreshRegisters(client);
  const { batch, ...importing } = useImporting({ base, kind: register.id, options: noOptions, refresh });
  const [undoing, setUndoing] = useState<string | undefined>();
  const state = useStanding(base, importing.state, batch);
  return (
    <>
      <ImportPage
        title={`批量导入：${register.name}`}
        parent={{ label: register.name, href: `/registers/${register.id}` }}
        lead={register.importSays}
        {...importing}
        state={state}
        {...(undoing === undefined ? { onUndo: () => setUndoing(batch) } : {})}
        doneHref={<AppLink href={`/registers/${register.id}`}>查看台账</AppLink>}
      />
      {(state.step === 'choose' || state.step === 'done') && (
        <div className="kc-page">
          <ImportHistory base={base} kind={register.id} refresh={refresh} undoing={undoing} onUndo={setUndoing} />
        </div>
      )}
    </>
  );
}

export default function ImportRows() {
  const query = useQuery(registerQuery(usePathParam('register')));
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return query.data === undefined ? <PageSkeleton /> : <Importing key={query.data.id} register={query.data} />;
}
