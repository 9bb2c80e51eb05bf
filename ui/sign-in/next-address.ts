// Where one goes after signing in: only inside the application, since an open redirect would lend our name to a stranger's page.

export function safeNext(next: unknown): string | undefined {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : undefined;
}
