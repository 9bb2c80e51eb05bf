// The metadata that is published with an index: method, base year, version, weights, sources, revision, and what was rebased.
import { type IndexItem, type IndexView, indexMethods, weightings } from './index-shapes.ts';

export const sourceWords = (source: string): string => source.replace(/^outside:/, '外部数据：').replace(/^indicator:.*$/, '本系统台账');

const nameOf = (items: readonly IndexItem[], id: string): string => items.find((item) => item.id === id)?.name ?? id;

export function indexNotes({
  name,
  version,
  spec,
  revision,
  result,
}: Pick<IndexView, 'name' | 'version' | 'spec' | 'revision' | 'result'>): string[] {
  const { method, weighting, baseYear, items } = spec;
  const rebased = (result?.areas ?? []).flatMap((area) =>
    area.rebased.map((one) => `${area.name}的“${nameOf(items, one.item)}”在${baseYear}年无数或为零，改以${one.baseYear}年为基年`),
  );
  return [
    `${name}，第${version}版。方法：${indexMethods[method as keyof typeof indexMethods]}${method === 'BASE_YEAR' ? `，${baseYear}年＝100` : ''}；赋权：${weightings[weighting as keyof typeof weightings]}${result?.consistencyRatio == null ? '' : `（CR＝${result.consistencyRatio}）`}。`,
    `修订说明：${revision === '' ? '首次编制' : revision}`,
    ...items.map(
      (item) =>
        `${item.pillar}／${item.name}：${sourceWords(item.source)}${item.divisor === null ? '' : ` ÷ ${sourceWords(item.divisor)}`}${item.direction === 'NEGATIVE' ? '，逆向' : ''}。`,
    ),
    ...rebased,
  ];
}
