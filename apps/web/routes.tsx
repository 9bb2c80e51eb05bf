// The explicit list of pages. A module adds its lines here; each page's default export is a component without props.
import { desk, open, type PageRoute, review, work } from './pages.ts';
import { withCatalogue } from './with-catalogue.tsx';

const apply = { permission: 'casework/case:apply' };

export const pages: readonly PageRoute[] = [
  withCatalogue(work('/', () => import('#modules/casework/web/today.tsx'))),
  withCatalogue(work('/casework/cases', () => import('#modules/casework/web/cases.tsx'), { permission: 'casework/case:read' })),
  withCatalogue(work('/casework/cases/$id', () => import('#modules/casework/web/case.tsx'), { permission: 'casework/case:read' })),
  work('/casework/calls', () => import('#modules/casework/web/calls.tsx'), { permission: 'casework/call:read' }),
  withCatalogue(work('/casework/calls/$id', () => import('#modules/casework/web/call-editor.tsx'), { permission: 'casework/call:read' })),
  withCatalogue(
    work('/casework/results', () => import('#modules/casework/web/results.tsx'), { permission: 'casework/result-list:import' }),
  ),
  work('/registry/parties', () => import('#modules/registry/web/parties.tsx'), { permission: 'registry/party:read' }),
  work('/registry/parties/$id', () => import('#modules/registry/web/party.tsx'), { permission: 'registry/party:read' }),
  work('/registry/new', () => import('#modules/registry/web/new-party.tsx'), { permission: 'registry/party:edit' }),
  work('/registry/imports', () => import('#modules/registry/web/imports.tsx'), { permission: 'registry/party:import' }),
  work('/registry/duplicates', () => import('#modules/registry/web/duplicates.tsx'), { permission: 'registry/party:merge' }),
  work('/registry/merge', () => import('#modules/registry/web/merge.tsx'), { permission: 'registry/party:merge' }),
  work('/figures', () => import('#modules/figures/web/overview.tsx'), { permission: 'figures/indicator:read' }),
  work('/figures/$id', () => import('#modules/figures/web/indicator.tsx'), { permission: 'figures/indicator:read' }),
  withCatalogue(desk('/desk', () => import('#modules/casework/web/desk-home.tsx'), apply)),
  desk('/desk/notices', () => import('#modules/casework/web/desk-notices.tsx'), apply),
  withCatalogue(desk('/desk/policies', () => import('#modules/casework/web/desk-policies.tsx'))),
  withCatalogue(desk('/desk/calls', () => import('#modules/casework/web/desk-calls.tsx'), apply)),
  withCatalogue(desk('/desk/calls/$id', () => import('#modules/casework/web/desk-call.tsx'), apply)),
  withCatalogue(desk('/desk/self-check', () => import('#modules/casework/web/self-check-list.tsx'), apply)),
  withCatalogue(desk('/desk/self-check/$programme/$dossier', () => import('#modules/casework/web/self-check.tsx'), apply)),
  desk('/desk/cases', () => import('#modules/casework/web/desk-cases.tsx'), apply),
  withCatalogue(desk('/desk/cases/$id', () => import('#modules/casework/web/desk-case.tsx'), apply)),
  withCatalogue(desk('/desk/cases/$id/form', () => import('#modules/casework/web/case-form.tsx'), apply)),
  work('/my-account', () => import('#modules/accounts/web/my-account.tsx'), { plain: true }),
  desk('/desk/my-account', () => import('#modules/accounts/web/my-account.tsx'), { plain: true }),
  review('/review/my-account', () => import('#modules/accounts/web/my-account.tsx'), { plain: true }),
  work('/accounts/my-delegations', () => import('#modules/accounts/web/my-delegations.tsx'), { permission: 'accounts/delegation:lend' }),
  work('/accounts/parties/$party', () => import('#modules/accounts/web/party-accounts.tsx'), { permission: 'accounts/enterprise:open' }),
  work('/accounts/accounts', () => import('#modules/accounts/web/accounts.tsx'), { permission: 'accounts/account:read' }),
  work('/accounts/accounts/open', () => import('#modules/accounts/web/open-account.tsx'), { permission: 'accounts/account:manage' }),
  work('/accounts/role-changes', () => import('#modules/accounts/web/role-changes.tsx'), { permission: 'accounts/role:read' }),
  work('/accounts/roles', () => import('#modules/accounts/web/role-table.tsx'), { permission: 'accounts/role:read', plain: true }),
  work('/accounts/delegations', () => import('#modules/accounts/web/delegations.tsx'), { permission: 'accounts/delegation:oversee' }),
  work('/accounts/offices', () => import('#modules/accounts/web/offices.tsx'), { permission: 'accounts/office:read' }),
  work('/accounts/settings', () => import('#modules/accounts/web/settings.tsx'), { permission: 'accounts/setting:read' }),
  work('/accounts/trail', () => import('#modules/accounts/web/trail.tsx'), { permission: 'accounts/trail:read' }),
  desk('/desk/profile', () => import('#modules/registry/web/desk-profile.tsx'), { permission: 'registry/party:read' }),
  open('/public', () => import('./public-home.tsx'), { plain: true }),
];
