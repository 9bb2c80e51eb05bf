// Figures, drill-down, imports and paper with fictional content.
import { Button } from 'antd';
import { useState } from 'react';
import { DocumentSheet } from '#ui/document/document-sheet.tsx';
import { BigFigure, FigureRow } from '#ui/figures/big-figure.tsx';
import { Drilldown } from '#ui/figures/drilldown.tsx';
import { RankTable } from '#ui/figures/rank-table.tsx';
import { RegionBars } from '#ui/figures/region-bars.tsx';
import { TrendChart } from '#ui/figures/trend-chart.tsx';
import { formatMoney, formatNumber, formatYuanIn, growth, pointChange, rank, splitMoney } from '#ui/format.ts';
import { ImportPage, type ImportReport, type ImportState } from '#ui/importing/import-page.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { SidePanel } from '#ui/page/side-panel.tsx';
import { firms, REGIONS } from './sample.ts';

const amounts = [
  '2217000000',
  '1983000000',
  '1570000000',
  '1322000000',
  '1104000000',
  '980000000',
  '742000000',
  '655000000',
  '401000000',
  '203000000',
  null,
];

const deals = splitMoney('11177000000');

function Figures({ onOpen }: { onOpen: () => void }) {
  return (
    <FigureRow>
      <BigFigure
        label="技术合同成交额"
        asOf="2026年1—5月"
        {...deals}
        comparisons={[{ text: growth('11177000000', '9953000000') }, { text: '完成年度目标的86.2%', tone: 'good' }, { text: rank(3) }]}
        trend={['61', '68', '74', '71', '83', '99', '111']}
        onOpen={onOpen}
      />
      <BigFigure
        label="有效期内高新技术企业"
        number="1,204"
        unit="家"
        comparisons={[{ text: '较上年末增加 86 家' }, { text: '完成年度目标的95.2%', tone: 'good' }]}
        trend={['870', '921', '990', '1064', '1118', '1204']}
        onOpen={onOpen}
      />
      <BigFigure
        label="研发经费投入强度"
        asOf="2025年"
        number="2.64"
        unit="%"
        comparisons={[{ text: pointChange('0.0264', '0.025') }, { text: '低于全省0.11个百分点', tone: 'warn' }]}
        trend={['2.1', '2.22', '2.31', null, '2.5', '2.64']}
        onOpen={onOpen}
      />
      <BigFigure label="规上工业企业有研发活动占比" number="—" comparisons={[{ text: '5 月数据尚未报送', tone: 'off' }]} />
    </FigureRow>
  );
}

function Charts() {
  return (
    <div className="kc-gallery-two">
      <TrendChart
        title="技术合同成交额"
        says="各月累计均高于上年同期，5月累计 111.77亿元。"
        data={{
          labels: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
          unit: '亿元',
          places: 2,
          target: { name: '年度目标', value: '129.66' },
          series: [
            { name: '2026年累计', values: ['14.2', '31.05', '58.3', '83.9', '111.77', null, null, null, null, null, null, null] },
            {
              name: '2025年累计',
              values: ['11.8', '26.4', '49.1', '72.6', '99.53', '104', '108.2', '110.9', '113.4', '116.6', '119.8', '123.1'],
            },
          ],
        }}
      />
      <TrendChart
        title="新认定高新技术企业"
        data={{
          labels: ['2020', '2021', '2022', '2023', '2024', '2025'],
          unit: '家',
          series: [{ name: '新认定', kind: 'bar', values: ['182', '210', '264', '251', '310', '338'] }],
        }}
      />
    </div>
  );
}

function Regions() {
  return (
    <RegionBars
      title="各县区技术合同成交额"
      unit="亿元"
      isRanked
      format={(value) => formatYuanIn('亿元', value)}
      rows={REGIONS.map((name, index) => ({
        code: String(index),
        name,
        value: amounts[index] ?? null,
        target: '1600000000',
        change: index === 10 ? '—' : growth(amounts[index] ?? null, '1000000000'),
        href: '/gallery/list',
      }))}
    />
  );
}

function Ranks() {
  return (
    <RankTable
      title="研发投入前五企业"
      rows={firms.filter((firm) => firm.research !== null).slice(0, 5)}
      rowKey={(firm) => firm.id}
      name={(firm) => firm.name}
      place={(firm) => Number(firm.id.slice(1)) + 1}
      placeBefore={(firm) => Number(firm.id.slice(1)) + (firm.id === 'f2' ? 3 : 1)}
      href={() => '/gallery/record'}
      isOwn={(firm) => firm.id === 'f2'}
      columns={[
        { key: 'research', title: '研发费用', unit: '万元', isNumber: true, render: (firm) => formatYuanIn('万元', firm.research) },
        { key: 'staff', title: '职工', unit: '人', isNumber: true, render: (firm) => formatNumber(firm.staff) },
      ]}
    />
  );
}

