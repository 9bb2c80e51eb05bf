// Panels: valid sheets, trimming, outliers, normalisation between panels, ties and recommendation.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseOf } from '../case.ts';

const review = await caseOf('review-aggregate');

type Points = string | null | Record<string, unknown>;

/** Sheets with these totals; an object replaces parts of a sheet. */
const sheets = (...given: readonly Points[]) =>
  given.map((item, index) => ({
    expertId: `E${index + 1}`,
    status: 'SUBMITTED',
    recommend: true,
    ...(typeof item === 'object' ? item : { total: item }),
  }));
const project = (projectId: string, given: readonly Points[], panelId: string | null = 'p1') => ({
  projectId,
  panelId,
  sheets: sheets(...given),
});
const alone = (given: readonly Points[], parameters: object = {}) => ({ projects: [project('A', given)], parameters });
const first = (key: string, given: readonly Points[], parameters: object = {}) => review.at(`projects.0.${key}`, alone(given, parameters));
const all = (key: string, projects: readonly object[], parameters: object = {}) =>
  (review.at('projects', { projects, parameters }) as Record<string, unknown>[]).map((item) => item[key]);

describe('score of a panel', () => {
  test('the handbook: five and seven sheets lose the highest and the lowest', () => {
    expect(first('score', ['92', '88', '85', '84', '70'])).toBe('85.67');
    expect(first('score', ['88.5', '90', '76', '81', '95', '83', '79'])).toBe('84.30');
  });

  test.each([
    [['90', '80', '60', '60', '60'], { trimSmallPanel: false }, '70.00'],
    [['90', '80', '60', '60', '60', '60', '60'], { trimSmallPanel: false }, '64.00'],
    [['90', '80'], { minimumPanel: 1 }, '85.00'],
    [['90', '80', '70'], { minimumPanel: 3 }, '80.00'],
    [['90', '80', '60'], { minimumPanel: 3, trimSmallPanel: false, trimFrom: 3 }, '80.00'],
    [['90'], { minimumPanel: 1 }, '90.00'],
    [['90', '90', '90', '90', '10'], {}, '90.00'],
  ])('%j with %j is %s', (given, parameters, expected) => {
    expect(first('score', given, parameters)).toBe(expected);
  });

  test('drafts, recusals and incomplete sheets do not count; too few make the panel invalid', () => {
    const five = ['80', '80', '80', '80'];
    expect(review.at('projects.0', alone([...five, { status: 'DRAFT', total: '99' }, { status: 'RECUSED', total: '99' }, {}]))).toEqual({
      projectId: 'A',
      status: 'INVALID_PANEL',
      validSheets: 4,
      score: null,
      median: null,
      normalisedScore: null,
      outliers: [],
      recommendVotes: null,
      recommended: null,
      rank: null,
      tied: null,
    });
    expect(first('status', [...five, '80'])).toBe('OK');
  });

  test('points for all criteria make a total; all but one do not', () => {
    const full = { innovation: '30', feasibility: '25', team: '20', benefit: '15', budget: '0.5' };
    const parameters = { minimumPanel: 1 };
    expect(first('score', [{ points: full }], parameters)).toBe('90.50');
    expect(first('score', [{ points: full, total: '90.5' }], parameters)).toBe('90.50');
    expect(first('validSheets', [{ points: { ...full, budget: null } }], parameters)).toBe(0);
    expect(first('validSheets', [{ points: { ...full, budget: null }, total: '95' }], parameters)).toBe(1);
    expect(first('validSheets', [{ points: {} }], parameters)).toBe(0);
  });

  test('the median is the middle sheet or the mean of the two middle ones', () => {
    expect(first('median', ['10', '90', '50', '60', '70'])).toBe('60.00');
    expect(first('median', ['10', '90', '50', '60', '70', '61'])).toBe('60.50');
  });
});

describe('outliers', () => {
  test('more than fifteen points from the median, not exactly fifteen', () => {
    expect(first('outliers', ['85', '70', '69.9', '85', '100'], { outlierDeviations: '9' })).toEqual(['E3']);
  });

  test('more than two standard deviations, exactly two is none', () => {
    // Median 50; four of five at 50, one at x: σ = 0.4 |x − 50|, so |x − median| = 2.5 σ.
    const given = ['50', '50', '50', '50', '51'];
    expect(first('outliers', given)).toEqual(['E5']);
    expect(first('outliers', given, { outlierDeviations: '2.5' })).toEqual([]);
    expect(first('outliers', given, { outlierDeviations: '2.499999999999' })).toEqual(['E5']);
  });

  test('only valid sheets, in their order', () => {
    expect(first('outliers', ['10', '80', { status: 'DRAFT', total: '1' }, '80', '80', '80', '99'])).toEqual(['E1', 'E7']);
  });
});

