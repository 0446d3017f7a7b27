import type { SessionBody } from '../../api/types';
import { day } from '../../i18n/formats';
import { inside } from '../../i18n/text';
import { Notice } from '../../ui';
import { t } from '../i18n';
import { known } from '../sessions/recent';
import { doubts, type Doubt } from './doubts';

type Props = { id: string; body: SessionBody; place: string; back: string };

const question = (doubt: Doubt, { body, place }: Props): string => {
  if (doubt.is === 'personal') return t('form.note_personal');
  if (doubt.is === 'many') return t('doubt.many', { n: doubt.turns, usual: doubt.usual });
  return t('doubt.again', { day: day(body.date), place: inside(place), n: doubt.turns });
};

export const Asked = (props: Props) => (
  <>
    {doubts(props.id, props.body, known()).map((doubt) => (
      <Notice key={doubt.is} tone="pending" icon="warning" title={question(doubt, props)}>
        {doubt.is === 'personal' && (
          <a class="link" href={props.back}>
            {t('read_back.no')}
          </a>
        )}
      </Notice>
    ))}
  </>
);
