// Party meetings and lessons (三会一课): branch, day, lecturer, attendance; seen by those who do party work alone; S211 of the list of systems.
import { cite } from '#kernel/declare/citation.ts';
import { defineForm, f, options, page } from '#kernel/declare/form.ts';
import { indicator, measuring, sum } from '#kernel/declare/indicator.ts';
import { register } from '#kernel/declare/register.ts';

const kinds = options({
  GENERAL_MEETING: '支部党员大会',
  COMMITTEE: '支部委员会',
  GROUP: '党小组会',
  LESSON: '党课',
  THEME_DAY: '主题党日',
  LIFE_MEETING: '组织生活会',
});

const form = defineForm(
  page('会议与党课', {
    topic: f.text('主题', { list: true, filter: true, maxLength: 100 }),
    kind: f.choice('类别', kinds, { list: true, filter: true }),
    branch: f.text('党支部', { list: true, filter: true, maxLength: 60 }),
    plannedOn: f.date('计划日期', { list: true, filter: true }),
    heldOn: f.date('开展日期', { list: true, filter: true, optional: true }),
    speaker: f.person('主讲（主持）人', { optional: true }),
    expected: f.integer('应到', { unit: '人', min: '1', optional: true }),
    attended: f.integer('实到', { unit: '人', min: '0', optional: true, list: true, filter: true }),
    minutes: f.longText('记录摘要', { optional: true }),
  }),
);

const measure = measuring('party-lessons', '次');
const lessons = measure('lessons', '专题党课', 'flow');
const lifeMeetings = measure('life-meetings', '组织生活会', 'flow');

export default register({
  id: 'party-lessons',
  name: '三会一课台账',
  domain: 'party',
  counter: '次',
  basis: [cite('《中国共产党支部工作条例（试行）》（2018年）')],
  form,
  title: 'topic',
  matchBy: ['topic'],
  states: options({ PLANNED: '计划', HELD: '已开展', CANCELLED: '取消' }),
  inForce: ['HELD'],
  measures: [lessons, lifeMeetings],
  flows: [
    { measure: lessons, on: 'heldOn', when: (row) => row.kind === 'LESSON' },
    { measure: lifeMeetings, on: 'heldOn', when: (row) => row.kind === 'LIFE_MEETING' },
  ],
  indicators: [
    indicator('party-lessons', '专题党课次数', '次', sum(lessons), '期内开展的党课'),
    indicator('party-life-meetings', '组织生活会次数', '次', sum(lifeMeetings), '期内召开的组织生活会'),
  ],
  seenBy: 'registers/party-building:read',
});
