// The work of one person: looked at, then handed in for them.
import { useState } from 'preact/hooks';
import { me } from '../../account/account';
import { api, isProblem, ok, problemText } from '../../api/client';
import type { Verdict } from '../../api/types';
import type { Carried, Handover } from '../../data/handover';
import { useLoad } from '../../data/useLoad';
import { Button, Notice } from '../../ui';
import { t } from './i18n';
import { Failed } from '../Loaded';
import { countWork } from '../desk/work';
import { handIn, isSettled } from './handIn';
import { Items } from './Items';

const nameOf = async (id: number): Promise<string> => {
  const self = me.value?.user;
  return self?.id === id ? self.name : (await ok(api.GET('/api/v1/users/{user_id}', { params: { path: { user_id: id } } }))).name;
};

export const Author = ({ handover, device }: { handover: Handover; device: string }) => {
  const { author_id, items } = handover;
  const name = useLoad(() => nameOf(author_id), [author_id]);
  const [verdicts, setVerdicts] = useState<ReadonlyMap<Carried, Verdict>>(new Map());
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const left = items.filter((item) => !isSettled(item, verdicts.get(item)));
  const isTried = verdicts.size > 0;

  const send = async () => {
    const by = me.value?.user;
    if (!by) return;
    setBusy(true);
    setFailure('');
    try {
      const answers = await handIn({ author_id, items: left }, { id: by.id, device }, () => new Date().toISOString());
      setVerdicts(new Map([...verdicts, ...left.flatMap((item, at): [Carried, Verdict][] => (answers[at] ? [[item, answers[at]]] : []))]));
    } catch (thrown) {
      setFailure(problemText(thrown));
    } finally {
      setBusy(false);
      void countWork();
    }
  };
  if (isProblem(name.failure) && name.failure.status === 404) {
    return (
      <Notice tone="returned" icon="warning" title={t('handover.stranger')}>
        {t('handover.stranger_text')}
      </Notice>
    );
  }
  if (name.failure) return <Failed failure={name.failure} retry={name.reload} />;
  if (name.data === null) return null;
  return (
    <section class="stack">
      <div class="section-head">
        <h2>{t('handover.of', { n: items.length, name: name.data })}</h2>
      </div>
      <Items items={items} verdicts={verdicts} />
      <div class="stack" role="status">
        {failure && <Notice tone="returned" icon="warning" title={failure} />}
        {isTried && left.length === 0 && <Notice tone="approved" title={t('handover.done', { n: items.length, name: name.data })} />}
        {isTried && left.length > 0 && <Notice tone="returned" icon="warning" title={t('handover.some_left', { n: left.length })} />}
      </div>
      {left.length > 0 && (
        <div class="row">
          <Button kind={isTried ? 'secondary' : 'primary'} icon="upload" busy={busy} onClick={() => void send()}>
            {isTried ? t('handover.again') : t('handover.hand_in', { n: left.length })}
          </Button>
          <p class="quiet small">{t('handover.safe')}</p>
        </div>
      )}
    </section>
  );
};
