// Two records of one event become one: which of them stands for both, and what that means.
import { useState } from 'preact/hooks';
import type { SessionDetail, Similar } from '../../api/types';
import { number } from '../../i18n/formats';
import { Button, Choice, Notice, Sheet, TextArea } from '../../ui';
import { t } from './i18n';
import { shortTeam } from '../teams/names';
import { keptFirst, lost } from './merging';
import { rowLabel } from './Numbers';
import { NOTHING, keepTyped, typedBefore } from './unsent';
import { what } from './words';

type Props = {
  session: SessionDetail;
  other: Similar;
  busy: boolean;
  problem: string;
  onClose: () => void;
  onMerge: (kept: 'mine' | 'theirs', comment: string) => void;
};

const COMMENT_AT_MOST = 500;
const nameOf = ({ team, recorded_by, participants }: Pick<Similar, 'team' | 'recorded_by' | 'participants'>): string =>
  t('merge.one', { team: shortTeam(team.name), name: recorded_by.name, n: participants === null ? '–' : number(participants) });

/** One number, or how many were taught and how many of them did it. */
const told = ([first = '', completed]: readonly string[]): string =>
  completed === undefined ? first : `${first} ${t('panel.assisted')}, ${completed} ${t('panel.completed')}`;

export const Merging = ({ session, other, busy, problem, onClose, onMerge }: Props) => {
  const [kept, setKept] = useState(keptFirst(session, other));
  const [{ comment }, setTyped] = useState(typedBefore(session.id, 'merge'));
  const type = (comment: string) => {
    const typed = { ...NOTHING, comment };
    keepTyped(session.id, 'merge', typed);
    setTyped(typed);
  };
  const [stays, goes] = kept === 'mine' ? [session, other] : [other, session];
  const only = lost(stays, goes)
    .map((row) => `${rowLabel(row)} (${told(row.right)})`)
    .join('; ');
  const n = number(stays.participants ?? 0);
  // Out of the official figures until somebody approves the one that is kept.
  const isLost = goes.state === 'approved' && stays.state !== 'approved';
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('merge.title')}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => onMerge(kept, comment.trim())}>
            {t('merge.open')}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p class="quiet">{what(session)}</p>
        {problem && <Notice tone="returned" icon="warning" title={problem} live />}
        <Choice
          id="kept"
          look="list"
          legend={t('merge.which')}
          value={kept}
          onValue={setKept}
          options={[
            { value: 'mine', label: t('merge.mine'), hint: nameOf(session) },
            { value: 'theirs', label: t('merge.theirs'), hint: nameOf(other) },
          ]}
        />
        <div aria-live="polite">
          <p>{t('merge.counted', { n })}</p>
          <p>{other.same_team ? t('merge.gone') : t('merge.credited', { team: shortTeam(goes.team.name) })}</p>
          <p>
            {t('merge.not_added')} {only && t('merge.lost', { what: only })}
          </p>
          <p class="quiet">{t('merge.undo_hint')}</p>
          {isLost && <Notice tone="pending" icon="warning" title={t('merge.waits', { n: number(goes.participants ?? 0) })} />}
        </div>
        <TextArea id="merge-comment" label={t('merge.comment')} optional value={comment} onValue={type} maxLength={COMMENT_AT_MOST} />
      </div>
    </Sheet>
  );
};
