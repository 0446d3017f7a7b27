import type { ComponentProps } from 'preact';
import { useEffect } from 'preact/hooks';
import { go, place } from '../../router';
import { Button, ErrorSummary, Icon, Loading, Notice } from '../../ui';
import { time } from '../../i18n/formats';
import { teams } from '../team/team';
import { termName, unbroken } from '../../data/catalogue';
import { t } from '../i18n';
import type { Store } from '../store/open';
import { placesOf } from '../places';
import type { Place } from '../store/schema';
import { refusalHelp, refusalTitle } from '../sessions/Refused';
import { listen } from '../outbox/tabs';
import { CLOCK } from '../outbox/verdict';
import { Page } from '../shell/Page';
import { useLoad } from '../../data/useLoad';
import type { Form } from './form';
import { Details } from './Details';
import { People, Services } from './Numbers';
import { ReadBack } from './ReadBack';
import { NEW_DRAFT } from '../store/drafts';
import type { Start } from './start';
import { useForm, type Editing } from './useForm';
import { WhenWhere } from './WhenWhere';

const CHECK = 'kiem-tra';

/** Today's places of the team, with the session's own if it is not among them. */
const usePlaces = (teamId: number, own: Place | null): Place[] => {
  const lead = teams().find(({ id }) => id === teamId);
  const { data } = useLoad(async () => (lead ? placesOf(lead) : []), [teamId]);
  const places = data ?? [];
  return own && !places.some(({ id }) => id === own.id) && (lead?.home.id === own.id || data) ? [own, ...places] : places;
};

const Banner = ({ start, isCounted, onStartAgain }: { start: Start; isCounted: boolean; onStartAgain: () => void }) => (
  <>
    {/* Faults at fields have their own summary. */}
    {start.refusal && start.refusal.errors.length === 0 && start.refusal.code !== CLOCK && (
      <Notice tone="returned" icon="warning" title={refusalTitle(start.refusal)}>
        {refusalHelp(start.refusal)}
        {start.held && <span class="line">{t('form.held', { counts: start.held })}</span>}
      </Notice>
    )}
    {start.review && (
      <Notice tone="returned" title={start.review.comment ? t('form.officer_says', { words: unbroken(start.review.comment) }) : t('form.look_again')}>
        {start.review.reasons.map((reason) => termName('reasons', reason)).join(' · ')}
      </Notice>
    )}
    {start.restoredAt && !isCounted && (
      <Notice tone="plain" icon="undo" title={t('form.restored', { time: time(start.restoredAt) })} live>
        <button class="link" type="button" onClick={onStartAgain}>
          {t(start.key === NEW_DRAFT ? 'form.start_again' : 'form.drop_draft')}
        </button>
      </Notice>
    )}
  </>
);

const Saved = ({ at, fails }: { at: string | null; fails: boolean }) => (
  <span class={`saved${fails ? ' tone-returned' : ''}`} role="status">
    {fails && (
      <>
        <Icon name="warning" size={16} />
        {t('form.not_saved')}
      </>
    )}
    {at && (
      <>
        <Icon name="check" size={16} />
        {t('form.saved', { time: time(at) })}
      </>
    )}
  </span>
);

const focusFirstMark = ({ errors }: Editing) => {
  const first = Object.keys(errors)[0];
  const field = first ? document.getElementById(first) : null;
  field?.scrollIntoView({ block: 'center' });
};

type Counted = ComponentProps<typeof import('../tally/InForm').FromTally>;
/** With the screen of the count it comes from, which is on the phone by then. */
const FromTally = (props: Counted) => {
  const { data } = useLoad(() => import('../tally/InForm'), []);
  return data && <data.FromTally {...props} />;
};

type Props = { start: Start; store: Store; title: string; back: string; here: string; onStartAgain: () => void; onSentElsewhere: (own: Form | null) => void };

export const FormScreen = ({ start, store, title, back, here, onStartAgain, onSentElsewhere }: Props) => {
  const editing = useForm(start, store);
  const { form, errors, attempt, savedAt, isUnsaved } = editing;
  const places = usePlaces(form.team_id, start.place);
  const isChecking = place.value.query.get('buoc') === CHECK;
  const leave = (step: string) => {
    go(step);
    scrollTo(0, 0);
  };

  // Another tab has sent what both have opened: what was written here since becomes another session.
  useEffect(
    () =>
      listen((_, id) => {
        if (id !== start.id || start.key !== NEW_DRAFT) return;
        editing.stopSaving();
        onSentElsewhere(form === start.form ? null : form);
      }),
    [form],
  );
  useEffect(() => {
    // The read-back's address opened again after a crash: the form comes first.
    if (isChecking) go(here, { replace: true });
    else if (start.review) focusFirstMark(editing);
  }, []);

  if (isChecking) {
    const label = places.find(({ id }) => id === form.place_id)?.label ?? '';
    return <ReadBack start={start} editing={editing} store={store} place={label} back={here} />;
  }
  const submit = (event: Event) => {
    event.preventDefault();
    if (!editing.isReady()) return;
    editing.saveNow();
    leave(`${here}?buoc=${CHECK}`);
  };
  const list = Object.entries(errors).map(([id, text]) => ({ id, text }));
  return (
    <form onSubmit={submit} noValidate>
      <Page
        title={title}
        back={back}
        aside={<Saved at={savedAt} fails={isUnsaved} />}
        foot={
          <Button kind="primary" type="submit" wide big>
            {t('action.submit')}
          </Button>
        }
      >
        <div class="stack">
          <Banner start={start} isCounted={form.tally !== undefined} onStartAgain={onStartAgain} />
          {form.tally && start.key === NEW_DRAFT && <FromTally id={start.id} counted={form.tally} editing={editing} store={store} onStartAgain={onStartAgain} />}
          {!store.isDurable && <Notice tone="pending" icon="warning" title={t('form.not_durable')} />}
          {attempt > 0 && <ErrorSummary errors={list} attempt={attempt} />}
          {places.length === 0 ? <Loading /> : <WhenWhere editing={editing} places={places} />}
          <People {...editing} />
          <Services {...editing} />
          <Details editing={editing} places={places} id={start.id} store={store} />
          {/* Below, so that nothing moves under the finger. */}
          {isUnsaved && <Notice tone="returned" icon="warning" title={t('outbox.not_kept')} />}
          <p class="hint">{t('form.privacy')}</p>
        </div>
      </Page>
    </form>
  );
};
