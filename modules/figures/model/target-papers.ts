// The papers of targets as content: the responsibility letter that a county signs, and the note that tells it where it stands.
import type { Paper } from '#platform/paper/paper.ts';
import { type Progress, scoringModes } from './target-shapes.ts';
import { figureText, officialText, targetText } from './target-text.ts';

export interface PaperLine {
  readonly indicatorName: string;
  readonly unit: string;
  readonly weight: string;
  /** Way of scoring, by its key. */
  readonly mode: string;
  readonly document: { readonly name: string; readonly number: string };
  readonly timeProgress: string;
  /** By a plan of months, and not as time passes. */
  readonly hasMonths: boolean;
  readonly progress: Progress;
}

export interface PaperFacts {
  readonly year: number;
  readonly asOf: string;
  readonly today: string;
  /** The bureau that sets the targets. */
  readonly agency: string;
  readonly county: string;
  readonly lines: readonly PaperLine[];
  /** Said on data that is made up. */
  readonly note: string | null;
}

const days = (day: string): string => officialText({ kind: 'DATE', date: day });
const percent = (fraction: string | null): string => figureText(fraction, '%');
const withNote = (note: string | null) => (note === null ? {} : { note });

/** 《通知》（澜科发〔2026〕7号、8号）: documents of one name are named once, their numbers in order and without the part that repeats. */
function documentsOf(lines: readonly PaperLine[]): string {
  const byName = new Map<string, Set<string>>();
  for (const { document } of lines) byName.set(document.name, (byName.get(document.name) ?? new Set()).add(document.number));
  return [...byName]
    .map(([name, numbers]) => {
      const sorted = [...numbers].sort((a, b) => a.localeCompare(b, 'zh', { numeric: true }));
      const start = /^.*〔\d{4}〕/.exec(sorted[0] ?? '')?.[0] ?? '';
      const told = sorted.map((number, at) => (at > 0 && start !== '' && number.startsWith(start) ? number.slice(start.length) : number));
      return `《${name}》（${told.join('、')}）`;
    })
    .join('、');
}

export function responsibilityLetter({ year, agency, county, lines, note }: PaperFacts): Paper {
  return {
    layout: 'plain',
    title: `${year}年度科技工作目标责任书`,
    recipient: county,
    blocks: [
      { kind: 'paragraph', runs: [`根据${documentsOf(lines)}，经研究，现将${year}年度科技工作目标下达如下，请认真组织落实。`] },
      { kind: 'heading', level: 1, text: '一、目标任务' },
      {
        kind: 'table',
        caption: `${county}${year}年度科技工作目标`,
        columns: [
          { title: '序号', align: 'center', weight: 1 },
          { title: '指标', weight: 4.4 },
          { title: `${year - 1}年实际`, align: 'right', weight: 2.4 },
          { title: '目标', align: 'right', weight: 3 },
          { title: '计分方式', align: 'center', weight: 1.9 },
          { title: '分值', align: 'right', weight: 1 },
        ],
        rows: lines.map(({ indicatorName, unit, weight, mode, progress }, index) => [
          String(index + 1),
          indicatorName,
          figureText(progress.lastYear, unit),
          targetText(progress.target, unit, progress.bound),
          scoringModes[mode as keyof typeof scoringModes] ?? mode,
          weight,
        ]),
      },
      { kind: 'heading', level: 1, text: '二、考核办法' },
      { kind: 'paragraph', runs: ['各项指标以市科技管理部门台账数据为准，年终按目标管理考核办法计分；县区分类排名，弄虚作假的一票否决。'] },
      { kind: 'heading', level: 1, text: '三、责任要求' },
      { kind: 'paragraph', runs: ['主要负责人为第一责任人。目标确需调整的，须经批准并以文件为准。'] },
      {
        kind: 'table',
        columns: [
          { title: '下达单位（签章）', align: 'center' },
          { title: '责任单位（签章）', align: 'center' },
        ],
        rows: [
          [agency, county],
          ['负责人：', '负责人：'],
          ['日期：', '日期：'],
        ],
      },
    ],
    ...withNote(note),
  };
}

const lightWords = { GREEN: '达到', YELLOW: '略低于', RED: '落后于' } as const;

function progressWords({ indicatorName, unit, timeProgress, hasMonths, progress }: PaperLine): string {
  const { actual, completion, rank, light, target, bound } = progress;
  if (actual === null) return `${indicatorName}：${progress.why ?? '数据未知'}。`;
  const against = target === null ? '' : `，目标${targetText(target, unit, bound)}，完成${percent(completion)}`;
  const due = hasMonths ? `分月计划应完成${percent(timeProgress)}` : `时间进度${percent(timeProgress)}`;
  const pace = light === null ? '' : `，${due}，${lightWords[light]}${hasMonths ? '计划' : '时间'}进度`;
  return `${indicatorName}：${figureText(actual, unit)}${against}${pace}${rank === null ? '' : `，居各县区第${rank}位`}。`;
}

/** Progress, what is behind, and what is asked of the county. */
export function feedbackNote({ year, asOf, today, agency, county, lines, note }: PaperFacts): Paper {
  const behind = lines.filter(({ progress }) => progress.light === 'RED' || progress.light === 'YELLOW');
  const unknown = lines.filter(({ progress }) => progress.actual === null && !progress.isAwaited);
  return {
    layout: 'plain',
    title: `关于${county}${year}年科技工作目标进展情况的反馈`,
    recipient: county,
    blocks: [
      { kind: 'paragraph', runs: [`现将截至${days(asOf)}的目标进展情况反馈如下。`] },
      { kind: 'heading', level: 1, text: '一、进展情况' },
      ...lines.map((line) => ({ kind: 'paragraph' as const, runs: [progressWords(line)] })),
      { kind: 'heading', level: 1, text: '二、落后事项' },
      {
        kind: 'paragraph',
        runs: [
          behind.length === 0
            ? '各项目标均达到进度。'
            : `共${behind.length}项：${behind.map(({ indicatorName, progress }) => `${indicatorName}（完成${percent(progress.completion)}）`).join('、')}。`,
        ],
      },
      { kind: 'heading', level: 1, text: '三、工作要求' },
      {
        kind: 'paragraph',
        runs: [
          behind.length === 0
            ? '请继续保持，确保全年目标如期完成。'
            : '请对落后事项逐项分析原因，明确责任人和完成时限，并于收到本反馈之日起10日内报送整改安排。',
        ],
      },
      ...(unknown.length === 0
        ? []
        : [
            {
              kind: 'paragraph' as const,
              runs: [`另有${unknown.map(({ indicatorName }) => indicatorName).join('、')}尚无数据，请尽快核实报送。`],
            },
          ]),
    ],
    signature: { agency, date: today },
    ...withNote(note),
  };
}
