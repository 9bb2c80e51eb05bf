// The form of a row: for a new one, and for changes over the version that was seen; personal answers are asked for apart.
import { useQueryClient } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import { type Entries, EntryForm } from '#ui/form/entry-form.tsx';
import type { RowDetail } from '../wire.ts';
import { refreshRegisters, type ShownRegister } from './queries.ts';
import { RowSources } from './sources.tsx';

interface RowFormProps {
  readonly register: ShownRegister;
  /** Absent for a new row. */
  readonly row?: RowDetail;
  /** Full personal answers, once a reason was given; without them those fields are not shown. */
  readonly revealed?: Entries;
  readonly onDone: (row: RowDetail) => void;
  readonly onCancel: () => void;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

export function RowForm({ register, row, revealed, onDone, onCancel }: RowFormProps) {
  const client = useQueryClient();
  const all = register.form.pages.flatMap((page) => page.fields);
  const fields = row === undefined || revealed !== undefined ? all : all.filter(({ key }) => !row.personal.includes(key));
  const initial: Entries = row === undefined ? register.firstAnswers : { ...row.answers, ...revealed };
  const run = async (entries: Entries): Promise<string> => {
    const given = fields.filter(({ kind }) => kind !== 'derived').map(({ key }) => [key, entries[key] ?? null] as const);
    const saved =
      row === undefined
        ? await call<RowDetail>('POST', `/registers/lists/${register.id}/rows`, {
            body: { answers: Object.fromEntries(given.filter(([, value]) => value !== null)) },
          })
        : await call<RowDetail>('PUT', `/registers/rows/${row.id}`, {
            body: { version: row.version, patch: Object.fromEntries(given.filter(([key, value]) => !same(value, initial[key]))) },
          });
    await refreshRegisters(client);
    onDone(saved);
    return row === undefined ? `已登记“${saved.title}”。` : `已保存“${saved.title}”，修改经过已记录。`;
  };
  return (
    <RowSources>
      <EntryForm
        label={row === undefined ? '登记内容' : '修改'}
        fields={fields}
        initial={initial}
        columns={2}
        send={row === undefined ? '登记' : '保存'}
        run={run}
        onDone={() => {}}
        onCancel={onCancel}
      />
    </RowSources>
  );
}
