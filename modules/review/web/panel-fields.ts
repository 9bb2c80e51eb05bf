// What is asked when an expert is replaced and when a panel is concluded.
import { defineForm, f, page } from '#kernel/declare/form.ts';
import { formView } from '#kernel/faces/form-view.ts';
import type { FieldView } from '#ui/fields/field-view.ts';
import type { PanelDetail } from '../wire.ts';

export function leavingFields(panel: PanelDetail): readonly FieldView[] {
  const seats = panel.seats
    .filter(({ status }) => status === 'seated')
    .map(({ id, seat, name, unit }) => ({ code: id, name: `${seat}号席 ${name}（${unit}）` }));
  const form = defineForm(
    page('替换专家', {
      seat: f.choice('退出的专家', seats),
      kind: f.choice('情形', [
        { code: 'other', name: '因事不能评审' },
        { code: 'conflict', name: '应当回避' },
        { code: 'hidden', name: '隐瞒应回避情形' },
      ]),
      reason: f.text('退出原因'),
    }),
  );
  return formView(form).pages.flatMap(({ fields }) => fields);
}

const note = formView(defineForm(page('汇总', { note: f.longText('说明', { optional: true, help: '例如：并列名次由党组会确定' }) })));
export const noteField = note.pages.flatMap(({ fields }) => fields)[0] as FieldView;
