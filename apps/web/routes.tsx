// The explicit list of pages. A module adds its lines here; each page's default export is a component without props.
import { open, type PageRoute, work } from './pages.ts';

export const pages: readonly PageRoute[] = [
  work('/', () => import('./today.tsx'), { plain: true }),
  work('/figures', () => import('#modules/figures/web/overview.tsx'), { permission: 'figures/indicator:read' }),
  work('/figures/$id', () => import('#modules/figures/web/indicator.tsx'), { permission: 'figures/indicator:read' }),
  open('/public', () => import('./public-home.tsx'), { plain: true }),
];
