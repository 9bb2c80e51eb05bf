// Gives the pages of casework the catalogue: the only place of the browser application that names it.
import type { ReactNode } from 'react';
import { catalogue } from '#catalogue/index.ts';
import { type Knowledge, KnowledgeProvider } from '#modules/casework/web/knowledge.tsx';
import { CasePanels } from '#modules/review/web/case-panels.tsx';
import { provisionalCalendar } from '#vocabularies/holidays/calendar.ts';
import { childrenOf, regionShortName } from '#vocabularies/regions/regions.ts';

const knowledge: Knowledge = {
  catalogue,
  calendar: provisionalCalendar(),
  regionName: regionShortName,
  countiesOf: (root) => childrenOf(root).map(({ code }) => ({ code, name: regionShortName(code) })),
  caseSections: [CasePanels],
};

export function CatalogueProvider({ children }: { children: ReactNode }) {
  return <KnowledgeProvider value={knowledge}>{children}</KnowledgeProvider>;
}
