// "Nộp buổi từ máy khác": one's own unsent work, out of the text that another phone has written.
import { useState } from 'preact/hooks';
import { me } from '../../account/account';
import { Button, Notice, TextArea } from '../../ui';
import { t as phone } from '../i18n';
import { enqueueAll, openedStore } from '../outbox/keep';
import { unsent } from '../outbox/outbox';
import { ACCOUNT, SESSIONS } from '../paths';
import { placesOf } from '../places';
import { inCache } from '../sessions/opened';
import { Page } from '../shell/Page';
import type { Store } from '../store/open';
import { teams } from '../team/team';
import { missingHere, sorted, thawed, type Sorted } from './take';
import { t } from './texts';

type Outcome = Sorted & { taken: number };

const namesOfPlaces = async (): Promise<(id: number) => string> => {
  const known = (await Promise.all(teams().map((team) => placesOf(team).catch(() => [])))).flat();
  return (id) => known.find((place) => place.id === id)?.label ?? '';
};

const take = async (into: Store, text: string, personId: number): Promise<Outcome> => {
  const found = sorted(text, personId);
  const items = missingHere(found.mine, unsent.value);
  if (items.length > 0) {
    const placeOf = await namesOfPlaces();
    await enqueueAll(into, items.map((item) => thawed(item, inCache(item.id), placeOf)));
  }
  return { ...found, taken: items.length };
};

const Told = ({ outcome: { mine, others, damaged, taken } }: { outcome: Outcome }) => {
  const there = mine.length - taken;
  return (
    <div class="stack" role="status">
      {taken > 0 && <Notice tone="approved" title={t('in.taken', { n: taken })} />}
      {there > 0 && <Notice tone="plain" title={t('in.there', { n: there })} />}
      {others > 0 && <Notice tone="returned" icon="warning" title={t('in.others', { n: others, name: me.value?.user.name ?? '' })} />}
      {damaged > 0 && <Notice tone="returned" icon="warning" title={t('in.damaged', { n: damaged })} />}
      {mine.length + others + damaged === 0 && <Notice tone="returned" icon="warning" title={t('in.nothing')} />}
      {mine.length > 0 && (
        <Button wide href={SESSIONS}>
          {t('in.look')}
        </Button>
      )}
    </div>
  );
};

export const HandInScreen = () => {
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [busy, setBusy] = useState(false);
  const [isKept, setKept] = useState(true);
  const read = async (given: string) => {
    const person = me.value?.user.id;
    if (busy || person === undefined) return;
    setBusy(true);
    setKept(true);
    try {
      const found = await take(openedStore(), given, person);
      setOutcome(found);
      if (found.taken > 0) setText('');
    } catch {
      setKept(false);
    }
    setBusy(false);
  };
  const open = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (!file) return;
    const given = await file.text();
    input.value = '';
    await read(given);
  };
  return (
    <Page title={t('in.title')} back={ACCOUNT}>
      <div class="stack">
        <p>{t('in.help')}</p>
        {!isKept && <Notice tone="returned" icon="warning" title={phone('outbox.not_kept')} live />}
        {outcome && <Told outcome={outcome} />}
        <TextArea id="text" label={t('in.text')} value={text} onValue={setText} />
        <Button kind="primary" wide big busy={busy} onClick={() => void read(text)}>
          {t('in.take')}
        </Button>
        <label class="button button-secondary button-wide" for="file">
          <span>{t('in.file')}</span>
        </label>
        <input id="file" class="unseen" type="file" accept=".txt,text/plain" onChange={(event) => void open(event.currentTarget)} />
      </div>
    </Page>
  );
};
