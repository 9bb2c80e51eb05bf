// The service items of the catalogue, each with the programme that it belongs to.
import type { ServiceItem } from '#kernel/declare/service-item.ts';
import type { Catalogue } from '#kernel/declare/system.ts';

export interface DeclaredItem {
  readonly programme: string;
  readonly item: ServiceItem;
}

export const itemsOf = ({ programmes }: Pick<Catalogue, 'programmes'>): readonly DeclaredItem[] =>
  programmes.flatMap((programme) =>
    programme.dossiers.flatMap(({ service }) => (service === undefined ? [] : [{ programme: programme.id, item: service }])),
  );

/** Items by programme and dossier. */
export const itemIndex = (items: readonly DeclaredItem[]): ReadonlyMap<string, ServiceItem> =>
  new Map(items.map(({ programme, item }) => [`${programme}/${item.id}`, item]));