describe('between panels', () => {
  const flat = (value: string) => [value, value, value, value, value];

  test('each panel is brought to mean 70 and deviation 10', () => {
    const projects = [project('A', flat('80')), project('B', flat('90')), project('C', flat('50'), 'p2'), project('D', flat('60'), 'p2')];
    expect(review.at('normalised', { projects })).toBe(true);
    expect(all('normalisedScore', projects)).toEqual(['60.00', '80.00', '60.00', '80.00']);
    expect(all('rank', projects)).toEqual([3, 1, 3, 1]);
    expect(all('tied', projects)).toEqual([true, true, true, true]);
    expect(all('rank', projects, { normalise: false })).toEqual([2, 1, 4, 3]);
    expect(all('normalisedScore', projects, { normalise: false })).toEqual([null, null, null, null]);
  });

  test('equal irrational deviations of different panels are equal', () => {
    const panel = (name: string, from: number, step: number) =>
      [0, 1, 2].map((index) => project(`${name}${index}`, flat(String(from + index * step)), name));
    const projects = [...panel('x', 60, 1), ...panel('y', 10, 7)];
    expect(all('normalisedScore', projects)).toEqual(['57.75', '70.00', '82.25', '57.75', '70.00', '82.25']);
    expect(all('rank', projects)).toEqual([5, 3, 1, 5, 3, 1]);
  });

  test('a panel without spread stands at 70; projects without a panel are one panel', () => {
    const projects = [project('A', flat('80')), project('B', flat('90'), null), project('C', flat('70'), null)];
    expect(all('normalisedScore', projects)).toEqual(['70.00', '80.00', '60.00']);
    expect(review.at('normalised', { projects: projects.slice(1) })).toBe(false);
  });

  test('a panel whose projects are all invalid is none', () => {
    const projects = [project('A', flat('80')), project('B', ['90'], 'p2')];
    expect(review.at('normalised', { projects })).toBe(false);
    expect(all('rank', projects)).toEqual([1, null]);
  });
});

describe('ties', () => {
  const pointed = (innovation: string, feasibility: string, recommend = true) => ({
    points: { innovation, feasibility, team: '20', benefit: '15', budget: '10' },
    recommend,
  });
  const five = (sheet: object) => [sheet, sheet, sheet, sheet, sheet] as Points[];

  test('the heaviest criterion decides, then the votes', () => {
    const projects = [
      project('A', five(pointed('20', '15'))),
      project('B', five(pointed('21', '14'))),
      project('C', [...five(pointed('21', '14')).slice(0, 4), pointed('21', '14', false)]),
      project('D', five(pointed('10', '10'))),
    ];
    expect(all('rank', projects)).toEqual([3, 1, 2, 4]);
    expect(all('tied', projects)).toEqual([false, false, false, false]);
  });

  test('equal weights: the first criterion of the sheet', () => {
    const criteria = [
      { criterionId: 'x', weight: '50' },
      { criterionId: 'y', weight: '50' },
    ];
    const both = (x: string, y: string) => five({ points: { x, y } });
    expect(all('rank', [project('A', both('20', '30')), project('B', both('30', '20'))], { criteria })).toEqual([2, 1]);
  });

  test('unknown for one of the tied: the criterion is skipped for all of them', () => {
    const projects = [
      project('A', [...five(pointed('20', '15')).slice(0, 4), { total: '80' }]),
      project('B', five(pointed('21', '14'))),
      project('C', [...five(pointed('22', '13')).slice(0, 4), pointed('22', '13', false)]),
    ];
    expect(all('rank', projects)).toEqual([1, 1, 3]);
    expect(all('tied', projects)).toEqual([true, true, false]);
  });
});

describe('recommendation', () => {
  const votes = (yes: number, no: number, open: number, score = '70', parameters: object = {}) => {
    const vote = (count: number, recommend: boolean | null): Points[] => new Array(count).fill({ total: score, recommend });
    const given = [...vote(yes, true), ...vote(no, false), ...vote(open, null)];
    return [first('recommendVotes', given, parameters), first('recommended', given, parameters)];
  };

  test('two thirds exactly and seventy points exactly are enough', () => {
    expect(votes(4, 2, 0)).toEqual([4, true]);
    expect(votes(4, 3, 0)).toEqual([4, false]);
    expect(votes(6, 0, 0, '69.9')).toEqual([6, false]);
    expect(votes(3, 2, 0, '70', { voteShare: '0.6' })).toEqual([3, true]);
  });

  test('votes not known yet count as neither', () => {
    expect(votes(4, 0, 2)).toEqual([4, true]);
    expect(votes(3, 2, 1)).toEqual([3, null]);
    expect(votes(2, 3, 1)).toEqual([2, false]);
    expect(votes(3, 2, 1, '10')).toEqual([3, false]);
  });

  test('the line is compared with the unrounded score', () => {
    const line = (recommendLine: string) => first('recommended', ['60', '60.1', '60', '60', '70'], { recommendLine });
    expect([line('60.03'), line('60.033333333333'), line('60.033333333334')]).toEqual([true, true, false]);
  });
});

