import type { Outcome } from '../../shared/problem.ts';
import type { Scope, Today } from '../../shared/today.ts';
import type { Handlers } from './calls.ts';

export interface TodayDeps {
  today(scope: Scope): Promise<Outcome<Today>>;
}

export function todayHandlers(deps: TodayDeps): Pick<Handlers, 'today.read'> {
  return { 'today.read': ({ scope }) => deps.today(scope) };
}
