// The pay file for the bank: whole account numbers as text, totals, and a digest that the audit trail keeps.
import { byOf } from '#modules/registry/contract.ts';
import { sm3 } from '#platform/crypto/digest.ts';
import { type Action, action, type Download } from '#platform/http/action.ts';
import { type SheetColumn, workbookBytes } from '#platform/sheets/sheets.ts';
import { sayMoney } from '../model/money.ts';
import type { FundsSetting } from '../setting.ts';
import { accountPlace } from '../store/accounts.ts';
import { keepDigest, paymentsOfFile } from '../store/settle-payments.ts';
import { IdParams } from '../wire.ts';

const columns: readonly SheetColumn[] = [
  { key: 'no', header: '序号', kind: 'integer' },
  { key: 'number', header: '拨付单号', kind: 'code' },
  { key: 'payee', header: '收款户名', kind: 'text', width: 36 },
  { key: 'account', header: '收款账号', kind: 'code', width: 28 },
  { key: 'bank', header: '开户银行', kind: 'text', width: 36 },
  { key: 'amount', header: '金额', kind: 'money', unit: '元' },
  { key: 'purpose', header: '用途', kind: 'text', width: 40 },
];

export const payFileActions = ({ seal }: FundsSetting): Action[] => [
  action({
    id: 'funds.download-pay-file',
    method: 'GET',
    path: '/funds/pay-files/:id/download',
    summary: '下载付款文件（含完整账号），留下审计记录',
    permission: 'funds/payment:confirm',
    params: IdParams,
    writes: true,
    rate: 30,
    handle: async (context, { params }): Promise<Download> => {
      const rows = await paymentsOfFile(context.db, params.id);
      const [{ file_number: number = '', file_total: total = '0' } = {}] = rows;
      const payments = rows.map((row, index) => ({
        no: index + 1,
        number: row.number,
        payee: row.party_name,
        account: seal.open(row.sealed, accountPlace),
        bank: row.bank,
        amount: row.amount,
        purpose: row.purpose,
      }));
      const sum = { no: null, number: null, payee: '合计', account: null, bank: `${rows.length} 笔`, amount: total, purpose: null };
      const content = await workbookBytes([{ name: '付款明细', title: `付款文件 ${number}`, columns, rows: [...payments, sum] }], {
        notes: [
          `付款文件：${number}`,
          `笔数：${rows.length}；合计：${total}元（${sayMoney(total)}）`,
          `下载：${context.today} ${byOf(context).name}`,
          '收款户名须与单位名称一致；账号为文本，请勿改为数值。',
        ],
      });
      const digest = sm3(content);
      await keepDigest(context.db, params.id, digest);
      await context.trail(
        `下载付款文件 ${number}，${rows.length} 笔共${sayMoney(total)}`,
        { kind: 'pay-file', id: params.id },
        { sm3: digest },
      );
      return {
        kind: 'download',
        fileName: `付款文件-${number}.xlsx`,
        contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        content,
      };
    },
  }),
];