test('the order of sheets and of projects never matters', () => {
  const points = fc.integer({ min: 0, max: 1000 }).map((tenths) => `${Math.floor(tenths / 10)}.${tenths % 10}`);
  const panel = fc.constantFrom('p1', 'p2', null);
  const drawn = fc.array(fc.tuple(fc.array(points, { minLength: 4, maxLength: 8 }), panel), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(drawn, (given) => {
      const projects = given.map(([values, panelId], index) => project(`P${index}`, values, panelId));
      const turned = projects.map((item) => ({ ...item, sheets: [...item.sheets].reverse() })).reverse();
      const placed = (items: readonly object[]) =>
        (review.at('projects', { projects: items }) as Record<string, unknown>[]).map(({ score, median, normalisedScore, rank, tied }) => ({
          score,
          median,
          normalisedScore,
          rank,
          tied,
        }));
      expect(placed(turned)).toEqual(placed(projects).reverse());
      const ranks = placed(projects).flatMap(({ rank }) => (typeof rank === 'number' ? [rank] : []));
      if (ranks.length > 0) expect(Math.min(...ranks)).toBe(1);
    }),
    { numRuns: 60 },
  );
});

const bad = (sheet: object, parameters: object = {}) => ({ projects: [{ projectId: 'A', sheets: sheets(sheet as Points) }], parameters });
const criteriaOf = (...weights: string[]) => ({ criteria: weights.map((weight, index) => ({ criterionId: `c${index}`, weight })) });

test.each([
  [{ projects: null }, 'MISSING projects'],
  [{ projects: [{ projectId: 'A' }] }, 'MISSING projects[0].sheets'],
  [{ projects: [project('A', []), project('A', [])] }, 'CONFLICT projects[1].projectId'],
  [bad({ expertId: '' }), 'FORMAT projects[0].sheets[0].expertId'],
  [{ projects: [{ projectId: 'A', sheets: [...sheets('1'), ...sheets('2')] }] }, 'CONFLICT projects[0].sheets[1].expertId'],
  [bad({ status: 'DONE' }), 'VALUE projects[0].sheets[0].status'],
  [bad({ total: '85.55' }), 'FORMAT projects[0].sheets[0].total'],
  [bad({ total: '100.1' }), 'RANGE projects[0].sheets[0].total'],
  [bad({ total: 85 }), 'TYPE projects[0].sheets[0].total'],
  [bad({ points: { team: '20.1' } }), 'RANGE projects[0].sheets[0].points.team'],
  [bad({ points: { team: '-0.1' } }), 'RANGE projects[0].sheets[0].points.team'],
  [bad({ points: { team: '1.25' } }), 'FORMAT projects[0].sheets[0].points.team'],
  [bad({ points: { style: '1' } }), 'VALUE projects[0].sheets[0].points.style'],
  [bad({ points: { team: '20' }, total: '19.9' }), 'CONFLICT projects[0].sheets[0].total'],
  [
    bad({ points: { innovation: '10', feasibility: '10', team: '10', benefit: '10', budget: '10' }, total: '50.1' }),
    'CONFLICT projects[0].sheets[0].total',
  ],
  [bad({}, criteriaOf('60', '39.9')), 'CONFLICT parameters.criteria'],
  [bad({}, { criteria: [] }), 'CONFLICT parameters.criteria'],
  [
    bad(
      {},
      {
        criteria: [
          { criterionId: 'a', weight: '50' },
          { criterionId: 'a', weight: '50' },
        ],
      },
    ),
    'CONFLICT parameters.criteria[1].criterionId',
  ],
  [bad({}, { trimFrom: 2 }), 'RANGE parameters.trimFrom'],
  [bad({}, { minimumPanel: 0 }), 'RANGE parameters.minimumPanel'],
  [bad({}, { voteShare: '3/2' }), 'RANGE parameters.voteShare'],
  [bad({}, { voteShare: '2/0' }), 'FORMAT parameters.voteShare'],
  [bad({}, { panel: 5 }), 'VALUE parameters.panel'],
])('%#: %s', (changes, problem) => {
  expect(review.problem(changes)).toBe(problem);
});
