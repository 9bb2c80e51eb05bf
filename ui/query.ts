// How long answers are kept and what is tried again: lists stay fresh for half a minute, only a lost network is retried.
import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';

export function retryQuery(failures: number, error: unknown): boolean {
  return error instanceof ApiError && error.isLost && failures < 2;
}

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, gcTime: 10 * 60_000, retry: retryQuery, retryDelay: 1_500, refetchOnWindowFocus: false },
      mutations: { retry: false },
    },
  });
}
