// The cases of a panel: result, how it came about in sentences, and every sheet; far-off scores are asked about here.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, messageOf } from '#ui/api.ts';
import { AppLink } from '#ui/link.tsx';
import { Status } from '#ui/page/status.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { useMay } from '#ui/session.ts';
import type { OutcomeView, PanelDetail } from '../wire.ts';
import { panelChanged } from './queries.ts';
import { sheetStatus } from './words.ts';
import './review.css';

type Judged = PanelDetail['judged'][number];
type Sheet = Judged['sheets'][number];

export function Outcome({ outcome }: { outcome: OutcomeView }) {
  return (
    <>
      <p>
        {outcome.isValid ? (
          <>
            得分 <b>{outcome.normalised ?? outcome.score}</b>，推荐 {outcome.votes} 票{outcome.rank !== null && `，第 ${outcome.rank} 名`}
            {outcome.tied === true && '（并列）'}{' '}
            <Status tone={outcome.recommended === true ? 'good' : outcome.recommended === false ? 'bad' : 'warn'}>
              {outcome.recommended === true ? '达到推荐线' : outcome.recommended === false ? '未达到推荐线' : '尚不能确定'}
            </Status>
          </>
        ) : (
          <Status tone="wait">有效评分表不足</Status>
        )}
      </p>
      <ol className="rv-steps">
        {outcome.explained.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </>
  );
}

function Ask({ sheet }: { sheet: Sheet }) {
  const client = useQueryClient();
  const [failure, setFailure] = useState<string | undefined>();
  const ask = async () => {
    try {
      const body = { why: `${sheet.seat}号席总分 ${sheet.total} 分，与其他专家相差较大，请说明评分理由。` };
      await panelChanged(client, await call<PanelDetail>('POST', `/review/sheets/${sheet.id}/ask`, { body }));
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  return (
    <>
      <button type="button" className="kc-button kc-no-print" onClick={() => void ask()}>
        请专家说明
      </button>
      {failure && <span className="kc-failure">{failure}</span>}
    </>
  );
}

function Far({ sheet, isFar, mayAsk }: { sheet: Sheet; isFar: boolean; mayAsk: boolean }) {
  if (!isFar) return null;
  if (sheet.justification !== null) return <small>专家说明：{sheet.justification}</small>;
  return sheet.askedAt === null ? mayAsk && <Ask sheet={sheet} /> : <small>已请专家说明，尚未答复</small>;
}

function Sheets({ judged, mayAsk }: { judged: Judged; mayAsk: boolean }) {
  const far = new Set(judged.outcome?.outliers.map(({ seat }) => seat));
  const dropped = new Set(judged.outcome?.dropped.map(({ seat }) => seat));
  return (
    <div className="rv-scroll">
      <table className="rv-table">
        <thead>
          <tr>
            <th scope="col">席位</th>
            <th scope="col">状态</th>
            <th scope="col" className="rv-num">
              总分
            </th>
            <th scope="col">推荐</th>
            <th scope="col">意见</th>
          </tr>
        </thead>
        <tbody>
          {judged.sheets.map((sheet) => {
            const [tone, word] = sheetStatus[sheet.status] ?? ['plain', sheet.status];
            const isIn = sheet.status === 'submitted';
            return (
              <tr key={sheet.id}>
                <td>{sheet.seat}号席</td>
                <td>
                  <Status tone={tone}>{word}</Status>
                </td>
                <td className="rv-num">
                  {sheet.total ?? '—'}
                  {isIn && dropped.has(sheet.seat) && <small>不计入平均</small>}
                  {isIn && far.has(sheet.seat) && <small>偏离较大</small>}
                </td>
                <td>{sheet.recommend === null ? '—' : sheet.recommend ? '推荐' : '不推荐'}</td>
                <td>
                  <span className="rv-comment-text">{sheet.comment}</span>
                  <Far sheet={sheet} isFar={isIn && far.has(sheet.seat)} mayAsk={mayAsk} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

export function JudgedCases({ panel }: { panel: PanelDetail }) {
  const may = useMay('review/panel:manage') && panel.status === 'open';
  return panel.judged.map((judged) => (
    <Section
      key={judged.id}
      title={<AppLink href={`/casework/cases/${judged.id}`}>{judged.partyName}</AppLink>}
      note={judged.number ?? undefined}
    >
      {judged.outcome === null ? <p className="kc-none">通知专家后开始评分</p> : <Outcome outcome={judged.outcome} />}
      {judged.sheets.length > 0 && <Sheets judged={judged} mayAsk={may} />}
    </Section>
  ));
}
