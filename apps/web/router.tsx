// Makes the routes from the explicit list: each face is a layout, each page is loaded when opened, and none is shown to who may not see it.
import type { QueryClient } from '@tanstack/react-query';
import {
  type AnyRoute,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import { PageSkeleton } from '#ui/page/states.tsx';
import { sessionQuery } from '#ui/session.ts';
import { safeNext } from '#ui/sign-in/next-address.ts';
import { parseSearch, stringifySearch } from '#ui/url-state.ts';
import { NotFoundPage, PageFailure, Permitted } from './outcomes.tsx';
import type { Face, PageRoute } from './pages.ts';
import { pages } from './routes.tsx';
import { homeOf } from './sign-in.ts';

interface Context {
  readonly client: QueryClient;
}

const Themed = lazy(() => import('#ui/theme.tsx').then((module) => ({ default: module.UiTheme })));

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFoundPage });

async function needSession(client: QueryClient, href: string, face: Face): Promise<void> {
  const session = await client.ensureQueryData(sessionQuery);
  if (session === null) throw redirect({ to: '/sign-in', search: { next: href } as never });
  const home = homeOf(session);
  if (session.mustChangePassword === true && !href.startsWith(home)) throw redirect({ to: home });
  if (face === 'work' && home !== '/' && href === '/') throw redirect({ to: home });
}

const layouts: Readonly<Record<Face, () => Promise<{ default: ComponentType }>>> = {
  work: () => import('./faces/work-face.tsx'),
  desk: () => import('./faces/desk-face.tsx'),
  review: () => import('./faces/review-face.tsx'),
  public: () => import('./faces/public-face.tsx'),
};

/** A page in its face: behind its permission, and with the component library only when it uses it. */
function pageRoute(parent: AnyRoute, page: PageRoute): AnyRoute {
  const Page = lazyRouteComponent(page.load) as ComponentType;
  const Bare = () => (
    <Permitted permission={page.permission}>
      <Page />
    </Permitted>
  );
  const Dressed = () => (
    <Suspense fallback={<PageSkeleton />}>
      <Themed>
        <Bare />
      </Themed>
    </Suspense>
  );
  return createRoute({ getParentRoute: () => parent, path: page.path, component: page.plain ? Bare : Dressed });
}

function faceRoute(face: Face): AnyRoute {
  const layout = createRoute({
    getParentRoute: () => root,
    id: face,
    component: lazyRouteComponent(layouts[face]),
    beforeLoad: ({ context, location }) => (face === 'public' ? undefined : needSession(context.client, location.href, face)),
  });
  return layout.addChildren(pages.filter((page) => page.face === face).map((page) => pageRoute(layout, page)));
}

const signInRoute = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./sign-in-route.tsx')),
  beforeLoad: async ({ context, search }) => {
    const session = await context.client.ensureQueryData(sessionQuery).catch(() => null);
    if (session) throw redirect({ to: safeNext((search as Record<string, unknown>).next) ?? homeOf(session) });
  },
});

/** All components in all states, for looking at; not in a release. */
function galleryRoutes(): AnyRoute[] {
  if (!__GALLERY__) return [];
  return [
    createRoute({ getParentRoute: () => root, path: '/gallery', component: lazyRouteComponent(() => import('./gallery/index.tsx')) }),
    createRoute({ getParentRoute: () => root, path: '/gallery/$part', component: lazyRouteComponent(() => import('./gallery/index.tsx')) }),
  ];
}

export function makeRouter(client: QueryClient) {
  const faces = (['work', 'desk', 'review', 'public'] as const).map(faceRoute);
  return createRouter({
    routeTree: root.addChildren([...faces, signInRoute, ...galleryRoutes()]),
    context: { client },
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: false,
    defaultPendingMs: 200,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: PageFailure,
    defaultNotFoundComponent: NotFoundPage,
  });
}
