// The parts of the cockpit at a desk, on a tablet and on paper: figures, counties with the course of one figure, movements and warnings.
import { addDays } from '#kernel/declare/calendar.ts';
import { BigFigure, FigureRow } from '#ui/figures/big-figure.tsx';
import { RegionBars } from '#ui/figures/region-bars.tsx';
import { TrendChart } from '#ui/figures/trend-chart.tsx';
import { formatDayText } from '#ui/format.ts';
import { AppLink, useGo } from '#ui/link.tsx';
import { Status } from '#ui/page/status.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import type { Cockpit, MainFigure } from '../model/cockpit-shapes.ts';
import { byValue, changeWords, chosenOf, comparisonsOf, courseData, entriesOf, movementHref, warningKinds } from './cockpit-words.ts';
import { PickOne } from './pick-one.tsx';
import { withUnit } from './target-words.tsx';
import { splitValue, valueText } from './value-text.ts';

export function Figures({ cockpit }: { cockpit: Cockpit }) {
  const go = useGo();
  return (
    <FigureRow>
      {cockpit.figures.map((figure) => (
        <BigFigure
          key={figure.indicator}
          label={figure.name}
          {...splitValue(figure, figure.value)}
          trend={figure.trend}
          comparisons={comparisonsOf(figure, cockpit.year)}
          onOpen={() => go(`/figures/${figure.indicator}?year=${cockpit.year}`)}
        />
      ))}
    </FigureRow>
  );
}

function Bars({ cockpit, chosen }: { cockpit: Cockpit; chosen: MainFigure }) {
  const { unit } = chosen;
  const hasTarget = cockpit.counties.some((county) => county.target !== null);
  const rows = [...cockpit.counties].sort(byValue).map((county) => ({
    code: county.region,
    name: county.name,
    value: county.value,
    ...(hasTarget ? { target: county.target } : {}),
    change: changeWords(unit, county),
    href: `/figures/${chosen.indicator}?year=${cockpit.comparedYear}&region=${county.region}`,
  }));
  const title = cockpit.comparedYear === cockpit.year ? chosen.name : `${cockpit.comparedYear}年${chosen.name}`;
  return (
    <RegionBars
      title={title}
      unit={unit === '元' ? '亿元、万元' : unit}
      rows={rows}
      isRanked
      format={(value) => valueText({ unit }, value)}
    />
  );
}

export function Counties({ cockpit, onCompare }: { cockpit: Cockpit; onCompare: (indicator: string) => void }) {
  const chosen = chosenOf(cockpit);
  if (chosen === undefined) return null;
  return (
    <Section
      title="县区比较"
      action={
        <PickOne
          label="比较的指标"
          value={chosen.indicator}
          options={cockpit.figures.map((figure) => [figure.indicator, figure.name])}
          onChange={onCompare}
        />
      }
    >
      <div className="cp-compared">
        <Bars cockpit={cockpit} chosen={chosen} />
        <TrendChart
          title={`${cockpit.regionName}${chosen.name}${cockpit.course.before.length === 0 ? '按年' : '逐月（年初至月末）'}`}
          data={courseData(cockpit, chosen)}
          height={220}
        />
      </div>
    </Section>
  );
}

export function Movements({ cockpit }: { cockpit: Cockpit }) {
  const { weekFrom, asOf } = cockpit;
  const [beforeFrom, beforeTo] = [addDays(weekFrom, -7), addDays(weekFrom, -1)];
  return (
    <Section title="本周变化" note={`${formatDayText(weekFrom)}至${formatDayText(asOf)}`}>
      {cockpit.movements.length === 0 ? (
        <p className="kc-none">近两周台账没有新的记录。</p>
      ) : (
        <table className="kc-bars" aria-label="本周变化">
          <thead>
            <tr>
              <th scope="col">事项</th>
              <th scope="col" className="kc-num">
                本周
              </th>
              <th scope="col" className="kc-num">
                上周
              </th>
            </tr>
          </thead>
          <tbody>
            {cockpit.movements.map((movement) => (
              <tr key={movement.measure}>
                <th scope="row">
                  <AppLink href={movementHref(movement, cockpit)}>{movement.name}</AppLink>
                </th>
                <td className="kc-num">
                  <AppLink href={entriesOf(movement, cockpit, weekFrom, asOf)}>{withUnit(movement.unit, movement.thisWeek)}</AppLink>
                </td>
                <td className="kc-num">
                  <AppLink href={entriesOf(movement, cockpit, beforeFrom, beforeTo)}>
                    {withUnit(movement.unit, movement.weekBefore)}
                  </AppLink>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

export function Warnings({ cockpit }: { cockpit: Cockpit }) {
  return (
    <Section title="预警" note={cockpit.warnings.length === 0 ? undefined : `${cockpit.warnings.length} 条`}>
      {cockpit.warnings.length === 0 ? (
        <p className="kc-none">没有需要提醒的事项。</p>
      ) : (
        <ul className="cp-warnings">
          {cockpit.warnings.map((warning) => {
            const [tone, word] = warningKinds[warning.kind];
            return (
              <li key={warning.text}>
                <Status tone={tone}>{word}</Status>
                <div>
                  <AppLink href={warning.href}>{warning.text}</AppLink>
                  {warning.note !== null && <small>{warning.note}</small>}
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
