// The seats of a panel: who sits, who stands by in the order drawn, who has left and why.
import { AppLink } from '#ui/link.tsx';
import { Status } from '#ui/page/status.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import type { PanelDetail } from '../wire.ts';
import { levelName, placeName } from './words.ts';
import './review.css';

type Seat = PanelDetail['seats'][number];

function progress(seat: Seat, panel: PanelDetail) {
  if (seat.status === 'left') return <Status tone="off">已退出</Status>;
  if (seat.status === 'reserve') return <Status tone="plain">备选</Status>;
  if (panel.status === 'drawn') return <Status tone="wait">待通知</Status>;
  if (seat.wantsOut !== null) return <Status tone="warn">申请退出</Status>;
  return seat.submitted === seat.sheets && seat.sheets > 0 ? (
    <Status tone="good">已交齐</Status>
  ) : (
    <Status tone="wait">
      已交 {seat.submitted} / {seat.sheets}
    </Status>
  );
}

function Rows({ title, note, seats, panel }: { title: string; note: string; seats: readonly Seat[]; panel: PanelDetail }) {
  if (seats.length === 0) return null;
  return (
    <Section title={title} note={note}>
      <div className="rv-scroll">
        <table className="rv-table">
          <thead>
            <tr>
              <th scope="col">席位</th>
              <th scope="col">专家</th>
              <th scope="col">职称</th>
              <th scope="col">所在地</th>
              <th scope="col">状态</th>
              <th scope="col" className="rv-num">
                评审费（元/日）
              </th>
            </tr>
          </thead>
          <tbody>
            {seats.map((seat) => (
              <tr key={seat.id}>
                <td>{seat.seat === null ? '—' : `${seat.seat}号席`}</td>
                <td>
                  <AppLink href={`/experts/${seat.expert}`}>{seat.name}</AppLink>
                  {seat.isFinance && '（财务）'}
                  <small>{seat.unit}</small>
                  {seat.leftWhy !== null && <small>退出原因：{seat.leftWhy}</small>}
                </td>
                <td>{levelName(seat.level)}</td>
                <td>{placeName(seat.region)}</td>
                <td>{progress(seat, panel)}</td>
                <td className="rv-num">{seat.fee}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

export function Seats({ panel }: { panel: PanelDetail }) {
  const of = (status: string) => panel.seats.filter((seat) => seat.status === status);
  return (
    <>
      <Rows title="评审专家" note="评分时均须声明无应回避的关系" seats={of('seated')} panel={panel} />
      <Rows title="备选专家" note="按抽取顺序替补" seats={of('reserve')} panel={panel} />
      <Rows title="已退出" note="" seats={of('left')} panel={panel} />
    </>
  );
}
