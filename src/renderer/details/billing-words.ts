import type { SessionDetails } from '../../shared/history/details.ts';
import type { Words } from '../composables/use-words.ts';
import type { DetailFormats } from './values.ts';

type Billed = Pick<
  SessionDetails,
  'finishedAt' | 'customMs' | 'measuredMs' | 'billableMs' | 'rule' | 'ruleIsClients'
>;

const modes = {
  off: 'details.rounded.off',
  up: 'details.rounded.up',
  nearest: 'details.rounded.nearest',
  down: 'details.rounded.down',
} as const;

/** How billable time came about: `Eigene Dauer 1:30 Std., aufgerundet auf 15 Min. → 1:30 Std.` */
export function howBillable(session: Billed, formats: DetailFormats, t: Words['t']): string {
  const { rule, customMs, measuredMs, billableMs } = session;
  if (session.finishedAt === null) return t('details.howRunning');
  const minutes = (n: number): string => t('details.minutes', { n });
  const rounds = rule.mode !== 'off';
  const base =
    customMs === null
      ? t('details.baseMeasured', { time: formats.duration(measuredMs) })
      : t('details.baseCustom', { time: formats.duration(customMs) });
  const rounding = [
    t(modes[rule.mode], { step: minutes(rule.step) }),
    rule.minimum > 0 ? t('details.atLeast', { time: minutes(rule.minimum) }) : null,
  ];
  const sentence = t('details.how', {
    base,
    rounding: rounding.filter(Boolean).join(', '),
    result: formats.duration(billableMs),
  });
  const rest = [
    t(session.ruleIsClients ? 'details.ruleClients' : 'details.ruleStandard'),
    rounds && rule.per === 'clientDay' ? t('details.perClientDay') : null,
    rule.mergeGap > 0 && rule.per === 'session'
      ? t('details.merged', { time: minutes(rule.mergeGap) })
      : null,
  ];
  return [`${sentence}.`.replace(/\.\.$/, '.'), ...rest].filter(Boolean).join(' ');
}
