// Refusals that the public meets when it objects to a publication.
import { Refusal } from '#platform/refusal.ts';

export const objectionLate = (until: string): Refusal =>
  new Refusal(
    'OBJECTION_LATE',
    `公示期已于 ${until} 24:00 届满（以服务器时间为准），本页不再受理异议。公示期后发现问题的，可以向本局书面反映。`,
    { status: 409 },
  );

export const objectionRepeated = (receipt: string): Refusal =>
  new Refusal('OBJECTION_REPEATED', `同样内容的异议已经收到，回执号 ${receipt}，不必重复提交。`, { status: 409 });

export const objectionsFull = (): Refusal =>
  new Refusal('OBJECTIONS_FULL', '今天对这份公示提交的异议过多，网上暂停接收。请改以书面形式向本局反映，或明天再试。', { status: 429 });
