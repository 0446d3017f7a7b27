import { useState } from 'preact/hooks';
import { me } from '../../account/account';
import { SecretForm } from '../../account/NewSecret';
import { Button, Card, LocaleSwitch, Notice, Section } from '../../ui';
import { t } from '../i18n';
import { HOME } from '../paths';
import { Page } from '../shell/Page';
import { teams } from '../team/team';
import { Leave } from './Leave';
import { ThisPhone } from './ThisPhone';

const Secret = () => {
  const [changes, setChanges] = useState(false);
  const [done, setDone] = useState(false);
  if (!changes) {
    return (
      <>
        {done && <Notice tone="approved" title={t('account.secret_changed')} live />}
        <Button wide onClick={() => setChanges(true)}>
          {t(me.value?.user.role === 'volunteer' ? 'account.change_secret' : 'account.change_password')}
        </Button>
      </>
    );
  }
  const finish = (changed: boolean) => {
    setDone(changed);
    setChanges(false);
  };
  return <SecretForm onChosen={() => finish(true)} onCancel={() => finish(false)} />;
};

export const AccountScreen = () => {
  const [leaves, setLeaves] = useState(false);
  const user = me.value?.user;
  return (
    <Page title={t('account.title')} back={HOME}>
      <div class="stack">
        <Card title={user?.name ?? ''}>
          <p>{user && t(`role.${user.role}`)}</p>
          {teams().map(({ id, name, role }) => (
            <p class="quiet" key={id}>
              {name} · {t(`member.${role}`)}
            </p>
          ))}
        </Card>
        <ThisPhone />
        <Secret />
        <Section title={t('account.language')}>
          <LocaleSwitch />
        </Section>
        <Button kind="danger" icon="logout" wide onClick={() => setLeaves(true)}>
          {t('action.sign_out')}
        </Button>
        <p class="hint">{t('form.privacy')}</p>
      </div>
      <Leave open={leaves} onClose={() => setLeaves(false)} title={t('action.sign_out')} />
    </Page>
  );
};
