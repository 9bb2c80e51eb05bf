// What a route of the browser application is: an address, a face, who may see it, and the page that is loaded when it is opened.
import type { ComponentType } from 'react';

export type Face = 'work' | 'desk' | 'review' | 'public';

export interface PageRoute {
  readonly face: Face;
  /** Address with parameters as `$id`, e.g. `/registry/parties/$id`. */
  readonly path: string;
  /** Permission without which the page says so instead of loading; faces other than public always need a session. */
  readonly permission?: string;
  /** True for a page that uses no Ant Design component: it then loads without the library. */
  readonly plain?: boolean;
  readonly load: () => Promise<{ default: ComponentType }>;
}

type Load = PageRoute['load'];
type Options = Pick<PageRoute, 'permission' | 'plain'>;

const of =
  (face: Face) =>
  (path: string, load: Load, options: Options = {}): PageRoute => ({ face, path, load, ...options });

/** `work('/registry/parties', () => import('#modules/registry/web/parties.tsx'), { permission: 'registry.read' })` */
export const work = of('work');
export const desk = of('desk');
export const review = of('review');
/** `open` pages need no account. */
export const open = of('public');
