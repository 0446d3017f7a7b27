// Of a session that another one stands for: which, and the way back.
import type { SessionDetail } from '../../api/types';
import { hrefWith } from '../../router';
import { Button, Notice } from '../../ui';
import { t } from './i18n';

type Props = { session: SessionDetail; busy: boolean; apart: () => void };

export const Merged = ({ session, busy, apart }: Props) =>
  session.merged_into === null ? null : (
    <Notice icon="copy" title={t('merged.title')}>
      {t('merged.text')}
      <span class="row similar-do">
        <a href={hrefWith({ session: session.merged_into })}>{t('merged.kept')}</a>
        {session.may.includes('unmerge') && (
          <Button busy={busy} onClick={apart}>
            {t('merge.undo')}
          </Button>
        )}
      </span>
    </Notice>
  );
