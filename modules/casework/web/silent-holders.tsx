// Below a call that is for the holders of a title: who of them has handed nothing in.
import { useQuery } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import { AppLink } from '#ui/link.tsx';
import { ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { useMay } from '#ui/session.ts';
import type { SilentHoldersView } from '../model/silent-holders-wire.ts';
import type { CallView } from '../wire.ts';
import { useCatalogue } from './knowledge.tsx';

function Listed({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['casework', 'silent-holders', id],
    queryFn: ({ signal }) => call<SilentHoldersView>('GET', `/casework/calls/${id}/silent-holders`, { signal }),
  });
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <TableSkeleton rows={3} />;
  const { titleName, holders, rows } = query.data;
  return (
    <Section title="未报送单位" note={`持有${titleName} ${holders} 家，未报 ${rows.length} 家`}>
      {rows.length === 0 ? (
        <p className="kc-none">持有单位都已报送。</p>
      ) : (
        <ul className="cw-calls">
          {rows.map(({ party, partyName, regionName, number, isSecondTime }) => (
            <li key={party}>
              <div>
                <AppLink className="cw-call-name" href={`/registry/parties/${party}`}>
                  {partyName}
                </AppLink>
                <span className="cw-call-facts">
                  {isSecondTime && <Status tone="bad">连续两次未报，应撤销资格</Status>}
                  <span>{regionName}</span>
                  <span>{number ?? '无编号'}</span>
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

export function SilentHolders({ of }: { of: CallView }) {
  const { programmes } = useCatalogue();
  const mayRead = useMay('casework/spot-check:read');
  const dossier = programmes.find(({ id }) => id === of.programme)?.dossiers.find(({ id }) => id === of.dossier);
  return dossier?.holder !== undefined && of.status !== 'draft' && mayRead ? <Listed id={of.id} /> : null;
}
