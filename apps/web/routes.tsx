// The explicit list of pages. A module adds its lines here; each page's default export is a component without props.
import { open, type PageRoute, work } from './pages.ts';

export const pages: readonly PageRoute[] = [
  work('/', () => import('./today.tsx'), { plain: true }),
  open('/public', () => import('./public-home.tsx'), { plain: true }),
];
