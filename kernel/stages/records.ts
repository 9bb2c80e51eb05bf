// Forms for what officers record with a move, shared by the kinds of stage that send back or refuse.
import { defineForm, f, page } from '../declare/form.ts';

export const correctionRecord = defineForm(
  page('退回补正', {
    reasons: f.longText('需要补正的内容', { help: '一次性写明全部需要补正的材料和问题，申请单位将逐条收到' }),
    workdays: f.integer('补正期限', { unit: '个工作日', min: '1', max: '30' }),
  }),
);

export const refusalRecord = defineForm(page('不予通过', { reasons: f.longText('理由', { help: '写明依据和理由，将原文告知申请单位' }) }));

export const noteRecord = defineForm(page('意见', { note: f.longText('意见', { optional: true }) }));
