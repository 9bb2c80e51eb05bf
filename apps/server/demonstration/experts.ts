// The demonstration's pool of experts: two hundred invented people of invented institutes, four of whom can sign in with open sheets.
import { addDays } from '#kernel/declare/calendar.ts';
import type { ExpertAccount } from '#modules/accounts/contract.ts';
import type { PastExpert, Tie, TitleLevel } from '#modules/review/contract.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { creditCode } from '#testing/population/codes.ts';
import { personName } from '#testing/population/names.ts';
import { Random } from '#testing/population/random.ts';
import type { Enterprise } from '#testing/population/types.ts';
import { demonstrationCounties } from '#vocabularies/regions/demonstration-city.ts';

const units =
  '澜江理工大学,澜江农业大学,江南材料研究院,东湖电子研究所,省机械科学研究院,省医疗器械检验院,华澜会计师事务所,省环境科学研究院,中南化工研究院,澜江职业技术学院'.split(
    ',',
  );
const fields = ['460', '510', '520', '430', '530', '210', '310', '350', '480', '610', '790', '630'];
const titles: Readonly<Record<TitleLevel, string>> = { SENIOR: '教授', VICE_SENIOR: '副研究员', MIDDLE: '工程师' };
const levels: readonly TitleLevel[] = ['SENIOR', 'SENIOR', 'VICE_SENIOR', 'VICE_SENIOR', 'MIDDLE'];

/** The panel's own fourteen come first, each of a unit of its own; account holders at their head. */
export const PANEL_POOL = 14;

export function demonstrationExperts(
  root: string,
  today: string,
  accounts: readonly ExpertAccount[],
  firms: readonly Enterprise[],
): PastExpert[] {
  const random = new Random(990100, 77);
  const holders = accounts.slice(0, 6);
  return Array.from({ length: 200 }, (_, i): PastExpert => {
    const isInPool = i < PANEL_POOL;
    const holder = i < 4 ? holders[i] : i >= PANEL_POOL && i < PANEL_POOL + 2 ? holders[i - PANEL_POOL + 4] : undefined;
    const unitIndex = isInPool ? 100 + i : i % units.length;
    const unit = isInPool ? `${units[i % units.length]}${['一', '二'][Math.floor(i / units.length)] ?? ''}部` : (units[unitIndex] ?? '');
    const firm = firms[i % firms.length];
    const level = levels[random.bits() % levels.length] ?? 'SENIOR';
    return {
      id: uuidv7(),
      name: holder?.name ?? personName(random),
      unit,
      uscc: creditCode(root, 900_000 + unitIndex),
      region: isInPool || i % 4 === 0 ? '000000' : (demonstrationCounties[i % demonstrationCounties.length]?.code ?? '000000'),
      level,
      title: titles[level],
      disciplines: [fields[i % fields.length] ?? '460', fields[(i * 5 + 3) % fields.length] ?? '520'].filter(
        (code, at, all) => all.indexOf(code) === at,
      ),
      isFinance: i === 3 || (i > PANEL_POOL && i % 17 === 0),
      phone: `139${String(20_000_000 + i * 137).slice(0, 8)}`,
      account: holder?.id ?? null,
      ties: isInPool || firm === undefined ? [] : tiesOf(i, firm, today),
    };
  });
}

/** Every third has some tie with a firm that applies, some of them long past. */
function tiesOf(i: number, firm: Enterprise, today: string): Tie[] {
  const about = { uscc: firm.uscc, unit: firm.name, person: null, generations: null };
  switch (i % 9) {
    case 0:
      return [{ ...about, kind: 'FORMER_UNIT', day: addDays(today, -400) }];
    case 3:
      return [{ ...about, kind: 'CO_PROJECT', day: addDays(today, -700) }];
    case 6:
      return [{ ...about, kind: 'CONSULTANT', day: null }];
    case 7:
      return [{ ...about, kind: 'FORMER_UNIT', day: addDays(today, -1500) }];
    default:
      return [];
  }
}
