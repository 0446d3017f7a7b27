// A month without sessions is said, so that silence always means that a report is missing.
import { useState } from 'preact/hooks';
import { go } from '../../router';
import { Button, Choice, Notice, Picker } from '../../ui';
import { period } from '../../i18n/formats';
import { sentence } from '../../i18n/text';
import { lastMonth, thisMonth, today } from '../../data/clock';
import { t } from '../i18n';
import { happened, useTotal } from '../home/useTotal';
import { freeze } from '../outbox/freeze';
import { enqueue, openedStore } from '../outbox/keep';
import { HOME, sentPath } from '../paths';
import { placeName } from '../places';
import { Page } from '../shell/Page';
import { chosenTeam, team, teamOptions, teams } from '../team/team';
import { nilBody } from './form';
import { APP_VERSION } from './ReadBack';
import { newUuid } from '../../data/uuid';

export const NilScreen = () => {
  const [month, setMonth] = useState(thisMonth());
  const [busy, setBusy] = useState(false);
  const [isKept, setKept] = useState(true);
  const lead = team.value;
  const total = useTotal(lead?.id ?? 0, month);
  if (!lead) return null;
  const sessions = happened(total?.value, lead.id, month) ?? 0;
  const send = async () => {
    if (busy) return;
    setBusy(true);
    const id = newUuid();
    const body = nilBody(lead.id, lead.home.id, month, today(), { created_at: new Date().toISOString(), app_version: APP_VERSION });
    try {
      const into = openedStore();
      await enqueue(into, await freeze({ id, body, etag: null, place: placeName(lead.home), dayIsSure: false }));
    } catch {
      setBusy(false);
      return setKept(false);
    }
    go(sentPath(id), { replace: true });
  };
  return (
    <Page
      title={t('nil.title')}
      back={HOME}
      foot={
        <Button kind="primary" wide big busy={busy} onClick={send}>
          {t('nil.send')}
        </Button>
      }
    >
      <div class="stack">
        {!isKept && <Notice tone="returned" icon="warning" title={t('outbox.not_kept')} live />}
        {teams().length > 1 && (
          <Picker id="team_id" label={t('field.team_id')} value={String(lead.id)} options={teamOptions()} onValue={(value) => (chosenTeam.value = Number(value))} />
        )}
        <Choice
          id="month"
          legend={t('nil.month')}
          look="fill"
          value={month}
          onValue={setMonth}
          options={[thisMonth(), lastMonth()].map((value) => ({ value, label: sentence(period(value)) }))}
        />
        <p class="readback">{t('nil.sentence', { team: lead.name, month: period(month) })}</p>
        {sessions > 0 && <Notice tone="pending" icon="warning" title={t('nil.but', { n: sessions, month: period(month) })} live />}
        <p class="quiet">{t('nil.only')}</p>
        <p class="quiet">{t('nil.later')}</p>
      </div>
    </Page>
  );
};
