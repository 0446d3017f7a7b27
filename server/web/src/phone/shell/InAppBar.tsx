import { useState } from 'preact/hooks';
import { place } from '../../router';
import { t } from '../i18n';
import { chromeAddress, inAppOf } from './inApp';
import { Strip } from './Strips';

const found = inAppOf(navigator.userAgent);

const Copy = () => {
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard?.writeText(location.href).then(
      () => setCopied(true),
      () => {},
    );
  };
  return (
    <button class="link" type="button" onClick={copy}>
      {t(isCopied ? 'in_app.copied' : 'in_app.copy')}
    </button>
  );
};

export const InAppBar = () => {
  // Read, so that the way out follows the page.
  void place.value;
  if (!found) return null;
  if (found.system === 'ios') {
    return (
      <Strip icon="globe" text={t('in_app.safari', { app: found.app })}>
        <Copy />
      </Strip>
    );
  }
  return (
    <Strip icon="globe" text={t('in_app.chrome', { app: found.app })}>
      <a class="link" href={chromeAddress(location.href)}>
        {t('in_app.open_chrome')}
      </a>
    </Strip>
  );
};
