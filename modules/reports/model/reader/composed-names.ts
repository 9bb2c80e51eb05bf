// Puts a name together from the verb, the deed and the noun around a number: 推荐 23家 企业 参加全国赛.
import { GENERIC_HEAD } from './dependent-words.ts';
import { leadingVerb } from './phrases.ts';
import { asPrefix, type References } from './references.ts';
import { canonical, type Named, subjectOf } from './subjects.ts';

/** 申报高新技术企业 becomes 高新技术企业申报: the thing first, for names derived from it. */
export function thingFirst(verb: string, thing: string): string {
  return verb === '申报' || verb === '推荐申报' || verb === '认定' || verb === '备案'
    ? `${thing}${verb}数`
    : verb === ''
      ? thing
      : verb + thing;
}

const HEAD_IN_PREDICATE = /(?:专项|项目|奖|计划|课题|基金|工程|平台|基地|中心|称号|资金)$/;
const MEMBERS = /^(?:成员|理事|会员)(?:单位|企业)?$/;
const PASSED = /^通过了?(?:公示|评审|认定|初审|审核|评价|考核)$/;
/** Deeds that happen at a place or within a programme. */
const AT_HOLDER = /^(?:落地|入驻|入园|签约落地|投产|开工|入库)/;
const PROGRAMME_DEED = /^(获批|入选|列入|获得|荣获)(.{4,}(?:专项|计划|工程))$/;

const RECOGNISED = /^通过了?(?:国家)?(高企|高新技术企业|科技型中小企业|瞪羚企业)(认定|评价|备案)$/;

type Parts = { verb: string; lead: string; noun: string; deed: string };

export function composed({ verb, lead, noun, deed }: Parts, references: References): Named {
  const generic = GENERIC_HEAD.test(noun);
  // 申报高新技术企业89家，70家企业通过评审: they are some of those spoken of.
  const same = references.fresh && !references.part && noun.length <= 3 && lead === '' && verb === '' && deed !== '' && deed.length < 10;
  const core = references.subject?.core ?? '';
  if (generic && same && core.endsWith(noun) && core.length > noun.length + 1 && core.length <= 14) {
    const some = deed + leadingVerb(core).rest;
    return { name: some, subject: subjectOf(some, core), own: true };
  }
  // 246家企业通过高企认定: so many were recognised.
  const recognised = noun === '企业' && lead === '' ? RECOGNISED.exec(deed) : null;
  if (recognised) {
    const which = recognised[1]?.replace('高企', '高新技术企业') ?? '';
    return { name: `${which}通过${recognised[2]}数`, subject: subjectOf(which, which), own: true };
  }
  let name = verb + deed + lead + noun;
  const programme = /^(?:项目|课题)$/.test(noun) ? PROGRAMME_DEED.exec(deed) : null;
  if (programme) {
    const granted = `${programme[2]}${programme[1]}${noun}`;
    return { name: granted, subject: subjectOf(granted, programme[2] ?? granted), own: true };
  }
  const held = references.holder !== '' && (MEMBERS.test(noun) || (AT_HOLDER.test(deed) && noun.length > 2)) ? references.holder : '';
  if (held !== '' && !name.includes(held)) {
    const there = held.slice(-12) + (MEMBERS.test(noun) ? noun : name);
    return { name: there, subject: subjectOf(there, there), own: true };
  }
  if (/^(?:项目|成果|课题|专项)$/.test(noun) && deed.length >= 5 && HEAD_IN_PREDICATE.test(deed)) name = verb + lead + deed;
  else if (generic && lead === '' && deed.length < 5)
    name =
      asPrefix(references.part && references.subject ? references.subject.core : references.topic || references.holder) +
      verb +
      deed +
      noun;
  else if (references.topic.endsWith(noun) && deed.length < 5 && noun.length > 2) name = references.topic;
  // 推荐7家企业申报高新技术企业认定，其中4家企业通过公示: they are such enterprises.
  if (PASSED.test(deed) && noun === '企业' && /企业$/.test(references.mention)) name = deed.replace('了', '') + references.mention;
  if (deed.endsWith(noun)) name = verb + lead + deed;
  else if (/(?:榜单|名单)$/.test(deed) && deed.includes(noun)) name = verb + lead + deed.replace(/(?:榜单|名单)$/, '');
  if (name.length > 26) name = verb + deed + noun;
  const final = canonical(name);
  return {
    name: final,
    subject: subjectOf(final, generic ? name : lead + noun, generic ? name : thingFirst(verb, lead + noun)),
    own: true,
  };
}

const PAIRED = '示范|试点|优势|培育|先进|创建|标杆|达标|重点|一般';
const OWN_PAIRED = new RegExp(`^(?:${PAIRED})([一-龥]{2,4})$`);
const WHOLE_PAIRED = new RegExp(`^(.{3,})(?:${PAIRED})([一-龥]{2,4})$`);
/** 国家级知识产权示范园区4个、试点园区13个: what stands before the one stands before the other. */
export function pairedWith(name: string, before: string): string {
  const own = OWN_PAIRED.exec(name)?.[1];
  const whole = WHOLE_PAIRED.exec(before);
  return own && whole?.[1] && whole[2] === own ? whole[1] + name : name;
}
