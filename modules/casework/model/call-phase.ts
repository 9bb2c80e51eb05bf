// Where a call stands by the server's clock.

export type CallPhase = '草稿' | '未开始' | '受理中' | '已截止' | '已关闭';

export function callPhase(call: { status: string; opens_at: Date; closes_at: Date }, now: Date): CallPhase {
  if (call.status === 'draft') return '草稿';
  if (call.status === 'closed') return '已关闭';
  if (now < call.opens_at) return '未开始';
  return now < call.closes_at ? '受理中' : '已截止';
}
