// Parts of a party that the panel, the profile and the enterprise's own page share.
import type { ReactNode } from 'react';
import { formatDay, formatMoney } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { Notice } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { type Fact, Section } from '#ui/record/fact-list.tsx';
import type { TimelineItem } from '#ui/record/timeline.tsx';
import type { PartyProfile, Timeline } from '../wire.ts';
import type { Names } from './known.tsx';
import { codeCheckWords, kindNames, levelNames, periodWords, scaleNames, statusNames, statusTone, titleTone } from './words.ts';
import './registry.css';

export function CodeWords({ party }: { party: PartyProfile }) {
  if (party.uscc === null) return <span className="kc-unknown">没有登记</span>;
  return (
    <span className="rg-code">
      {party.uscc}
      {party.usccCheck === 'warning' && <Status tone="warn">{codeCheckWords.warning}</Status>}
      {party.usccCheck === 'confirmed' && <Status tone="plain">{codeCheckWords.confirmed}</Status>}
    </span>
  );
}

/** In one line what it is: 临港新区 · 9199… · 大型企业 · 非金属矿物制品业. */
export function leadOf(party: PartyProfile, names: Names): string {
  const size = party.scale === null ? '' : scaleNames[party.scale];
  return [names.region(party.region), party.uscc, `${size}${kindNames[party.kind]}`, names.industry(party.industry)]
    .filter((part) => part !== null)
    .join(' · ');
}

export function factsOfParty(party: PartyProfile, names: Names): readonly Fact[] {
  return [
    { label: '统一社会信用代码', value: <CodeWords party={party} />, ...(party.usccNote === null ? {} : { note: party.usccNote }) },
    { label: '类型', value: kindNames[party.kind] },
    { label: '所属地区', value: names.region(party.region) },
    { label: '登记状态', value: <Status tone={statusTone(party.status)}>{statusNames[party.status]}</Status> },
    { label: '法定代表人', value: party.legalPerson },
    { label: '成立日期', value: party.foundedOn === null ? null : formatDay(party.foundedOn) },
    { label: '注册资本', value: party.registeredCapital === null ? null : formatMoney(party.registeredCapital) },
    {
      label: '企业规模',
      value: party.scale === null ? null : `${scaleNames[party.scale]}${party.aboveScale === true ? '，规模以上' : ''}`,
    },
    { label: '行业', value: names.industry(party.industry) },
    { label: '技术领域', value: names.field(party.field) },
    { label: '注册地址', value: party.address, wide: true },
    ...(party.formerNames.length === 0
      ? []
      : [
          {
            label: '曾用名',
            value: party.formerNames.map(({ name, until }) => `${name ?? ''}（至 ${until}）`).join('，'),
            wide: true,
          },
        ]),
  ];
}

export function Warnings({ party }: { party: PartyProfile }) {
  if (party.warnings.length === 0) return null;
  return (
    <Notice tone="warn" title={party.warnings.length === 1 ? party.warnings[0] : `有 ${party.warnings.length} 处需要注意`}>
      {party.warnings.length > 1 && (
        <ul>
          {party.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

export function TitleTable({
  titles,
  action,
}: {
  titles: PartyProfile['titles'];
  action?: (title: PartyProfile['titles'][number]) => ReactNode;
}) {
  if (titles.length === 0) return <p className="kc-none">没有登记资质</p>;
  return (
    <div className="rg-scroll">
      <table className="rg-table">
        <thead>
          <tr>
            <th scope="col">资质</th>
            <th scope="col">级别</th>
            <th scope="col">证书编号</th>
            <th scope="col">有效期</th>
            <th scope="col">状态</th>
            {action && <th scope="col">操作</th>}
          </tr>
        </thead>
        <tbody>
          {titles.map((title) => (
            <tr key={title.id}>
              <td>
                {title.name}
                {title.label !== '' && <small>{title.label}</small>}
              </td>
              <td>{levelNames[title.level]}</td>
              <td className="kc-nowrap">{title.number ?? <span className="kc-unknown">—</span>}</td>
              <td className="kc-nowrap">{periodWords(title.from, title.until)}</td>
              <td>
                <Status tone={titleTone(title.state)}>{title.stateName}</Status>
                {title.endReason && (
                  <small>
                    {title.endedOn}，{title.endReason}
                  </small>
                )}
              </td>
              {action && <td>{action(title)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Titles that hold now or are granted for a later day. */
export const inForce = (titles: PartyProfile['titles']): PartyProfile['titles'] =>
  titles.filter((title) => ['valid', 'expiring', 'coming'].includes(title.state));

/** What the first page says of titles; those that ran out stand with the rest behind the link. */
export function TitlesInForce({ titles }: { titles: PartyProfile['titles'] }) {
  const held = inForce(titles);
  if (titles.length === 0) return null;
  const past = titles.length - held.length;
  return (
    <Section
      title="有效资质"
      note={held.length === 0 ? undefined : `${held.length} 项`}
      action={<AppLink href="?tab=titles">全部资质</AppLink>}
    >
      {held.length > 0 ? <TitleTable titles={held} /> : <p className="kc-none">现在没有有效的资质，以往取得过 {past} 项</p>}
    </Section>
  );
}

const tones: Readonly<Record<string, TimelineItem['tone']>> = { title: 'good', finance: 'plain', merger: 'warn' };

/** Links lead to the office's pages; an enterprise reads the words alone. */
export const timelineItems = (timeline: Timeline, kind: string | undefined, isLinked: boolean): readonly TimelineItem[] =>
  timeline.lines
    .filter((line) => kind === undefined || line.kind === kind)
    .map((line, index) => ({
      id: `${line.at}${line.kind}${index}`,
      // What holds from a day is told by the day; the hour at which it was written down says nothing.
      at: ['title', 'case'].includes(line.kind) ? line.day : line.at,
      who: line.by ?? '',
      what: isLinked && line.href !== null ? <AppLink href={line.href}>{line.says}</AppLink> : line.says,
      tone: tones[line.kind] ?? 'plain',
    }));
