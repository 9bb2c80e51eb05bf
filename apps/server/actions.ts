// Every action of the product: each module adds its list here, and nothing is found by magic.
import { actions as accounts } from '#modules/accounts/actions/index.ts';
import type { Action } from '#platform/http/action.ts';

export const actions: readonly Action[] = [...accounts];
