// One file: what was found in it, what it will do, what became of it.
import { useState } from 'preact/hooks';
import { OFFICE } from '../../account/account';
import { isProblem, problemText } from '../../api/client';
import { useLoad } from '../../data/useLoad';
import { localDay } from '../../i18n/format';
import { day, instant, number } from '../../i18n/formats';
import { Button, Figure, Notice } from '../../ui';
import { countWork } from '../desk/work';
import { t } from './i18n';
import { Loaded } from '../Loaded';
import { ApprovedDialog, approvedOf } from './Approved';
import { Approving } from './Approving';
import { apply, changing, faultyRowsOf, read, standingOf, undo, type Batch } from './batches';
import { hrefOf } from '../shell/pages';
import { hrefOfSessions } from './sessions';
import { DifferNotice, DifferingRows } from './Different';
import { Faults } from './Faults';
import { PassedOver } from './PassedOver';
import { Beside, Understood } from './Understood';
import { UndoDialog } from './UndoDialog';
import { useAsked } from './useAsked';
import { Working } from './Working';
import './imports.css';

const again = ({ kind }: Batch): string => `${hrefOf('imports').split('?')[0]}?kind=${kind}`;

const Figures = ({ batch }: { batch: Batch }) => (
  <div class="card import-figures">
    <Figure value={number(batch.added)} label={t(batch.state === 'checked' ? 'imports.will_add' : 'imports.added')} />
    {batch.kind === 'hamlets' && <Figure value={number(batch.corrected)} label={t('imports.corrected')} />}
    <Figure value={number(batch.known)} label={t('imports.known')} />
    <Figure value={number(batch.faulty)} label={t('imports.faulty')} />
  </div>
);

const Done = ({ batch }: { batch: Batch }) => (
  <Notice
    tone="approved"
    title={t('imports.done', { n: changing(batch) })}
    live
    action={
      batch.kind === 'sessions' ? (
        <Button href={hrefOfSessions(batch)}>{t('imports.see_sessions')}</Button>
      ) : batch.teams.length > 0 ? (
        <Button icon="print" href={`${OFFICE}to/phieu-ma?team=${batch.teams.join(',')}`}>
          {t('imports.print_codes')}
        </Button>
      ) : (
        <Button href={hrefOf('teams')}>{t('imports.see_teams')}</Button>
      )
    }
  >
    {batch.waiting && batch.waiting.approved > 0
      ? t('imports.of_them', { approved: number(batch.waiting.approved), waiting: number(batch.waiting.clean + batch.waiting.flagged) })
      : t(batch.may.includes('approve') ? 'imports.done_for_you' : `imports.done_${batch.kind}`)}
  </Notice>
);

const Said = ({ batch }: { batch: Batch }) => {
  const standing = standingOf(batch);
  if (standing === 'applied') return <Done batch={batch} />;
  if (standing === 'undone')
    return (
      <Notice tone="off" icon="undo" title={t(batch.applied_at === null ? 'imports.dropped' : 'imports.undone')} live>
        {t(batch.applied_at === null ? 'imports.dropped_text' : 'imports.undone_text', { n: changing(batch) })}
      </Notice>
    );
  if (standing === 'nothing_new') return <Notice icon="info" title={t(batch.different === null ? 'imports.nothing_new' : 'imports.nothing_added')} />;
  if (standing === 'faulty')
    return (
      <Notice tone="returned" icon="warning" title={t('imports.has_faults', { n: batch.faulty })}>
        {t('imports.has_faults_text')}
      </Notice>
    );
  return (
    <Notice tone="approved" title={t('imports.ready')}>
      {batch.kind === 'sessions' && t('imports.ready_sessions')}
    </Notice>
  );
};

