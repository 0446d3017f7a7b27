// Where somebody is signed in, and the ways to end it.
import { useState } from 'preact/hooks';
import { me, signOut } from '../../account/account';
import { problemText } from '../../api/client';
import type { Device, PersonDetail } from '../../api/types';
import { now } from '../../data/clock';
import { useLoad } from '../../data/useLoad';
import { instant } from '../../i18n/formats';
import { Button, Chip, Dialog, Notice } from '../../ui';
import { t } from './i18n';
import { Loaded } from '../Loaded';
import { devicesOf, endDevice, endDevices } from './asks';
import { deviceName, isRunning } from './device';

/** Who has more has mostly forgotten them. */
const FIRST = 5;

const Row = ({ device, end }: { device: Device; end: () => void }) => {
  const name = deviceName(device.label);
  return (
    <li class="person">
      <div class="person-text">
        <strong>{name}</strong> {device.is_this && <Chip tone="approved">{t('device.this')}</Chip>}
        <p class="quiet small">{t('device.seen', { since: instant(device.created_at), when: instant(device.last_seen_at) })}</p>
      </div>
      <Button kind="quiet" label={t('device.end_for', { device: name })} onClick={end}>
        {t('device.end')}
      </Button>
    </li>
  );
};

type EndingProps = { person: PersonDetail; device: Device | null; onClose: () => void; onEnded: () => void };

/** One device, or all of them. */
const Ending = ({ person: { id, name }, device, onClose, onEnded }: EndingProps) => {
  const [failure, setFailure] = useState('');
  const isMine = id === me.value?.user.id;
  const end = () => {
    const ending = device ? endDevice(id, device.id) : endDevices(id);
    ending.then(
      () => (isMine && (!device || device.is_this) ? void signOut() : onEnded()),
      (thrown: unknown) => setFailure(problemText(thrown)),
    );
  };
  const title = device ? t('device.end_title', { device: deviceName(device.label) }) : isMine ? t('device.end_mine_title') : t('device.end_all_title', { name });
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="danger" onClick={end}>
            {t('device.end')}
          </Button>
        </>
      }
    >
      <div class="stack">
        {failure && <Notice tone="returned" icon="warning" title={failure} live />}
        <p>{isMine ? t('device.end_mine_text') : t('device.end_text', { name })}</p>
        {!isMine && <p class="quiet">{t('device.end_code')}</p>}
      </div>
    </Dialog>
  );
};

export const Devices = ({ person }: { person: PersonDetail }) => {
  const devices = useLoad(() => devicesOf(person.id), [person.id, person.version]);
  const [ending, setEnding] = useState<Device | 'all' | null>(null);
  const [said, setSaid] = useState('');
  const [most, setMost] = useState(FIRST);
  return (
    <section aria-labelledby="devices">
      <div class="section-head">
        <h2 id="devices">{t('device.title')}</h2>
      </div>
      <div role="status">{said && <Notice tone="approved" title={said} />}</div>
      <Loaded load={devices}>
        {({ items }) => {
          const running = items.filter((device) => isRunning(device, now().getTime()));
          if (running.length === 0) return <p class="card quiet">{t('device.none')}</p>;
          return (
            <div class="stack">
              <ul class="card card-tight people">
                {running.slice(0, most).map((device) => (
                  <Row key={device.id} device={device} end={() => setEnding(device)} />
                ))}
              </ul>
              <p class="quiet small">{t('device.every')}</p>
              <div class="row">
                {running.length > most && <Button onClick={() => setMost(running.length)}>{t('list.more')}</Button>}
                <Button icon="logout" onClick={() => setEnding('all')}>
                  {t('device.end_all')}
                </Button>
              </div>
            </div>
          );
        }}
      </Loaded>
      {ending && (
        <Ending
          person={person}
          device={ending === 'all' ? null : ending}
          onClose={() => setEnding(null)}
          onEnded={() => {
            setSaid(ending === 'all' ? t('device.ended_all', { name: person.name }) : t('device.ended'));
            setEnding(null);
            devices.reload();
          }}
        />
      )}
    </section>
  );
};
