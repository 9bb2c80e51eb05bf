// Payments that wait for a leader's decision, counted beside the entry.
import { call } from '#ui/api.ts';

export async function waitingPayments(signal: AbortSignal): Promise<Readonly<Record<string, number>>> {
  const counts = await call<Readonly<Record<string, number>>>('GET', '/funds/payment-counts', { signal });
  return { 'funds.proposed': counts.proposed ?? 0 };
}
