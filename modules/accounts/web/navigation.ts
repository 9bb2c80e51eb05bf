// What accounts add beside the navigation: role changes that wait for one's second look.
import { call } from '#ui/api.ts';

export async function secondLooks(signal: AbortSignal): Promise<Readonly<Record<string, number>>> {
  const { open } = await call<{ open: number }>('GET', '/accounts/role-change-counts', { signal });
  return { 'accounts.second-looks': open };
}
