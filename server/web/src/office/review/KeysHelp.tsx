// The keys of the queue, for who asks with "?".
import { Dialog } from '../../ui';
import { t } from './i18n';
import { Key } from './Actions';

/** What is pressed, and `keys.*` which says what it does. */
const KEYS = { j: 'J', k: 'K', a: 'A', r: 'R', x: 'X', z: 'Z', send: 'Ctrl + Enter', help: '?' } as const;

export const KeysHelp = ({ onClose }: { onClose: () => void }) => (
  <Dialog open onClose={onClose} title={t('keys.title')}>
    <dl class="keys">
      {(Object.keys(KEYS) as (keyof typeof KEYS)[]).map((key) => (
        <div key={key}>
          <dt>
            <Key>{KEYS[key]}</Key>
          </dt>
          <dd>{t(`keys.${key}`)}</dd>
        </div>
      ))}
    </dl>
    <p class="quiet small keys-note">{t('keys.note')}</p>
  </Dialog>
);
