// Forms and fields with fictional answers: every kind of field, a form half filled in, and its check page.
import { useState } from 'react';
import { FieldRow } from '#ui/fields/field-row.tsx';
import { type FieldSources, FieldSourcesProvider } from '#ui/fields/field-sources.tsx';
import type { FieldView, FormView, Prefilled } from '#ui/fields/field-view.ts';
import { FormPage } from '#ui/form/form-page.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { Notice } from '#ui/page/states.tsx';
import { firms, REGIONS } from './sample.ts';

export const sources: FieldSources = {
  regions: [
    { code: '990100', name: '澜江市' },
    ...REGIONS.map((name, index) => ({ code: String(990102 + index), name, parent: '990100' })),
  ],
  searchOrganisations: async (text) =>
    firms
      .filter((firm) => firm.name.includes(text))
      .slice(0, 8)
      .map((firm) => ({ name: firm.name, uscc: firm.code })),
  uploadFile: async (file, onProgress) => {
    for (const share of [0.3, 0.7, 1]) {
      onProgress(share);
      await new Promise((done) => window.setTimeout(done, 200));
    }
    return { sha256: '0'.repeat(64), fileName: file.name, size: file.size };
  },
  fileHref: () => '#',
};

const few = [
  { code: 'self', name: '自主研发' },
  { code: 'joint', name: '合作研发' },
  { code: 'bought', name: '受让取得' },
];
const fieldsOfTech = [
  { code: '1', name: '电子信息' },
  { code: '101', name: '软件', parent: '1' },
  { code: '102', name: '微电子技术', parent: '1' },
  { code: '4', name: '新材料' },
  { code: '401', name: '金属材料', parent: '4' },
  { code: '8', name: '先进制造与自动化' },
  { code: '803', name: '高性能、智能化仪器仪表', parent: '8' },
];

export const form: FormView = {
  pages: [
    {
      title: '企业与人员',
      fields: [
        { key: 'name', kind: 'organisation', label: '申报单位', required: true },
        { key: 'region', kind: 'region', label: '所在地', required: true },
        {
          key: 'techField',
          kind: 'choice',
          label: '技术领域',
          required: true,
          options: fieldsOfTech,
          help: '按《国家重点支持的高新技术领域》选到三级目录。',
        },
        { key: 'staff', kind: 'integer', label: '职工总数', unit: '人', required: true, min: '1' },
        {
          key: 'researchers',
          kind: 'integer',
          label: '科技人员数',
          unit: '人',
          required: true,
          help: '累计实际工作 183 天以上的科技人员，含兼职与临时聘用。',
        },
        { key: 'incident', kind: 'yes-no', label: '前一年内发生过重大安全、质量事故或严重环境违法', required: true },
        { key: 'contact', kind: 'contact', label: '联系人', required: true },
      ],
    },
    {
      title: '近一年财务',
      fields: [
        { key: 'income', kind: 'money', label: '总收入', unit: '万元', required: true },
        { key: 'highTechIncome', kind: 'money', label: '高新技术产品（服务）收入', unit: '万元', required: true },
        { key: 'share', kind: 'derived', label: '高新技术产品收入占比', unit: '%', required: false },
        { key: 'growth', kind: 'percent', label: '净资产增长率', required: false },
        { key: 'auditReport', kind: 'file', label: '专项审计报告', required: true, extensions: ['pdf'], maxBytes: 20 * 1024 * 1024 },
      ],
    },
    {
      title: '产品与知识产权',
      fields: [
        {
          key: 'products',
          kind: 'table',
          label: '主要产品（服务）',
          required: true,
          minRows: 1,
          maxRows: 50,
          columns: [
            { key: 'product', kind: 'text', label: '产品名称', required: true },
            { key: 'field', kind: 'choice', label: '技术领域', required: true, options: fieldsOfTech },
            { key: 'income', kind: 'money', label: '收入', unit: '万元', required: true },
            { key: 'way', kind: 'choice', label: '来源', required: true, options: few },
            { key: 'since', kind: 'month', label: '投产年月', required: false },
          ],
        },
        { key: 'summary', kind: 'long-text', label: '核心技术简介', required: true, maxLength: 400 },
      ],
    },
  ],
};

export const answers = {
  name: { name: '澜江恒越精密传动有限公司', uscc: '91990102MA1000017A' },
  region: '990102',
  techField: '803',
  staff: 264,
  researchers: 22,
  incident: false,
  contact: { name: '周敏', phone: '13800000000' },
  income: '324500000',
  highTechIncome: '207680000',
  products: [
    { product: '谐波减速器', field: '803', income: '126000000', way: 'self', since: '2021-03' },
    { product: '伺服关节模组', field: '803', income: '81680000', way: 'joint' },
  ],
};

const prefilled: Record<string, Prefilled> = {
  staff: { source: '社保参保数据（2026年5月）', value: 264 },
  income: { source: '税务申报（2025年度）', value: '325000000' },
  highTechIncome: { source: '上年度高企年报', value: '198000000' },
};

