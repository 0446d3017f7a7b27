import { render } from 'preact';
import '../ui/phone.css';
import '../account/account.css';
import './shell/shell.css';
import './form/form.css';
import './sessions/sessions.css';
import './tally/tally.css';
import './shell/narrow.css';
import { OFFICE } from '../account/account';
import { startRouter } from '../router';
import { App } from './App';
import { Entrance } from './shell/Entrance';
import { startOutbox } from './outbox/outbox';

startRouter((path) => !path.startsWith(OFFICE) && !path.startsWith('/api/'));
startOutbox();

const app = document.getElementById('app');
if (app) {
  app.textContent = '';
  render(<Entrance>{() => <App />}</Entrance>, app);
}
