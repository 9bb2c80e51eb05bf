// Takes a spreadsheet of experts in: drop it, look at what was understood and what is wrong, write.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, download, messageOf, upload } from '#ui/api.ts';
import { ImportPage, type ImportReport, type ImportState } from '#ui/importing/import-page.tsx';
import { AppLink } from '#ui/link.tsx';

interface Line {
  readonly row: number;
  readonly name: string;
  readonly unit: string;
}

interface DryRun {
  readonly sha256: string;
  readonly sheet: string;
  readonly columns: readonly { readonly header: string; readonly meaning: string }[];
  readonly unknown: readonly string[];
  readonly faults: readonly { readonly address: string; readonly message: string }[];
  readonly faultyRows: number;
  readonly added: readonly Line[];
  readonly changed: readonly Line[];
}

function reportOf(fileName: string, read: DryRun): ImportReport {
  const change =
    (kind: 'new' | 'changed') =>
    ({ row, name, unit }: Line) => ({
      key: String(row),
      title: name,
      kind,
      matchedBy: `第 ${row} 行`,
      fields: [{ label: '工作单位', before: null, after: unit }],
    });
  return {
    fileName,
    sheet: read.sheet,
    rows: read.added.length + read.changed.length + read.faultyRows,
    columns: [
      ...read.columns.map(({ header, meaning }) => ({ header, field: meaning, examples: [] })),
      ...read.unknown.map((header) => ({ header, field: null, examples: [] })),
    ],
    faults: read.faults.map(({ address, message }) => ({ where: address, message })),
    faultCount: read.faults.length,
    faultyRows: read.faultyRows,
    changes: [...read.added.map(change('new')), ...read.changed.map(change('changed'))].slice(0, 100),
    counts: { new: read.added.length, changed: read.changed.length, same: 0 },
  };
}

export default function ImportExperts() {
  const client = useQueryClient();
  const [state, setState] = useState<ImportState>({ step: 'choose' });
  const [read, setRead] = useState<DryRun | undefined>();
  const onFile = async (file: File) => {
    setState({ step: 'reading', fileName: file.name, share: 0 });
    try {
      const onProgress = (share: number) => setState({ step: 'reading', fileName: file.name, share });
      const dry = await upload<DryRun>('/review/expert-sheets', file, { onProgress });
      setRead(dry);
      setState({ step: 'report', report: reportOf(file.name, dry) });
    } catch (error) {
      setState({ step: 'choose', failure: messageOf(error) });
    }
  };
  const onWrite = async () => {
    if (read === undefined || state.step !== 'report') return;
    const { report } = state;
    setState({ step: 'writing', report, share: null });
    try {
      const body = { sha256: read.sha256, skipFaulty: read.faultyRows > 0 };
      const { added, changed, skipped } = await call<{ added: number; changed: number; skipped: number }>(
        'POST',
        '/review/expert-sheets/import',
        { body },
      );
      void client.invalidateQueries({ queryKey: ['list', 'review.experts'] });
      const left = skipped > 0 ? `${skipped} 行有问题未导入，请改正后再次导入。` : '';
      setState({ step: 'done', report, summary: `已新增 ${added} 人，更新 ${changed} 人。${left}`, undo: 'closed' });
    } catch (error) {
      setState({ step: 'report', report, failure: messageOf(error) });
    }
  };
  return (
    <ImportPage
      title="导入评审专家"
      parent={{ label: '评审专家', href: '/experts' }}
      lead="按姓名和单位代码对应已有专家：没有的新增，已有的更新；表中没有填写的保持不变。"
      state={state}
      onFile={(file) => void onFile(file)}
      onTemplate={() => void download('/review/expert-template')}
      onWrite={() => void onWrite()}
      onRestart={() => setState({ step: 'choose' })}
      doneHref={<AppLink href="/experts">查看评审专家</AppLink>}
    />
  );
}
