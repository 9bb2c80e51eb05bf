// Work reports of the demonstration: last year's signed and laid open, this year's half year and one county's too, and this year's as a draft at work.
import { sql, type Transaction } from 'kysely';
import { addDays } from '#kernel/declare/calendar.ts';
import { loadWorkReports, type PastWork, type Person } from '#modules/reports/seeds.ts';
import { demonstrationCounties } from '#vocabularies/regions/demonstration-city.ts';
import { reportsSetting } from '../settings.ts';
import { countyTexts, draftTexts, halfTexts, type Text, yearTexts } from './work-report-texts.ts';

const logins = ['guihua', 'gaoxin', 'pingtai', 'juzhang', 'fujuzhang'] as const;
type Login = (typeof logins)[number] | 'county';

const zone = demonstrationCounties.find(({ short }) => short === '高新区')?.code ?? '';

async function people(db: Transaction<unknown>, root: string): Promise<Readonly<Record<Login, Person>>> {
  const { rows } = await sql<{ login: string; account: string; name: string }>`
    select login, id as account, name from accounts.account where root = ${root} and login = any(${[...logins, `kj${zone}`]}::text[])`.execute(
    db,
  );
  const of = (login: string): Person => {
    const found = rows.find((row) => row.login === login);
    if (found === undefined) throw new Error(`the demonstration has no account ${login}`);
    return { account: found.account, name: found.name };
  };
  const city = Object.fromEntries(logins.map((login) => [login, of(login)])) as Record<(typeof logins)[number], Person>;
  return { ...city, county: of(`kj${zone}`) };
}

const at = (day: string, time: string): Date => new Date(`${day}T${time}+08:00`);

type By = Readonly<Record<Login, Person>>;
const writings = (texts: readonly Text[], by: By, fallback: Login, days: readonly [string, string]): PastWork['writings'] =>
  texts.map(({ section, body, by: who, isLater }, index) => ({
    section,
    body,
    by: by[who ?? fallback],
    at: at(isLater === true ? days[1] : days[0], `1${index % 7}:${String(10 + index).padStart(2, '0')}:00`),
  }));

/** The last year whose report is out, and the half year before today. */
function yearsOf(today: string): { readonly year: number; readonly half: number } {
  const now = Number(today.slice(0, 4));
  return { year: today > `${now}-01-31` ? now - 1 : now - 2, half: today > `${now}-07-20` ? now : now - 1 };
}

/** Days before today on which people worked on the draft. */
const draftDays = (today: string): readonly [string, string] => [addDays(today, -4), addDays(today, -2)];

export async function seedWorkReports(db: Transaction<unknown>, root: string, today: string): Promise<number> {
  const by = await people(db, root);
  const { year, half } = yearsOf(today);
  const next = year + 1;
  const [first, later] = draftDays(today);
  const works: PastWork[] = [
    {
      ...{ year, kind: 'county', region: zone, comments: [], begun: { by: by.county, at: at(`${next}-01-12`, '09:20:00') } },
      writings: writings(countyTexts, by, 'county', [`${next}-01-13`, `${next}-01-15`]),
      signed: { by: by.county, at: at(`${next}-01-20`, '15:30:00') },
    },
    {
      ...{ year, kind: 'annual', region: root, begun: { by: by.guihua, at: at(`${next}-01-16`, '09:05:00') } },
      writings: writings(yearTexts(next), by, 'guihua', [`${next}-01-19`, `${next}-01-22`]),
      comments: [
        {
          ...{ section: '工作亮点', body: '众创空间一条请补上考核结果。', by: by.fujuzhang, at: at(`${next}-01-21`, '16:40:00') },
          settled: { by: by.guihua, at: at(`${next}-01-22`, '10:15:00') },
        },
      ],
      signed: { by: by.juzhang, at: at(`${next}-01-27`, '17:10:00') },
      releasedOn: `${next}-01-30`,
    },
    {
      ...{ year: half, kind: 'half', region: root, comments: [], begun: { by: by.guihua, at: at(`${half}-07-03`, '09:30:00') } },
      writings: writings(halfTexts, by, 'guihua', [`${half}-07-06`, `${half}-07-07`]),
      signed: { by: by.juzhang, at: at(`${half}-07-10`, '11:00:00') },
      releasedOn: `${half}-07-14`,
    },
    {
      ...{ year: next, kind: 'annual', region: root, begun: { by: by.guihua, at: at(first, '09:00:00') } },
      writings: writings(draftTexts(next), by, 'guihua', [first, later]),
      comments: [
        {
          ...{
            section: '工作亮点',
            body: '揭榜挂帅写得太笼统，请补充解决了哪家企业的什么难题。',
            by: by.juzhang,
            at: at(later, '17:05:00'),
          },
        },
        {
          ...{ section: '存在问题', body: '推荐进度慢的原因请高新处核实后再写。', by: by.fujuzhang, at: at(first, '18:00:00') },
          settled: { by: by.gaoxin, at: at(later, '18:20:00') },
        },
      ],
    },
  ];
  return loadWorkReports(db, reportsSetting, root, works);
}
