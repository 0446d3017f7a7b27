// The numbers said back in one plain sentence, before they are sent and in what is shared.
import { formatDay } from '../../i18n/format';
import { inside } from '../../i18n/text';
import { t } from '../i18n';
import { vi } from '../i18n/vi';
import type { SessionBody } from '../../api/types';

type Taught = NonNullable<SessionBody['services']>[number];
type Counted = { participants?: number | null; services?: readonly Taught[] | null };

type Phrase = Extract<keyof typeof vi, `done.${string}`>;
const PHRASES = new Set(Object.keys(vi));
const isPhrase = (key: string): key is Phrase => PHRASES.has(key);

/** "10 lượt mở được tài khoản thanh toán"; without a result, how many were guided. */
export const taughtPhrase = ({ service, assisted, completed }: Taught, name: string): string => {
  const done = `done.${service}`;
  if (completed === undefined || completed === null) return t('readback.assisted', { n: assisted, service: name });
  return isPhrase(done) ? t(done, { n: completed }) : t('readback.completed', { n: completed, service: name });
};

export const countsInWords = (body: Counted, nameOf: (service: string) => string): string =>
  [
    t('readback.participants', { n: body.participants ?? 0 }),
    ...(body.services ?? []).map((taught) => taughtPhrase(taught, nameOf(taught.service))),
  ].join('; ');

/** "Ngày 05/04/2024, ấp Tân Hòa: hướng dẫn 25 lượt người; …" */
export const readBack = (body: Counted & { date: string }, place: string, nameOf: (service: string) => string): string =>
  `${t('readback.when_where', { day: formatDay(body.date), place: inside(place) })}: ${countsInWords(body, nameOf)}.`;
