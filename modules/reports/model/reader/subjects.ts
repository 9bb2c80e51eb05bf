// Ties a name to the indicator of the field that it means, and to the thing that later figures may refer to.
import { indicatorNamed, indicatorWithin } from './lexicon/indicators.ts';
import type { Subject } from './references.ts';
import { remembered } from './remembered.ts';

export type Named = { readonly name: string; readonly subject: Subject; readonly own: boolean };

/** What falls to each of them is a rate. */
export const PER_HEAD =
  /(?:人|户|亩|企|校|院)均(?!衡)|生均(?=校舍|教学|图书|计算机|建筑|占地|经费|公用)|^万人|每[百千万亿]|单位(?:GDP|生产总值|面积|产值|产品)|万元(?:GDP|生产总值|产值)/;

/** Intensity told in R&D's own letters keeps them: R&D占比, R&D经费投入强度; 研发投入占比 says of what. */
function intensityAsWritten(phrase: string): string {
  if (/R&D占比$/.test(phrase)) return `${phrase}(研发投入强度)`;
  // A share of what need not be said: of the output.
  const spent = /(?:^|会)((?:研发|R&D)[一-龥]{2,4})占比$/.exec(phrase)?.[1];
  if (spent) return `研发投入强度(${spent}占GDP比重)`;
  if (!/R&D/.test(phrase)) return '研发投入强度';
  return /强度$/.test(phrase) && /经费/.test(phrase) ? '研发(R&D)经费投入强度' : '研发投入强度';
}

/** Some words of a report are the field's own name of an indicator. */
export const canonical = remembered((phrase: string): string => {
  const plain = phrase.replace(/(?:全市|全省|全国|全县|全区|我市|我省|本市)(?=GDP|地区生产总值|生产总值)/g, '');
  const known = indicatorNamed(plain);
  if (known?.id === 'contract-value' && /登记(?:金?额|总额)$/.test(plain)) return `技术合同${/认定登记|登记/.exec(plain)?.[0] ?? ''}额`;
  if (known) return known.id === 'rd-intensity' ? intensityAsWritten(plain) : known.name;
  if (/^高企(?:认定|申报)数?$/.test(plain)) return plain.replace('高企', '高新技术企业');
  // 某某新区全社会研发投入: the place in front is not part of the name.
  for (const place of plain.matchAll(/[省市县区州盟]/g)) {
    const behind = place.index <= 8 ? indicatorNamed(plain.slice(place.index + 1)) : null;
    if (behind && (behind.nature === 'rate' || behind.id === 'rd-expenditure'))
      return behind.id === 'rd-intensity' ? intensityAsWritten(plain.slice(place.index + 1)) : behind.name;
  }
  return phrase;
});

export function subjectOf(name: string, core: string, stem = core): Subject {
  const named = indicatorNamed(core) ?? indicatorNamed(name);
  const entry = indicatorNamed(name) ?? indicatorWithin(name) ?? indicatorWithin(core);
  return {
    name,
    core: core.replace(/(?:总数|总量|数量|总额|(?<=企业)保有量)$/, '') || core,
    // R&D spending keeps the words of its text; other indicators are one thing under several names.
    stem: named && named.id !== 'rd-expenditure' && stem === core ? (named.id === 'contract-value' ? canonical(core) : named.name) : stem,
    id: entry?.id ?? null,
  };
}
