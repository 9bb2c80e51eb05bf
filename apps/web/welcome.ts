// What anyone may know before signing in: whose system it is, whether its data are fictional, and demo accounts if there are any.
import { queryOptions } from '@tanstack/react-query';
import { ApiError, call } from '#ui/api.ts';
import type { DemoAccount } from '#ui/sign-in/sign-in-page.tsx';

export interface Welcome {
  readonly bureau: string;
  readonly demo: boolean;
  readonly demoAccounts: readonly DemoAccount[];
}

const UNNAMED: Welcome = { bureau: '科学技术局', demo: false, demoAccounts: [] };

export const welcomeQuery = queryOptions({
  queryKey: ['accounts', 'welcome'],
  queryFn: async ({ signal }): Promise<Welcome> => {
    try {
      return { ...UNNAMED, ...(await call<Partial<Welcome>>('GET', '/accounts/welcome', { signal })) };
    } catch (error) {
      // The sign-in page must stand even when the server is not there yet; signing in will say what is wrong.
      if (error instanceof ApiError) return UNNAMED;
      throw error;
    }
  },
  staleTime: 10 * 60_000,
});