export function FormPart() {
  return (
    <FieldSourcesProvider value={sources}>
      <FormPage
        name="gallery"
        title="高新技术企业认定申请"
        parent={{ label: '2026年第二批', href: '/gallery' }}
        form={form}
        answers={answers}
        prefilled={prefilled}
        save={() => new Promise((done) => window.setTimeout(done, 400))}
        aside={() => (
          <Notice tone="warn" title="目前 8 条条件中 1 条不符合">
            科技人员占职工总数 8.33%，要求不低于 10%。科技人员数达到 27 人即符合。
          </Notice>
        )}
        submit={{
          label: '提交申报',
          consequence: '提交后由澜东区科技局在 10 个工作日内核查，期间不能修改；如被退回补正，可在 15 个工作日内修改后再次提交。',
          promise: '我单位承诺所填内容和所附材料真实、准确，愿承担相应法律责任。',
          run: async () => '已提交，澜东区科技局将在 10 个工作日内核查。',
        }}
      />
    </FieldSourcesProvider>
  );
}

const kinds: readonly (FieldView & { value?: unknown })[] = [
  { key: 'text', kind: 'text', label: '短文本', required: true, maxLength: 60, value: '谐波减速器' },
  { key: 'uscc', kind: 'text', label: '统一社会信用代码', required: true, pattern: 'uscc', value: '91990102MA1000017A' },
  {
    key: 'long',
    kind: 'long-text',
    label: '长文本',
    required: false,
    maxLength: 200,
    value: '面向协作机器人关节的小型谐波减速器，传动精度 30 弧秒以内。',
  },
  { key: 'integer', kind: 'integer', label: '整数', unit: '人', required: true, value: 264 },
  { key: 'decimal', kind: 'decimal', label: '小数', unit: '吨标准煤', required: false, value: '12.75' },
  { key: 'percent', kind: 'percent', label: '百分比', required: false, value: '0.0314' },
  { key: 'money', kind: 'money', label: '金额', unit: '万元', required: true, value: '324500000' },
  { key: 'date', kind: 'date', label: '日期', required: true, value: '2026-03-01' },
  { key: 'month', kind: 'month', label: '年月', required: false, value: '2026-03' },
  { key: 'year', kind: 'year', label: '年度', required: false, value: 2025 },
  { key: 'yesno', kind: 'yes-no', label: '是否', required: true, value: true },
  { key: 'choice', kind: 'choice', label: '单选（少）', required: true, options: few, value: 'joint' },
  { key: 'tree', kind: 'choice', label: '单选（树）', required: true, options: fieldsOfTech },
  { key: 'choices', kind: 'choices', label: '多选', required: false, options: few, value: ['self', 'joint'] },
  { key: 'region', kind: 'region', label: '地区', required: true, value: '990104' },
  {
    key: 'org',
    kind: 'organisation',
    label: '单位',
    required: true,
    value: { name: '澜江恒越精密传动有限公司', uscc: '91990102MA1000017A' },
  },
  { key: 'person', kind: 'person', label: '人员', required: false, value: { name: '郑一鸣', unit: '澜江理工大学' } },
  { key: 'contact', kind: 'contact', label: '联系人', required: true, value: { name: '周敏', phone: '13800000000' } },
  { key: 'address', kind: 'address', label: '地址', required: false, value: { region: '990102', street: '创新路 18 号' } },
  { key: 'file', kind: 'file', label: '附件（未传）', required: true, extensions: ['pdf'], maxBytes: 20 * 1024 * 1024 },
  {
    key: 'file2',
    kind: 'file',
    label: '附件（已传）',
    required: true,
    value: { sha256: '', fileName: '2025年度专项审计报告.pdf', size: 2_345_678 },
  },
  { key: 'derived', kind: 'derived', label: '自动计算', unit: '%', required: false, value: '64' },
];

export function FieldsPart() {
  const [values, setValues] = useState<Record<string, unknown>>(() => Object.fromEntries(kinds.map((kind) => [kind.key, kind.value])));
  return (
    <FieldSourcesProvider value={sources}>
      <div className="kc-page">
        <PageHead title="字段控件" lead="每种字段各一个；最后几项为出错、提示和只读的样子。" />
        {kinds.map((field) => (
          <FieldRow
            key={field.key}
            field={field}
            value={values[field.key]}
            onChange={(value) => setValues((before) => ({ ...before, [field.key]: value }))}
          />
        ))}
        <FieldRow
          field={{ key: 'bad', kind: 'integer', label: '科技人员数', unit: '人', required: true, help: '累计实际工作 183 天以上。' }}
          value={300}
          onChange={() => {}}
          errors={['科技人员数 300 人大于职工总数 264 人，请核对']}
        />
        <FieldRow
          field={{ key: 'warned', kind: 'text', label: '统一社会信用代码', pattern: 'uscc', required: true }}
          value="91990102MA1000017B"
          onChange={() => {}}
          warnings={['第 18 位校验不符，请核对营业执照']}
        />
        <FieldRow
          field={{ key: 'known', kind: 'money', label: '总收入', unit: '万元', required: true }}
          value="324500000"
          prefilled={{ source: '税务申报（2025年度）', value: '325000000' }}
          onChange={() => {}}
        />
        <FieldRow
          field={{ key: 'fixed', kind: 'text', label: '登记编号', required: true }}
          value="LJ-2026-00317"
          onChange={() => {}}
          readOnly
        />
      </div>
    </FieldSourcesProvider>
  );
}
