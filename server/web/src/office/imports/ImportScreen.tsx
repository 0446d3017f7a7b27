// Bringing in what a district keeps in Excel: which list, its template, the file.
import { useRef, useState } from 'preact/hooks';
import { isProblem, problemText } from '../../api/client';
import { newUuid } from '../../data/uuid';
import { go, place, setQuery } from '../../router';
import { Button, Choice, Notice } from '../../ui';
import { DayInput } from '../DayInput';
import { t } from './i18n';
import { today } from '../shell/current';
import { hrefOf } from '../shell/pages';
import { check, KINDS, LARGEST, seemingKind, templateOf, type Kind } from './batches';
import { Earlier } from './Earlier';
import { FileField } from './FileField';
import { useAsked } from './useAsked';
import { Working } from './Working';
import './imports.css';

/** Kept for as long as the file, so that trying again is no second batch. */
type Sending = { id: string; kind: Kind; anyway: boolean; file: File; failure: unknown };
type Send = (file: File, as?: { id?: string; kind?: Kind; anyway?: boolean }) => Promise<void>;

const useSending = (chosen: Kind, on: string) => {
  const [sending, setSending] = useState<Sending | null>(null);
  const turn = useRef(0);
  const send: Send = async (file, { id = newUuid(), kind = chosen, anyway = false } = {}) => {
    const mine = ++turn.current;
    setSending({ id, kind, anyway, file, failure: null });
    try {
      await check({ id, kind, file, on, anyway });
      if (mine === turn.current) go(hrefOf('imports', `/${id}`));
    } catch (failure) {
      if (mine === turn.current) setSending({ id, kind, anyway, file, failure });
    }
  };
  return { sending, send, stop: () => (turn.current++, setSending(null)) };
};

type FailedProps = { sending: Sending; send: Send; stop: () => void };

const Failed = ({ sending: { id, kind, anyway, file, failure }, send, stop }: FailedProps) => {
  const other = seemingKind(failure);
  const sendAs = (as: Kind) => {
    setQuery({ kind: as });
    void send(file, { kind: as });
  };
  return (
    <Notice tone={other ? 'pending' : 'returned'} icon="warning" title={t('imports.not_sent', { file: file.name })} live>
      {problemText(failure)}
      <span class="row import-actions">
        {other && (
          <>
            <Button kind="primary" onClick={() => sendAs(other)}>
              {t('imports.other_kind', { kind: t(`imports.kind_${other}`) })}
            </Button>
            <Button onClick={() => void send(file, { kind, anyway: true })}>{t('imports.anyway', { kind: t(`imports.kind_${kind}`) })}</Button>
          </>
        )}
        {isProblem(failure) && failure.retryable && <Button onClick={() => void send(file, { id, kind, anyway })}>{t('action.retry')}</Button>}
        <Button onClick={stop}>{t('imports.choose_again')}</Button>
      </span>
    </Notice>
  );
};

export const ImportScreen = () => {
  const kind = KINDS.find((one) => one === place.value.query.get('kind')) ?? 'sessions';
  const [on, setOn] = useState(today.value);
  const [tooLarge, setTooLarge] = useState(false);
  const { sending, send, stop } = useSending(kind, on || today.value);
  const isAtWork = sending !== null && sending.failure === null;
  const asked = useAsked(isAtWork ? sending.id : null);
  const take = (file: File) => {
    setTooLarge(file.size > LARGEST);
    if (file.size <= LARGEST) void send(file);
  };
  return (
    <>
      <div class="page-head">
        <div>
          <h1>{t('nav.imports')}</h1>
          <p class="quiet">{t('imports.lead')}</p>
        </div>
      </div>
      {isAtWork ? (
        <Working file={sending.file.name} progress={asked?.progress} />
      ) : (
        <div class="import-steps">
          {sending && <Failed sending={sending} send={send} stop={stop} />}
          <section aria-labelledby="which">
            <h2 id="which">{t('imports.which')}</h2>
            <Choice
              id="kind"
              look="fill"
              legend={t('imports.which_label')}
              legendHidden
              value={kind}
              onValue={(value) => setQuery({ kind: value })}
              options={KINDS.map((value) => ({ value, label: t(`imports.kind_${value}`), hint: t(`imports.hint_${value}`) }))}
            />
          </section>
          <section aria-labelledby="template">
            <h2 id="template">{t('imports.template')}</h2>
            <p class="quiet">{t('imports.template_text')}</p>
            {kind === 'sessions' && <p class="quiet">{t('imports.no_names')}</p>}
            {kind === 'people' && <p class="quiet">{t('imports.no_secrets')}</p>}
            <Button icon="download" href={templateOf(kind)} download>
              {t('imports.template_action')}
            </Button>
          </section>
          <section aria-labelledby="file">
            <h2 id="file">{t('imports.file')}</h2>
            {tooLarge && <Notice tone="returned" icon="warning" title={t('imports.too_large')} live />}
            <FileField onFile={take} />
            <details class="import-day">
              <summary>{t('imports.on_other')}</summary>
              <p class="quiet">{t('imports.on_hint')}</p>
              <DayInput id="on" label={t('imports.on')} value={on} onValue={setOn} max={today.value} />
            </details>
          </section>
        </div>
      )}
      <Earlier />
    </>
  );
};
