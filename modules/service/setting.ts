// What service is given by whoever composes the server: casework's declarations and calendar of working days.
import type { CaseworkSetting } from '#modules/casework/contract.ts';

export interface ServiceSetting {
  readonly casework: CaseworkSetting;
}
