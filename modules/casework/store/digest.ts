// What waits for each office on a morning: new since the working day before, due within two working days, late.
import { sql, type Transaction } from 'kysely';
import { addDays, addWorkdays, type Calendar } from '#kernel/declare/calendar.ts';
import type { OfficeDigest } from '#modules/correspondence/contract.ts';

function workdayBefore(calendar: Calendar, day: string): string {
  const before = addDays(day, -1);
  return calendar.isWorkday(before) ? before : workdayBefore(calendar, before);
}

/** Offices of the city see all counties, so their cases are told of together. */
export const caseDigest =
  (calendar: Calendar) =>
  async (db: Transaction<unknown>, root: string, today: string): Promise<readonly OfficeDigest[]> => {
    const { rows } = await sql<Omit<OfficeDigest, 'href'>>`
      select w.office as "officeKind", case when w.office like 'county-%' then c.region else c.root end as region,
        (count(*) filter (where c.entered_on >= ${workdayBefore(calendar, today)}))::integer as arrived,
        (count(*) filter (where c.due_on between ${today} and ${addWorkdays(calendar, today, 2)}))::integer as "dueSoon",
        (count(*) filter (where c.due_on < ${today}))::integer as overdue
      from casework.cases c cross join lateral unnest(c.waiting) as w(office)
      where c.root = ${root} and c.status = 'open' and w.office not in ('applicant', 'issuer', 'expert', 'public', 'system')
      group by 1, 2 order by 1, 2`.execute(db);
    return rows.map((row) => ({ ...row, href: '/casework/cases?view=mine' }));
  };