function MadeOf({ onClose }: { onClose: () => void }) {
  return (
    <SidePanel title="数字来历" width={640} onClose={onClose}>
      <Drilldown
        name="deals"
        title="技术合同成交额（2026年1—5月）"
        value="111.77亿元"
        formula="技术合同成交额＝本期登记合同成交额－本期撤销登记金额"
        parts={[
          { key: 'in', label: '登记合同成交额', value: '112.05亿元' },
          { key: 'out', label: '撤销登记金额', value: '0.28亿元', sign: '－' },
        ]}
        fetchEntries={async (_part, after) => {
          await new Promise((done) => window.setTimeout(done, 200));
          const start = Number(after ?? 0);
          const rows = firms.slice(start, start + 8).map((firm, index) => ({
            id: firm.id,
            day: `2026-05-${String(28 - index).padStart(2, '0')}`,
            region: firm.region,
            party: firm.name,
            value: formatMoney(firm.income),
            source: `技术合同 2026LJ${String(317 + index).padStart(6, '0')}`,
            href: '/gallery/record',
            ...(index === 2 ? { correction: '2026-05-30 更正：原登记金额有误' } : {}),
          }));
          return { rows, next: String(start + 8), total: 1412 };
        }}
        note="口径：按登记日期计，不含涉密合同。来源：技术合同登记，截至2026年5月31日 24 时。"
      />
    </SidePanel>
  );
}

export function FiguresPart() {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="kc-page">
      <PageHead
        title="指标"
        lead="澜江市，截至2026年5月31日；点数字看它由什么构成。"
        actions={<Button onClick={() => window.print()}>打印</Button>}
      />
      <Figures onOpen={() => setOpen(true)} />
      <Charts />
      <Regions />
      <div style={{ height: 20 }} />
      <Ranks />
      {isOpen && <MadeOf onClose={() => setOpen(false)} />}
    </div>
  );
}

const report: ImportReport = {
  fileName: '澜东区企业名录202605.xlsx',
  sheet: '企业',
  rows: 186,
  columns: [
    { header: '单位名称', field: '企业名称', examples: ['澜江恒越精密传动有限公司', '澜江云启智能装备有限公司'] },
    { header: '信用代码', field: '统一社会信用代码', examples: ['91990102MA1000017A', '91990102MA1000025X'] },
    { header: '营业收入(万元)', field: '营业收入', examples: ['32,450', '9,540'] },
    { header: '备注', field: null, examples: ['重点企业', ''] },
  ],
  faults: [
    { where: '第 37 行 统一社会信用代码', message: '第 18 位校验不符，应为 X；请核对营业执照' },
    { where: '第 52 行 营业收入', message: '“约一百万”不能识别，请只填数字' },
  ],
  faultCount: 5,
  faultyRows: 4,
  changes: [
    {
      key: '1',
      title: '澜江恒越精密传动有限公司',
      kind: 'changed',
      matchedBy: '按统一社会信用代码',
      fields: [
        { label: '营业收入', before: '29,800.00万元', after: '32,450.00万元' },
        { label: '职工', before: null, after: '264 人' },
      ],
    },
    {
      key: '2',
      title: '澜江铭川半导体有限公司',
      kind: 'new',
      fields: [
        { label: '统一社会信用代码', before: null, after: '91990102MA1000033R' },
        { label: '营业收入', before: null, after: '6,120.00万元' },
      ],
    },
  ],
  counts: { new: 23, changed: 96, same: 63 },
};

const IMPORT_STATES: Readonly<Record<string, ImportState>> = {
  choose: { step: 'choose' },
  reading: { step: 'reading', fileName: report.fileName, share: 0.6 },
  report: { step: 'report', report },
  writing: { step: 'writing', report, share: 0.4 },
  done: { step: 'done', report, summary: '已写入：新增 23 家，更新 96 家；4 行有误未写入，标注文件已留存', undo: 'offered' },
};

export function importPart(name: string) {
  return function ImportPart() {
    const [state, setState] = useState<ImportState>(IMPORT_STATES[name] ?? { step: 'choose' });
    return (
      <ImportPage
        title="导入企业名录"
        parent={{ label: '企业名录', href: '/gallery/list' }}
        lead="按统一社会信用代码匹配，没有代码的按名称；匹配不上的作为新增。"
        state={state}
        onFile={() => setState({ step: 'report', report })}
        onTemplate={() => {}}
        onMarkedUp={() => {}}
        onWrite={() => setState(IMPORT_STATES.done ?? state)}
        onUndo={() => setState({ step: 'done', report, summary: '', undo: 'undone' })}
        onRestart={() => setState({ step: 'choose' })}
      />
    );
  };
}

export function DocumentPart() {
  return (
    <div className="kc-page" style={{ background: 'var(--ground)' }}>
      <PageHead title="关于推荐 2026 年第二批高新技术企业的函" actions={<Button onClick={() => window.print()}>打印</Button>} />
      <DocumentSheet
        redHead="澜江市科学技术局文件"
        number="澜科发〔2026〕18号"
        title={'关于推荐2026年第二批\n高新技术企业的函'}
        addressee="省高新技术企业认定管理工作领导小组办公室："
        annexes={['2026年第二批推荐企业名单', '推荐企业情况汇总表']}
        signature={{ office: '澜江市科学技术局', day: '2026年6月20日' }}
        imprint="抄送：市财政局、市税务局。"
        isDraft
      >
        <p>
          根据《高新技术企业认定管理办法》（国科发火〔2016〕32号）和《高新技术企业认定管理工作指引》（国科发火〔2016〕195号），经企业申报、县区核查、专家评审和公示，现推荐澜江恒越精密传动有限公司等86家企业申报认定。
        </p>
        <h3>一、推荐情况</h3>
        <p>本批共受理申报112家，核查通过97家，专家评审通过86家；公示期内未收到异议。</p>
        <h4>（一）领域分布</h4>
        <p>先进制造与自动化31家，新材料22家，电子信息18家，其他领域15家。</p>
      </DocumentSheet>
    </div>
  );
}
