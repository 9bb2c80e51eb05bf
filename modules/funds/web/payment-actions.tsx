// What may be done with payments that are ticked: approve, refuse, make a pay file, confirm, note what came back.
import { call, download } from '#ui/api.ts';
import { formatMoney } from '#ui/format.ts';
import type { BulkAction, Selection } from '#ui/list/list-page.tsx';
import { paymentStatuses } from '../model/words.ts';
import type { Done, PaymentView, Sent } from '../wire.ts';
import { AskPanel } from './ask-panel.tsx';
import { dayFields, reasonFields, returnFields } from './words.ts';

const among = (selection: Selection<PaymentView>, ...statuses: readonly string[]): readonly PaymentView[] =>
  selection.kind === 'rows' ? selection.rows.filter(({ status }) => statuses.includes(status)) : [];

const howMuch = (rows: readonly PaymentView[]): string =>
  `${rows.length} 笔共${formatMoney(rows.reduce((sum, { amount }) => sum + Number(amount), 0))}`;

const meant = (rows: readonly PaymentView[]) => rows.map(({ id, version }) => ({ id, version }));

const post = async (path: string, body: object): Promise<string> => (await call<Done>('POST', path, { body })).says;

const none = (statuses: readonly (keyof typeof paymentStatuses)[]): string =>
  `所选拨付中没有“${statuses.map((status) => paymentStatuses[status]).join('”或“')}”的。`;

export const approving: BulkAction<PaymentView> = {
  key: 'approve',
  label: '审定',
  consequence: (selection) => {
    const rows = among(selection, 'proposed');
    const own = rows.filter(({ isOwnProposal }) => isOwnProposal).length;
    return `将审定 ${howMuch(rows)}，转财政支付${own > 0 ? `；其中 ${own} 笔由您提出，须由他人审定` : ''}`;
  },
  run: async (selection) => {
    const rows = among(selection, 'proposed');
    return rows.length === 0 ? none(['proposed']) : post('/funds/payments/approve', { payments: meant(rows) });
  },
};

export const refusing: BulkAction<PaymentView> = {
  key: 'refuse',
  label: '不同意',
  danger: true,
  consequence: (selection) => `将不同意 ${selection.count} 笔`,
  run: () => Promise.reject(new Error('The reason is asked in a panel')),
  ask: (selection, close) => {
    const rows = among(selection, 'proposed', 'approved');
    return (
      <AskPanel
        title="不同意拨付"
        consequence={`将不同意 ${howMuch(rows)}，经办人核实后可重新提出。`}
        send="确认不同意"
        isGrave
        fields={reasonFields('理由')}
        run={({ why }) => post('/funds/payments/refuse', { payments: meant(rows), why })}
        onClose={close}
      />
    );
  },
};

export const sending: BulkAction<PaymentView> = {
  key: 'send',
  label: '生成付款文件',
  consequence: (selection) => `将把 ${howMuch(among(selection, 'approved'))} 做成一份付款文件并下载，含完整账号，请妥善保管`,
  run: async (selection) => {
    const rows = among(selection, 'approved');
    if (rows.length === 0) return none(['approved']);
    const sent = await call<Sent>('POST', '/funds/pay-files', { body: { payments: meant(rows) } });
    await download(`/funds/pay-files/${sent.file}/download`);
    return sent.says;
  },
};

const confirming = (today: string): BulkAction<PaymentView> => ({
  key: 'confirm',
  label: '确认到账',
  consequence: (selection) => `将确认 ${selection.count} 笔到账`,
  run: () => Promise.reject(new Error('The day is asked in a panel')),
  ask: (selection, close) => {
    const rows = among(selection, 'sent');
    return (
      <AskPanel
        title="确认到账"
        consequence={`将确认 ${howMuch(rows)} 已由银行支付，指标执行数同步更新。`}
        send="确认到账"
        fields={dayFields('到账日期')}
        initial={{ day: today }}
        run={({ day }) => post('/funds/payments/confirm', { payments: meant(rows), day })}
        onClose={close}
      />
    );
  },
});

const returning = (today: string): BulkAction<PaymentView> => ({
  key: 'return',
  label: '登记退票',
  danger: true,
  consequence: (selection) => `将登记 ${selection.count} 笔退票`,
  run: () => Promise.reject(new Error('The reason is asked in a panel')),
  ask: (selection, close) => {
    const rows = among(selection, 'sent', 'paid');
    return (
      <AskPanel
        title="登记退票"
        consequence={`将登记 ${howMuch(rows)} 退票：已确认到账的作冲销，资金回到承诺，核实账户后可重新拨付。`}
        send="登记退票"
        isGrave
        fields={returnFields}
        initial={{ day: today }}
        run={({ day, why }) => post('/funds/payments/return', { payments: meant(rows), day, why })}
        onClose={close}
      />
    );
  },
});

export const settling = (today: string): readonly BulkAction<PaymentView>[] => [sending, confirming(today), returning(today)];
