// What the applicant changed between being sent back and sending again.
import { Section } from '#ui/record/fact-list.tsx';
import type { CaseDetail } from '../wire.ts';

export function ChangesTable({ changes }: { changes: CaseDetail['changes'] }) {
  return (
    <Section title="补正前后对照" note={`${changes.length} 处`}>
      <table className="cw-queue">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">补正前</th>
            <th scope="col">补正后</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.label}>
              <td>{change.label}</td>
              <td>{change.before === '' ? '未填' : change.before}</td>
              <td>
                <ins className="cw-ins">{change.after === '' ? '已删除' : change.after}</ins>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
