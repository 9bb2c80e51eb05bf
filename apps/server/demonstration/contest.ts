// Loads the demonstration's contest: a call, entries at several steps, and of one of them the events that convened its panel.
import { catalogue } from '#catalogue/index.ts';
import { addDays } from '#kernel/declare/calendar.ts';
import type { Dossier } from '#kernel/declare/dossier.ts';
import { type CallRow, casePostings, type PastCase } from '#modules/casework/contract.ts';
import type { PastEntry } from '#modules/figures/contract.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import type { Enterprise } from '#testing/population/types.ts';
import { regionShortName } from '#vocabularies/regions/regions.ts';
import { eventsOf, submitted } from './history.ts';

export const contest = catalogue.programmes.find(({ id }) => id === 'innovation-contest');

const at = (day: string, time: string): Date => new Date(`${day}T${time}+08:00`);

const projects = [
  ['高精度微流控检测芯片', '面向基层医疗即时检测，检测时间由两小时缩短到十五分钟。'],
  ['轻量化新能源车电驱壳体', '以一体化压铸替代焊接，减重百分之十八。'],
  ['水稻病虫害遥感监测', '用多光谱影像和田间传感器提前七日预警。'],
  ['工业视觉缺陷检测平台', '小样本学习，换线调试由三天缩短到半天。'],
  ['可降解农用地膜', '降解周期可控，成本接近普通地膜。'],
  ['储能电站热失控预警', '以电化学阻抗在线识别早期失效。'],
  ['特色中药饮片溯源', '从种植到煎煮的全程质量记录。'],
  ['高温合金粉末制备', '球形度和氧含量达到增材制造要求。'],
] as const;

/** Answers of a made-up project. */
export function answersOf(firm: Enterprise, index: number): Record<string, unknown> {
  const [projectName, abstract] = projects[index % projects.length] ?? projects[0];
  return {
    projectName,
    group: index % 2 === 0 ? 'STARTUP' : 'GROWTH',
    abstract,
    technology: '核心技术为自主研发，已申请发明专利两件，样机通过第三方检测，正在进行小批量试制。本项目为演示数据，均为虚构。',
    business: '以设备和耗材销售为主，辅以检测服务；首年面向省内用户，第二年拓展到周边省份。',
    market: '目标市场年需求约十亿元，同类产品以进口为主，本项目在价格和交货期上有优势。',
    budget: index === 0 ? '1800000' : '800000',
    income: String(3_000_000 + index * 1_700_000),
    hasSmeNumber: true,
    leader: { name: firm.legalPerson },
    team: [
      { name: firm.legalPerson, role: '项目负责人', education: '博士' },
      { name: '研发人员', role: '结构设计', education: '硕士' },
    ],
  };
}

export interface Contest {
  readonly call: CallRow;
  readonly cases: readonly PastCase[];
  readonly entries: readonly PastEntry[];
  readonly series: readonly [string, number];
}

export interface ConvenedPanel {
  readonly panel: string;
  readonly size: number;
  readonly reserve: number;
  readonly seed: string;
  readonly dueOn: string;
}

/** The first entry stands before the panel; four more wait for one, three wait for their county. */
export function contestOf(
  root: string,
  dossier: Dossier,
  today: string,
  firms: readonly { firm: Enterprise; party: string }[],
  panel: ConvenedPanel,
): Contest {
  const year = Number(today.slice(0, 4));
  const opens = addDays(today, -40);
  const call: CallRow = {
    id: uuidv7(),
    root,
    programme: 'innovation-contest',
    dossier: dossier.id,
    year,
    name: `${year}年创新创业大赛`,
    opens_at: at(opens, '09:00:00'),
    closes_at: at(addDays(today, 20), '18:00:00'),
    budget: null,
    quota: null,
    parameters: {},
    guide: '一、参赛对象：取得科技型中小企业入库登记编号的企业。\n二、评审：随机抽取七名专家评分。\n三、说明：本批次为演示数据，均为虚构。',
    status: 'published',
    version: 1,
    created_at: at(addDays(opens, -10), '10:00:00'),
    updated_at: at(addDays(opens, -5), '10:00:00'),
  };
  const cases = firms.map(({ firm, party }, i): PastCase => {
    const answers = answersOf(firm, i);
    const sent = addDays(today, -20 + (i % 5));
    const passed = { stage: 'check', verb: 'pass', office: 'county-office' as const, day: addDays(today, -6), data: { note: '材料齐全' } };
    const convened = { stage: 'review', verb: 'convene', office: 'city-office' as const, day: addDays(today, -1), data: { ...panel } };
    const steps = [...submitted(sent, answers), ...(i < 5 ? [passed] : []), ...(i === 0 ? [convened] : [])];
    const events = eventsOf(steps, regionShortName(firm.region));
    return {
      row: {
        id: uuidv7(),
        root,
        region: firm.region,
        programme: 'innovation-contest',
        dossier: dossier.id,
        call: call.id,
        party,
        party_name: firm.name,
        party_uscc: firm.uscc ?? '',
        number: `${year}${firm.region}D${String(i + 1).padStart(5, '0')}`,
        answers,
        created_at: at(sent, '09:00:00'),
        updated_at: at(today, '08:00:00'),
      },
      events,
    };
  });
  const entries = cases.flatMap(({ row, events }) =>
    contest === undefined
      ? []
      : casePostings(contest, dossier.id, events, row.answers).flatMap((posting): PastEntry[] => {
          const event = events[posting.seq - 1];
          return event === undefined
            ? []
            : [{ ...posting, region: row.region, party: row.party, sourceKind: 'case', sourceId: row.id, postedAt: new Date(event.at) }];
        }),
  );
  return { call, cases, entries, series: [`case:innovation-contest:${dossier.id}:${year}`, cases.length] };
}
