// Information items and news (科技信息报送): what was written, where it was sent, who took it; S202 of the list of systems.
import { cite } from '#kernel/declare/citation.ts';
import { defineForm, f, options, page } from '#kernel/declare/form.ts';
import { indicator, measuring, ratio, sum } from '#kernel/declare/indicator.ts';
import { register } from '#kernel/declare/register.ts';

const levels = options({ CENTRAL: '中央和国家部委', PROVINCE: '省级', CITY: '市级', OWN: '本局渠道' });

const form = defineForm(
  page('信息', {
    title: f.text('标题', { list: true, filter: true, maxLength: 120 }),
    kind: f.choice('类别', options({ BRIEFING: '政务信息', NEWS: '新闻报道', CASE: '典型经验', RESEARCH: '调研文章' }), {
      list: true,
      filter: true,
    }),
    region: f.region('报送地区', { list: true, filter: true }),
    author: f.text('报送处室（单位）', { list: true, filter: true, maxLength: 60 }),
    sentOn: f.date('报送日期', { list: true, filter: true }),
    outlet: f.text('报送渠道或媒体', { list: true, filter: true, maxLength: 60 }),
    level: f.choice('渠道级别', levels, { list: true, filter: true }),
    adoptedOn: f.date('采用日期', { optional: true, list: true, filter: true }),
    endorsed: f.yesNo('领导批示', { optional: true, filter: true }),
    link: f.text('网址或期号', { optional: true, maxLength: 200 }),
  }),
);

const measure = measuring('information-items', '条');
const sent = measure('sent', '报送的科技信息', 'flow');
const adopted = measure('adopted', '被采用的科技信息', 'flow');
const above = measure('adopted-above', '被省级以上采用的科技信息', 'flow');

export default register({
  id: 'information-items',
  name: '科技信息报送台账',
  domain: 'office',
  counter: '条',
  basis: [cite('国办发〔1995〕53号')],
  form,
  title: 'title',
  matchBy: ['title'],
  level: 'level',
  region: 'region',
  states: options({ SENT: '已报送', ADOPTED: '已采用', WITHDRAWN: '撤回' }),
  inForce: ['SENT', 'ADOPTED'],
  measures: [sent, adopted, above],
  flows: [
    { measure: sent, on: 'sentOn' },
    { measure: adopted, on: 'adoptedOn' },
    { measure: above, on: 'adoptedOn', when: (row) => row.level === 'CENTRAL' || row.level === 'PROVINCE' },
  ],
  indicators: [
    indicator('information-items', '报送科技信息数', '条', sum(sent), '期内报送的各类科技信息'),
    indicator('information-items-adopted', '采用科技信息数', '条', sum(adopted), '期内被采用的科技信息'),
    indicator('information-items-above', '省级以上采用科技信息数', '条', sum(above), '期内被省级以上采用的科技信息'),
    indicator('information-items-rate', '科技信息采用率', '%', ratio(sum(adopted), sum(sent)), '采用数 ÷ 报送数'),
  ],
});