const Found = ({ batch, set }: { batch: Batch; set: (batch: Batch) => void }) => {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [undoing, setUndoing] = useState(false);
  const asked = useAsked(busy || standingOf(batch) === 'working' ? batch.id : null);
  const standing = standingOf(asked && !busy ? asked : batch);
  const act = async (action: (id: string) => Promise<Batch>) => {
    setBusy(true);
    setFailure(null);
    try {
      set(await action(batch.id));
    } catch (thrown) {
      setFailure(thrown);
    } finally {
      setBusy(false);
      void countWork();
    }
  };
  /** What stands in the way may be new, or out of it. */
  const askToUndo = async () => {
    await read(batch.id).then(set, () => undefined);
    setUndoing(true);
  };
  if (busy || standing === 'working') return <Working file={batch.file_name} progress={asked?.progress ?? batch.progress} />;
  const different = batch.state === 'undone' ? null : batch.different;
  const hasChanged = isProblem(failure) && ['import_changed', 'import_gone'].includes(failure.code);
  return (
    <div class="stack">
      {batch.state !== 'undone' && <Figures batch={batch} />}
      <Said batch={batch} />
      {different && <DifferNotice rows={different.rows} kind={batch.kind} />}
      {batch.sample && batch.sample.beside.length > 0 && <Beside beside={batch.sample.beside} />}
      {batch.state === 'checked' && batch.passed_over.length > 0 && <PassedOver columns={batch.passed_over} />}
      {batch.state === 'checked' && batch.sheet !== null && <Notice icon="info" title={t('imports.sheet', { sheet: batch.sheet })} />}
      {failure !== null && <Notice tone="returned" icon="warning" title={problemText(failure)} live />}
      {!batch.has_content && batch.state === 'checked' && <Notice icon="info" title={t('imports.gone')} />}
      {batch.may.includes('approve') && <Approving batch={batch} set={set} />}
      <div class="row">
        {standing === 'ready' && batch.may.includes('apply') && !hasChanged && (
          <Button kind="primary" icon="upload" onClick={() => void act(apply)}>
            {t('imports.apply', { n: changing(batch) })}
          </Button>
        )}
        {hasChanged && (
          <Button kind="primary" href={again(batch)}>
            {t('imports.apply_again')}
          </Button>
        )}
        {standing === 'faulty' && (
          <>
            <Button kind="primary" href={again(batch)}>
              {t('imports.mended')}
            </Button>
            {batch.has_content && (
              <Button icon="download" href={faultyRowsOf(batch.id)} download>
                {t('imports.faulty_rows')}
              </Button>
            )}
          </>
        )}
        {batch.may.includes('undo') &&
          (batch.state === 'applied' ? (
            <Button icon="undo" onClick={() => void askToUndo()}>
              {t('imports.undo')}
            </Button>
          ) : (
            <Button kind={standing === 'nothing_new' ? undefined : 'quiet'} onClick={() => void act((one) => undo(one))}>
              {t('imports.drop_it')}
            </Button>
          ))}
      </div>
      {standing === 'faulty' && batch.has_content && <Faults id={batch.id} />}
      {standing === 'ready' && batch.sample && <Understood batch={batch} sample={batch.sample} />}
      {different && <DifferingRows {...different} />}
      {undoing && approvedOf(batch) > 0 && <ApprovedDialog batch={batch} onClose={() => setUndoing(false)} />}
      {undoing && approvedOf(batch) === 0 && (
        <UndoDialog
          batch={batch}
          onClose={() => setUndoing(false)}
          onDone={(done) => {
            setUndoing(false);
            set(done);
            void countWork();
          }}
        />
      )}
    </div>
  );
};

const facts = (batch: Batch): string =>
  [
    t(`imports.kind_${batch.kind}`),
    t('imports.rows', { n: batch.rows }),
    batch.by.name,
    batch.created_at && instant(batch.created_at),
    batch.day && batch.created_at && batch.day !== localDay(batch.created_at) && t('imports.of_day', { date: day(batch.day) }),
  ]
    .filter(Boolean)
    .join(' · ');

export const BatchScreen = ({ id }: { id: string }) => {
  const load = useLoad(() => read(id), [id]);
  const [latest, setLatest] = useState<Batch | null>(null);
  return (
    <Loaded load={load}>
      {(loaded) => {
        const batch = latest ?? loaded;
        return (
          <>
            <div class="page-head">
              <div>
                <p>
                  <a href={hrefOf('imports')}>‹ {t('nav.imports')}</a>
                </p>
                <h1 class="import-name">{batch.file_name}</h1>
                <p class="quiet">{facts(batch)}</p>
              </div>
            </div>
            <Found batch={batch} set={setLatest} />
          </>
        );
      }}
    </Loaded>
  );
};
