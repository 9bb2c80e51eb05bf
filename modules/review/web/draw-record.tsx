// How a panel was drawn: by whom, from how many, who was kept out and why, and whether the seed gives the same panel again.
import { formatInstant } from '#ui/format.ts';
import { Status } from '#ui/page/status.tsx';
import { FactList, Section } from '#ui/record/fact-list.tsx';
import type { PanelDetail } from '../wire.ts';
import { disciplineName, levelName } from './words.ts';
import './review.css';

export function RecusedTable({ recused }: { recused: PanelDetail['recused'] }) {
  return (
    <div className="rv-scroll">
      <table className="rv-table">
        <thead>
          <tr>
            <th scope="col">专家</th>
            <th scope="col">结论</th>
            <th scope="col">原因和日期</th>
          </tr>
        </thead>
        <tbody>
          {recused.map((line) => (
            <tr key={line.expert}>
              <td>{line.name}</td>
              <td>
                <Status tone={line.verdict === '回避' ? 'bad' : 'warn'}>{line.verdict}</Status>
              </td>
              <td>{line.says}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function DrawRecord({ panel }: { panel: PanelDetail }) {
  return (
    <>
      <FactList
        title="抽取"
        facts={[
          { label: '抽取人', value: `${panel.drawnBy}，${formatInstant(panel.drawnAt)}` },
          { label: '通知人', value: panel.notifiedBy === null ? null : `${panel.notifiedBy}，${formatInstant(panel.openedAt)}` },
          { label: '汇总人', value: panel.concludedBy === null ? null : `${panel.concludedBy}，${formatInstant(panel.concludedAt)}` },
          { label: '学科', value: panel.disciplines.length === 0 ? '不限' : panel.disciplines.map(disciplineName).join('、') },
          { label: '职称', value: panel.levels.length === 0 ? '不限' : panel.levels.map(levelName).join('、') },
          { label: '专家范围', value: `符合学科和职称 ${panel.considered} 人，排除回避和轮换后 ${panel.admitted} 人` },
          { label: '财务专家', value: panel.needsFinance ? '至少一人' : '不要求' },
          ...(panel.assigned === null
            ? []
            : [{ label: '产生方式', value: `智能分配，同批 ${panel.assigned.panels} 个评审组`, note: '备选专家随机抽取' }]),
          {
            label: '抽取种子',
            value: <span className="rv-seed">{panel.seed}</span>,
            note: panel.redrawn ? '按种子和当时的专家范围重算，结果一致' : '重算结果与记录不一致，请核查',
            wide: true,
          },
        ]}
      />
      <Section title="回避和轮换" note={`${panel.recused.length} 人没有参加抽取`}>
        {panel.recused.length === 0 ? <p className="kc-none">没有需要回避或轮换的专家</p> : <RecusedTable recused={panel.recused} />}
      </Section>
    </>
  );
}
