// Fictional sample data for looking at components; nothing of it reaches a server.
import type { Session } from '#ui/session.ts';
import type { NavigationEntry } from '#ui/shell/navigation.ts';
import type { SearchSource } from '#ui/shell/search-sources.ts';
import type { Inbox } from '#ui/shell/shell-parts.tsx';

export const session: Session = {
  account: { id: '1', name: '林知远' },
  office: { kind: 'programme-office', name: '市科技局 高新技术科' },
  root: { code: '990100', name: '澜江市' },
  scope: 'root',
  regions: [],
  party: null,
  permissions: [],
  bureau: '澜江市科学技术局',
  demo: true,
};

export const deskSession: Session = {
  ...session,
  account: { id: '2', name: '周敏' },
  office: { kind: 'enterprise', name: '澜江恒越精密传动有限公司' },
  scope: 'party',
  party: { id: 'p1', name: '澜江恒越精密传动有限公司' },
};

export const navigation: readonly NavigationEntry[] = [
  { area: '今日', label: '今日', href: '/gallery', count: 'today' },
  { area: '主体', label: '企业名录', href: '/gallery/list', keywords: 'qyml' },
  { area: '主体', label: '科研院所', href: '/gallery/empty' },
  { area: '主体', label: '科技人才', href: '/gallery/record' },
  { area: '主体', label: '资质证书', href: '/gallery/loading' },
  { area: '事项', label: '我的待办', href: '/gallery/case', count: 'mine' },
  { area: '事项', label: '批次通知', href: '/gallery/form' },
  { area: '事项', label: '公示异议', href: '/gallery/states', count: 'objections' },
  { area: '评审', label: '评审', href: '/gallery/review-work' },
  { area: '资金', label: '资金', href: '/gallery/money' },
  { area: '市场', label: '市场', href: '/gallery/market' },
  { area: '服务', label: '服务', href: '/gallery/service' },
  { area: '填报', label: '研发统计', href: '/gallery/import', count: 'returns' },
  { area: '填报', label: '年报', href: '/gallery/fields' },
  { area: '指标', label: '指标', href: '/gallery/figures' },
  { area: '报告', label: '报告', href: '/gallery/document' },
  { area: '系统', label: '账号', href: '/gallery/error' },
];

export const counts = { today: 12, mine: 23, objections: 1, returns: 147 };

export const inbox: Inbox = {
  unread: 3,
  href: '/gallery',
  items: [
    { id: '1', title: '澜东区税务局已对“恒越精密传动”出具核查意见', at: '2026-06-12T02:32:00Z', href: '/gallery/case', isRead: false },
    { id: '2', title: '高新技术企业认定第二批将于 2026年6月30日 截止', at: '2026-06-12T00:10:00Z', href: '/gallery', isRead: false },
    { id: '3', title: '5 家企业的研发统计报表已退回补正', at: '2026-06-11T08:00:00Z', href: '/gallery', isRead: true },
  ],
};

export interface Firm {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly region: string;
  readonly field: string;
  readonly income: string | null;
  readonly research: string | null;
  readonly share: string | null;
  readonly staff: number | null;
  readonly expires: string | null;
  readonly status: 'valid' | 'expiring' | 'expired' | 'applying' | 'none';
}

export const REGIONS = [
  '澜东区',
  '澜西区',
  '青岚县',
  '望川县',
  '石桥市',
  '临江高新区',
  '云台县',
  '白鹭区',
  '金沙县',
  '松原县',
  '滨湖经开区',
];
const PLACES = [
  '恒越',
  '云启',
  '启衡',
  '青禾',
  '瑞鼎',
  '博远',
  '星澜',
  '华岳',
  '天工',
  '铭川',
  '凌峰',
  '同创',
  '嘉禾',
  '宏图',
  '明德',
  '晟源',
  '百川',
];
const TRADES = ['精密传动', '新材料', '生物医药', '智能装备', '光电科技', '环境工程', '半导体', '软件技术'];
const FIELDS = ['先进制造与自动化', '新材料', '生物与新医药', '电子信息', '资源与环境', '新能源与节能'];
const STATES = ['valid', 'valid', 'expiring', 'applying', 'none', 'expired'] as const;

/** The same firms each time: numbers come from their place in the list. */
export const firms: readonly Firm[] = Array.from({ length: 237 }, (_, i) => {
  const income = (BigInt((i * 7919 + 1301) % 49_000) + 320n) * 10_000n + BigInt((i * 37) % 10_000);
  const research = (income * BigInt(22 + ((i * 13) % 70))) / 1000n;
  const known = i % 11 !== 5;
  return {
    id: `f${i}`,
    name: `澜江${PLACES[i % PLACES.length]}${TRADES[(i * 3) % TRADES.length]}${i % 4 === 0 ? '股份' : ''}有限公司`,
    code: `9199010${i % 9}MA${String(100000 + ((i * 7793) % 899999))}${'ABCDEFGHJ'[i % 9]}${i % 10}`.slice(0, 18),
    region: REGIONS[(i * 5) % REGIONS.length] ?? '',
    field: FIELDS[(i * 7) % FIELDS.length] ?? '',
    income: known ? income.toString() : null,
    research: known ? research.toString() : null,
    share: known ? `0.0${String(220 + ((i * 13 * 7) % 690)).padStart(3, '0')}` : null,
    staff: known ? 24 + ((i * 53) % 900) : null,
    expires: i % 6 < 3 ? `2026-${String(1 + ((i * 5) % 12)).padStart(2, '0')}-${String(1 + ((i * 11) % 28)).padStart(2, '0')}` : null,
    status: STATES[i % STATES.length] ?? 'none',
  };
});

export const STATUS_WORDS = {
  valid: ['good', '有效'],
  expiring: ['warn', '90 日内到期'],
  expired: ['off', '已失效'],
  applying: ['wait', '申报中'],
  none: ['plain', '未认定'],
} as const;

const wait = (ms: number) => new Promise((done) => window.setTimeout(done, ms));

export const searchSources: readonly SearchSource[] = [
  {
    key: 'firms',
    label: '企业',
    search: async (text) => {
      await wait(120);
      return firms
        .filter((firm) => firm.name.includes(text) || firm.code.includes(text.toUpperCase()))
        .map((firm) => ({ key: firm.id, title: firm.name, hint: `${firm.code}　${firm.region}`, href: '/gallery/record' }));
    },
  },
  {
    key: 'indicators',
    label: '指标',
    search: async (text) =>
      ['有效期内高新技术企业数', '技术合同成交额', '研发经费投入强度']
        .filter((name) => name.includes(text))
        .map((name) => ({ key: name, title: name, hint: '澜江市　2026年5月', href: '/gallery/figures' })),
  },
];
