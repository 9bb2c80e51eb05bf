// What registers add to the navigation: an entry for each register that the person may see, by domain.
import { call } from '#ui/api.ts';
import type { NavigationEntry } from '#ui/shell/navigation.ts';
import type { RegisterSummary } from '../wire.ts';

export async function registerEntries(signal: AbortSignal): Promise<readonly NavigationEntry[]> {
  const { rows } = await call<{ rows: readonly RegisterSummary[] }>('GET', '/registers/lists', { signal });
  return rows.map(({ id, name, domainName }) => ({
    area: '台账',
    label: name.replace(/台账$/, ''),
    href: `/registers/${id}`,
    keywords: `${domainName} tz 台账`,
  }));
}
