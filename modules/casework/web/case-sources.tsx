// Where the fields of a case look things up and put their files.
import { type ReactNode, useMemo } from 'react';
import type { FileRef, Organisation } from '#kernel/fields/field.ts';
import { call, upload } from '#ui/api.ts';
import { type FieldSources, FieldSourcesProvider } from '#ui/fields/field-sources.tsx';
import { useSession } from '#ui/session.ts';
import { fileHrefOf } from './case-parts.tsx';
import { useKnowledge } from './knowledge.tsx';

async function searchOrganisations(text: string, signal: AbortSignal): Promise<readonly Organisation[]> {
  const reply = await call<{ rows: { name: string; uscc: string | null }[] }>('GET', '/registry/search', {
    query: { q: text, limit: 8 },
    signal,
  });
  return reply.rows.map(({ name, uscc }) => ({ name, uscc: uscc ?? '' }));
}

interface CaseSourcesProps {
  /** Absent where nothing can be uploaded yet, as in a self-check. */
  readonly caseId?: string;
  readonly children: ReactNode;
}

export function CaseSources({ caseId, children }: CaseSourcesProps) {
  const { countiesOf } = useKnowledge();
  const root = useSession()?.root.code;
  const sources = useMemo<FieldSources>(
    () => ({
      regions: root === undefined ? [] : countiesOf(root),
      searchOrganisations,
      ...(caseId === undefined
        ? {}
        : {
            uploadFile: (file, onProgress, field) =>
              upload<FileRef>(`/casework/cases/${caseId}/materials/${field.key}`, file, { onProgress }),
            fileHref: (file: FileRef) => fileHrefOf(caseId, file.sha256),
          }),
    }),
    [caseId, countiesOf, root],
  );
  return <FieldSourcesProvider value={sources}>{children}</FieldSourcesProvider>;
}
