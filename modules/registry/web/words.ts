// Words and tones in which pages speak of parties.
import type { Tone } from '#ui/page/status.tsx';

export const kindNames = { enterprise: '企业', institution: '机构', person: '个人' } as const;
export const statusNames: Readonly<Record<string, string>> = {
  active: '存续',
  moved: '迁出',
  cancelled: '注销',
  revoked: '吊销',
  merged: '已合并',
};
export const scaleNames = { large: '大型', medium: '中型', small: '小型', micro: '微型' } as const;
export const levelNames = { NATIONAL: '国家级', PROVINCIAL: '省级', MUNICIPAL: '市级', COUNTY: '县级' } as const;
export const dutyNames = {
  principal: '法定代表人',
  manager: '负责人',
  liaison: '联系人',
  finance: '财务负责人',
  technology: '技术负责人',
} as const;

export const statusTone = (status: string): Tone => (status === 'active' ? 'good' : 'off');

const titleTones: Readonly<Record<string, Tone>> = {
  coming: 'wait',
  valid: 'good',
  expiring: 'warn',
  expired: 'off',
  revoked: 'bad',
  superseded: 'off',
};
export const titleTone = (state: string): Tone => titleTones[state] ?? 'plain';

export const codeCheckWords: Readonly<Record<string, string>> = { ok: '校验通过', warning: '校验位不符，待核对', confirmed: '人工确认' };

/** `2025-01-10 至 2028-01-09`. */
export const periodWords = (from: string, until: string | null): string => (until === null ? `${from} 起` : `${from} 至 ${until}`);
