// On which face a page of calculations stands: the same pages serve staff, enterprises and anyone.
export type Face = '' | '/desk' | '/public';

export function faceOf(path: string): Face {
  if (path.startsWith('/desk/')) return '/desk';
  return path.startsWith('/public/') ? '/public' : '';
}

export const currentFace = (): Face => faceOf(window.location.pathname);
