// Corrects an entry of the ledger: the old one is taken back and a new one posted, both stay to be seen.
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '#ui/api.ts';
import type { LedgerEntry } from '#ui/figures/drilldown.tsx';
import { SidePanel } from '#ui/page/side-panel.tsx';
import { ErrorState } from '#ui/page/states.tsx';
import './figures-pages.css';

export function Correction({ entry, onClose }: { entry: LedgerEntry; onClose: () => void }) {
  const client = useQueryClient();
  const [value, setValue] = useState('');
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      await call('POST', `/figures/entries/${entry.id}/correction`, { body: { value: value.trim(), reason: reason.trim() } });
      await client.invalidateQueries({ queryKey: ['figures'] });
      await client.invalidateQueries({ queryKey: ['entries'] });
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <SidePanel title="更正台账记录" width={440} onClose={onClose}>
      <form className="kc-correction" onSubmit={(event) => void send(event)}>
        <p>
          {entry.day} {entry.region} {entry.party}：原值 <b>{entry.value}</b>
          。更正后原记录被冲销，新记录计入同一天，两者都保留；按更正之前某日已知查看时，仍是原值。金额以元填写。
        </p>
        <label>
          更正为
          <input
            className="kc-input"
            inputMode="decimal"
            required
            pattern="-?\d{1,16}(\.\d{1,6})?"
            value={value}
            onChange={(event) => setValue(event.target.value)}
          />
        </label>
        <label>
          理由
          <textarea
            className="kc-input"
            rows={3}
            required
            minLength={4}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        {failure !== null && <ErrorState error={failure} />}
        <button type="submit" className="kc-button kc-button-main" disabled={isBusy}>
          {isBusy ? '正在更正…' : '确认更正'}
        </button>
      </form>
    </SidePanel>
  );
}
