// Somebody who has an account already, whose number was typed as a new person's: taken as they are.
import type { Person } from '../../api/types';
import { useLoad } from '../../data/useLoad';
import { Button, Notice } from '../../ui';
import { person } from '../people/asks';
import { openTeams } from '../people/memberships';
import { today } from '../shell/current';
import { t } from './i18n';

type OfferProps = { team: number; owner: Person; take: () => void };

/** Officers are in no team; who is locked is let in again on their page first. */
export const Offer = ({ team, owner: { id, name, role, disabled_at }, take }: OfferProps) => {
  const load = useLoad(() => person(id), [id]);
  if (!load.data || role !== 'volunteer' || disabled_at !== null) return null;
  if (openTeams(load.data.memberships, today.value).has(team)) return <Notice tone="off" icon="info" title={t('contact.is_in', { name })} />;
  return <Button onClick={take}>{t('contact.take', { name })}</Button>;
};
