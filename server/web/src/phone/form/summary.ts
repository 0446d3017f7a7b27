// What a Tổ tells its hamlet's group of a session: warm, short, a line for each thing.
import type { Session } from '../../api/types';
import { serviceName } from '../../data/catalogue';
import { day, number, period } from '../../i18n/formats';
import { inside } from '../../i18n/text';
import { t } from '../i18n';
import { placeName } from '../places';
import { taughtPhrase } from './readback';

export const summary = (session: Omit<Session, 'client'>): string => {
  const { team, place, participants, services, receipt_code } = session;
  const code = t('share.code', { code: receipt_code });
  if (session.nil) return `${t('nil.sentence', { team: team.name, month: period(session.date.slice(0, 7)) })}\n${code}`;
  const met = t('share.met', { day: day(session.date), place: inside(placeName(place)), n: number(participants ?? 0) });
  const taught = (services ?? []).map((one) => `• ${taughtPhrase(one, serviceName(one.service))}`);
  return [t('share.title', { team: team.name }), `${met}${taught.length > 0 ? ':' : '.'}`, ...taught, t('share.thanks'), code].join('\n');
};
