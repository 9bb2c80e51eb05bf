// What an assignment would be: panels by application, load by expert, how good it is; or the least that would have to give.
import { Notice } from '#ui/page/states.tsx';
import { FactList, Section } from '#ui/record/fact-list.tsx';
import type { AssignPreview } from '../model/wire/assignment.ts';
import './review.css';

function Impossible({ preview: { relaxations, isSmallest, considered } }: { preview: AssignPreview }) {
  return (
    <Section title="不能全部分配" note={`符合职称 ${considered} 人`}>
      <Notice tone="bad" title={isSmallest ? '最少须放宽以下各项：' : '可按以下各项放宽：'} />
      <ul className="rv-relax">
        {relaxations.map((says) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
      <p className="kc-none">可以提高每位专家的件数、放宽职称条件、减少所选申请，或先补充专家库。</p>
    </Section>
  );
}

const qualityOf = ({ objective, bound }: AssignPreview): string =>
  objective === bound ? '已证明没有更好的分配' : `与上限 ${bound ?? 0} 相差 ${(bound ?? 0) - (objective ?? 0)}`;

export function AssignmentPreview({ preview }: { preview: AssignPreview }) {
  if (preview.agreed === null) return <Impossible preview={preview} />;
  const { panels, loads, conflicts, considered, objective } = preview;
  return (
    <>
      <FactList
        title="分配结果"
        facts={[
          { label: '申请', value: `${panels.length} 件，共 ${panels.reduce((sum, { size }) => sum + size, 0)} 个席位` },
          { label: '专家', value: `${loads.length} 人参加，符合职称 ${considered} 人` },
          { label: '回避和轮换', value: `避开 ${conflicts} 对` },
          { label: '总匹配度', value: String(objective ?? 0), note: qualityOf(preview) },
        ]}
      />
      <Section title="各件申请的专家" note="备选专家在组建时另行随机抽取">
        <div className="rv-scroll">
          <table className="rv-table">
            <thead>
              <tr>
                <th scope="col">申请单位</th>
                <th scope="col">评审专家</th>
              </tr>
            </thead>
            <tbody>
              {panels.map((panel) => (
                <tr key={panel.case}>
                  <td>
                    {panel.partyName} <span className="kc-related-hint">{panel.number}</span>
                  </td>
                  <td>{panel.experts.map(({ name, unit, isFinance }) => `${name}（${unit}${isFinance ? '，财务' : ''}）`).join('、')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
      <Section title="专家工作量" note={`最多 ${loads[0]?.count ?? 0} 件`}>
        <div className="rv-scroll">
          <table className="rv-table">
            <thead>
              <tr>
                <th scope="col">专家</th>
                <th scope="col">单位</th>
                <th scope="col">件数 / 上限</th>
              </tr>
            </thead>
            <tbody>
              {loads.map(({ expert, name, unit, count, cap }) => (
                <tr key={expert}>
                  <td>{name}</td>
                  <td>{unit}</td>
                  <td>
                    {count} / {cap}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
    </>
  );
}
