// Columns of the list of parties.
import type { ListColumn } from '#ui/list/list-page.tsx';
import { Status } from '#ui/page/status.tsx';
import type { PartyLine } from '../wire.ts';
import type { Names } from './known.tsx';
import { kindNames, scaleNames, statusNames, statusTone, titleTone } from './words.ts';

function Code({ row }: { row: PartyLine }) {
  if (row.uscc === null) return <span className="kc-unknown">—</span>;
  return (
    <span className="rg-code">
      {row.uscc}
      {row.usccCheck === 'warning' && <Status tone="warn">待核对</Status>}
    </span>
  );
}

function Titles({ row }: { row: PartyLine }) {
  if (row.titles.length === 0) return <span className="kc-unknown">—</span>;
  return (
    <span className="rg-titles">
      {row.titles.slice(0, 3).map((title) => (
        <Status key={`${title.kind}${title.label}`} tone={titleTone(title.state)}>
          {title.name}
        </Status>
      ))}
      {row.titles.length > 3 && <span>等 {row.titles.length} 项</span>}
    </span>
  );
}

const expiryOf = (row: PartyLine): string | null =>
  row.titles.flatMap((title) => (title.until === null ? [] : [title.until])).sort()[0] ?? null;

export function partyColumns(names: Names): readonly ListColumn<PartyLine>[] {
  return [
    { key: 'name', title: '名称', value: (row) => row.name, sortable: true, width: 240 },
    { key: 'uscc', title: '统一社会信用代码', render: (row) => <Code row={row} />, sortable: true, width: 190, phone: true },
    { key: 'region', title: '地区', value: (row) => names.region(row.region), phone: true },
    { key: 'titles', title: '有效资质', render: (row) => <Titles row={row} />, phone: true },
    { key: 'expiry', title: '最近到期', kind: 'day', value: expiryOf },
    { key: 'sales', title: '销售收入', kind: 'money', value: (row) => row.sales, sortable: true, phone: true },
    { key: 'rdExpense', title: '研发费用', kind: 'money', value: (row) => row.rdExpense, sortable: true },
    { key: 'staff', title: '职工', kind: 'number', unit: '人', value: (row) => row.staff },
    { key: 'financeYear', title: '财务年度', value: (row) => (row.financeYear === null ? null : String(row.financeYear)), hidden: true },
    { key: 'field', title: '技术领域', value: (row) => names.field(row.field), hidden: true },
    { key: 'industry', title: '行业', value: (row) => names.industry(row.industry), hidden: true },
    {
      key: 'status',
      title: '状态',
      kind: 'status',
      render: (row) => (
        <span className="rg-titles">
          <Status tone={statusTone(row.status)}>{statusNames[row.status] ?? row.status}</Status>
          {row.conflicts > 0 && <Status tone="warn">数据不一致</Status>}
        </span>
      ),
    },
    { key: 'foundedOn', title: '成立日期', kind: 'day', value: (row) => row.foundedOn, sortable: true, hidden: true },
    { key: 'legalPerson', title: '法定代表人', value: (row) => row.legalPerson, hidden: true },
    { key: 'registeredCapital', title: '注册资本', kind: 'money', value: (row) => row.registeredCapital, hidden: true },
    { key: 'scale', title: '规模', value: (row) => (row.scale === null ? null : scaleNames[row.scale]), hidden: true },
    { key: 'kind', title: '类型', value: (row) => kindNames[row.kind], hidden: true },
    { key: 'updatedAt', title: '更新时间', kind: 'instant', value: (row) => row.updatedAt, sortable: true, hidden: true },
  ];
}
