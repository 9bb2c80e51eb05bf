// Records of a row for each year: shown newest first, added for a year that has none, changed over the version that was seen.
import { useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { formOfView } from '#kernel/faces/form-view.ts';
import { printAnswers } from '#kernel/faces/print.ts';
import { call } from '#ui/api.ts';
import { AnswerSheet } from '#ui/form/answer-sheet.tsx';
import { EntryForm } from '#ui/form/entry-form.tsx';
import { formatInstant } from '#ui/format.ts';
import { Section } from '#ui/record/fact-list.tsx';
import type { RowDetail, YearView } from '../wire.ts';
import { refreshRegisters, type ShownRegister } from './queries.ts';
import { RowSources } from './sources.tsx';
import './registers.css';

type Yearly = NonNullable<ShownRegister['yearly']>;

function YearForm({
  yearly,
  row,
  year,
  known,
  onClose,
}: {
  yearly: Yearly;
  row: RowDetail;
  year: number;
  known: YearView | undefined;
  onClose: () => void;
}) {
  const client = useQueryClient();
  return (
    <RowSources>
      <EntryForm
        label={`${year} 年${yearly.name}`}
        fields={yearly.form.pages.flatMap((page) => page.fields)}
        initial={known?.answers ?? {}}
        columns={2}
        send="保存"
        run={async (answers) => {
          await call('PUT', `/registers/rows/${row.id}/years/${year}`, { body: { version: known?.version ?? 0, answers } });
          await refreshRegisters(client);
          return `已保存 ${year} 年${yearly.name}。`;
        }}
        onDone={onClose}
        onCancel={onClose}
      />
    </RowSources>
  );
}

const thisYear = new Date().getFullYear();

export function Years({ yearly, row }: { yearly: Yearly; row: RowDetail }) {
  const [editing, setEditing] = useState<number | undefined>();
  const taken = new Set(row.years.map(({ year }) => year));
  const free = Array.from({ length: 15 }, (_, back) => thisYear - back).filter((year) => !taken.has(year));
  const form = formOfView(yearly.form);
  return (
    <>
      {row.mayEdit && editing === undefined && (
        <Select
          aria-label="登记哪一年"
          placeholder={`登记一年的${yearly.name}`}
          style={{ width: 220, marginBottom: 12 }}
          value={null}
          options={free.map((year) => ({ value: year, label: `${year} 年` }))}
          onChange={(year: number | null) => setEditing(year ?? undefined)}
        />
      )}
      {editing !== undefined && (
        <YearForm
          key={editing}
          yearly={yearly}
          row={row}
          year={editing}
          known={row.years.find(({ year }) => year === editing)}
          onClose={() => setEditing(undefined)}
        />
      )}
      {row.years.length === 0 && <p className="kc-none">还没有登记{yearly.name}</p>}
      {row.years.map((each) => (
        <div key={each.year} className="rs-year">
          <Section
            title={`${each.year} 年`}
            note={`${each.updatedBy} ${formatInstant(each.updatedAt)}`}
            action={
              row.mayEdit && (
                <Button size="small" onClick={() => setEditing(each.year)}>
                  修改
                </Button>
              )
            }
          >
            <AnswerSheet pages={printAnswers(form, each.answers)} />
          </Section>
        </div>
      ))}
    </>
  );
}
