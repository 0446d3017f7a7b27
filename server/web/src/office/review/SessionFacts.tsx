// Everything that was recorded about one session, in the order that a reviewer asks for it.
import type { ComponentChildren } from 'preact';
import { me } from '../../account/account';
import type { SessionDetail } from '../../api/types';
import { day, instant, number } from '../../i18n/formats';
import { Name, Notice } from '../../ui';
import { termName } from '../../data/catalogue';
import { fullName } from '../../data/units';
import { t } from './i18n';
import { Standing } from '../Standing';
import { Call } from '../Call';
import { shortTeam } from '../teams/names';
import { Unbroken } from '../Unbroken';
import { compared } from './facts';
import { History } from './History';
import { Flags } from './Queue';
import { Numbers } from './Numbers';
import { Photos } from './Photos';
import { ReviewWords } from './ReviewWords';
import { Value } from './Value';
import { broughtBy, fieldName, placeOf } from './words';

const OfThis = ({ session }: { session: SessionDetail }) => (
  <>
    <Numbers caption={t('panel.numbers')} left={t('panel.this')} right={t('panel.usual')} rows={compared(session, session.usual, number)} marked="left" />
    <p class="quiet small">
      {session.usual.participants !== null ? t('panel.usual_note', { n: session.usual.sessions }) : t('panel.usual_none')}
    </p>
  </>
);

const Detail = ({ name, children }: { name: string; children: preact.ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Details = ({ session }: { session: SessionDetail }) => (
  <dl class="facts">
    {session.type && <Detail name={t('panel.type')}>{termName('types', session.type)}</Detail>}
    {session.audience && <Detail name={t('panel.audience')}>{termName('audiences', session.audience)}</Detail>}
    {session.co_team_ids.length > 0 && (
      <Detail name={fieldName('co_team_ids')}>
        <Value field="co_team_ids" value={session.co_team_ids} />
      </Detail>
    )}
    {session.other_place_ids.length > 0 && (
      <Detail name={fieldName('other_place_ids')}>
        <Value field="other_place_ids" value={session.other_place_ids} />
      </Detail>
    )}
    {session.duration_min !== null && (
      <Detail name={t('panel.duration')}>{t('panel.minutes', { n: session.duration_min })}</Detail>
    )}
    {session.difficulties.length > 0 && (
      <Detail name={t('panel.difficulties')}>{session.difficulties.map((code) => termName('difficulties', code)).join(', ')}</Detail>
    )}
    {session.note && <Detail name={t('panel.note')}>“{session.note}”</Detail>}
  </dl>
);

/** Who held it and who wrote it down, where these are two. */
const byWhom = (session: SessionDetail): string => {
  const { team, recorded_by, submitted_by, conducted_by } = session;
  const wrote =
    submitted_by.id === recorded_by.id
      ? t('panel.by', { name: recorded_by.name })
      : t('panel.entered_by', { name: submitted_by.name, other: recorded_by.name });
  const held = conducted_by && conducted_by.id !== recorded_by.id && t('panel.held_by', { name: conducted_by.name });
  return [shortTeam(team.name), held, broughtBy(session, me.value?.user.id) ?? wrote].filter(Boolean).join(' · ');
};

/** `beside`: what stands after the numbers. */
export const SessionFacts = ({ session, beside }: { session: SessionDetail; beside: ComponentChildren }) => {
  const moved = fullName(session.place_today) !== fullName(session.place);
  return (
    <div class="stack session-facts">
      <header>
        <h2 id="session-title" tabIndex={-1}>
          <Name of={placeOf(session)} />
        </h2>
        {moved && <p class="quiet small">{t('panel.today', { place: fullName(session.place_today) })}</p>}
        <p class="row">
          <span>{day(session.date)}</span>
          <Standing session={session} />
        </p>
        <p class="quiet small">
          {byWhom(session)}
          <br />
          <Unbroken of={session.receipt_code} /> · {t('panel.sent', { when: instant(session.received_at) })}
        </p>
        {session.author_phone && <Call name={(session.conducted_by ?? session.recorded_by).name} phone={session.author_phone} />}
      </header>
      {session.asked_back && (
        <Notice tone="pending" icon="undo" title={t('panel.asked_back', { name: session.asked_back.by.name })}>
          “{session.asked_back.reason}”
          <br />
          {t('panel.asked_back_at', { when: instant(session.asked_back.at) })}
        </Notice>
      )}
      {session.flags.length > 0 && (
        <div class="flags">
          <Flags session={session} />
        </div>
      )}
      {session.nil ? <p>{t('panel.nil')}</p> : <OfThis session={session} />}
      {beside}
      <Details session={session} />
      {session.photos.length > 0 && <Photos session={session} />}
      {session.review && (
        <div class="last-review">
          <strong>
            {t('panel.last')}: {t(`history.${session.review.action}`)}
          </strong>
          <p class="quiet small">
            {session.review.by.name} · {instant(session.review.at)}
          </p>
          <ReviewWords review={session.review} />
        </div>
      )}
      <History key={session.version} id={session.id} />
    </div>
  );
};
