// What the applicant is told when something happens in the case.
import type { Dossier } from '#kernel/declare/dossier.ts';
import type { CaseEvent, CaseState } from '#kernel/stages/case-state.ts';
import { stageOf } from '#kernel/stages/machine.ts';

export interface NoticeText {
  readonly title: string;
  readonly body: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The notice for one event; null when there is nothing that the applicant must know or do. */
export function noticeOf(dossier: Dossier, event: CaseEvent, state: CaseState): NoticeText | null {
  const where = stageOf(dossier, event.stage)?.name ?? '';
  switch (event.verb) {
    case 'return':
      return {
        title: `请补正${dossier.name}材料`,
        body: `${event.actor.officeName}在“${where}”环节退回，请在 ${String(event.data.workdays)} 个工作日内补正后重新提交，逾期视为撤回：${text(event.data.reasons)}`,
      };
    case 'refuse':
    case 'decline':
      return { title: `${dossier.name}未通过${where}`, body: `理由：${text(event.data.reasons)}` };
    case 'accept':
    case 'deem':
      return { title: `${dossier.name}已受理`, body: `自下一个工作日起计算办理时限${limitOf(dossier)}，进展可在“我的办件”查看。` };
    case 'deliver':
      return { title: `${dossier.name}结果已送达，请评价`, body: '请在“我的办件”中打开本件，对办理过程作出评价；经办窗口看不到是谁评价。' };
    case 'rectify':
      return { title: `对您评价的答复：${dossier.name}`, body: `${text(event.data.reply)}可以在“我的办件”中再评价一次。` };
    case 'receive-result':
      return state.status === 'refused'
        ? { title: `${dossier.name}未获认定`, body: `上级公布的结果为未通过。原因代码：${list(event.data.reasons) || '未列明'}` }
        : null;
    case 'issue':
      return {
        title: `${dossier.name}已通过，证书已登记`,
        body: `证书编号 ${text(event.data.number)}，自 ${text(event.data.from)} 起${until(event.data.until)}。`,
      };
    case 'uphold':
      return upheldNotice(dossier, event);
    case 'recommend':
      return { title: `${dossier.name}已推荐上报`, body: `已列入“${text(event.data.list)}”，请等待上级认定结果。` };
    case 'extend':
      return { title: `${dossier.name}办理期限延长`, body: `延长 ${String(event.data.workdays)} 个工作日。理由：${text(event.data.note)}` };
    case 'pause':
      return { title: `${dossier.name}暂停计时`, body: `理由：${text(event.data.note)}` };
    case 'lapse':
      return { title: `${dossier.name}逾期未补正`, body: '补正期限已过，本件视为撤回。如需申请，请在受理期内重新提交。' };
    default:
      return null;
  }
}

function upheldNotice(dossier: Dossier, { data }: CaseEvent): NoticeText {
  if (data.outcome === 'end') return { title: `${dossier.name}结果：撤销资格`, body: `${text(data.reasons)}。` };
  if (data.outcome === 'rectify')
    return { title: `${dossier.name}结果：限期整改`, body: `请在 ${text(data.until)} 前完成整改，下一年度仍不合格的撤销资格。` };
  return { title: `${dossier.name}结果已生效`, body: '公示无异议，资格予以保留；核定有补助的，请留意拨付通知。' };
}

const limitOf = ({ service }: Dossier): string => (service === undefined ? '' : `，承诺 ${service.promise} 个工作日内办结`);
const list = (value: unknown): string => (Array.isArray(value) ? value.map(String).join('、') : '');
const until = (value: unknown): string => (typeof value === 'string' ? `至 ${value} 有效` : '长期有效');
