// The explicit list of pages. A module adds its lines here; each page's default export is a component without props.
import { desk, open, type PageRoute, work } from './pages.ts';
import { withCatalogue } from './with-catalogue.tsx';

const apply = { permission: 'casework/case:apply' };

export const pages: readonly PageRoute[] = [
  work(
    '/',
    withCatalogue(() => import('#modules/casework/web/today.tsx')),
  ),
  work(
    '/casework/cases',
    withCatalogue(() => import('#modules/casework/web/cases.tsx')),
    { permission: 'casework/case:read' },
  ),
  work(
    '/casework/cases/$id',
    withCatalogue(() => import('#modules/casework/web/case.tsx')),
    { permission: 'casework/case:read' },
  ),
  work('/casework/calls', () => import('#modules/casework/web/calls.tsx'), { permission: 'casework/call:read' }),
  work(
    '/casework/calls/$id',
    withCatalogue(() => import('#modules/casework/web/call-editor.tsx')),
    { permission: 'casework/call:read' },
  ),
  work(
    '/casework/results',
    withCatalogue(() => import('#modules/casework/web/results.tsx')),
    {
      permission: 'casework/result-list:import',
    },
  ),
  work('/figures', () => import('#modules/figures/web/overview.tsx'), { permission: 'figures/indicator:read' }),
  work('/figures/$id', () => import('#modules/figures/web/indicator.tsx'), { permission: 'figures/indicator:read' }),
  desk(
    '/desk',
    withCatalogue(() => import('#modules/casework/web/desk-home.tsx')),
    apply,
  ),
  desk('/desk/notices', () => import('#modules/casework/web/desk-notices.tsx'), apply),
  desk(
    '/desk/policies',
    withCatalogue(() => import('#modules/casework/web/desk-policies.tsx')),
  ),
  desk(
    '/desk/calls',
    withCatalogue(() => import('#modules/casework/web/desk-calls.tsx')),
    apply,
  ),
  desk(
    '/desk/calls/$id',
    withCatalogue(() => import('#modules/casework/web/desk-call.tsx')),
    apply,
  ),
  desk(
    '/desk/self-check',
    withCatalogue(() => import('#modules/casework/web/self-check-list.tsx')),
    apply,
  ),
  desk(
    '/desk/self-check/$programme/$dossier',
    withCatalogue(() => import('#modules/casework/web/self-check.tsx')),
    apply,
  ),
  desk('/desk/cases', () => import('#modules/casework/web/desk-cases.tsx'), apply),
  desk(
    '/desk/cases/$id',
    withCatalogue(() => import('#modules/casework/web/desk-case.tsx')),
    apply,
  ),
  desk(
    '/desk/cases/$id/form',
    withCatalogue(() => import('#modules/casework/web/case-form.tsx')),
    apply,
  ),
  open('/public', () => import('./public-home.tsx'), { plain: true }),
];
