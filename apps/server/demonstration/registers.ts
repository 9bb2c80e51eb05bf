// Fictional rows of the registers of the catalogue: laboratories, alliances, agreements, offices abroad, party meetings, information items.
import type { Transaction } from 'kysely';
import { addDays } from '#kernel/declare/calendar.ts';
import { loadRegister, type PastRow } from '#modules/registers/contract.ts';
import { systemActor } from '#platform/actor.ts';
import type { Enterprise } from '#testing/population/types.ts';
import { childrenOf, regionShortName } from '#vocabularies/regions/regions.ts';
import { registersSetting } from '../settings.ts';

type Answers = Readonly<Record<string, unknown>>;

const fields = ['10', '20', '40', '60', '80'];
const topics = ['光电材料', '智能装备', '生物医药', '储能技术', '绿色化工', '精密铸造', '农产品加工', '工业软件'];
const schools = ['云泽理工大学', '澜江大学', '华南材料研究院', '云泽农业大学', '东海工程学院', '云泽中医药大学', '长河技术研究所'];
const places = [
  ['德国', '慕尼黑'],
  ['日本', '东京'],
  ['新加坡', '新加坡'],
  ['英国', '伦敦'],
  ['加拿大', '多伦多'],
  ['以色列', '特拉维夫'],
] as const;
const pick = <T>(items: readonly T[], n: number): T => items[n % items.length] as T;

interface Given {
  readonly today: string;
  readonly firms: readonly Enterprise[];
  readonly root: string;
}

const host = (firm: Enterprise) => ({ name: firm.name, uscc: firm.uscc ?? '' });

/** The answers of row `n`, by register; a register that is not here stays empty in the demonstration. */
const makers: Readonly<Record<string, (n: number, firm: Enterprise, given: Given) => Omit<PastRow, 'at'>>> = {
  'key-laboratory': (n, firm, { today }) => ({
    answers: {
      name: `${regionShortName(firm.region)}${pick(topics, n)}重点实验室（演示${n + 1}）`,
      level: n === 0 ? 'NATIONAL' : n % 4 === 0 ? 'PROVINCIAL' : 'MUNICIPAL',
      host: host(firm),
      region: firm.region,
      field: pick(fields, n),
      from: addDays(today, -1500 + n * 31),
      ...(n % 5 === 4 ? {} : { until: addDays(today, -40 + n * 37) }),
      staff: 15 + (n % 30),
      equipment: `${3_000_000 + n * 250_000}`,
      state: n % 11 === 10 ? 'BUILDING' : 'RUNNING',
    },
    years: [{ year: Number(today.slice(0, 4)) - 1, answers: { grade: n % 6 === 0 ? 'EXCELLENT' : 'PASSED', score: `${70 + (n % 25)}` } }],
  }),
  alliances: (n, firm, { today }) => ({
    answers: {
      name: `澜江市${pick(topics, n)}产业技术创新战略联盟（演示${n + 1}）`,
      level: n % 3 === 0 ? 'PROVINCIAL' : 'MUNICIPAL',
      leader: host(firm),
      region: firm.region,
      field: pick(fields, n + 2),
      from: addDays(today, -900 + n * 29),
      until: addDays(today, 40 + n * 60),
      memberCount: 6 + ((n * 5) % 40),
    },
  }),
  'strategic-agreements': (n, firm, { today }) => ({
    answers: {
      name: `澜江市与${pick(schools, n)}战略合作协议（演示${n + 1}）`,
      partner: { name: pick(schools, n), uscc: '' },
      kind: pick(schools, n).endsWith('大学') || pick(schools, n).endsWith('学院') ? 'UNIVERSITY' : 'INSTITUTE',
      from: addDays(today, -1200 + n * 47),
      until: addDays(today, -20 + n * 50),
      division: '成果转化与区域创新处',
      state: 'RUNNING',
    },
    years: [
      {
        year: Number(today.slice(0, 4)) - 1,
        answers: { projects: [{ name: `${pick(topics, n)}联合攻关`, unit: host(firm), money: '800000', progress: 'UNDER_WAY' }] },
      },
    ],
  }),
  'overseas-liaison-offices': (n, _firm, { today }) => ({
    answers: {
      name: `澜江市海外人才${pick(places, n)[1]}联络处（演示${n + 1}）`,
      country: pick(places, n)[0],
      city: pick(places, n)[1],
      from: addDays(today, -700 + n * 55),
      until: addDays(today, 20 + n * 55),
    },
    years: [{ year: Number(today.slice(0, 4)) - 1, answers: { introduced: n % 5, projects: 1 + (n % 4) } }],
  }),
  'party-lessons': (n, _firm, { today }) => ({
    answers: {
      topic: `${pick(['理论学习', '支部工作', '廉洁教育', '志愿服务部署'], n)}（演示${n + 1}）`,
      kind: pick(['GENERAL_MEETING', 'COMMITTEE', 'LESSON', 'THEME_DAY', 'LIFE_MEETING'], n),
      branch: pick(['机关第一党支部', '机关第二党支部', '信息中心党支部'], n),
      plannedOn: addDays(today, -340 + n * 12),
      ...(n < 27 ? { heldOn: addDays(today, -338 + n * 12), attended: 9 + (n % 8) } : {}),
      expected: 18,
      state: n < 27 ? 'HELD' : 'PLANNED',
    },
  }),
  'information-items': (n, firm, { today }) => ({
    answers: {
      title: `${regionShortName(firm.region)}推进${pick(topics, n)}产业创新的做法（演示${n + 1}）`,
      kind: pick(['BRIEFING', 'NEWS', 'CASE', 'RESEARCH'], n),
      region: firm.region,
      author: `${regionShortName(firm.region)}科学技术局`,
      sentOn: addDays(today, -350 + n * 8),
      outlet: pick(['市委办信息', '省科技厅简报', '澜江日报', '科技信息网'], n),
      level: pick(['CITY', 'PROVINCE', 'CITY', 'OWN'], n),
      ...(n % 3 === 0 ? { adoptedOn: addDays(today, -340 + n * 8) } : {}),
      state: n % 3 === 0 ? 'ADOPTED' : 'SENT',
    },
  }),
};

const counts: Readonly<Record<string, number>> = {
  'strategic-agreements': 21,
  'overseas-liaison-offices': 12,
  'party-lessons': 30,
  alliances: 24,
};

export async function seedRegisters(db: Transaction<unknown>, now: Date, given: Given): Promise<number> {
  const { today, root } = given;
  const counties = childrenOf(root).map(({ code }) => code);
  const firms = given.firms.filter(({ status, region }) => status === 'active' && counties.includes(region));
  const by = { root, account: systemActor(root).accountId, name: '演示数据', now, today };
  let loaded = 0;
  for (const register of registersSetting.catalogue.registers) {
    const make = makers[register.id];
    if (make === undefined) continue;
    const rows = Array.from({ length: counts[register.id] ?? 40 }, (_, n) => ({
      ...make(n, pick(firms, n * 37 + 5), given),
      at: new Date(now.getTime() - (60 - n) * 3_600_000),
    }));
    loaded += await loadRegister(db, by, registersSetting, register, rows satisfies readonly { answers: Answers }[]);
  }
  return loaded;
}
