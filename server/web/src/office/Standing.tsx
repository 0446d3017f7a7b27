// The state of a session as the office tells it: what is merged or went with its file was not cancelled.
import type { Session } from '../api/types';
import { Chip, StateChip } from '../ui';
import { t } from './i18n';

export const Standing = ({ session: { state, ending } }: { session: Pick<Session, 'state' | 'ending'> }) =>
  ending === 'merged' || ending === 'undone' ? (
    <Chip tone="off" icon={ending === 'merged' ? 'copy' : 'undo'}>
      {t(`ending.${ending}`)}
    </Chip>
  ) : (
    <StateChip state={state} />
  );
