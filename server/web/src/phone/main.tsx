import { render } from 'preact';
import '../ui/phone.css';
import '../account/account.css';
import './shell/shell.css';
import './form/form.css';
import './sessions/sessions.css';
import './photos/photos.css';
import './tally/tally.css';
import './team/team.css';
import './shell/narrow.css';
import { translated } from '../i18n';
import { startRouter } from '../router';
import { App } from './App';
import { Entrance } from './shell/Entrance';
import { InAppBar } from './shell/InAppBar';
import { startInstall } from './shell/install';
import { startShared } from './shell/shared';
import { startUpdates, takeOverAtStart } from './shell/updates';
import { isScreen } from './worker/screens';
import { startOutbox } from './outbox/start';

startRouter(isScreen);
startOutbox();
startInstall();
startShared();

const app = document.getElementById('app');
const open = (): void => {
  if (!app) return;
  app.textContent = '';
  render(
    <>
      <InAppBar />
      <Entrance>{() => <App />}</Entrance>
    </>,
    app,
  );
  startUpdates();
};
void Promise.all([takeOverAtStart(), translated()]).finally(open);
