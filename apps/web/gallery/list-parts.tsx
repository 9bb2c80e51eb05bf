// The list page in all its states, with fictional firms.
import { Button } from 'antd';
import { ApiError } from '#ui/api.ts';
import { compare, readDecimal } from '#ui/decimal.ts';
import { formatMoney } from '#ui/format.ts';
import { type ListColumn, type ListFilter, ListPage, type ListView, type PageRequest } from '#ui/list/list-page.tsx';
import { Status } from '#ui/page/status.tsx';
import { isRange } from '#ui/url-state.ts';
import { type Firm, firms, REGIONS, STATUS_WORDS } from './sample.ts';

const columns: readonly ListColumn<Firm>[] = [
  { key: 'name', title: '企业名称', value: (firm) => firm.name, sortable: true },
  {
    key: 'status',
    title: '高企资格',
    kind: 'status',
    render: (firm) => <Status tone={STATUS_WORDS[firm.status][0]}>{STATUS_WORDS[firm.status][1]}</Status>,
  },
  { key: 'region', title: '所在地', value: (firm) => firm.region },
  { key: 'field', title: '技术领域', value: (firm) => firm.field },
  { key: 'income', title: '营业收入', kind: 'money', value: (firm) => firm.income, sortable: true },
  { key: 'research', title: '研发费用', kind: 'money', value: (firm) => firm.research, sortable: true },
  { key: 'share', title: '研发占比', kind: 'percent', value: (firm) => firm.share, sortable: true },
  { key: 'staff', title: '职工', unit: '人', kind: 'number', value: (firm) => firm.staff, sortable: true },
  { key: 'expires', title: '证书到期', kind: 'day', value: (firm) => firm.expires, sortable: true },
  { key: 'code', title: '统一社会信用代码', value: (firm) => firm.code, hidden: true },
];

const filters: readonly ListFilter[] = [
  { key: 'name', label: '企业名称或信用代码', kind: 'text', pinned: true },
  { key: 'region', label: '所在地', kind: 'region', pinned: true, options: REGIONS.map((name) => ({ value: name, label: name })) },
  {
    key: 'status',
    label: '高企资格',
    kind: 'choice',
    pinned: true,
    options: Object.entries(STATUS_WORDS).map(([value, [, label]]) => ({ value, label })),
  },
  { key: 'income', label: '营业收入', kind: 'number-range', unit: '万元' },
  { key: 'expires', label: '证书到期', kind: 'date-range' },
  { key: 'listed', label: '上市挂牌', kind: 'yes-no' },
];

const views: readonly ListView[] = [
  { key: 'all', label: '全部企业', filters: {} },
  { key: 'valid', label: '有效高企', filters: { status: ['valid', 'expiring'] } },
  { key: 'expiring', label: '即将到期', filters: { status: ['expiring'] } },
  { key: 'applying', label: '正在申报', filters: { status: ['applying'] } },
];

function orderOf(key: string, firm: Firm): string {
  const value = columns.find((column) => column.key === key)?.value?.(firm);
  return value === null || value === undefined ? '' : String(value);
}

function byKey(key: string): (a: Firm, b: Firm) => number {
  return (a, b) => {
    const [left, right] = [orderOf(key, a), orderOf(key, b)];
    const [x, y] = [readDecimal(left), readDecimal(right)];
    return x && y ? compare(x, y) : left.localeCompare(right, 'zh-CN');
  };
}

async function fetchPage({ filters: chosen, sort, after, limit }: PageRequest) {
  await new Promise((done) => window.setTimeout(done, 150));
  const kept = firms.filter((firm) => {
    const { name, region, status, income } = chosen;
    if (typeof name === 'string' && !firm.name.includes(name) && !firm.code.includes(name)) return false;
    if (Array.isArray(region) && !region.includes(firm.region)) return false;
    if (Array.isArray(status) && !status.includes(firm.status)) return false;
    if (income !== undefined && isRange(income)) {
      const wan = firm.income === null ? null : Number(firm.income) / 10_000;
      if (wan === null || (income.from !== null && wan < Number(income.from)) || (income.to !== null && wan > Number(income.to)))
        return false;
    }
    return true;
  });
  const sorted = sort ? [...kept].sort(byKey(sort.key)) : kept;
  if (sort?.direction === 'desc') sorted.reverse();
  const start = after === undefined ? 0 : Number(after);
  const next = start + limit < sorted.length ? String(start + limit) : null;
  return { rows: sorted.slice(start, start + limit), next, total: sorted.length };
}

function FirmPanel({ firm }: { firm: Firm | undefined }) {
  if (!firm) return <p>这家企业不在本页。</p>;
  return (
    <p>
      {firm.region}，{firm.field}；营业收入 {formatMoney(firm.income)}，研发费用 {formatMoney(firm.research)}。
    </p>
  );
}

export function ListPart() {
  return (
    <ListPage<Firm>
      name="gallery.firms"
      title="企业名录"
      lead="全市入库企业；收入与研发费用取自上一年度年报。"
      actions={
        <>
          <Button type="primary">登记企业</Button>
          <Button>导入</Button>
        </>
      }
      columns={columns}
      filters={filters}
      views={views}
      fetchCounts={async () => ({ all: 237, valid: 119, expiring: 40, applying: 39 })}
      rowKey={(firm) => firm.id}
      fetchPage={fetchPage}
      rowHref={() => '/gallery/record'}
      panelTitle={(_key, firm) => firm?.name ?? '企业'}
      renderPanel={(_key, firm) => <FirmPanel firm={firm} />}
      counter="家"
      bulkActions={[
        {
          key: 'remind',
          label: '发送提醒',
          onAll: true,
          consequence: (selection) => `将向 ${selection.count} 家企业发送到期提醒，企业会在“我的办件”和短信中收到。`,
          run: async (selection) => `已向 ${selection.count} 家企业发送提醒；未读的三日后自动再提醒一次。`,
        },
      ]}
      onExport={async () => {}}
    />
  );
}

export function EmptyPart() {
  return (
    <ListPage<Firm>
      name="gallery.empty"
      title="科研院所"
      columns={columns}
      rowKey={(firm) => firm.id}
      fetchPage={async () => ({ rows: [], next: null, total: 0 })}
      empty={{ title: '还没有登记科研院所', how: '可逐家登记，或下载 Excel 模板填好后导入；导入前会先核对，确认后才写入。' }}
      actions={<Button type="primary">登记院所</Button>}
    />
  );
}

export function NoMatchPart() {
  return (
    <ListPage<Firm>
      name="gallery.nomatch"
      title="企业名录"
      columns={columns}
      filters={filters}
      views={[{ key: 'late', label: '逾期未报', filters: { region: ['澜东区'] } }]}
      rowKey={(firm) => firm.id}
      fetchPage={async () => ({ rows: [], next: null, total: 0 })}
    />
  );
}

export function ErrorPart() {
  return (
    <ListPage<Firm>
      name="gallery.error"
      title="企业名录"
      columns={columns}
      filters={filters}
      rowKey={(firm) => firm.id}
      fetchPage={() => Promise.reject(new ApiError(500, 'BROKEN', '服务器出现故障，已记录；请稍后再试，仍不行请联系管理员。'))}
    />
  );
}

export function LoadingPart() {
  return (
    <ListPage<Firm>
      name="gallery.loading"
      title="企业名录"
      columns={columns}
      filters={filters}
      views={views}
      rowKey={(firm) => firm.id}
      fetchPage={() => new Promise(() => {})}
    />
  );
}
